"""Every note that the board has shown, and the one under the cursor in full."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tui.notes import Note
from tui.panels import words
from tui.screens.listing import Listing
from tui.widgets.cells import Cell, fit
from tui.widgets.rows import Line

KINDS = {"information": ("·", "dim"), "warning": ("! warning", "warn"), "error": ("✗ error", "alarm")}
"""Sign and tone of each severity."""


class NotesScreen(Listing):
    """The notes, the newest first."""

    NAME: ClassVar[str] = "Notes"
    HINT: ClassVar[str] = "y copies the note · Esc back"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "Nothing has been said yet.",
        "what the board says is kept here · Esc goes back",
    )
    BINDINGS: ClassVar[list[BindingType]] = [("y", "copy", "Copy")]

    def __init__(self, notes: Iterable[Note], now: int) -> None:
        super().__init__()
        self._notes = tuple(notes)
        self._now = now

    def whole(self, index: int) -> Line:
        """Return the whole note."""
        return tuple(Cell(line) for line in _said(self._notes[index]))

    def head(self, width: int) -> Line:
        """Name the columns."""
        return _line(width, ("when", "kind", "what was said"))

    def paints(self) -> Sequence[Callable[[int], Line]]:
        """Return what draws each note."""
        return [partial(_row, note=note, now=self._now) for note in self._notes]

    def action_copy(self) -> None:
        """Copy the whole note."""
        if self._notes:
            self.app.copy_to_clipboard("\n".join(_said(self._notes[self.list.cursor])))
            self.notify("The note", title="Copied", timeout=3, markup=False)


def _said(note: Note) -> list[str]:
    return [line for line in (note.title, *note.words.splitlines()) if line]


def _row(width: int, *, note: Note, now: int) -> Line:
    sign, tone = KINDS[note.severity]
    return _line(width, (words.clock(note.at, now), sign, ": ".join(_said(note))), tone)


def _line(width: int, texts: Sequence[str], tone: str = "ink") -> Line:
    when, kind, said = texts
    return (Cell(" " + fit(when, 13) + " ", "dim"), Cell(fit(kind, 10), tone), Cell(fit(said, width - 25)))
