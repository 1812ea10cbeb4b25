"""`copydesk doctor`: what may be wrong here, and what to do about it."""

from argparse import ArgumentParser, Namespace

from tui.narration import DONE, FAULT
from tui.output import write_line

EXAMPLES = """
copydesk doctor
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--quiet", action="store_true", help="only what is wrong or may become so")


def run(args: Namespace) -> int:
    """Print a line a check; 1 where one failed."""
    from tui.desk.examining import checks

    worst = "ok"
    for state, what, words in checks(args.config, args.path, args.archive):
        worst = max(worst, state, key=("ok", "warn", "FAIL").index)
        if state != "ok" or not args.quiet:
            write_line(f"{state:<5} {what:<10} {words}")
    return FAULT if worst == "FAIL" else DONE
