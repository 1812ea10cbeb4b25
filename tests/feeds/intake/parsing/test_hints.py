"""What a feed says about when to ask again."""

from feeds.intake.parsing.hints import skips


def test_hours_and_days_on_which_it_does_not_want_to_be_asked() -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in (3, 24, 99))
    days = "<day>Monday</day><day> sunday </day><day>Someday</day>"
    feed = f"<rss><skipHours>{hours}</skipHours><skipDays>{days}</skipDays></rss>"
    assert skips(feed.encode()) == (1 | 1 << 3, 1 | 1 << 6)


def test_elements_that_never_end_are_not_looked_for_without_end() -> None:
    assert skips(b"<rss>" + b"<skipHours>" * 700_000) == (0, 0)  # 18 s, had each been followed
