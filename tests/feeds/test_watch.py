"""What a rule tells, what it keeps quiet about, and how alerts are delivered once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.alerts import KEPT, RETRIES, Alerts
from feeds.archive import Archive, open_archive
from feeds.watch import Candidate, Rule, judge, mistake
from tests.feeds.archive.making import answer, article, read


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
    assert [one[0] for one in told(Rule("r", "", cooldown=25), values(1, 2, 3, 4))] == ["f0", "f3"]


def test_a_clock_that_was_set_back_keeps_no_rule_silent_and_no_alert_waiting(archive: Archive) -> None:
    rule = Rule("any", "unit:drone", "figures", cooldown=3600)
    alerts = Alerts(archive)
    for at, drones in ((10**9, 71), (100, 72), (200, 73)):
        day(archive, at, f"The office counted {drones} drones.")
        alerts.watch([rule], at, at)
    assert [due.alert.at for due in alerts.due(10**9)] == [10**9, 100]
    alerts.failed(alerts.due(10**9)[0].row, "no route", 10**9)
    assert [due.alert.at for due in alerts.due(200)] == [10**9, 100]


def test_a_message_is_one_line_however_long_the_words() -> None:
    words = [Candidate("a", 1, "long\n\nwords " * 100_000), Candidate("b", 2, "x" * 500)]
    long, short = judge(Rule("r", "", "quotes"), words, {})[0]
    assert (len(long.message), long.message[-1], long.message[:10]) == (500, "…", "long words")
    assert short.message == "x" * 500


def test_what_a_killed_run_has_stored_is_judged_by_the_next(archive: Archive) -> None:
    alerts, rules = Alerts(archive), [Rule("any", "unit:drone", "figures"), CROSSES._replace(threshold=72)]
    day(archive, 100, "The office counted 71 drones.")
    assert [alert.at for alert in alerts.watch(rules, 100, 100)] == [100]
    day(archive, 200, "The office counted 73 drones.")  # and killed
    day(archive, 300, "The office counted 74 drones.")
    assert [(alert.rule, alert.at) for alert in alerts.watch(rules, 300, 300)] == [
        ("any", 200), ("any", 300), (CROSSES.name, 200)
    ]  # fmt: skip
    assert alerts.watch(rules, 301, 301) == []
    late = 300 + 2 * 86400
    day(archive, 400, "The office counted 75 drones.")
    day(archive, late, "The office counted 76 drones.")
    assert [alert.at for alert in alerts.watch(rules[:1], late, late)] == [late]


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


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.sqlite3") as opened:
        yield opened


def day(archive: Archive, at: int, text: str) -> None:
    archive.store("r", answer(article("a", text)), read, at)


def test_rules_see_what_a_run_found_and_remember(archive: Archive) -> None:
    alerts = Alerts(archive)
    rules = [
        CROSSES._replace(name="many", threshold=72),
        Rule("words", "speaker:lund", "quotes", "first"),
        Rule("harbour", "harbour"),
    ]
    day(archive, 100, 'The office counted 71 drones.\n"We stay here," Ana Lund, the mayor, said.')
    assert [a.rule for a in alerts.watch(rules, 100, 100)] == ["words"]
    day(archive, 200, 'The office counted 73 drones.\n"We do leave," Ana Lund, the mayor, said.')
    raised = alerts.watch(rules, 200, 200)
    assert [(a.rule, a.old, a.new, a.message) for a in raised] == [
        ("many", "71", "73", "71 → 73: 73 drones · the harbour")
    ]
    assert alerts.watch(rules, 200, 200) == []
    place = archive.find(raised[0].entity)
    assert place.kind == "figure"


def test_a_new_rule_does_not_take_old_words_for_first_ones(archive: Archive) -> None:
    day(archive, 100, '"We stay here," Ana Lund, the mayor, said.')
    day(archive, 200, '"We do leave," Ana Lund, the mayor, said.\n"We too do," Bo Quist, the clerk, said.')
    rule = Rule("words", "", "quotes", "first")
    assert [a.message for a in Alerts(archive).watch([rule], 150, 200)] == ["Bo Quist: “We too do,”"]


def test_a_rule_can_be_tried_on_history_without_a_trace(archive: Archive) -> None:
    for at, number in ((100, 50), (200, 110), (300, 60), (400, 130)):
        day(archive, at, f"The office counted {number} drones.")
    alerts = Alerts(archive)
    replay = alerts.replay(CROSSES, 0, 500)
    assert [(a.at, a.old, a.new) for a in replay.alerts] == [(200, "50", "110"), (400, "60", "130")]
    assert replay.fitting >= len(replay.alerts)
    rule = Rule("any", "unit:drone", "figures")
    assert [a.at for a in alerts.replay(rule, 300, 500).alerts] == [300, 400]
    assert alerts.latest() == []
    assert archive.db.execute("SELECT count(*) FROM rule").fetchone()[0] == 0


def test_an_alert_is_delivered_once_or_shown_as_failed(archive: Archive) -> None:
    alerts = Alerts(archive)
    day(archive, 100, "The office counted 71 drones.")
    alerts.watch([Rule("any", "unit:drone", "figures")], 100, 100)
    (due,) = alerts.due(100)
    alerts.failed(due.row, "no route", 100)
    assert alerts.due(100) == []
    (again,) = alerts.due(100 + RETRIES[0])
    assert (again.tries, again.error, again.state) == (1, "no route", "pending")
    for wait in RETRIES:
        alerts.failed(due.row, "still none", 100 + wait)
    assert alerts.due(10**9) == []
    assert [(one.state, one.error) for one in alerts.latest()] == [("failed", "still none")]
    day(archive, 300, "The office counted 90 drones.")
    alerts.watch([Rule("any", "unit:drone", "figures")], 300, 300)
    (new,) = alerts.due(300)
    alerts.delivered(new.row)
    assert alerts.due(10**9) == []
    with open_archive(archive.path) as other:
        assert [one.state for one in Alerts(other).latest()] == ["delivered", "failed"]
    alerts.forget("any")
    assert alerts.latest() == []


def test_a_rule_that_asks_something_else_now_begins_anew(archive: Archive) -> None:
    alerts = Alerts(archive)
    day(archive, 100, "The office counted 110 drones and 40 ships.")
    assert len(alerts.watch([CROSSES], 100, 100)) == 1
    day(archive, 200, "The office counted 111 drones and 120 ships.")
    assert alerts.watch([CROSSES], 200, 200) == []
    day(archive, 300, "The office counted 112 drones and 121 ships.")
    assert alerts.watch([CROSSES._replace(query="unit:ship")], 300, 300) == []  # 120 ships were above already
    lower = CROSSES._replace(query="unit:ship", threshold=120.5)
    assert [(a.old, a.new) for a in alerts.watch([lower], 300, 300)] == [("120", "121")]


def test_what_is_done_of_an_alert_is_kept_over_restarts(archive: Archive) -> None:
    day(archive, 100, "The office counted 71 drones.")
    Alerts(archive).watch([Rule("any", "unit:drone", "figures")], 100, 100)
    (due,) = Alerts(archive).due(100)
    assert due.done == frozenset()
    Alerts(archive).failed(due.row, "no route", 100, {"command"})
    with open_archive(archive.path) as other:
        assert [one.done for one in Alerts(other).latest()] == [{"command"}]


def test_alerts_that_are_over_are_not_kept_for_ever(archive: Archive) -> None:
    alerts, rules = Alerts(archive), [Rule("any", "unit:drone", "figures")]
    for at, drones in ((100, 71), (200, 72), (300, 73)):
        day(archive, at, f"The office counted {drones} drones.")
        alerts.watch(rules, at, at)
    first, second, third = alerts.due(300)
    alerts.delivered(first.row)
    for _ in range(len(RETRIES) + 1):
        alerts.failed(second.row, "no route", 300)
    later = 300 + KEPT + 1
    day(archive, later, "The office counted 74 drones.")
    alerts.watch(rules, later, later)
    assert [(due.row, due.state) for due in alerts.latest()][1] == (third.row, "pending")
    assert len(alerts.latest()) == 2
