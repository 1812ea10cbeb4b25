"""One run: what it yields, what it stores, how it ends."""

import asyncio
import os
import sqlite3
import threading
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from feeds import refresh, storing
from feeds.archive import Archive, ArchiveError, ArchiveFull, RunUnderWay, open_archive
from feeds.driving import Stop
from feeds.intake import Settings
from feeds.model import READING, Answer, Event, Reading, RunFinished, RunStarted, Source, SourceDone, SourceState
from tests.feeds.archive.making import ASKED, COAST, WIRES, answer, article, read_text
from tui.runs.runlines import run_records

Asked = Iterable[tuple[Source, SourceState]]
SETTINGS = Settings()
FAILED = SourceState(streak=2, asked_at=5, error="HTTP 500", next_at=99)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.sqlite3") as opened:
        yield opened


def giving(*answers: Answer, after: Callable[[Answer], object] = id) -> refresh.Collect:
    """Make a collect that gives these answers, and calls `after` when each was taken."""

    async def collect(
        asked: Asked, *_: object, stop: Stop | None = None, **__: object
    ) -> AsyncGenerator[Sequence[Answer], None]:
        keys = {source.key for source, _ in asked}
        for one in answers:
            if stop is not None and stop.is_set():
                return
            if one.source.key in keys:
                yield [one]
                after(one)

    return collect


async def events(archive: Archive, collect: refresh.Collect, read: Any = read_text, **how: Any) -> list[Event]:
    sources = how.pop("sources", (WIRES, COAST))
    rooms = refresh.Rooms(collect, read)
    return [event async for event in refresh.run(archive, sources, SETTINGS, rooms=rooms, **how)]


def end(happened: list[Event]) -> RunFinished:
    assert isinstance(happened[-1], RunFinished)
    return happened[-1]


async def test_a_run_says_what_it_found_and_writes_its_line(archive: Archive) -> None:
    happened = await events(
        archive, giving(answer(article("a", "5 ships.")), Answer(COAST, "not_modified", ASKED._replace(etag=b"2")))
    )
    started, wires, coast, finished = happened
    assert isinstance(started, RunStarted)
    assert (started.sources, started.pid) == (2, os.getpid())
    assert isinstance(wires, SourceDone)
    assert isinstance(coast, SourceDone)
    assert (wires.new, wires.found[0].reading.figures[0].text, coast.found) == (1, "5 ships", ())
    assert isinstance(finished, RunFinished)
    assert (finished.status, finished.ok, finished.not_modified, finished.errors, finished.new) == ("ok", 1, 1, 0, 1)
    assert {event.run for event in happened} == {started.run}
    assert archive.source_states()["coast"].etag == b"2"
    line = archive.runs()[0]
    assert (line.id, line.status, line.new, line.finished) == (started.run, "ok", 1, finished.at)


async def test_what_follows_an_answer_is_no_second_answer(archive: Archive) -> None:
    summary, page = article("a", "5 ships."), article("a", "5 ships and 900 sailors came.")
    happened = await events(archive, giving(answer(summary), answer(page)._replace(more=True)), sources=(WIRES,))
    finished = end(happened)
    assert (finished.ok, finished.new, finished.changed, finished.status) == (1, 1, 1, "ok")
    told = [record["type"] for event in happened for record in run_records(event)]
    assert (told.count("source_result"), told.count("headline")) == (1, 2)


@pytest.mark.parametrize(
    ("wires", "coast", "status", "failing"),
    [
        (answer(), Answer(COAST, "error", FAILED), "partial", ("Coast Post",)),
        (Answer(WIRES, "error", FAILED), Answer(COAST, "error", FAILED), "failed", ("The Wires", "Coast Post")),
        (answer(), Answer(COAST, "skipped", FAILED), "partial", ("Coast Post",)),
        (Answer(WIRES, "skipped", FAILED), Answer(COAST, "skipped", FAILED), "failed", ("The Wires", "Coast Post")),
        (Answer(WIRES, "skipped", ASKED), Answer(COAST, "error", FAILED), "partial", ("Coast Post",)),
        (answer(), Answer(COAST, "skipped", FAILED._replace(gone=True)), "ok", ()),
        (Answer(WIRES, "skipped", ASKED), Answer(COAST, "skipped", ASKED), "ok", ()),
    ],
)
async def test_how_it_ends_is_counted_by_last_answers(
    archive: Archive, wires: Answer, coast: Answer, status: str, failing: tuple[str, ...]
) -> None:
    finished = end(await events(archive, giving(wires, coast)))
    assert (finished.status, finished.failing) == (status, failing)
    assert finished.errors == len(failing)


