"""The values of one unit over time: a plot, and the same as a table for whoever cannot see it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from math import ceil, floor, log10
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.color import Color
from textual.content import Content
from textual_plotext import PlotextPlot

from feeds.archive.layout.rows import FigureRow, Selection
from feeds.model import Figure
from tui.panels import words
from tui.screens.listing import ROOMY, Listing
from tui.widgets.cells import Cell, fit, steady
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.panels.shelf import Shelf

MOST = 2000
"""Figures that are read: more points than a terminal has columns."""

NAMED = 5
"""Values and times that are named on each axis."""

FEW = 200
"""Points that are drawn as dots of their own; more of them would hide each other."""

DAY = 86400

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

    BINDINGS: ClassVar[list[BindingType]] = [("a,space", "subject", "Subject")]
    EMPTY: ClassVar[tuple[str, ...]] = ("Nothing is known of this unit.", "Esc goes back")

    def __init__(self, shelf: "Shelf", row: FigureRow) -> None:
        super().__init__()
        self._row = row
        self._shelf = shelf
        self._subject = True
        self._all = self._read()
        self._rows = self._alike() or self._all
        if len(self._rows) < 2:
            self._subject, self._rows = False, self._all

    NAME: ClassVar[str] = "Trend"
    HINT: ClassVar[str] = "Space: the same subject, or all of the unit · Esc back"

    def _read(self) -> list[FigureRow]:
        archive = self._shelf.archive
        only = Selection(sources=self._shelf.keys, unit_key=self._row.figure.unit_key, limit=MOST)
        return archive.figures(archive.keys("figures", only))

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
        unit = self._row.figure.unit_key
        about = f" · {self._row.figure.about}" if self._subject and self._row.figure.about else ""
        count = words.plural(len(self._rows), "value")
        self.query_one("#box").border_title = Content(steady(f"Trend · {unit}{about} · {count}"))
        plot = self.query_one(Plot)
        points = sorted((row.at, float(row.figure.value)) for row in self._rows)
        times, values = [at for at, _ in points], [value for _, value in points]
        plot.display = len(set(times)) > 1  # one moment has no course
        plot.plt.clear_figure()
        if self._subject:
            plot.plt.plot(times, values, marker="braille", color=self._ink())
        else:  # values of different subjects: no line leads from one to the next
            plot.plt.scatter(times, values, marker="●" if len(times) < FEW else "braille", color=self._ink())
        at = marks(min(times, default=0), max(times, default=0), NAMED if self.app.size.width >= ROOMY else 3)
        plot.plt.xticks(at, [_when(one, times[-1] - times[0]) for one in at])
        at = rounds(min(values, default=0), max(values, default=0))
        plot.plt.yticks(at, [words.number(Decimal(f"{one:.6g}")) for one in at])
        plot.refresh()

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


def marks(low: float, high: float, named: int = NAMED) -> list[float]:
    """Return where an axis is named: at both ends and evenly between.

    Where names would touch, the plot leaves out any of them, each time another: a narrow one gets fewer.
    """
    return [low + (high - low) * step / (named - 1) for step in range(named)] if high > low else [low]


def rounds(low: float, high: float, named: int = NAMED) -> list[float]:
    """Return the round numbers between two values, in steps of 1, 2, 2.5 or 5 with noughts; or both ends."""
    if not low < high:
        return [low]
    size = 10.0 ** floor(log10((high - low) / named))
    step = next(size * times for times in (1, 2, 2.5, 5, 10, 20) if (high - low) / (size * times) <= named - 1)
    first = ceil(low / step)
    found = [at * step for at in range(first, int(high // step) + 1)]
    return found if len(found) > 1 else [low, high]


def _when(at: float, span: int) -> str:
    """Return a time on the axis, as exactly as its span in seconds needs."""
    form = "%d %b %H:%M" if span < 7 * DAY else "%d %b" if span < 300 * DAY else "%d %b %Y"
    return datetime.fromtimestamp(at).astimezone().strftime(form)


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
