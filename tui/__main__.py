"""`python -m tui` is the command `copydesk`: the board starts its refreshes this way."""

import sys

from tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
