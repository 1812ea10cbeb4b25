"""The notes beside an article: one for each mark, on its line or the next free one. Pure."""

from tui.panels.layout import Body, Mark
from tui.widgets.cells import Cell, cut
from tui.widgets.rows import Line

MARGIN = 30
"""Columns that the notes need; with fewer beside a readable text they are left out."""

LAG = 3
"""A note may stand at most so many lines below its mark, or it belongs to nothing any more."""

LEAST = 12
"""Columns with fewer of which a note would say nothing."""

UNSURE = 0.6
"""The confidence below which a note warns: under it two of three readings are right, or fewer."""


def margin_notes(body: Body, width: int) -> dict[int, int]:
    """Return which mark's note stands on which line of the body."""
    notes: dict[int, int] = {}
    free = 0
    for number, mark in enumerate(body.marks):
        line = body.line_at(mark.start)
        at = max(line, free)
        if mark.note and at - line <= LAG and width >= LEAST:
            notes[at] = number
            free = at + 1
    return notes


def note_line(mark: Mark, width: int, *, now: bool) -> Line:
    """Return the note of a mark: how sure the reading is, and what it read; `now`: it is the chosen one."""
    return (
        Cell("│ ", "faint"),
        Cell(f"{sure(mark.sure)}  ", "warn" if mark.sure < UNSURE else "dim"),
        Cell(cut(mark.note, width - 8), f"{mark.tone}-now" if now else mark.tone),
    )


def sure(confidence: float) -> str:
    """Return a confidence as per cent, at the start of a note: there it is never cut off, and the notes align."""
    return f"{confidence * 100:3.0f}%"
