"""A deadline that counts the other side's seconds only: not those in which we queue, nor those in which we are busy.

`asyncio.timeout` looks at the clock: where the loop stood still for 25 s, reading other feeds on a loaded machine, it
took a good answer that lay in the socket for one that never came.
"""

import asyncio
from types import TracebackType
from typing import Self

from feeds.intake.client.faults import FetchError

STEP = 1.0
"""Seconds: however long the loop stood still between two steps, no more than this counts."""


class Patience:
    """`async with Patience(words, seconds)`: raises `FetchError` when the other side has had that long.

    Within it each step can have a shorter time, and a fault, of its own (`expect`): one timer watches over both.
    """

    def __init__(self, words: str, seconds: float) -> None:
        self._whole = self._step = FetchError(_late(words, seconds))
        self._left = self._step_left = seconds
        self._held = False
        self._out = self._whole
        self._timeout = asyncio.timeout(None)

    async def __aenter__(self) -> Self:
        await self._timeout.__aenter__()
        self._wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._handle.cancel()
        try:
            await self._timeout.__aexit__(kind, error, trace)
        except TimeoutError:
            raise self._out from error

    def expect(self, words: str, seconds: float, fault: type[FetchError] = FetchError) -> None:
        """Give the next step so many seconds; `words` say what is missing if it takes longer."""
        self._step = fault(_late(words, seconds))
        # The tick under way began before this step did: it does not count.
        self._step_left = seconds + STEP

    def hold(self, *, held: bool) -> None:
        """Stop counting, or go on: while a request waits for its turn with a host, that host keeps nobody waiting."""
        self._held = held

    def _wait(self) -> None:
        self._tick_length = min(STEP, max(0.0, self._left))
        self._handle = asyncio.get_running_loop().call_later(self._tick_length, self._tick)

    def _tick(self) -> None:
        if not self._held:
            self._left -= self._tick_length
            self._step_left -= self._tick_length
        if min(self._left, self._step_left) <= 0:
            self._out = self._whole if self._left <= 0 else self._step
            self._timeout.reschedule(asyncio.get_running_loop().time())
        else:
            self._wait()


def _late(words: str, seconds: float) -> str:
    return f"{words} within {seconds:.0f} s"