async def test_paused_sources_are_left_out_and_only_narrows(archive: Archive) -> None:
    everything = giving(answer(article("a", "5 ships.")), answer(source=COAST))
    happened = await events(archive, everything, sources=(WIRES._replace(paused=True), COAST))
    assert [e.answer.source.key for e in happened if isinstance(e, SourceDone)] == ["coast"]
    happened = await events(archive, everything, only=["The Wires"])
    assert [e.answer.source.key for e in happened if isinstance(e, SourceDone)] == ["wires"]


async def test_a_collect_is_given_the_states_and_may_ask_what_is_known_until_the_run_is_over(archive: Archive) -> None:
    given = article("a", "5 ships.")
    await events(archive, giving(answer(given)))
    seen: list[object] = []
    asking: list[refresh.Known] = []

    async def collect(
        asked: Asked, settings: Settings, known: refresh.Known, *, by_hand: bool = False, stop: Stop | None = None
    ) -> AsyncGenerator[Sequence[Answer], None]:
        seen.extend([next(iter(asked))[1], known("wires"), settings, by_hand])
        asking.append(known)
        for one in tuple[Answer, ...]():
            yield [one]

    await events(archive, collect, by_hand=True)
    assert seen == [ASKED, {"a": given.stamp}, SETTINGS, True]
    with pytest.raises(ArchiveError, match="closed"):
        asking[0]("wires")
    assert sqlite3.threadsafety == 3  # a run uses its own connection from a second thread


async def test_stop_ends_after_the_transaction_under_way(archive: Archive) -> None:
    stop = asyncio.Event()
    collect = giving(answer(article("a", "5 ships.")), answer(article("1", "6 men.", source=COAST), source=COAST))

    def reads_and_stops(*text: Any) -> Reading:
        stop.set()
        return read_text(*text)

    happened = await events(archive, collect, reads_and_stops, stop=stop)
    assert [type(event).__name__ for event in happened] == ["RunStarted", "SourceDone", "RunFinished"]
    assert (end(happened).status, end(happened).new) == ("interrupted", 1)
    assert archive.count("headlines") == 1


async def test_a_big_folder_is_stored_part_by_part(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "PART", 2)
    many = [article(f"{n}", f"{n} ships.") for n in range(5)]
    given = answer(*many, present=[one.guid for one in many])._replace(notes=("x.png: not a text",))
    seen: list[int] = []

    def count(*text: Any) -> Reading:
        with open_archive(archive.path) as other:
            seen.append(other.count("headlines"))
        return read_text(*text)

    happened = await events(archive, giving(given), count)
    assert seen == [0, 0, 2, 2, 4]
    assert [type(event).__name__ for event in happened] == ["RunStarted", "SourceDone", "RunFinished"]
    assert isinstance(happened[1], SourceDone)
    assert (happened[1].new, happened[1].answer.notes) == (5, ("x.png: not a text",))
    assert archive.source_states()["wires"] == ASKED


async def test_stop_is_heard_between_the_parts(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "PART", 2)
    stop = asyncio.Event()

    def reads_and_stops(*text: Any) -> Reading:
        stop.set()
        return read_text(*text)

    many = [article(f"{n}", f"{n} ships.") for n in range(5)]
    happened = await events(archive, giving(answer(*many)), reads_and_stops, stop=stop)
    assert (end(happened).status, end(happened).new) == ("interrupted", 2)
    assert archive.count("headlines") == 2
    assert archive.source_states()["wires"] == SourceState()


async def test_a_run_that_is_left_or_cancelled_is_written_as_interrupted(archive: Archive) -> None:
    collect = giving(answer(article("a", "5 ships.")), answer(source=COAST))
    run = refresh.run(archive, (WIRES, COAST), SETTINGS, rooms=refresh.Rooms(collect, read_text))
    await anext(run)
    await anext(run)
    await run.aclose()
    assert [line.status for line in archive.runs()] == ["interrupted"]
    under_way, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def slow(*text: Any) -> Reading:
        loop.call_soon_threadsafe(under_way.set)
        assert go_on.wait(20)
        return read_text(*text)

    given = answer(article("b", "6 men.", source=COAST), source=COAST)
    task = asyncio.create_task(events(archive, giving(given), slow))
    await under_way.wait()
    task.cancel()
    loop.call_later(0.05, go_on.set)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [row.title for row in archive.headlines(archive.keys("headlines"))] == ["About b", "About a"]
    assert [line.status for line in archive.runs()] == ["interrupted", "interrupted"]


