"""`copydesk list`: what is stored, the newest first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of, fields_of, format_options, hint_if_empty, row_options
from tui.lines import text as lines
from tui.lines.formats import Line, writer
from tui.lines.records import Record
from tui.narration import DONE

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


def options(parser: "ArgumentParser") -> None:
    """Name the arguments."""
    parser.add_argument("what", nargs="?", choices=tuple(LINES), default="headlines", help="(default: headlines)")
    row_options(parser)
    format_options(parser)


def run(args: "Namespace") -> int:
    """Print the rows."""
    config = config_of(args)
    write = writer(args.format, LINES[args.what], fields=fields_of(args, args.what.removesuffix("s")), utc=args.utc)
    with archive_of(config) as archive:
        record = None
        for record in _records(args, config, archive):
            write(record)
        if record is None:
            hint_if_empty(archive, config)
    return DONE


def _records(args: "Namespace", config: "Config", archive: "Archive") -> Iterator[Record]:
    if args.what in ("headlines", "figures", "quotes"):
        from tui.desk.choosing import rows, selection

        return rows(archive, args.what, selection(args, config, args.what))
    from tui.lines import inventory

    return inventory.records(archive, config, args.what, args.limit)
