"""What rules see of an archive, what they remember, and how alerts are delivered once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.alerts import KEPT, RETRIES, Alerts
from feeds.archive import Archive, open_archive
from feeds.watch import Rule
from tests.feeds.archive.making import answer, article, read

CROSSES = Rule("r", "unit:drone", "figures", "crosses", threshold=100)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.sqlite3") as opened:
        yield opened


def day(archive: Archive, at: int, text: str) -> None:
    archive.store("r", answer(article("a", text)), read, at)


def test_a_clock_that_was_set_back_keeps_no_rule_silent_and_no_alert_waiting(archive: Archive) -> None:
    rule = Rule("any", "unit:drone", "figures", cooldown=3600)
    alerts = Alerts(archive)
    for at, drones in ((10**9, 71), (100, 72), (200, 73)):
        day(archive, at, f"The office counted {drones} drones.")
        alerts.watch([rule], at, at)
    assert [due.alert.at for due in alerts.due(10**9)] == [10**9, 100]
    alerts.failed(alerts.due(10**9)[0].row, "no route", 10**9)
    assert [due.alert.at for due in alerts.due(200)] == [10**9, 100]


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
