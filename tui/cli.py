"""The verbs of the command `copydesk`; Textual is imported for the board alone."""

import sys


def main() -> int:
    """Run the command line and return its exit status."""
    from feeds import __version__

    sys.stdout.write(f"copydesk {__version__}\n")
    return 0
