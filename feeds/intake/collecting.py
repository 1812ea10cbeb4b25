"""Asking the sources that are due: an answer from each as it is ready, and never an exception for a source's fault."""

from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from feeds.driving import Stop, loop
from feeds.intake import schedule
from feeds.intake.local.feedfile import ask_feedfile
from feeds.intake.local.folder import ask_file, ask_folder
from feeds.model import Answer, Source, SourceState

if TYPE_CHECKING:
    from feeds.intake.parsing.choosing import Parser
    from feeds.intake.settings import Settings

Asked = tuple[Source, SourceState]


async def collect(
    asked: Iterable[Asked],
    settings: "Settings",
    known: Callable[[str], Mapping[str, str]],
    *,
    by_hand: bool = False,
    stop: Stop | None = None,
) -> AsyncGenerator[Sequence[Answer], None]:
    """Ask the sources that are due (`by_hand`: all that may be asked) and yield their Answers as they are ready.

    What is ready at the same time comes together, so that it can be stored together.

    Sources not due come back at once as `skipped`; files and folders are always due: an unchanged file costs one stat.
    `known(key)` gives {guid: stamp} of what is stored. When `stop` is set, what is under way is cancelled. Where no
    address is due this generator never waits: it needs no event loop (see `feeds.driving`).
    """
    now = int(settings.clock())
    skipped: list[Answer] = []
    local: list[Asked] = []
    remote: list[Asked] = []
    for source, state in list(asked):
        if source.paused or not _due(source, state, now, by_hand):
            skipped.append(Answer(source, "skipped", state))
        else:
            (remote if source.kind == "feed" else local).append((source, state))
    if skipped:
        yield skipped
    with closing(_Disk(known, now)) as disk:
        for source, state in local:
            if stop is not None and stop.is_set():
                return
            yield [disk.ask(source, state)]
    if remote and not (stop is not None and stop.is_set()):
        await loop()
        from feeds.intake.asking.network import ask_all  # noqa: PLC0415 (httpx: 45 ms)

        async for answers in ask_all(remote, settings, known, stop):
            yield answers


def _due(source: Source, state: SourceState, now: int, by_hand: bool) -> bool:
    if source.kind != "feed":
        return True
    if state.where is not None and state.where != source.where:
        return True
    return schedule.is_due(state, now, by_hand=by_hand, local=schedule.is_loopback(source.where))


class _Disk:
    """Asks sources on disk."""

    def __init__(self, known: Callable[[str], Mapping[str, str]], now: int) -> None:
        self._known = known
        self._now = now
        self._loaded: Parser | None = None

    def ask(self, source: Source, state: SourceState) -> Answer:
        """Return what is there now."""
        if source.kind == "folder":
            return ask_folder(source, state, self._known(source.key), self._now)
        if source.kind == "file":
            return ask_file(source, state, self._known(source.key), self._now)
        return ask_feedfile(source, state, self._parser, self._now)

    def _parser(self) -> "Parser":
        if self._loaded is None:
            from feeds.intake.parsing.choosing import Parser  # noqa: PLC0415 (10 ms, and most files have not changed)

            self._loaded = Parser()
        return self._loaded

    def close(self) -> None:
        """End what reads for us."""
        if self._loaded is not None:
            self._loaded.close()
