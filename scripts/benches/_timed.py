"""Runs the program with the seconds spent in `read` written to a file; imports nothing that the program does not.

With `--unread` in front nothing is read: rounds that prime an archive for unchanged feeds need no figures.
"""

import sys
import time

sys.path.insert(0, __file__.rpartition("/scripts/")[0])

import feeds.refresh

spent = [0.0]
inner = feeds.refresh.read_text  # the one seam behind which reading is imported


def read(text, title):
    began = time.thread_time()
    try:
        return inner(text, title)
    finally:
        spent[0] += time.thread_time() - began


def main() -> int:
    feeds.refresh.read_text = read
    if sys.argv[1] == "--unread":
        from feeds.model import Reading

        del sys.argv[1]
        feeds.refresh.read_text = lambda *_: Reading()
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
