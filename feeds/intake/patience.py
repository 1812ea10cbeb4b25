"""A deadline that counts the other side's seconds only: not those in which we queue, nor those in which we are busy.

`asyncio.timeout` looks at the clock: where the loop stood still for 25 s, reading other feeds on a loaded machine, it
took a good answer that lay in the socket for one that never came.
"""

import asyncio
from types import TracebackType
from typing import Self

STEP = 1.0
"""Seconds: however long the loop stood still between two steps, no more than this counts."""


class Patience:
    """`async with Patience(seconds)`: raises TimeoutError when the other side has had that long."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._held = False
        self._timeout = asyncio.timeout(None)

    async def __aenter__(self) -> Self:
        await self._timeout.__aenter__()
        self._wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._handle.cancel()
        await self._timeout.__aexit__(kind, error, trace)

    def hold(self, *, held: bool) -> None:
        """Stop counting, or go on: while a request waits for its turn with a host, that host keeps nobody waiting."""
        self._held = held

    def _wait(self) -> None:
        self._step = min(STEP, max(0.0, self._left))
        self._handle = asyncio.get_running_loop().call_later(self._step, self._tick)

    def _tick(self) -> None:
        if not self._held:
            self._left -= self._step
        if self._left <= 0:
            self._timeout.reschedule(asyncio.get_running_loop().time())
        else:
            self._wait()
