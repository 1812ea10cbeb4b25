"""`copydesk source add|list|rm|check`: the sources of the configuration."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from tui.desk import config_of, fields_of, format_options
from tui.narration import DONE, UsageMistakeError, part, say
from tui.output import write_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.model import Source

EXAMPLES = """
copydesk source add ~/news/wires --name wires --tag agency
copydesk source add https://example.org/rss.xml
copydesk source list
copydesk source check https://example.org/rss.xml
copydesk source rm wires
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    verbs = parser.add_subparsers(dest="what", required=True, metavar="add|list|rm|check")
    add = verbs.add_parser("add", help="add folders, files or addresses to the configuration")
    add.add_argument("where", nargs="+", metavar="PATH_OR_URL", help="a folder, a file or an address")
    add.add_argument("--name", help="what it is called (with one source only)")
    add.add_argument("--no-check", action="store_true", help="do not look first whether an address is a feed")
    add.add_argument("--tag", action="append", default=[], help="a word for a group of sources; may be repeated")
    listing = verbs.add_parser("list", help="print the sources, the failing ones with their reason")
    format_options(listing)
    rm = verbs.add_parser("rm", help="take sources out of the configuration")
    rm.add_argument("names", nargs="+", metavar="SOURCE", help="its name, path or address")
    rm.add_argument("--forget", action="store_true", help="delete their articles from the archive too; else they stay")
    check = verbs.add_parser("check", help="ask sources once, storing nothing, and say what they answer")
    check.add_argument("names", nargs="*", metavar="SOURCE", help="its name, or any path or address (default: all)")


def run(args: Namespace) -> int:
    """Do what is asked of the sources."""
    does: dict[str, Callable[[Namespace], int]] = {"add": _add, "list": _list, "rm": _rm, "check": _check}
    return does[args.what](args)


def _add(args: Namespace) -> int:
    from feeds.config import where
    from feeds.config.edit import add

    if args.name and len(args.where) > 1:
        raise UsageMistakeError("--name is for one source; name the others one by one")
    file = where(args.config)
    from feeds.config.sources import is_address

    places = args.where
    if not args.no_check and any(map(is_address, places)):
        from tui.desk.finding import feeds_of

        places = feeds_of(places, args)
    tables = [_table(place, args) for place in places]
    try:
        done = add(file, tables)
    except ValueError as fault:
        raise UsageMistakeError(str(fault)) from None
    for source in done.added:
        write_line(f"added  {source.name}  {source.where}")
        _hint(source)
    for source in done.there:
        write_line(f"there already  {source.name}  {source.where}")
    return DONE


def _table(where: str, args: Namespace) -> dict[str, Any]:
    import os

    from feeds.config.sources import is_address
    from feeds.places import expanded

    address = is_address(where)
    if not address and "://" in where:
        raise UsageMistakeError(f"{where}: an address begins with https:// or http://")
    table: dict[str, Any] = {"name": args.name} if args.name else {}
    table["url" if address else "path"] = where if address else _at_home(expanded(where, os.getcwd()))
    if args.tag:
        table["tags"] = args.tag
    return table


def _at_home(path: str) -> str:
    """Write a path under the home with `~`, so that the file can be taken to another machine."""
    import os

    home = os.path.join(os.path.expanduser("~"), "")
    return f"~/{path.removeprefix(home)}" if path.startswith(home) else path


def _hint(source: "Source") -> None:
    import os

    if source.kind != "feed" and not os.path.exists(source.where):
        say(f"{source.where} is not there yet; it is watched all the same")


def _list(args: Namespace) -> int:
    from tui.desk import archive_of
    from tui.lines import inventory
    from tui.lines import text as lines
    from tui.lines.formats import writer

    config = config_of(args)
    write = writer(args.format, lines.source, fields=fields_of(args, "source"), utc=args.utc)
    with archive_of(config) as archive:
        for record in inventory.sources(archive, config):
            write(record)
    return DONE


def _rm(args: Namespace) -> int:
    from feeds.config import where
    from feeds.config.edit import remove

    try:
        gone = remove(where(args.config), args.names)
    except LookupError as fault:
        raise UsageMistakeError(f"there is no source {fault.args[0]!r} in {where(args.config)}") from None
    if args.forget:
        from tui.desk import archive_of

        with archive_of(config_of(args)) as archive:
            for source in gone:
                archive.forget(source.key)
    for source in gone:
        write_line(f"removed  {source.name}  {source.where}")
    return DONE


def _check(args: Namespace) -> int:
    import asyncio

    from tui.desk.checking import check, chosen

    config = config_of(args)
    good, bad = asyncio.run(check(chosen(args.names, config), config))
    return part(bad, good)
