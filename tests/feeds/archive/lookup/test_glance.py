"""The archive at a glance says what the lists say."""

from pathlib import Path

import pytest

from feeds.archive import Archive, Selection
from feeds.archive.layout.rows import Counts
from feeds.model import Answer, RunFinished, RunStarted, SourceState
from tests.feeds.archive.making import COAST, WIRES, answer, article, read

TEXT = '5 ships in {}.\n"We stay here," Ana Lund, the mayor, said.\n'


@pytest.fixture
def archive(archive: Archive) -> Archive:
    for n in range(3):
        given = article(f"{n}", TEXT.format(f"port {n}"), f"News of {n}", published=n)
        archive.store("r", answer(given), read, 100)
    archive.store("r", answer(article("9", "8 boats.", "Boats", COAST), source=COAST), read, 100)
    return archive


def test_an_empty_archive_has_nothing_to_say(path: Path) -> None:
    with Archive(path) as archive:
        assert archive.glance() == (Counts(0, 0, 0, 0), 0, {}, None, 0, None, None)


def test_counts_follow_what_comes_and_goes(archive: Archive) -> None:
    assert archive.glance().counts == archive.counts() == (4, 4, 3, 2)
    archive.store("r", answer(article("0", "Nothing counted.", "News of 0", published=0)), read, 200)
    assert archive.glance().counts == (4, 3, 2, 2)
    again = article("1", TEXT.format("port 1"), "News of 1", COAST, published=1)  # a copy shows once
    archive.store("r", answer(again, source=COAST), read, 200)
    assert archive.glance().counts == (4, 3, 2, 2)
    archive.forget("wires")
    assert archive.glance().counts == (2, 2, 1, 1)
    assert [archive.count(what) for what in ("headlines", "figures", "quotes")] == [2, 2, 1]
    assert archive.verify() == []


@pytest.mark.parametrize("looked", [0, 99, 100, 150])
def test_new_is_what_the_list_marks_as_new(archive: Archive, looked: int) -> None:
    archive.store("r", answer(article("0", "Another text.", "News of 0", published=0)), read, 200)  # changed, not new
    archive.store("r", answer(article("7", "7 whales.", "Whales", published=7)), read, 200)
    archive.set_last_look(looked)
    for sources in (None, ("wires",), ("coast", "wires"), ()):
        chosen = Selection(sources=sources)
        marked = sum(row.new or not looked for row in archive.headlines(archive.keys("headlines", chosen)))
        assert archive.glance(chosen, counted=False).new == archive.glance(chosen).new == marked


def test_failing_sources_the_next_time_and_the_last_run(archive: Archive) -> None:
    archive.begin_run(RunStarted("r1", 300, 1, 2))
    failed = Answer(WIRES, "error", SourceState(streak=2, error="no route", next_at=900))
    archive.store("r1", failed, read, 300)
    archive.finish_run(RunFinished("r1", 310, "partial", 1, 1, 0, 0, 0, 0, 5))
    found = archive.glance()
    assert (found.failing, found.next_at, found.status, found.finished) == ({"wires": "no route"}, 900, "partial", 310)
    assert archive.glance(Selection(sources=("coast",))).failing == {}
