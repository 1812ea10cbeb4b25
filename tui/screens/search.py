"""Search of the whole archive: ranked, with the stretch of the text that shows the words best."""

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content

from feeds.archive.layout.findings import SearchRow
from tui.panels import words
from tui.screens.picker import Choice, Picker
from tui.widgets.cells import Cell, cut, fit, steady
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf

SHOWN = 100
"""Articles that are listed: who needs more types another word."""

SOURCE = 16
"""Columns of a source's name, where there are several."""

HINT = "Enter opens · Esc back"
NOTHING = ("Nothing holds all of these words.", "Backspace takes the last letter away")


class Search(Picker):
    """Words, and the articles in which they all stand; answers with an article's id."""

    EMPTY: ClassVar[tuple[str, str]] = ("Type what to look for.", "every word must stand in the article")

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__("Search", (), prompt="words in any article; the last may be unfinished", hint=HINT)
        self._shelf = shelf

    def begin(self) -> None:
        """Give title and text a line each."""
        self.list.row_height = 2
        super().begin()

    def narrow(self, typed: str) -> None:
        """Look for the words behind the keys."""
        self.run_worker(partial(self._look, typed), thread=True, group="search", exclusive=True, exit_on_error=False)

    def _look(self, wanted: str) -> None:
        last = "" if wanted.endswith(("*", '"')) else "*"
        rows = self._shelf.search(wanted + last, SHOWN) if wanted else ()
        self.app.call_from_thread(self._answer, wanted, rows)

    def _answer(self, wanted: str, rows: Sequence[SearchRow]) -> None:
        if wanted == self.words.value.strip():
            self.list.empty = NOTHING if wanted else self.EMPTY
            source = 0 if self._shelf.one_source else SOURCE
            draw = partial(_row, source=source, now=self._shelf.now())
            self.show([Choice(row.headline.id, "", partial(draw, row=row)) for row in rows])
            found = words.plural(len(rows), "article") if len(rows) < SHOWN else f"the best {SHOWN}"
            self.query_one("#box").border_subtitle = Content(f"{found} · {HINT}" if wanted else HINT)


def _row(width: int, *, row: SearchRow, source: int, now: int) -> tuple[Line, Line]:
    head = row.headline
    title = (
        Cell(fit(words.age(head.at, now), 4, right=True) + " ", "dim"),
        Cell(fit(head.title, width - 5 - source), "strong"),
        Cell(fit(head.source_name, source, right=True), "dim"),
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