async def test_reading_does_not_hold_up_the_loop(archive: Archive) -> None:
    ticked = threading.Event()

    def waits_for_the_loop(*text: Any) -> Reading:
        assert ticked.wait(20)
        return read_text(*text)

    asyncio.get_running_loop().call_later(0.01, ticked.set)
    given = answer(article("a", "5 ships.", source=COAST), source=COAST)
    happened = await events(archive, giving(given), waits_for_the_loop)
    assert isinstance(happened[1], SourceDone)
    assert (happened[1].new, happened[1].answer.notes) == (1, ())


async def test_a_second_run_does_not_begin(archive: Archive) -> None:
    with open_archive(archive.path) as other, other.run_lock(), pytest.raises(RunUnderWay) as raised:
        await events(archive, giving())
    assert raised.value.pid == os.getpid()
    assert archive.runs() == []


async def test_a_run_that_was_killed_is_closed_by_the_next(archive: Archive) -> None:
    archive.begin_run(RunStarted("dead", 5, 1, 1))
    assert archive.runs()[0].status == "running"
    await events(archive, giving())
    assert [line.status for line in archive.runs()] == ["ok", "interrupted"]


async def test_text_that_cannot_be_stored_is_its_sources_fault_alone(archive: Archive) -> None:
    bad = answer(article("a", "\ud800"))
    happened = await events(archive, giving(bad, answer(article("1", "6 men.", source=COAST), source=COAST)))
    assert (end(happened).status, end(happened).failing, end(happened).new) == ("partial", ("The Wires",), 1)
    state = archive.source_states()["wires"]
    assert (state.etag, state.streak) == (None, 1)
    assert (state.error or "").startswith("cannot be stored: ")
    assert state.next_at == ASKED.next_at


async def test_an_article_that_breaks_the_reading_is_kept_and_named(archive: Archive) -> None:
    def broken(*_: object) -> Reading:
        raise RecursionError("too deep")

    happened = await events(archive, giving(answer(article("a", "5 ships."))), broken)
    assert isinstance(happened[1], SourceDone)
    assert happened[1].answer.notes == ("a: could not be read for figures and quotes (RecursionError('too deep'))",)
    assert (archive.count("headlines"), archive.count("figures"), archive.outdated()) == (1, 0, 1)
    await events(archive, giving(), broken)  # still broken: no word of it again, and no end of the run
    assert archive.outdated() == 1
    await events(archive, giving())
    assert (archive.count("figures"), archive.outdated()) == (1, 0)


async def test_a_run_brings_readings_of_an_older_version_up_bit_by_bit(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worse(*_: object) -> Reading:
        return Reading(version=READING - 1)

    await events(archive, giving(answer(*(article(name, "5 ships.") for name in "abc"))), worse)
    monkeypatch.setattr(refresh, "CATCH_UP", 2)
    left = [archive.outdated()]
    for _ in range(2):
        await events(archive, giving())
        left.append(archive.outdated())
    assert left == [3, 1, 0]


async def test_a_full_disk_ends_the_run_and_what_was_reported_stays(archive: Archive) -> None:
    def fill(_: Answer) -> None:
        archive.db.execute(f"PRAGMA max_page_count = {archive.db.execute('PRAGMA page_count').fetchone()[0]}")

    big = answer(article("1", "6 men. " + "sea " * 100_000, source=COAST), source=COAST)
    happened: list[Event] = []
    rooms = refresh.Rooms(giving(answer(article("a", "5 ships.")), big, after=fill), read_text)
    run = refresh.run(archive, (WIRES, COAST), SETTINGS, rooms=rooms)
    happened += [await anext(run), await anext(run)]
    with pytest.raises(ArchiveFull):
        await anext(run)
    assert [type(event).__name__ for event in happened] == ["RunStarted", "SourceDone"]
    with open_archive(archive.path) as again, again.run_lock():
        assert again.count("figures") == 1
        assert again.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
