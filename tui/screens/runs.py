"""The log: every refresh with what it brought, and which sources failed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from feeds.archive.layout.findings import RunRow
from tui.panels import words
from tui.panels.shelf import Shelf
from tui.screens.listing import Columns, Listing
from tui.widgets.cells import Cell
from tui.widgets.rows import Line

SHOWN = 500
"""Runs that are listed: a week at the usual interval."""

COLUMNS = Columns((13, 8, 13, 8, 8, 8, 9), (12, 0, 11, 5, 6, 5, 7), right=(1, 3, 4, 5, 6))

TONES = {"ok": "good", "partial": "warn", "failed": "alarm", "interrupted": "warn", "running": "accent"}


class Runs(Listing):
    """The runs, the newest first."""

    NAME: ClassVar[str] = "Runs"

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._rows: Sequence[RunRow] = ()

    def head(self, width: int) -> Line:
        """Name the columns."""
        return _line(width, ("when", "took", "outcome", "ok", "failed", "new", "changed", "failing"))

    def whole(self, index: int) -> Line:
        """Name every source that failed."""
        failing = self._rows[index].failing
        return (Cell(f"{len(failing):,} failed: {', '.join(failing)}", "alarm"),) if failing else ()

    def paints(self) -> Sequence[Callable[[int], Line]]:
        """Return what draws each run."""
        now = self._shelf.now()
        self._rows = self._shelf.archive.runs(SHOWN)
        return [partial(_row, row=row, now=now) for row in self._rows]


def _row(width: int, *, row: RunRow, now: int) -> Line:
    texts = (
        words.clock(row.started, now),
        f"{row.ms / 1000:.1f}s" if row.finished else "",
        row.status,
        f"{row.ok + row.not_modified:,}",
        f"{row.errors:,}",
        f"{row.new:,}",
        f"{row.changed:,}",
        ", ".join(row.failing),
    )
    return _line(width, texts, TONES.get(row.status, "ink"), "alarm" if row.failing else "ink")


def _line(width: int, texts: Sequence[str], outcome: str = "ink", failing: str = "ink") -> Line:
    return COLUMNS.line(width, texts, {2: outcome, 7: failing})
