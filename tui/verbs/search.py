"""`copydesk search`: articles by words, or by any query."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of, fields_of, format_options, hint_if_empty, whole_number
from tui.narration import DONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.archive import Archive
    from feeds.config import Config
    from feeds.query.terms import Node
    from tui.lines.records import Record

EXAMPLES = """
copydesk search drones prisoners
copydesk search 'speaker:minister "air force" since:7d -is:doubtful' --format jsonl
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words, or a query as `list --query` takes it")
    parser.add_argument("--newest", action="store_true", help="the newest first, rather than the best")
    parser.add_argument("--limit", metavar="N", type=whole_number, default=20, help="at most so many (default: 20)")
    format_options(parser)


def run(args: Namespace) -> int:
    """Print the articles; those found by words with the stretch that shows them best."""
    from tui.lines.formats import writer
    from tui.lines.text import hit

    config = config_of(args)
    write = writer(args.format, hit, fields=fields_of(args, "headline"), utc=args.utc)
    with archive_of(config) as archive:
        record = None
        for record in _found(archive, config, args):
            write(record)
        if record is None:
            hint_if_empty(archive, config)
    return DONE


def _found(archive: "Archive", config: "Config", args: Namespace) -> "Iterator[Record]":
    from feeds.query import QueryError, parse
    from tui.desk.choosing import in_full
    from tui.narration import UsageMistakeError

    query = in_full(" ".join(args.query), config)
    try:
        words = plain_words(parse(query))
    except QueryError as fault:
        raise UsageMistakeError(str(fault)) from None
    return _ranked(archive, config, words, args) if words else _listed(archive, config, query, args.limit)


def plain_words(node: "Node | None") -> list[str]:
    """Return the words of a query that is nothing but words; else nothing."""
    from feeds.query.terms import And, Word

    nodes = node.nodes if isinstance(node, And) else (node,)
    words = [part.text for part in nodes if isinstance(part, Word) and not part.prefix and " " not in part.text]
    return words if len(words) == len(nodes) else []


def _ranked(archive: "Archive", config: "Config", words: list[str], args: Namespace) -> "Iterator[Record]":
    from itertools import islice

    from tui.lines.records import headline_row

    ours = {source.key for source in config.sources}
    rows = archive.search(" ".join(words), 4 * args.limit, newest=args.newest)
    for row in islice((row for row in rows if row.headline.source in ours), args.limit):
        yield {**headline_row(row.headline), "snippet": row.snippet, "hits": row.hits}


def _listed(archive: "Archive", config: "Config", query: str, limit: int) -> "Iterator[Record]":
    import time

    from feeds.archive import Selection
    from tui.desk.choosing import narrowed, rows

    ours = Selection(sources=tuple(source.key for source in config.sources), limit=limit)
    return rows(archive, "headlines", narrowed(ours, query, "headlines", int(time.time())))
