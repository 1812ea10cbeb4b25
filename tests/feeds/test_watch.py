"""What a rule tells, and what it keeps quiet about."""

import pytest

from feeds.watch import LINE, Candidate, Rule, judge, mistake


def values(*numbers: float, step: int = 10) -> list[Candidate]:
    return [Candidate(f"f{n}", n * step, f"{value} drones", value) for n, value in enumerate(numbers)]


def told(rule: Rule, candidates: list[Candidate]) -> list[tuple[str, str | None, str | None]]:
    return [(alert.entity, alert.old, alert.new) for alert in judge(rule, candidates, {})[0]]


CROSSES = Rule("r", "unit:drone", "figures", "crosses", threshold=100)


def test_a_crossing_is_told_once_until_it_has_gone_back() -> None:
    numbers = values(90, 101, 120, 99, 101, 50, 100)
    assert told(CROSSES, numbers) == [("f1", "90", "101"), ("f4", "99", "101"), ("f6", "50", "100")]


def test_hysteresis_keeps_a_value_at_the_threshold_from_flapping() -> None:
    numbers = values(90, 101, 99, 101, 99, 101, 80, 101)
    assert [one[0] for one in told(CROSSES._replace(hysteresis=10), numbers)] == ["f1", "f7"]


def test_falling_is_the_other_way_round() -> None:
    assert told(CROSSES._replace(falling=True), values(120, 99, 98, 101, 100)) == [
        ("f1", "120", "99"), ("f4", "101", "100"),
    ]  # fmt: skip


def test_changes_are_counted_from_what_was_last_told() -> None:
    by = Rule("r", "", "figures", "changes", by=5)
    assert told(by, values(71, 73, 75, 76, 78, 70.5)) == [("f3", "71", "76"), ("f5", "76", "70.5")]
    percent = Rule("r", "", "figures", "changes", percent=10)
    assert told(percent, values(100, 109, 110, 121)) == [("f2", "100", "110"), ("f3", "110", "121")]
    assert told(percent, values(0, 0, 1)) == [("f2", "0", "1")]


def test_a_cooldown_is_silence() -> None:
    numbers = values(1, 2, 3, 4)  # 10 s from one to the next
    assert [one[0] for one in told(Rule("r", "", cooldown=21), numbers)] == ["f0", "f3"]
    assert [one[0] for one in told(Rule("r", "", cooldown=20), numbers)] == ["f0", "f2"]
    assert len(told(Rule("r", ""), values(1, 2, 3, step=0))) == 3


def test_a_message_is_one_line_however_long_the_words() -> None:
    words = [Candidate("a", 1, "long\n\nwords " * 100_000), Candidate("b", 2, "x" * LINE)]
    long, short = judge(Rule("r", "", "quotes"), words, {})[0]
    assert (len(long.message), long.message[-1], long.message[:10]) == (LINE, "…", "long words")
    assert short.message == "x" * LINE


def test_what_a_cooldown_swallows_is_told_when_it_is_over_and_still_so() -> None:
    crosses = CROSSES._replace(cooldown=25)  # 10 s from one to the next
    assert told(crosses, values(101, 90, 102, 103, 104)) == [("f0", None, "101"), ("f3", "102", "103")]
    assert told(crosses, values(101, 90, 102, 90, 91)) == [("f0", None, "101")]
    changes = Rule("r", "", "figures", "changes", by=5, cooldown=25)
    assert told(changes, values(70, 76, 82, 83, 83)) == [("f1", "70", "76"), ("f4", "76", "83")]


def test_first_words_are_told_once_for_each_speaker() -> None:
    rule = Rule("r", "", "quotes", "first")
    words = [Candidate(str(n), n, "…", speaker=who) for n, who in enumerate(["ana", None, "bo", "ana", "bo"])]
    alerts, memory = judge(rule, words, {})
    assert [alert.entity for alert in alerts] == ["0", "2"]
    assert judge(rule, words, memory)[0] == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (CROSSES, ""),
        (CROSSES._replace(what="quotes"), "'crosses' looks at figures, not at quotes"),
        (CROSSES._replace(threshold=None), "needs a threshold"),
        (Rule("r", "", "figures", "changes"), "needs 'by' or 'percent'"),
        (Rule("r", "", "headlines", "first"), "looks at quotes"),
        (Rule("r", "", cooldown=-1), "not negative"),
        (Rule("r", "", "figures", "changes", by=-2), "not negative"),
        (Rule("r", "", threshold=0), "'appears' takes no threshold"),
        (CROSSES._replace(percent=5), "'crosses' takes no percent"),
        (CROSSES._replace(falling=True, hysteresis=2), ""),
    ],
)
def test_mistakes_are_named(rule: Rule, said: str) -> None:
    assert said in mistake(rule)
    assert bool(said) == bool(mistake(rule))
