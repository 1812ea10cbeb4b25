"""The signals that end a run, or in a long one have its log opened anew; never in the middle of a transaction."""

import signal
from collections.abc import Callable

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Flag:
    """What says that a run is to end: as an `asyncio.Event`, but a run that needs no event loop can have it too."""

    def __init__(self) -> None:
        self._set = False
        self._wakers: list[Callable[[], object]] = []

    def is_set(self) -> bool:
        """Whether the run is to end."""
        return self._set

    def set(self) -> None:
        """Say that it is; from a signal handler too."""
        self._set = True
        for wake in self._wakers:
            wake()

    async def wait(self) -> None:
        """Return when it is; within a loop."""
        import asyncio

        loop, event = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            loop.call_soon_threadsafe(event.set)

        self._wakers.append(wake)
        try:
            if not self._set:
                await event.wait()
        finally:
            self._wakers.remove(wake)


class Stop:
    """Says whether a run is to end, and by which signal."""

    def __init__(self) -> None:
        self.event = Flag()
        """Set once the run is to end."""
        self.signal: int | None = None
        """The signal that ended it."""

    def watch(self, reopen: Callable[[], None] | None = None) -> None:
        """Take the signals of this process; with `reopen`, within a loop, SIGHUP calls it instead of ending the run.

        A handler only raises the flag, which is looked at between two transactions; what is reopened is so between two
        steps of the loop.
        """
        for number in ENDING:
            if number == signal.SIGHUP and reopen is not None:
                import asyncio

                asyncio.get_running_loop().add_signal_handler(number, reopen)
            else:
                signal.signal(number, self._end)

    def _end(self, number: int, _: object) -> None:
        if self.signal is None:
            self.signal = number
            self.event.set()

    async def wait(self, length: float) -> bool:
        """Wait so many seconds or until the run is to end; return whether it is to end."""
        import asyncio

        try:
            await asyncio.wait_for(self.event.wait(), max(0.0, length))
        except TimeoutError:
            return False
        return True
