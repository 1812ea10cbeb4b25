"""The values of one unit over time: a plot, and the same as a table for whoever cannot see it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual_plotext import PlotextPlot

from feeds.archive.rows import FigureRow, Selection
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

DAY = 86400

TALL = 30
"""Lines from which plot and table leave room for a sentence below them."""

SMALL = frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "by", "from", "with", "its", "their"]
)
"""Words that two subjects may share without being about the same."""


class Plot(PlotextPlot):
    """The plot."""


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

    def on_mount(self) -> None:
        """Draw the plot, and fill the table."""
        super().on_mount()
        self._draw()

    def _draw(self) -> None:
        unit = self._row.figure.unit_key
        about = f" · {self._row.figure.about}" if self._subject and self._row.figure.about else ""
        self.query_one("#box").border_title = Content(steady(f"Trend · {unit}{about} · {len(self._rows):,}"))
        plot = self.query_one(Plot)
        points = sorted((row.at, float(row.figure.value)) for row in self._rows)
        times, values = [at for at, _ in points], [value for _, value in points]
        plot.display = len(set(times)) > 1  # one moment has no course
        plot.plt.clear_figure()
        plot.plt.plot(times, values, marker="braille", color="default")
        at = marks(min(times, default=0), max(times, default=0), NAMED if self.app.size.width >= ROOMY else 3)
        plot.plt.xticks(at, [_when(one, times[-1] - times[0]) for one in at])
        at = marks(min(values, default=0), max(values, default=0))
        plot.plt.yticks(at, [words.number(Decimal(f"{one:.3g}")) for one in at])
        plot.refresh()

    def action_subject(self) -> None:
        """Show the same subject only, or all of the unit."""
        self._subject = not self._subject
        self._rows = self._alike() if self._subject else self._all
        self._draw()
        self.fill()

    def head(self, width: int) -> Line:
        """Name the columns."""
        return _line(width, ("when", "value", "unit", "about", "who says so", "source"))

    def whole(self, index: int) -> Sequence[str]:
        """Show the sentence of the figure, its title and who says so."""
        if self.size.height < TALL:
            return ()
        row = self._rows[index]
        who = f" · {row.figure.attribution}" if row.figure.attribution else ""
        return (row.figure.sentence or row.figure.text, f"{row.title} · {row.source_name}{who}")

    def paints(self) -> Sequence[Callable[[int], Line]]:
        """Return what draws each figure, the newest first."""
        now = self._shelf.now()
        return [partial(_figure, row=row, now=now) for row in self._rows]


def marks(low: float, high: float, named: int = NAMED) -> list[float]:
    """Return where an axis is named: at both ends and evenly between.

    Where names would touch, the plot leaves out any of them, each time another: a narrow one gets fewer.
    """
    return [low + (high - low) * step / (named - 1) for step in range(named)] if high > low else [low]


def _when(at: float, span: int) -> str:
    """Return a time on the axis, as exactly as its span in seconds needs."""
    form = "%d %b %H:%M" if span < 7 * DAY else "%d %b" if span < 300 * DAY else "%d %b %Y"
    return datetime.fromtimestamp(at).astimezone().strftime(form)


def _subject(about: str | None) -> frozenset[str]:
    return frozenset((about or "").casefold().split()) - SMALL


def _figure(width: int, *, row: FigureRow, now: int) -> Line:
    figure = row.figure
    value = words.signs(figure) + words.amount(figure)
    texts = (words.clock(row.at, now), value, words.unit(figure), figure.about or row.title, figure.attribution or "")
    return _line(width, (*texts, row.source_name))


def _line(width: int, texts: Sequence[str]) -> Line:
    when, value, unit, subject, who, source = texts
    if width < ROOMY:  # the unit stands in the title, and who says so is the source's to say
        about = width - 14 - 15 - 14 - 1
        return (
            Cell(" " + fit(when, 13) + " ", "dim"),
            Cell(fit(value, 13, right=True) + "  ", "first"),
            Cell(fit(subject, about) + " "),
            Cell(fit(source, 13), "dim"),
        )
    about = width - 14 - 15 - 17 - 23 - 14 - 1
    return (
        Cell(" " + fit(when, 13) + " ", "dim"),
        Cell(fit(value, 13, right=True) + "  ", "first"),
        Cell(fit(unit, 16) + " "),
        Cell(fit(subject, about) + " "),
        Cell(fit(who, 21) + " ", "second"),
        Cell(fit(source, 13), "dim"),
    )
