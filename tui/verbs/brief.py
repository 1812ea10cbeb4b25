"""`copydesk brief`: the news of the last hours on a page, each line with its source."""

from argparse import ArgumentParser, Namespace

from tui.desk import WHAT, archive_of, config_of, hint_if_empty, query_options
from tui.narration import DONE

EXAMPLES = """
copydesk brief --last 24h
copydesk brief --last 7d --query 'tag:energy or oil'
copydesk brief --last 12h --format markdown | mail -s "Morning brief" desk@example.org
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--last", metavar="LENGTH", default="24h", help="how far it looks back (default: 24h)")
    query_options(parser)
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="(default: text)")
    parser.add_argument("--utc", action="store_true", help="times in UTC rather than of this place")


def run(args: Namespace) -> int:
    """Print headlines, ten figures and ten quotes."""
    import time

    from tui.desk.briefing import Brief
    from tui.desk.choosing import asked, moment_of

    config, now = config_of(args), int(time.time())
    since = moment_of("--last", args.last, now)
    with archive_of(config) as archive:
        hint_if_empty(archive, config)
        rows = {what: asked(args, config, what, now)._replace(since=since) for what in WHAT}
        Brief(archive, rows, since, utc=args.utc).print(args.format)
    return DONE
