"""`copydesk schema`: the JSON Schema of every line that the program prints as JSONL."""

from argparse import ArgumentParser, Namespace

from tui.lines.schema import LINES, schema, whole
from tui.narration import DONE
from tui.output import as_json, write_line

EXAMPLES = """
copydesk schema > copydesk.schema.json
copydesk schema figure
"""

DESK = False
"""It knows no configuration and no archive."""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("line", nargs="?", choices=tuple(LINES), metavar="TYPE", help=f"of: {', '.join(LINES)}")


def run(args: Namespace) -> int:
    """Print the schema."""
    write_line(as_json(schema(args.line) if args.line else whole()))
    return DONE
