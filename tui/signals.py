"""The signals that end a run, or in a long one have its log opened anew; never in the middle of a transaction."""

import asyncio
import signal
from collections.abc import Callable

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stop:
    """Says whether a run is to end, and by which signal."""

    def __init__(self) -> None:
        self.event = asyncio.Event()
        """Set once the run is to end."""
        self.signal: int | None = None
        """The signal that ended it."""

    def watch(self, reopen: Callable[[], None] | None = None) -> None:
        """Take the signals of this process; with `reopen`, SIGHUP calls it instead of ending the run.

        The loop runs a handler between two of its steps, and a transaction is within one.
        """
        loop = asyncio.get_running_loop()
        for number in ENDING:
            if number == signal.SIGHUP and reopen is not None:
                loop.add_signal_handler(number, reopen)
            else:
                loop.add_signal_handler(number, self._end, int(number))

    def _end(self, number: int) -> None:
        if self.signal is None:
            self.signal = number
            self.event.set()

    async def wait(self, length: float) -> bool:
        """Wait so many seconds or until the run is to end; return whether it is to end."""
        try:
            await asyncio.wait_for(self.event.wait(), max(0.0, length))
        except TimeoutError:
            return False
        return True
