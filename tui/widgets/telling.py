"""What goes wrong behind a key or in a thread is a note on the screen, and never the end of the board."""

import os
import traceback
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerState

from tui.widgets.cells import steady

if TYPE_CHECKING:
    from collections.abc import Callable


def where(fault: BaseException) -> str:
    """Return an error as one line, with the file and line that it came from, for whoever reports it.

    What the system says of a file needs neither a class nor a line of code.
    """
    if isinstance(fault, OSError) and fault.filename and fault.strerror:
        return steady(f"{fault.filename}: {fault.strerror}")
    frames = traceback.extract_tb(fault.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    return steady(f"{type(fault).__name__}: {fault}"[:300]) + place


def tell(notify: "Callable[..., None]", fault: BaseException) -> None:
    """Raise a note on an error; `notify` is a widget's or the application's."""
    notify(where(fault), title="That did not work", severity="error", timeout=15, markup=False)


class Telling:
    """A widget that says when one of its workers has failed; else nobody would know why rows stay away."""

    if TYPE_CHECKING:
        notify: Callable[..., None]

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        """Tell a worker's error."""
        if message.state is WorkerState.ERROR and message.worker.error is not None:
            tell(self.notify, message.worker.error)
