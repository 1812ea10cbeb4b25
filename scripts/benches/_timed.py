"""Runs the program with the seconds spent in `read` written to a file; imports nothing that the program does not.

With `--unread` in front nothing is read: rounds that prime an archive for unchanged feeds need no figures.
"""

import sys
import time

sys.path.insert(0, __file__.rpartition("/scripts/")[0])

import feeds.refresh
from feeds.careful import read_text
from feeds.model import Reading

spent = [0.0]


def read(text: str, title: str | None) -> Reading:
    began = time.thread_time()
    try:
        return read_text(text, title)
    finally:
        spent[0] += time.thread_time() - began


def main() -> int:
    seam = "read_text"  # the one behind which reading is imported
    setattr(feeds.refresh, seam, read)
    if sys.argv[1] == "--unread":
        del sys.argv[1]
        setattr(feeds.refresh, seam, lambda *_: Reading())
    from tui.cli import run

    place = sys.argv[1]
    sys.argv = ["copydesk", *sys.argv[2:]]
    try:
        return run(sys.argv[1:])
    finally:
        with open(place, "w") as file:  # noqa: PTH123
            file.write(str(spent[0]))


if __name__ == "__main__":
    import gc

    from tui.cli import leave

    # As `tui.cli.main` does: few collections, and no tearing down.
    gc.set_threshold(50_000)
    status = main()
    leave(status)
    sys.exit(status)
