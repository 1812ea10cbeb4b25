"""`copydesk list`: what is stored, the newest first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of, fields_of, format_options, hint_if_empty, narrowed_by, row_options
from tui.lines import text as lines
from tui.lines.formats import Line, no_rows, writer
from tui.lines.records import Record
from tui.narration import DONE, UsageMistakeError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from feeds.archive import Archive
    from feeds.config import Config

EXAMPLES = """
copydesk list --since 24h --limit 20
copydesk list quotes --query 'speaker:minister -is:doubtful' --format jsonl
copydesk list figures --since 7d --format csv --fields at,value,unit,about,title > figures.csv
"""

LINES: dict[str, Line] = {
    "headlines": lines.headline,
    "figures": lines.figure,
    "quotes": lines.quote,
    "speakers": lines.speaker,
    "sources": lines.source,
    "runs": lines.run,
}
"""What can be listed, and how it looks."""
WHOLE = ("sources", "runs")
"""What has neither words nor a time that a query could ask for."""


def options(parser: "ArgumentParser") -> None:
    """Name the arguments."""
    parser.add_argument(
        "what", nargs="?", choices=tuple(LINES), default="headlines", help="(default: headlines; runs: the last 50)"
    )
    row_options(parser)
    format_options(parser)


def run(args: "Namespace") -> int:
    """Print the rows."""
    _check(args)
    config = config_of(args)
    kind = args.what.removesuffix("s")
    fields = fields_of(args, kind)
    write = writer(args.format, LINES[args.what], fields=fields, utc=args.utc)
    with archive_of(config) as archive:
        record = None
        for record in _records(args, config, archive):
            write(record)
        if record is None:
            no_rows(args.format, kind, fields)
            hint_if_empty(archive, config)
    return DONE


def _check(args: "Namespace") -> None:
    """Name options that would be left unread. Raises UsageMistakeError."""
    if args.what in WHOLE and (narrowing := narrowed_by(args)):
        raise UsageMistakeError(
            f"{args.what} are not narrowed by {narrowing}; headlines, figures, quotes and speakers are"
        )


def _records(args: "Namespace", config: "Config", archive: "Archive") -> Iterator[Record]:
    if args.what in ("headlines", "figures", "quotes"):
        from tui.desk.choosing import rows, selection

        return rows(archive, args.what, selection(args, config, args.what))
    from tui.lines import inventory

    if args.what == "runs":
        return inventory.runs(archive, args.limit)
    if args.what == "sources":
        return inventory.sources(archive, config, args.limit)
    from tui.desk.choosing import selection

    return inventory.speakers(archive, selection(args, config, "quotes"))
