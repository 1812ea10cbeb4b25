"""A program of a terminal: it ends in good order on a signal, and can be left for the shell that started it."""

import os
import signal
from typing import TYPE_CHECKING

from textual.app import App

from tui.commands import shown

if TYPE_CHECKING:
    import asyncio
    from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""They end the board as a key would: the terminal is given back, and the status is 128 and the signal's number."""


class Job(App[None]):
    """An application that signals end, and that the shell can put aside."""

    def on_mount(self) -> None:
        """Hear the signals; Textual calls `on_mount` of every class."""
        loop: asyncio.AbstractEventLoop = self._loop  # type: ignore[assignment]
        for number in SIGNALS:
            loop.add_signal_handler(number, self.exit, None, 128 + number)
        self._heed()

    def _heed(self) -> None:
        """Let the driver hear that it goes on only where it was put aside before.

        A terminal that is closed sends SIGCONT behind SIGHUP. Textual's driver then begins a second thread that reads
        keys, while the first is told to end: one of them could stay, and spin at the end of its input for ever.
        """
        stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
        if not callable(stop) or not callable(go_on):  # no driver of a terminal
            return

        def stopped(number: int, frame: "FrameType | None") -> None:
            signal.signal(signal.SIGCONT, continued)
            stop(number, frame)

        def continued(number: int, frame: "FrameType | None") -> None:
            signal.signal(signal.SIGCONT, signal.SIG_DFL)
            go_on(number, frame)

        signal.signal(signal.SIGTSTP, stopped)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)

    def action_help_quit(self) -> None:
        """Say how the board is left to whoever presses ctrl+c, as in other programs."""
        keys = (shown(key) for key, one in self.active_bindings.items() if one.binding.id == "quit")
        self.notify(f"{next(keys, 'ctrl+q')} leaves the board", timeout=5, markup=False)

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
