"""Many addresses at once: one or two at a time to a host, a bounded number in all, each answer out when it is ready."""

import asyncio
import random
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from feeds.driving import Stop
from feeds.intake.asking.desk import Desk
from feeds.intake.asking.one import Group, ask, groups
from feeds.intake.client.transport import PER_HOST
from feeds.model import Answer, Source, SourceState

if TYPE_CHECKING:
    from feeds.intake.settings import Settings

Asked = tuple[Source, SourceState]
TOGETHER = 0.01
"""Seconds after an answer in which others may join it: they are stored in one transaction. Nobody sees them pass."""


class Turns:
    """Whose turn it is: hosts go round, so that one with a thousand feeds delays nobody else's.

    Each host has one request at a time as long as another host waits, and two when none does: its next feed
    then comes over the connection that is open, and a run over many hosts dials half as often.
    """

    def __init__(self, waiting: Iterable[Group]) -> None:
        by_host: dict[str, deque[Group]] = {}
        # Those that failed come last on their host: a 429 or 503 leaves the host's others for the next run.
        for group in sorted(waiting, key=lambda group: group.members[0][1].streak > 0):
            by_host.setdefault(group.host, deque()).append(group)
        hosts = list(by_host.values())
        # Shuffled, so that hosts at the head of the configuration are not always the first.
        random.shuffle(hosts)
        self._free = deque(hosts)
        self._second = deque(queue for queue in hosts for _ in range(PER_HOST - 1))

    def take(self) -> deque[Group] | None:
        """Return the queue of a host that may be asked now; give it back with `put`."""
        for waiting in (self._free, self._second):
            while waiting:
                queue = waiting.popleft()
                if queue:
                    return queue
        return None

    def put(self, queue: deque[Group]) -> None:
        """Let the next of this host's groups wait for its turn."""
        if queue:
            self._free.append(queue)


async def ask_all(
    asked: list[Asked],
    settings: "Settings",
    known: Callable[[str], Mapping[str, str]],
    stop: Stop | None,
) -> AsyncGenerator[Sequence[Answer], None]:
    """Yield the answers that are ready, as they are; memory does not grow with the number of sources."""
    turns = Turns(groups(asked))
    ready: asyncio.Queue[Answer | None] = asyncio.Queue(maxsize=settings.total)
    async with Desk(settings, known) as desk:
        workers = [asyncio.create_task(_work(desk, turns, ready)) for _ in range(min(desk.at_once, len(asked)))]
        ending = asyncio.create_task(_end(workers, ready, stop))
        try:
            while answers := await _ready(ready):
                yield answers
            if desk.jobs and not (stop is not None and stop.is_set()):
                from feeds.intake.asking.pages import read_pages  # noqa: PLC0415 (only where pages are wanted)

                async for answer in read_pages(desk, desk.jobs, stop):
                    yield [answer]
        finally:
            for task in (*workers, ending):
                task.cancel()
            await asyncio.gather(*workers, ending, return_exceptions=True)


async def _ready(queue: asyncio.Queue[Answer | None]) -> list[Answer]:
    """Return what is ready at about the same time, at least one answer; none where all is said."""
    answer = await queue.get()
    if answer is not None:
        await asyncio.sleep(TOGETHER)
    answers: list[Answer] = []
    while answer is not None:
        answers.append(answer)
        if queue.empty():
            break
        answer = queue.get_nowait()
    else:
        queue.put_nowait(None)
    return answers


async def _work(desk: Desk, turns: Turns, ready: asyncio.Queue[Answer | None]) -> None:
    while (queue := turns.take()) is not None:
        group = queue.popleft()
        try:
            for answer in await ask(desk, group):
                await ready.put(answer)
        finally:
            turns.put(queue)


async def _end(workers: list[asyncio.Task[None]], ready: asyncio.Queue[Answer | None], stop: Stop | None) -> None:
    """Say that all is said: when every worker is done, or `stop` is set."""
    stopping = [asyncio.create_task(stop.wait())] if stop is not None else []
    left = set(workers)
    while left and not any(task.done() for task in stopping):
        done, _ = await asyncio.wait([*left, *stopping], return_when=asyncio.FIRST_COMPLETED)
        left -= done
    for task in (*left, *stopping):
        task.cancel()
    await asyncio.gather(*workers, *stopping, return_exceptions=True)
    await ready.put(None)
