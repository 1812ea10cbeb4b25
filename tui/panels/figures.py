"""Panel 2: the key figures, value first and aligned, so that the eye runs down the numbers."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len

from feeds.archive.layout.rows import FigureRow
from feeds.archive.lookup.lists import What
from feeds.model import Figure
from tui.panels import words
from tui.panels.headlines import flags
from tui.panels.panel import ListPanel
from tui.widgets.cells import Cell, cut, fit
from tui.widgets.rows import Line

ENOUGH = 12
"""Characters after a figure that say something of it; else the words before it do."""


class Figures(ListPanel[FigureRow]):
    """Figures, newest article first; of one article, in order of salience."""

    WHAT: ClassVar[What] = "figures"
    NUMBER = "2"
    TITLE = "Key figures"
    EMPTY = ("No figures yet.", "they come with the articles")

    def fetch(self, keys: Sequence[int]) -> Sequence[FigureRow]:
        """From the archive."""
        return self.shelf.named(self.shelf.archive.figures(keys))

    def paint(self, row: FigureRow, width: int, height: int) -> Sequence[Line]:
        """Signs and value, unit, what it is about, who says so, source, age."""
        del height
        figure = row.figure
        value, unit = 11 if width < 70 else 13, 11 if width < 70 else 16 if width < 100 else 20
        source = 0 if self.narrowed.article or self.shelf.one_source or width < 76 else 9 if width < 100 else 14
        age = 0 if self.narrowed.article else 4
        who = 0 if width < 44 else 12 if width < 70 and age else 18 if width < 70 or (width < 100 and source) else 24
        about = width - 2 - value - 1 - unit - 1 - who - bool(who) - source - bool(source) - age
        if not figure.attribution:  # nobody to name: what it is about has the room
            about, who = about + who + bool(who), 0
        said = words.signs(figure) + words.amount(figure, value)
        more = max(0, min(cell_len(said), width // 2) - value)  # a number cut short would be another number
        cells = [
            *flags(row, self.shelf.raised),
            Cell(fit(said, value + more, right=True) + " ", "first"),
            *what(figure, max(0, unit - more), about - max(0, more - unit), "strong" if row.new else "ink"),
        ]
        if who:
            cells.append(Cell(" " + fit(figure.attribution or "", who), "second"))
        if source:
            cells.append(Cell(" " + fit(row.source_name, source), "dim"))
        if age:
            cells.append(Cell(fit(words.age(row.at, self.shelf.now()), 4, right=True), "dim"))
        return (tuple(cells),)


def what(figure: Figure, unit: int, about: int, ink: str) -> Line:
    """Return the unit and what it is about in two columns; a long unit has the room that a short subject leaves."""
    printed, room = words.unit(figure), unit + 1 + about
    if figure.about:
        gap = 1
        if cell_len(printed) > unit:
            gap = 2  # so that one sees where the unit ends, out of its column
            unit = max(unit - 1, min(cell_len(printed), max(room * 2 // 5, room - gap - cell_len(figure.about))))
        return Cell(fit(printed, unit) + " " * gap, ink), Cell(fit(figure.about, room - unit - gap))
    printed = cut(printed, room)
    first = printed + " " * max(1, unit + 1 - cell_len(printed))
    return Cell(fit(first, min(room, cell_len(first))), ink), Cell(fit(around(figure), room - cell_len(first)), "dim")


def around(figure: Figure) -> str:
    """Return the words of the sentence from the figure on, or to it: what it measures where nothing names it.

    The ellipsis and the quiet tone say that it is no subject; a headline there would be taken for one.
    """
    if not figure.sentence:
        return ""
    at = figure.start - figure.sentence_start
    before, after = figure.sentence[:at].strip(), figure.sentence[at + len(figure.text) :].strip(" ,;:.”’)")
    return f"… {after}" if len(after) >= ENOUGH else f"{before} …"
