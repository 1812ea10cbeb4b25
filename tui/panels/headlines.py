"""Panel 1: what is new, each with how many figures and quotes it holds."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, ClassVar

from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow
from feeds.archive.lookup.lists import What
from feeds.identity import SHARED
from tui.panels import words
from tui.panels.panel import ListPanel
from tui.widgets.cells import Cell, cut, fit
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf
    from tui.panels.status import Standing


def flags(row: HeadlineRow | FigureRow | QuoteRow, raised: Set[str]) -> Line:
    """Return the signs before a row: found by a watch rule and not seen, or else new since the last look; starred.

    `raised`: the ids of what rules have found; an article's figures and quotes begin as it does.
    """
    if raised and not row.seen and (row.id in raised or (isinstance(row, HeadlineRow) and row.id[:SHARED] in raised)):
        sign, tone = "!", "alarm"
    elif row.new:
        sign, tone = "●", "accent"
    else:
        return (Cell("★ ", "first") if row.starred else Cell("  "),)
    return (Cell(sign, tone), Cell("★", "first")) if row.starred else (Cell(sign + " ", tone),)


def count(number: int, sign: str, tone: str) -> Cell:
    """How many figures or quotes: a number and a sign, from a thousand on in thousands; a dot for none."""
    said = f"{number}" if number < 1000 else f"{min(number // 1000, 999)}k"
    return Cell(f"{said:>3}{sign}" if number else "   ·", tone if number else "faint")


class Headlines(ListPanel[HeadlineRow]):
    """Articles, newest first."""

    WHAT: ClassVar[What] = "headlines"
    NUMBER = "1"
    TITLE = "Headlines"
    EMPTY = ("No articles yet.", "r asks all sources now · S adds one")

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(shelf)
        self._waiting: tuple[str, str] | None = None

    def why(self) -> tuple[str, str]:
        """Say what the articles are waiting for."""
        return super().why() if self.words or self._waiting is None else self._waiting

    def heed(self, standing: "Standing") -> None:
        """Hear how the sources are: an empty list says so."""
        failing = f"{len(standing.failing):,} of {words.plural(standing.sources, 'source')}"
        self._waiting = None
        if standing.done is not None:
            self._waiting = "Asking the sources…", "their articles show here as they come"
        elif standing.failing:
            self._waiting = f"No articles yet: {failing} failing.", "S says what is wrong · r asks again"
        if not self.count and self.list.empty != self.why():
            self.list.empty = self.why()
            self.list.repaint()

    def fetch(self, keys: Sequence[int]) -> Sequence[HeadlineRow]:
        """From the archive."""
        return self.shelf.named(self.shelf.archive.headlines(keys))

    def paint(self, row: HeadlineRow, width: int, height: int) -> Sequence[Line]:
        """Flag, age, source, title, how many figures and quotes."""
        del height
        source = 0 if self.shelf.one_source else 9 if width < 70 else 12 if width < 84 else 13 if width < 100 else 17
        room = width - 2 - 4 - source - 8
        copies = f"  ×{row.sources}" if row.sources > 1 else ""
        title = cut(row.title, room - len(copies)) + copies
        cells = (
            *flags(row, self.shelf.raised),
            Cell(fit(words.age(row.at, self.shelf.now()), 3, right=True) + " ", "dim"),
            Cell(fit(row.source_name, source - 1) + " " * bool(source), "dim"),
            Cell(
                fit(title, room),
                "dim" if row.seen or row.gone_at else "strong" if row.new else "ink",
            ),
            count(row.figures, "#", "first"),
            count(row.quotes, "”", "second"),
        )
        return (cells,)
