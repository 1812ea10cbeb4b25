"""The values of one unit over time: a plot, and the same as a table for whoever cannot see it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.color import Color
from textual.content import Content
from textual_plotext import PlotextPlot

from feeds.archive.layout.rows import FigureRow, Selection
from feeds.model import Figure
from tui.panels import words
from tui.panels.citation import SHORT, citation
from tui.screens.axis import NAMED, marks, moments, scale
from tui.screens.listing import ROOMY, Listing
from tui.widgets.cells import Cell, cut, fit, steady
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.panels.shelf import Shelf

MOST = 2000
"""Figures that are read: more points than a terminal has columns."""

FEW = 200
"""Points that are drawn as dots of their own; more of them would hide each other."""

TALL = 30
"""Lines from which plot and table leave room for a sentence below them."""

SMALL = frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "by", "from", "with", "its", "their"]
)
"""Words that two subjects may share without being about the same."""


class Plot(PlotextPlot):
    """The plot, on whatever ground the board has: the terminal's own colours are no colours to plotext."""

    theme = "textual-clear"


class Trend(Listing):
    """Figures of one unit, about the same subject or about anything."""

    BINDINGS: ClassVar[list[BindingType]] = [("a,space", "subject", "Subject"), ("y", "copy", "Copy")]
    EMPTY: ClassVar[tuple[str, ...]] = ("Nothing is known of this unit.", "Esc goes back")

    def __init__(self, shelf: "Shelf", row: FigureRow, opens: Callable[[FigureRow], None]) -> None:
        """`row`: one of the unit and the subject; `opens` shows one in its article."""
        super().__init__()
        self._opens = opens
        self._row = row
        self._shelf = shelf
        self._subject = True
        self._all = self._read()
        self._rows = self._alike() or self._all
        if len(self._rows) < 2:
            self._subject, self._rows = False, self._all

    NAME: ClassVar[str] = "Trend"
    HINT: ClassVar[str] = "Enter reads it · y copies · Space: the same subject, or all · Esc"

    def _read(self) -> list[FigureRow]:
        archive = self._shelf.archive
        only = Selection(sources=self._shelf.keys, unit_key=self._row.figure.unit_key, limit=MOST)
        return self._shelf.named(archive.figures(archive.keys("figures", only)))

    def _alike(self) -> list[FigureRow]:
        wanted = _subject(self._row.figure.about)
        return [row for row in self._all if wanted & _subject(row.figure.about)]

    def above(self) -> "Sequence[Widget]":
        """Return the plot."""
        return (Plot(),)

    def begin(self) -> None:
        """Draw the plot, and fill the table."""
        super().begin()
        self._draw()

    def _draw(self) -> None:
        points = sorted((row.at, float(row.figure.value)) for row in self._rows)
        times, values = [at for at, _ in points], [value for _, value in points]
        upright = scale(values)
        self.query_one("#box").border_title = Content(steady(self._said(tens=upright.tens and len(set(times)) > 1)))
        plot = self.query_one(Plot)
        plot.display = len(set(times)) > 1  # one moment has no course
        plot.plt.clear_figure()
        placed = [upright.place(value) for value in values]
        if self._subject:
            plot.plt.plot(times, placed, marker="braille", color=self._ink())
        else:  # values of different subjects: no line leads from one to the next
            plot.plt.scatter(times, placed, marker="●" if len(times) < FEW else "braille", color=self._ink())
        at = marks(min(times, default=0), max(times, default=0), NAMED if self.app.size.width >= ROOMY else 3)
        plot.plt.xticks(at, moments(at))
        plot.plt.yticks(upright.at, upright.names)
        plot.refresh()

    def _said(self, *, tens: bool) -> str:
        """Return what the frame says: unit, subject, how many values, and how they are scaled."""
        about = self._row.figure.about if self._subject else None
        count = words.plural(len(self._rows), "value")
        newest = f"the newest {count}" if len(self._all) == MOST else count
        parts = ("Trend", self._row.figure.unit_key, about, newest, "scale of tens" if tens else None)
        return " · ".join(part for part in parts if part)

    def _ink(self) -> tuple[int, int, int] | str:
        """Return the colour of figures, where the theme has one of its own."""
        ink = Color.parse(self.app.theme_variables["tone-first"])
        return "default" if ink.ansi is not None or self.app.no_color else ink.rgb

    def action_subject(self) -> None:
        """Show the same subject only, or all of the unit."""
        self._subject = not self._subject
        self._rows = self._alike() if self._subject else self._all
        self._draw()
        self.fill()

    def action_copy(self) -> None:
        """Copy the figure with its sentence and its source."""
        if self._rows:
            cited = citation(self._rows[self.list.cursor])
            self.app.copy_to_clipboard(cited)
            self.notify(cut(cited.partition("\n")[0], SHORT), title="Copied", timeout=3, markup=False)

    @on(RowList.Opened)
    def _opened(self) -> None:
        """Go back, and to the figure in its article."""
        row = self._rows[self.list.cursor]
        self.leave()
        self._opens(row)

    def head(self, width: int) -> Line:
        """Name the columns."""
        return _line(width, ("when", "value", "unit", "about", "who says so", "source"), self._rooms)

    def whole(self, index: int) -> Line:
        """Show the sentence of the figure, its title and who says so."""
        if self.size.height < TALL:
            return ()
        row = self._rows[index]
        who = f" · {row.figure.attribution}" if row.figure.attribution else ""
        said = row.figure.sentence or row.figure.text
        return Cell(said, "strong"), Cell(f"{row.title} · {row.source_name}{who}", "dim")

    def paints(self) -> Sequence[Callable[[int], Line]]:
        """Return what draws each figure, the newest first."""
        rooms, now = self._rooms, self._shelf.now()
        return [partial(_figure, row=row, rooms=rooms, now=now) for row in self._rows]

    @property
    def _rooms(self) -> tuple[int, int]:
        """The widths of values, of which none is cut short, and of units: dollars have none beside them."""
        figures = [row.figure for row in self._rows]
        unit = 16 if any(map(words.unit, figures)) else 0
        return max([13, *(cell_len(_value(figure)) for figure in figures)]), unit


def _subject(about: str | None) -> frozenset[str]:
    return frozenset((about or "").casefold().split()) - SMALL


def _value(figure: Figure) -> str:
    return words.signs(figure) + words.amount(figure)


def _figure(width: int, *, row: FigureRow, rooms: tuple[int, int], now: int) -> Line:
    figure = row.figure
    said = words.clock(row.at, now), _value(figure), words.unit(figure), figure.about or row.title
    return _line(width, (*said, figure.attribution or "", row.source_name), rooms)


def _line(width: int, texts: Sequence[str], rooms: tuple[int, int]) -> Line:
    when, value, unit, subject, who, source = texts
    number, counted = min(rooms[0], width // 2), rooms[1]
    if width < ROOMY:  # the unit stands in the title, and who says so is the source's to say
        about = width - 14 - number - 2 - 14 - 1
        return (
            Cell(" " + fit(when, 13) + " ", "dim"),
            Cell(fit(value, number, right=True) + "  ", "first"),
            Cell(fit(subject, about) + " "),
            Cell(fit(source, 13), "dim"),
        )
    about = width - 14 - number - 2 - counted - bool(counted) - 22 - 14 - 1
    return (
        Cell(" " + fit(when, 13) + " ", "dim"),
        Cell(fit(value, number, right=True) + "  ", "first"),
        Cell(fit(unit, counted) + " " * bool(counted)),
        Cell(fit(subject, about) + " "),
        Cell(fit(who, 21) + " ", "second"),
        Cell(fit(source, 13), "dim"),
    )
