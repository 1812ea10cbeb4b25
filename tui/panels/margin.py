"""The notes beside an article: one for each mark, on its line or the next free one. Pure."""

from tui.panels.layout import Body
from tui.widgets.cells import Cell, cut
from tui.widgets.rows import Line

MARGIN = 30
"""Columns that the notes need; with fewer beside a readable text they are left out."""

LAG = 3
"""A note may stand at most so many lines below its mark, or it belongs to nothing any more."""


def margin_notes(body: Body, width: int) -> dict[int, Line]:
    """Return the notes by the line that they stand on."""
    notes: dict[int, Line] = {}
    free = 0
    for mark in body.marks:
        line = body.line_at(mark.start)
        at = max(line, free)
        if not mark.note or at - line > LAG or width < 12:
            continue
        notes[at] = (Cell("│ ", "faint"), Cell(cut(mark.note, width - 2), mark.tone))
        free = at + 1
    return notes
