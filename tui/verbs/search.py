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


QUERIES = """\
a query, as `list`, `export` and `brief --query`, watch rules and /= on the board take it:
  drones prisoners        articles with both words, in title or text
  "air force" drone*      a phrase; the beginning of a word
  drones or -(a b)        one or the other; - turns a word, a field or a group round
  @losses                 the [[query]] of this name in the configuration

and its fields, in articles, figures and quotes:
"""


def more() -> str:
    """Return what the help says of queries, wherever one may stand."""
    from textwrap import wrap

    from feeds.query.terms import FIELDS

    fields = "\n".join(
        "\n".join(wrap(what, 86, initial_indent=f"  {name + ':':<10}", subsequent_indent=" " * 12))
        for name, what in FIELDS.items()
    )
    return f"{QUERIES}{fields}\n\n"


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words, or a query as `list --query` takes it")
    parser.add_argument("--newest", action="store_true", help="the newest first, rather than the best")
    parser.add_argument("--limit", metavar="N", type=whole_number, default=20, help="at most so many (default: 20)")
    format_options(parser)


def run(args: Namespace) -> int:
    """Print the articles; those found by words with the stretch that shows them best."""
    from tui.lines.formats import no_rows, writer
    from tui.lines.text import hit

    config = config_of(args)
    fields = fields_of(args, "hit")
    write = writer(args.format, hit, fields=fields, utc=args.utc)
    with archive_of(config) as archive:
        record = None
        for record in _found(archive, config, args):
            write(record)
        if record is None:
            no_rows(args.format, "hit", fields)
            hint_if_empty(archive, config)
    return DONE


def _found(archive: "Archive", config: "Config", args: Namespace) -> "Iterator[Record]":
    import time

    from feeds.archive import Selection
    from feeds.query import QueryError, parse, words_of
    from tui.desk.choosing import in_full, narrowed
    from tui.lines.records import headline_row
    from tui.narration import UsageMistakeError

    query = in_full(" ".join(args.query), config)
    try:
        node = parse(query)
    except QueryError as fault:
        raise UsageMistakeError(str(fault)) from None
    words = plain_words(node)
    chosen = Selection(sources=tuple(source.key for source in config.sources))
    if not words:
        words = [words_of(node)]
        chosen = narrowed(chosen, query, "headlines", int(time.time()))
    for row in archive.search(" ".join(words), args.limit, newest=args.newest, selection=chosen):
        yield {**headline_row(row.headline), "snippet": row.snippet, "hits": row.hits}


def plain_words(node: "Node | None") -> list[str]:
    """Return the words of a query that is nothing but words; else nothing."""
    from feeds.query.terms import And, Word

    nodes = node.nodes if isinstance(node, And) else (node,)
    words = [part.text for part in nodes if isinstance(part, Word) and not part.prefix and " " not in part.text]
    return words if len(words) == len(nodes) else []
