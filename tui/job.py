"""A program of a terminal: it ends in good order on a signal, and can be left for the shell that started it."""

import os
import signal
from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    import asyncio

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""They end the board as a key would: the terminal is given back, and the status is 128 and the signal's number."""


class Job(App[None]):
    """An application that signals end, and that the shell can put aside."""

    def on_mount(self) -> None:
        """Hear the signals; Textual calls `on_mount` of every class."""
        loop: asyncio.AbstractEventLoop = self._loop  # type: ignore[assignment]
        for number in SIGNALS:
            loop.add_signal_handler(number, self.exit, None, 128 + number)

    def action_suspend(self) -> None:
        """Go to the shell; `fg` there comes back."""
        if self.is_web or not of_a_shell():
            self.notify("There is no shell here to go back to.", timeout=3, markup=False)
        else:
            self.action_suspend_process()


def of_a_shell() -> bool:
    """Whether a shell with job control has started this process.

    Such a shell gives each job a group of its own. Textual stops the process by a signal that nothing can refuse:
    in `ssh -t HOST copydesk` or `xterm -e copydesk` nobody could ever go on with it.
    """
    return os.getpgrp() != os.getsid(0)
