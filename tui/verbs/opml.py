"""`copydesk opml import|export`: sources from and for other feed readers."""

from argparse import ArgumentParser, Namespace

from tui.narration import ALL, DONE, UsageMistakeError, say
from tui.output import write_line

EXAMPLES = """
copydesk opml import feeds.opml
copydesk opml import https://example.org/blogroll.opml
copydesk opml export > copydesk.opml
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    verbs = parser.add_subparsers(dest="what", required=True, metavar="import|export")
    imports = verbs.add_parser("import", help="add the feeds of a list to the configuration")
    imports.add_argument("place", metavar="FILE|URL|-", help="an OPML file, its address, or - for stdin")
    imports.add_argument("--tag", action="append", default=[], help="for each of them, too; may be repeated")
    verbs.add_parser("export", help="print the feed addresses of the configuration as OPML 2")


def run(args: Namespace) -> int:
    """Take a list in, or give one out."""
    return _import(args) if args.what == "import" else _export(args)


def _import(args: Namespace) -> int:
    from feeds.intake.parsing.opml import OpmlError
    from tui.desk.outlines import merged, taken

    try:
        found = taken(args.place, args)
    except (OSError, OpmlError) as fault:
        say(f"{args.place}: {getattr(fault, 'strerror', None) or fault}")
        return ALL
    try:
        done, skipped, again = merged(found, args)
    except ValueError as fault:
        raise UsageMistakeError(f"{args.place}: {fault}") from None
    for name in skipped:
        say(f"{args.place}: {name}: no address that could be asked")
    write_line(f"{len(done.added)} added, {len(done.there)} there already, {again} repeated, {len(skipped)} skipped")
    return DONE


def _export(args: Namespace) -> int:
    from tui.desk import config_of
    from tui.desk.outlines import written

    write_line(written(config_of(args)).decode().rstrip("\n"))
    return DONE
