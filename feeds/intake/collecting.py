"""Asking the sources that are due: an answer from each as it is ready, and never an exception for a source's fault."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from feeds.intake import schedule
from feeds.intake.feedfile import ask_feedfile
from feeds.intake.folder import ask_file, ask_folder
from feeds.intake.parsing import Parser
from feeds.model import Answer, Source, SourceState

if TYPE_CHECKING:
    import asyncio

    from feeds.intake import Settings

Asked = tuple[Source, SourceState]


async def collect(
    asked: Iterable[Asked],
    settings: "Settings",
    known: Callable[[str], Mapping[str, str]],
    *,
    by_hand: bool = False,
    stop: "asyncio.Event | None" = None,
) -> AsyncIterator[Answer]:
    """Ask the sources that are due (`by_hand`: all that may be asked) and yield an Answer for each as it is ready.

    Sources not due come back at once as `skipped`; files and folders are always due: an unchanged file costs one stat.
    `known(key)` gives {guid: stamp} of what is stored. When `stop` is set, what is under way is cancelled. Where no
    address is due this generator never waits: it can be driven without an event loop (`drive`).
    """
    now = int(settings.clock())
    local: list[Asked] = []
    remote: list[Asked] = []
    for source, state in list(asked):
        if source.paused or not _due(source, state, now, by_hand):
            yield Answer(source, "skipped", state)
        else:
            (remote if source.kind == "feed" else local).append((source, state))
    with Parser() as parser:
        for source, state in local:
            if stop is not None and stop.is_set():
                return
            yield _ask_here(source, state, known, parser, now)
    if remote and not (stop is not None and stop.is_set()):
        from feeds.intake.network import ask_all  # noqa: PLC0415 (asyncio and httpx: 100 ms)

        async for answer in ask_all(remote, settings, known, stop):
            yield answer


def _due(source: Source, state: SourceState, now: int, by_hand: bool) -> bool:
    if source.kind != "feed":
        return True
    if state.where is not None and state.where != source.where:
        return True
    return schedule.is_due(state, now, by_hand=by_hand, local=schedule.is_loopback(source.where))


def _ask_here(
    source: Source, state: SourceState, known: Callable[[str], Mapping[str, str]], parser: Parser, now: int
) -> Answer:
    if source.kind == "folder":
        return ask_folder(source, state, known(source.key), now)
    if source.kind == "file":
        return ask_file(source, state, known(source.key), now)
    return ask_feedfile(source, state, parser, now)
