"""`copydesk reread`: every stored article read again, after the reading has got better."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of
from tui.narration import part, say
from tui.output import write_line

if TYPE_CHECKING:
    from feeds.archive.rows import Reread

EXAMPLES = """
copydesk reread
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--quiet", action="store_true", help="no line for each article that reads otherwise now")


def run(args: Namespace) -> int:
    """Read the archive again; stars and rejections stay."""
    changed = total = figures = quotes = broken = 0
    from feeds.careful import Careful

    read = Careful()
    with archive_of(config_of(args)) as archive:
        for step in archive.reread(read):
            while read.notes:
                broken += 1
                say(read.notes.pop(0))
            total += 1
            _progress(step)
            if step.changed:
                changed += 1
                figures += step.figures_new - step.figures_gone
                quotes += step.quotes_new - step.quotes_gone
                if not args.quiet:
                    write_line(_line(step))
    _progress(None)
    write_line(f"{changed} of {total} articles read otherwise now; {figures:+} figures, {quotes:+} quotes")
    return part(broken, total - broken)


def _line(step: "Reread") -> str:
    figures = f"figures +{step.figures_new} -{step.figures_gone}"
    return f"{step.article}  {figures}, quotes +{step.quotes_new} -{step.quotes_gone}"


def _progress(step: "Reread | None") -> None:
    if not sys.stderr.isatty():
        return
    if step is None:
        sys.stderr.write("\r\x1b[K")
    elif step.done % 100 == 0:
        sys.stderr.write(f"{step.done} of {step.total} articles\r")
