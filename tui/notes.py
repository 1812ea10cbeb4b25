"""What the board has said: its notes vanish after seconds, and nobody reads them all in time."""

from typing import NamedTuple

from tui.panels.layout import wrap

KEPT = 200
"""Notes that are kept while the board is open."""


SAME = 2
"""Seconds in which an error that is said again is one and the same; later it is another try that failed."""


class Note(NamedTuple):
    """Something that the board has said."""

    at: int
    title: str
    words: str
    severity: str
    """`information`, `warning` or `error`."""

    def repeats(self, before: "Note") -> bool:
        """Whether it is an error that was said a moment ago: three panels that miss one file say so once."""
        same = self._replace(at=before.at) == before
        return same and self.severity == "error" and self.at - before.at < SAME


WIDEST = 72
"""Cells of the longest line of a note on the screen."""


def folded(words: str, width: int) -> str:
    """Return what a note says in lines that the screen has room for.

    Textual leaves a note room for as many lines as it would have without a greatest width, and cuts off the others.
    """
    room = max(10, min(WIDEST, width - 8))
    return "\n".join(words[start:end] for start, end in wrap(words, room))
