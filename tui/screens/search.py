"""Search of the whole archive: ranked, with the stretch of the text that shows the words best."""

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.widgets import Input

from feeds.archive.rows import SearchRow
from tui.panels import words
from tui.screens.picker import Choice, Picker
from tui.widgets.cells import Cell, cut, fit, steady
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf

SHOWN = 100
"""Articles that are listed: who needs more types another word."""


class Search(Picker):
    """Words, and the articles in which they all stand; answers with an article's id."""

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(
            "Search", (), prompt="words in any article; the last may be unfinished", hint="Enter opens · Esc back"
        )
        self._shelf = shelf

    def on_mount(self) -> None:
        """Say what to do while there is nothing to show."""
        super().on_mount()
        self.list.row_height = 2
        self.list.empty = ("Type what to look for.", "every word must stand in the article")

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        look = partial(self._look, self.words.value.strip())
        self.run_worker(look, thread=True, group="search", exclusive=True, exit_on_error=False)

    def _look(self, wanted: str) -> None:
        last = "" if wanted.endswith(("*", '"')) else "*"
        rows = self._shelf.search(wanted + last, SHOWN) if wanted else ()
        self.app.call_from_thread(self._answer, wanted, rows)

    def _answer(self, wanted: str, rows: Sequence[SearchRow]) -> None:
        if wanted == self.words.value.strip():
            self.list.empty = ("Nothing holds all of these words.", "Backspace takes the last letter away")
            now = self._shelf.now()
            self._show([Choice(row.headline.id, "", partial(_row, row=row, now=now)) for row in rows])


def _row(width: int, *, row: SearchRow, now: int) -> tuple[Line, Line]:
    head = row.headline
    title = (
        Cell(fit(words.age(head.at, now), 4, right=True) + " ", "dim"),
        Cell(fit(head.title, width - 5 - 18), "strong"),
        Cell(fit(head.source_name, 18, right=True), "dim"),
    )
    return title, (Cell("     "), *_snippet(row, width - 6))


def _begin(text: str, hits: Sequence[tuple[int, int]], room: int) -> int:
    """Return where the shown part of a snippet begins: the first hit is in sight, with words before it."""
    if not hits or hits[0][1] <= room - 8:
        return 0
    at = max(0, hits[0][0] - room // 3)
    return text.rfind(" ", 0, at) + 1


def _snippet(row: SearchRow, room: int) -> Line:
    cells: list[Cell] = []
    text = re.sub(r"\s", " ", row.snippet)
    at = _begin(text, row.hits, room)
    if at:
        cells.append(Cell("…", "dim"))
        room -= 1
    for start, end in (*row.hits, (len(text), len(text))):
        for stretch, tone in ((text[at:start], "dim"), (text[start:end], "found")):
            shown = cut(steady(stretch), room)
            room -= cell_len(shown)
            if shown:
                cells.append(Cell(shown, tone))
        at = end
    return tuple(cells)
