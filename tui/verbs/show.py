"""`copydesk show ID`: one article, figure or quote with what stands around it."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of, format_options
from tui.narration import DONE
from tui.output import write_line

if TYPE_CHECKING:
    from feeds.archive import Archive

EXAMPLES = """
copydesk show 42d0                                   # the beginning of an id is enough where no other begins so
copydesk show "$(copydesk list quotes --limit 1 --format jsonl | jq -r .id)"
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument(
        "ids",
        nargs="+",
        metavar="ID",
        help="of an article, a figure or a quote, as lists print them; its beginning will do",
    )
    format_options(parser, ("text", "jsonl"))


def run(args: Namespace) -> int:
    """Print each, with its sentence and the sentences beside it, or an article whole."""
    from feeds.archive import NoSuchId
    from tui.narration import part, say

    failed = 0
    with archive_of(config_of(args)) as archive:
        for nth, id_ in enumerate(args.ids):
            if nth and args.format == "text":
                write_line("")
            try:
                _show(archive, id_, args)
            except NoSuchId as fault:
                failed += 1
                say(f"{fault}; `copydesk list` prints the ids")
    return part(failed, len(args.ids) - failed) if failed else DONE


def _show(archive: "Archive", id_: str, args: Namespace) -> None:
    from tui.lines.showing import show_article, show_json, show_mention

    place = archive.find(id_)
    stored = archive.article(place.article)
    if args.format == "jsonl":
        show_json(archive, place, stored)
    elif place.kind == "article":
        show_article(stored, utc=args.utc)
    else:
        show_mention(archive, place, stored, utc=args.utc)
