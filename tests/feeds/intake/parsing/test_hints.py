"""What a feed says about when to ask again."""

import pytest

from feeds.intake.parsing.hints import skips, wait


@pytest.mark.parametrize(
    ("ttl", "period", "frequency", "seconds"),
    [
        ("", "", "", 0),
        ("60", "", "", 3600),
        ("-60", "", "", 0),
        ("1e9", "", "", 0),
        ("9" * 400, "", "", 0),
        ("60", "daily", "", 86_400),
        ("60", " Hourly ", "2", 3600),
        ("", "daily", "4", 21_600),
        ("", "daily", "0", 86_400),
        ("", "daily", "-3", 86_400),
        ("", "daily", "9" * 400, 86_400),
        ("", "now and then", "1", 0),
    ],
)
def test_how_long_it_wants_to_be_left_alone(ttl: str, period: str, frequency: str, seconds: int) -> None:
    assert wait(ttl, period, frequency) == seconds


def test_hours_and_days_on_which_it_does_not_want_to_be_asked() -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in (3, 24, 99))
    days = "<day>Monday</day><day> sunday </day><day>Someday</day>"
    feed = f"<rss><skipHours>{hours}</skipHours><skipDays>{days}</skipDays></rss>"
    assert skips(feed.encode()) == (1 | 1 << 3, 1 | 1 << 6)


def test_elements_that_never_end_are_not_looked_for_without_end() -> None:
    assert skips(b"<rss>" + b"<skipHours>" * 700_000) == (0, 0)  # 18 s, had each been followed
