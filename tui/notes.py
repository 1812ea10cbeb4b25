"""What the board has said: its notes vanish after seconds, and nobody reads them all in time."""

from typing import NamedTuple

from tui.panels.layout import wrap

KEPT = 200
"""Notes that are kept while the board is open."""


class Note(NamedTuple):
    """Something that the board has said."""

    at: int
    title: str
    words: str
    severity: str
    """`information`, `warning` or `error`."""


WIDEST = 72
"""Cells of the longest line of a note on the screen."""


def folded(words: str, width: int) -> str:
    """Return what a note says in lines that the screen has room for.

    Textual leaves a note room for as many lines as it would have without a greatest width, and cuts off the others.
    """
    room = max(10, min(WIDEST, width - 8))
    return "\n".join(words[start:end] for start, end in wrap(words, room))
