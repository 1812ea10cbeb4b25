"""What the board has said: its notes vanish after seconds, and nobody reads them all in time."""

from typing import NamedTuple

KEPT = 200
"""Notes that are kept while the board is open."""


class Note(NamedTuple):
    """Something that the board has said."""

    at: int
    title: str
    words: str
    severity: str
    """`information`, `warning` or `error`."""
