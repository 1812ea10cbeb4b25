"""The one way out to a browser: only addresses that cannot be anything else, and never through a shell."""

import re
import subprocess
import sys

MOST = 2048
"""Characters of the longest address that is opened."""

SAFE = re.compile(r"https?://(?!-)[^\s/?#@\\\x00-\x20\x7f-\x9f]+(?:[/?#][^\s\x00-\x20\x7f-\x9f]*)?", re.IGNORECASE)
"""http or https, a host without user or password, no space and no control character."""


def may_open(link: str | None) -> bool:
    """Say whether an address may be given to a browser."""
    return link is not None and len(link) <= MOST and SAFE.fullmatch(link) is not None


def open_link(link: str) -> None:
    """Give an address to the user's browser, as one argument after `--`.

    A process of its own takes what browsers say on their standard error, which would else be drawn over the board.
    Raises ValueError for an address that may not be opened, and OSError where no process can be started.
    """
    if not may_open(link):
        raise ValueError(f"this address may not be opened: {link!r}")
    nothing = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 (one checked argument, no shell)
        [sys.executable, "-P", "-m", "webbrowser", "--", link],
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        start_new_session=True,
    )
