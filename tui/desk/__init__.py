"""What most verbs begin with: the desk that the options name, and the rows that they ask for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from feeds.config import Config, load
from tui.lines.formats import FORMATS
from tui.narration import UsageMistakeError, say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from feeds.archive import Archive
    from tui.desk.choosing import What


WHAT: "tuple[What, ...]" = ("headlines", "figures", "quotes")
"""The lists of rows, in the order in which they are printed one after the other."""
DIGITS = 18
"""Of a number that SQLite takes, and that Python reads at once."""
EMPTY = "nothing is stored yet; `copydesk refresh` reads the sources"
"""What a desk says that was never refreshed."""
NONE_OF_THESE = (
    "nothing is stored of these sources yet; `copydesk refresh` reads them, `copydesk source list` shows them"
)
"""What a desk says of sources that were not asked yet, or never answered well."""


def config_of(args: "Namespace") -> Config:
    """Read the configuration of the desk that the options name."""
    return load(args.config, paths=args.path, archive=args.archive)


def archive_of(config: Config) -> "Archive":
    """Open the desk's archive for reading; an empty one where nothing was stored yet."""
    from feeds.archive import open_archive

    archive = open_archive(config.archive_file)
    if archive.note:
        say(archive.note)
    return archive


def format_options(parser: "ArgumentParser", formats: Sequence[str] = FORMATS) -> None:
    """Add how the rows are printed."""
    parser.add_argument("--format", choices=formats, default="text", help="of the output (default: text)")
    if "csv" in formats:
        parser.add_argument("--fields", metavar="A,B", help="these fields only, in this order")
    parser.add_argument("--utc", action="store_true", help="times in UTC rather than of this place")


def query_options(parser: "ArgumentParser") -> None:
    """Add what rows are to be about, and of which sources."""
    parser.add_argument(
        "--query",
        metavar="QUERY",
        help="such as 'speaker:dostan value:>100 since:2d \"ceasefire\"', or @NAME of a saved one; "
        "`copydesk search --help` has all fields",
    )
    parser.add_argument("--source", metavar="NAME", action="append", default=[], help="of this source; may be repeated")


def row_options(parser: "ArgumentParser") -> None:
    """Add which rows are asked for."""
    query_options(parser)
    parser.add_argument("--since", metavar="WHEN", help="not older than this: 24h, 7d, 2025-07-25, 2025-07-25T06:00Z")
    parser.add_argument("--before", metavar="WHEN", help="older than this")
    parser.add_argument(
        "--limit", metavar="N", type=whole_number, help="at most so many, from the top of the list (default: all)"
    )
    parser.add_argument("--all", action="store_true", help="also what is no figure or quote by itself: dates, terms, …")


def narrowed_by(args: "Namespace") -> str:
    """Return the options by which the user asks for some of the rows only; empty where there is none."""
    given = {name: getattr(args, name) for name in ("query", "since", "before", "source", "all")}
    return ", ".join(f"--{name}" for name, value in given.items() if value)


def whole_number(text: str) -> int:
    """Read the value of an option that counts; more than there can ever be is as much as there is."""
    if not text.isascii() or not text.isdecimal():
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"{text!r} is no whole number")
    return int(text) if len(text) < DIGITS else 10**DIGITS


def fields_of(args: "Namespace", *kinds: str) -> tuple[str, ...]:
    """Return the fields that the user chose for lines of these types, in order; one that none ever has is named."""
    if not args.fields:
        return ()
    from tui.lines.columns import columns
    from tui.lines.formats import no_field

    chosen = tuple(field.strip() for field in args.fields.split(","))
    if not all(chosen):
        raise UsageMistakeError("--fields: a name is missing before or after a comma")
    known = dict.fromkeys(name for kind in kinds for name in columns(kind))
    for field in chosen:
        if field not in known:
            raise no_field(field, known)
    return chosen


def hint_if_empty(archive: "Archive", config: Config) -> None:
    """Say on stderr that nothing was ever read, where that is why nothing is found."""
    from feeds.archive import Selection

    ours = Selection(sources=tuple(source.key for source in config.sources), limit=1)
    if not archive.keys("headlines", ours):
        say(NONE_OF_THESE if archive.runs(1) else EMPTY)
