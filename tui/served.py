"""One board behind a page of `copydesk serve`: the same one, drawn by Textual's driver for the web.

Its desk comes from the command line that the server wrote; the page sends keys, the mouse and a size, nothing more.
"""

import gc
import sys
from collections.abc import Sequence

from feeds.config import load
from tui.app import Copydesk
from tui.usage import parser_for
from tui.verbs import board


def main(argv: Sequence[str]) -> int:
    """Show the board of a desk in the browser until the page goes; the exit status."""
    args = parser_for("", board).read(argv)
    app = Copydesk(load(args.config, paths=args.path, archive=args.archive))
    app.run(mouse=app.config.mouse)
    return app.return_code or 0


if __name__ == "__main__":
    gc.set_threshold(50_000)  # as the command does: none is collected while the board starts
    sys.exit(main(sys.argv[1:]))
