"""`copydesk export`: what is stored, for other programs, on stdout or into a file in one step."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from tui.desk import WHAT, archive_of, config_of, fields_of, narrowed_by, row_options
from tui.desk.placing import stdout_into, target
from tui.lines import text as lines
from tui.lines.formats import no_rows, writer
from tui.narration import DONE, SOME, UsageMistakeError, say

if TYPE_CHECKING:
    from feeds.archive import Archive
    from feeds.config import Config

EXAMPLES = """
copydesk export figures --format csv --since 30d --output figures.csv
copydesk export all --format jsonl | gzip > desk.jsonl.gz
copydesk export --format sqlite --output desk.sqlite3
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("what", nargs="?", choices=("all", *WHAT), default="all", help="(default: all)")
    parser.add_argument(
        "--format", choices=("jsonl", "csv", "markdown", "sqlite"), default="jsonl", help="(default: jsonl)"
    )
    parser.add_argument("--output", metavar="FILE", help="put there once it is whole (default: -, stdout)")
    parser.add_argument("--fields", metavar="A,B", help="these fields only, in this order")
    parser.add_argument("--utc", action="store_true", help="times in UTC rather than of this place")
    row_options(parser)


def run(args: Namespace) -> int:
    """Write what is asked for."""
    if args.what == "all" and args.format in ("csv", "markdown"):
        raise UsageMistakeError(f"{args.format} is one table: export headlines, figures or quotes")
    if args.format == "sqlite" and args.output is None:
        raise UsageMistakeError("a copy of the archive needs --output FILE")
    if args.format == "sqlite" and (left := _left_unread(args)):
        raise UsageMistakeError(f"a copy of the archive is whole: leave {left} out, or choose jsonl, csv or markdown")
    config = config_of(args)
    with archive_of(config) as archive:
        if args.format == "sqlite":
            archive.backup(target(args.output, config))
            return DONE
        with nullcontext() if args.output in (None, "-") else stdout_into(args.output, config):
            return _write(args, config, archive)


def _its(fields: Sequence[str], what: str) -> tuple[str, ...]:
    """Return those of the chosen fields that lines of this type have: in an export of all, no type has every field."""
    from tui.lines.columns import columns

    known = columns(what.removesuffix("s")) if fields else ()
    return tuple(field for field in fields if field in known)


def _left_unread(args: Namespace) -> str:
    """Return the options that a copy of the whole archive takes no notice of."""
    given = {args.what: args.what != "all", "--fields": args.fields, "--limit": args.limit is not None}
    return ", ".join([*(name for name, value in given.items() if value), *filter(None, [narrowed_by(args)])])


def _write(args: Namespace, config: "Config", archive: "Archive") -> int:
    from tui.desk.choosing import selection
    from tui.desk.salvaging import Salvage

    chosen = [what for what in WHAT if args.what in ("all", what)]
    fields = fields_of(args, *(what.removesuffix("s") for what in chosen))
    record, salvage = None, Salvage(archive)
    for what in chosen:
        its = _its(fields, what) if len(chosen) > 1 else fields
        if its or not fields:
            write = writer(args.format, lines.headline, fields=its, utc=args.utc)
            for record in salvage.rows(what, selection(args, config, what)):
                write(record)
    if record is None:
        no_rows(args.format, chosen[0].removesuffix("s"), fields)
    if salvage.lost:
        say(f"{salvage.lost} articles or rows could not be read, all others are here; {salvage.fault}")
        return SOME
    return DONE
