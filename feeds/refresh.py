"""One run: sources -> intake -> reading -> archive -> events."""

import os
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing, closing
from typing import TYPE_CHECKING, NamedTuple, Protocol

from feeds.archive import Archive, ArchiveError
from feeds.careful import Careful, ReadText, read_text
from feeds.driving import Stop
from feeds.model import Answer, Event, RunFinished, RunStarted, Source, SourceDone, SourceState
from feeds.storing import Stamps, Storing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds import intake

CATCH_UP = 20
"""Articles whose reading is outdated that a run reads again: a tenth of a second, so that no run waits for it."""
Known = Callable[[str], Mapping[str, str]]


class Collect(Protocol):
    """What `feeds.intake.collect` is; tests put their own in its place."""

    def __call__(
        self,
        asked: "Iterable[tuple[Source, SourceState]]",
        settings: "intake.Settings",
        known: Known,
        *,
        by_hand: bool = False,
        stop: Stop | None = None,
    ) -> AsyncGenerator[Sequence[Answer], None]:
        """Yield the answer of each source as it is ready, with those that are ready at the same time."""
        ...


async def run(
    archive: Archive,
    sources: Sequence[Source],
    settings: "intake.Settings",
    *,
    by_hand: bool = False,
    only: Sequence[str] = (),
    stop: Stop | None = None,
    rooms: "Rooms | None" = None,
) -> AsyncGenerator[Event, None]:
    """Ask the sources, read what is new, store it, and yield what happens as it happens.

    `only` names sources (by key or name) that alone are asked; `by_hand` asks them before they are due. Paused sources
    are left out. Answers that come together are one transaction, a folder of many new files is several
    (`feeds.storing`); an event comes after it is stored. When `stop` is set, the transaction under way is finished and
    the run ends as `interrupted`.

    Without an address that is due it never waits, and needs no event loop (see `feeds.driving`).

    Holds the run lock; raises `RunUnderWay` before the first event if another process has it, and `ArchiveError` (a
    full disk, a lock that never opens) where nothing can be stored any more; what was reported stays stored.
    """
    asked = [s for s in sources if not s.paused and (not only or s.key in only or s.name in only)]
    with archive.run_lock(), closing(Stamps(archive.path)) as stamps:
        tally = Tally(_run_id(), time.monotonic())
        started = RunStarted(tally.run, int(time.time()), len(asked), os.getpid())
        archive.begin_run(started, sources)
        try:
            yield started
            remembered = archive.source_states()  # at once: one by one they were a twentieth of a run of 304s
            states = [(source, remembered.get(source.key, SourceState())) for source in asked]
            collect, read = rooms or _rooms()
            storing = Storing(archive, tally.run, read, {source.key: state for source, state in states}, stop)
            answers = collect(states, settings, stamps.known, by_hand=by_hand, stop=stop)
            async with aclosing(answers) as each:
                async for ready in each:
                    async for done in storing.store(ready):
                        tally.add(done)
                        yield done
            if not storing.stopped:
                archive.catch_up(Careful(read), CATCH_UP)
                if tally.spoken:
                    _tell_apart(archive)
            finished = tally.finished(interrupted=storing.stopped)
        except BaseException:
            _leave(archive, tally.finished(interrupted=True))
            raise
        archive.finish_run(finished)
        yield finished


def _tell_apart(archive: Archive) -> None:
    from feeds.speakers import tell_apart  # noqa: PLC0415 (only new words can bring new speakers)

    tell_apart(archive)


def _leave(archive: Archive, finished: RunFinished) -> None:
    """Write that the run broke off; where not even that can be written, the fault that broke it is the news."""
    try:
        archive.finish_run(finished)
    except ArchiveError:
        return


def _run_id() -> str:
    """Return a new id that sorts by time: `20250725T060000Z-3f2a`."""
    return f"{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}-{os.urandom(2).hex()}"


class Rooms(NamedTuple):
    """The two rooms that a run goes through before the archive; tests put their own in their place."""

    collect: Collect
    read: ReadText


def _rooms() -> Rooms:
    from feeds.intake import collect  # noqa: PLC0415 (whoever only wants to know what a run is asks nobody)

    return Rooms(collect, read_text)


class Tally:
    """Counts what a run comes to."""

    def __init__(self, run: str, began: float) -> None:
        self.run = run
        self._began = began
        self._counts = dict.fromkeys(("ok", "error", "not_modified", "skipped", "new", "changed"), 0)
        self._failing: list[str] = []
        self.spoken = False
        """Whether somebody has said something that is new."""

    def add(self, done: SourceDone) -> None:
        """Count a source: one that was not asked counts as its last answer, one that is gone does not count."""
        answer = done.answer
        status = answer.status
        if status == "skipped":
            self._counts["skipped"] += 1
            status = _last_answer(answer.state)
        if status and not answer.more:
            self._counts[status] += 1
        if status == "error":
            self._failing.append(answer.source.name)
        self._counts["new"] += done.new
        self._counts["changed"] += done.changed
        self.spoken |= any(quote.speaker for found in done.found for quote in found.reading.quotes)

    def finished(self, *, interrupted: bool) -> RunFinished:
        """Return the end of the run."""
        c = _Counts(*self._counts.values())
        good = c.ok + c.not_modified
        status = "ok" if not c.errors else "partial" if good else "failed"
        return RunFinished(
            self.run, int(time.time()), "interrupted" if interrupted else status, c.ok, c.errors, c.not_modified,
            c.new, c.changed, round((time.monotonic() - self._began) * 1000), c.skipped, tuple(self._failing),
        )  # fmt: skip


class _Counts(NamedTuple):
    ok: int
    errors: int
    not_modified: int
    skipped: int
    new: int
    changed: int


def _last_answer(state: SourceState) -> str:
    """Return what a source that was not asked counts as; nothing for one that is gone or was never asked."""
    if state.gone or state.asked_at is None:
        return ""
    return "error" if state.streak else "ok"
