"""stderr: logs, progress, and the one table of exit codes."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.model import RunFinished


class UsageMistakeError(Exception):
    """The command line asks for what there is not: the message says what there is."""


EXITS = (
    (0, "done; nothing new is also done"),
    (1, "the program could not go on: a fault, a full disk, an unreadable archive"),
    (2, "wrong usage, or no terminal for the board"),
    (3, "some sources, files or lines failed"),
    (4, "all sources, files or lines failed"),
    (10, "something new; only with --exit-code (3 and 4 win)"),
    (75, "another run is under way; its PID is named"),
    (78, "a mistake in the configuration, or an archive newer than the program"),
    (129, "ended by SIGHUP, after the transaction under way"),
    (130, "ended by SIGINT, after the transaction under way"),
    (141, "the reader of stdout has gone; no message says so"),
    (143, "ended by SIGTERM, after the transaction under way"),
)
"""Every exit code that the program has and what it means; help, manual and tests read it here."""

DONE, FAULT, USAGE, SOME, ALL, NEW, BUSY, CONFIG, HUP, INT, PIPE, TERM = (code for code, _ in EXITS)


def exit_code(finished: "RunFinished", *, new: bool = False) -> int:
    """Return the exit code of a run; `new` asks for 10 where it found something (`--exit-code`).

    What a source in back-off last answered is counted in `errors` by the run; a run that was broken off has the code
    of its signal, which only the caller knows.
    """
    if finished.status == "failed":
        return ALL
    if finished.status == "partial":
        return SOME
    return NEW if new and (finished.new or finished.changed) else DONE


def part(failed: int, done: int) -> int:
    """Return the exit code of work over several things of which some may have failed."""
    if not failed:
        return DONE
    return SOME if done else ALL


def say(message: str) -> None:
    """Tell the user something on stderr, one line, under the program's name."""
    narrate(f"copydesk: {message}\n")


def narrate(line: str) -> None:
    """Write to stderr at once; where it takes nothing (a full disk, a reader who has gone) the work goes on untold."""
    try:
        sys.stderr.write(line)
        sys.stderr.flush()
    except OSError:
        return
