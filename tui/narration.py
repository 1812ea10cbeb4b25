"""stderr: logs, progress, and the one table of exit codes."""

import sys
from typing import NamedTuple

from feeds.model import RunFinished


class UsageMistakeError(Exception):
    """The command line asks for what there is not: the message says what there is."""


class Exit(NamedTuple):
    """One row of the table of exit codes."""

    code: int
    name: str
    meaning: str


EXITS = (
    Exit(0, "done", "done; nothing new is also done"),
    Exit(1, "fault", "the program could not go on: a fault, a full disk, an unreadable archive"),
    Exit(2, "usage", "wrong usage, or no terminal for the board"),
    Exit(3, "some", "some sources, files or lines failed"),
    Exit(4, "all", "all sources, files or lines failed"),
    Exit(10, "new", "something new; only with --exit-code (3 and 4 win)"),
    Exit(75, "busy", "another run is under way; its PID is named"),
    Exit(78, "config", "a mistake in the configuration, or an archive newer than the program"),
    Exit(129, "hup", "ended by SIGHUP, after the transaction under way"),
    Exit(130, "int", "ended by SIGINT, after the transaction under way"),
    Exit(141, "pipe", "the reader of stdout has gone; said by nothing but this"),
    Exit(143, "term", "ended by SIGTERM, after the transaction under way"),
)
"""Every exit code that the program has; help, manual and tests read it here."""

DONE, FAULT, USAGE, SOME, ALL, NEW, BUSY, CONFIG, HUP, INT, PIPE, TERM = (row.code for row in EXITS)


def exit_code(finished: RunFinished, *, new: bool = False) -> int:
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
    sys.stderr.write(f"copydesk: {message}\n")
