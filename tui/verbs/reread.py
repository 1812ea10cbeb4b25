"""`copydesk reread`: stored articles read again, after the reading has got better."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of
from tui.lines.formats import number_words
from tui.narration import part, say
from tui.output import write_line

if TYPE_CHECKING:
    from feeds.archive import Archive
    from feeds.archive.layout.findings import Reread
    from feeds.careful import Careful

EXAMPLES = """
copydesk reread
copydesk reread --all --quiet
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--all", action="store_true", help="every article, whichever version has read it")
    parser.add_argument("--quiet", action="store_true", help="no line for each article that reads otherwise now")


def run(args: Namespace) -> int:
    """Read again what is outdated; a signal ends it between two transactions, and the next call goes on from there."""
    from feeds.careful import Careful
    from tui.runs.signals import Stop

    stop, read, tally = Stop(), Careful(), _Tally(quiet=args.quiet)
    stop.watch()
    with archive_of(config_of(args)) as archive:
        for step in archive.reread(read, every=args.all, stop=stop.event):
            tally.add(step, read)
        _progress(None)
        write_line(tally.words())
        left = archive.outdated() - tally.broken
        if tally.total:
            _tell_apart(archive)
    if stop.signal:
        say(f"broken off; {number_words({'articles': left}, 'articles')} left, and `copydesk reread` goes on there")
        return 128 + stop.signal
    if not tally.total:
        say("this version has read them all; --all reads them again all the same")
    return part(tally.broken, tally.total - tally.broken)


class _Tally:
    """What came of it."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._changed = self._figures = self._quotes = 0
        self.total = 0
        """Articles that were read."""
        self.broken = 0
        """Those whose reading broke off; each has been named."""

    def add(self, step: "Reread", read: "Careful") -> None:
        """Count an article, and say what changed."""
        while read.notes:
            self.broken += 1
            say(read.notes.pop(0))
        self.total += 1
        _progress(step)
        if not step.changed:
            return
        self._changed += 1
        self._figures += step.figures_new - step.figures_gone
        self._quotes += step.quotes_new - step.quotes_gone
        if not self._quiet:
            figures = f"figures +{step.figures_new} -{step.figures_gone}"
            write_line(f"{step.article}  {figures}, quotes +{step.quotes_new} -{step.quotes_gone}  {step.title}")

    def words(self) -> str:
        """Return the sum."""
        changed = f"{self._changed} of {self.total} articles read otherwise now"
        return f"{changed}; {self._figures:+} figures, {self._quotes:+} quotes"


def _tell_apart(archive: "Archive") -> None:
    """Tell the speakers apart whose names are new; a run that began meanwhile does it instead."""
    from feeds.archive import RunUnderWay
    from feeds.speakers import tell_apart

    with suppress(RunUnderWay), archive.run_lock():
        tell_apart(archive)


def _progress(step: "Reread | None") -> None:
    if not sys.stderr.isatty():
        return
    if step is None:
        sys.stderr.write("\r\x1b[K")
    elif step.done % 100 == 0:
        sys.stderr.write(f"{step.done} of {step.total} articles\r")
