"""`copydesk` and `copydesk PATH…`: the board."""

import os
import sys
from argparse import ArgumentParser, Namespace

from feeds.config import load
from feeds.config.sources import is_address
from tui.narration import USAGE, say

EXAMPLES = """
copydesk
copydesk ~/news/wires https://example.org/rss.xml
copydesk --slow-link
"""

FRAMES = "10"
"""Paints a second over a slow link: a key that is held down is then painted at every third step."""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders and addresses to watch")
    parser.add_argument(
        "--slow-link", action="store_true", help="send few bytes to the terminal, as over a slow SSH link"
    )


def run(args: Namespace) -> int:
    """Open the board, if there is a terminal to open it on."""
    paths = [*args.path, *args.paths]
    for path in paths:
        if not is_address(path) and not os.path.exists(path):
            say(_unknown(path))
            return USAGE
    config = load(args.config, paths=paths, archive=args.archive)
    if reason := no_terminal():
        say(f"the board needs a terminal, and {reason}; `copydesk refresh` works without one")
        return USAGE
    if args.slow_link or config.slow_link:
        config = config._replace(slow_link=True)
        os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # Textual reads it when it is imported
    from tui.app import main  # Textual, 200 ms

    return main(config)


def no_terminal() -> str | None:
    """Return why no board can be shown here, or nothing."""
    if sys.stdin is None or not sys.stdin.isatty():
        return "stdin is none"
    if sys.stdout is None or not sys.stdout.isatty():
        return "stdout is none"
    return "TERM=dumb names none that it can draw on" if os.environ.get("TERM") == "dumb" else None


def _unknown(path: str) -> str:
    from difflib import get_close_matches  # for the message of a mistake only

    from tui.cli import VERBS

    near = get_close_matches(path, VERBS, 1)
    hint = f"; did you mean `copydesk {near[0]}`?" if near else "; `copydesk --help` lists the verbs"
    return f"there is no verb, file or folder {path!r}{hint}"
