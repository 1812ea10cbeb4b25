"""Panel 2: the key figures, value first and aligned, so that the eye runs down the numbers."""

from collections.abc import Sequence
from typing import ClassVar

from feeds.archive.lists import What
from feeds.archive.rows import FigureRow
from tui.panels import words
from tui.panels.headlines import flag
from tui.panels.panel import ListPanel
from tui.widgets.cells import Cell, fit
from tui.widgets.rows import Line


class Figures(ListPanel[FigureRow]):
    """Figures, newest article first; of one article, in order of salience."""

    WHAT: ClassVar[What] = "figures"
    NUMBER = "2"
    TITLE = "Key figures"
    EMPTY = ("No figures here.", "Esc shows those of all articles")

    def fetch(self, keys: Sequence[int]) -> Sequence[FigureRow]:
        """From the archive."""
        return self.shelf.archive.figures(keys)

    def paint(self, row: FigureRow, width: int, height: int) -> Sequence[Line]:
        """Signs and value, unit, what it is about, who says so, source, age."""
        del height
        figure = row.figure
        value, unit = 11 if width < 70 else 13, 11 if width < 70 else 16 if width < 100 else 20
        who = 0 if width < 44 else 12 if width < 70 else 18 if width < 100 else 24
        source = 0 if self.narrowed.article or self.shelf.one_source or width < 64 else 9 if width < 100 else 14
        age = 0 if self.narrowed.article else 4
        about = width - 2 - value - 1 - unit - 1 - who - bool(who) - source - bool(source) - age
        if not figure.attribution:  # nobody to name: what it is about has the room
            about, who = about + who + bool(who), 0
        cells = [
            flag(row),
            Cell(fit(words.signs(figure) + words.amount(figure), value, right=True) + " ", "first"),
            Cell(fit(words.unit(figure), unit) + " ", "strong" if row.new else "ink"),
            Cell(fit(figure.about or row.title, about), "ink" if figure.about else "dim"),
        ]
        if who:
            cells.append(Cell(" " + fit(figure.attribution or "", who), "second"))
        if source:
            cells.append(Cell(" " + fit(row.source_name, source), "dim"))
        if age:
            cells.append(Cell(fit(words.age(row.at, self.shelf.now()), 4, right=True), "dim"))
        return (tuple(cells),)
