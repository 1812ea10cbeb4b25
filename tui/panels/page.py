"""The lines of an article, with its figures and quotes marked in two tones and a note in the margin for each."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.reactive import var
from textual.strip import Strip

from tui.commands import READER, bindings
from tui.panels.heading import heading
from tui.panels.layout import LEAST_COLUMNS, MOST_COLUMNS, Body, Mark, body_line, lay_out, mark_at
from tui.panels.margin import MARGIN, margin_notes, note_line
from tui.panels.marks import hits, marks
from tui.widgets.cells import Cell
from tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from textual import events

    from feeds.archive.layout.findings import StoredArticle
    from tui.panels.shelf import Shelf
    from tui.widgets.rows import Line


EMPTY = ("No article is chosen.", "Enter on a headline shows it here")
"""What stands in an empty page."""

INDENT = Cell(" ")
"""What stands before each line."""


class Page(LineView, can_focus=True):
    """One article, laid out for the width that there is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)

    now: var[int | None] = var(None)
    """The mark that the eye should go to."""

    total: var[int] = var(0)
    """How many marks there are."""

    noted: var[bool] = var(False)
    """Whether there is room for notes in the margin."""

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(id="page")
        self.shelf = shelf
        self.stored: StoredArticle | None = None
        self.everything = False
        """Whether what is typed instead of dropped is marked too."""
        self.words = ""
        """What is looked for in the article."""
        self.body: Body = lay_out("", (), 1)
        self.head: list[Line] = []
        self.notes: dict[int, int] = {}
        """Whose note stands in the margin, by line of the body; nothing where it has no room."""
        self._target: tuple[str, int] | None = None
        self._column = self._margin = 0
        """Cells of the text and of the notes beside it."""
        self._strips: LRUCache[int, Strip] = LRUCache(512)

    # What is shown

    def show(self, stored: "StoredArticle | None") -> None:
        """Show an article from its top, with no mark chosen."""
        self.stored, self.now, self._target = stored, None, None
        self._lay_out()
        self.scroll_to_line(0)
        self.repaint()

    def renew(self, stored: "StoredArticle", *, keep: bool) -> None:
        """Show the same article as it is now, at the same place; `keep`: the chosen mark is still what it was."""
        self.stored = stored
        if not keep:
            self.now = self._target = None
        self._lay_out()
        if self.now is not None:  # the mark was rejected: the next one has its place
            self.now = min(self.now, len(self.body.marks) - 1) if self.body.marks else None
        self.repaint()

    def show_mark(self, tone: str, item: int) -> None:
        """Go to a figure (`first`) or a quote (`second`) by its place in the reading."""
        self._target = (tone, item)
        found = (number for number, mark in enumerate(self.body.marks) if (mark.tone, mark.item) == (tone, item))
        self._go(next(found, None))

    def look_for(self, words: str) -> None:
        """Mark where `words` stand, and go to the first place from here on."""
        self.words, self._target, self.now = words, None, None
        self._lay_out()
        self.repaint()
        if words:
            self.action_next_hit()

    @property
    def hits(self) -> int:
        """How many places hold the words that are looked for."""
        return sum(mark.tone == "found" for mark in self.body.marks) if self.words else 0

    @property
    def mark(self) -> Mark | None:
        """The chosen mark; none while the page is hidden, and nothing is laid out."""
        marks = self.body.marks
        return marks[self.now] if self.now is not None and self.now < len(marks) else None

    def _lines_of(self, number: int | None) -> range:
        """Return the lines that a mark stands on, heading and all; none while nothing is laid out."""
        if number is None or number >= len(self.body.marks):
            return range(0)
        mark, above = self.body.marks[number], len(self.head)
        return range(above + self.body.line_at(mark.start), above + self.body.line_at(mark.end) + 1)

    def _note_of(self, number: int | None) -> list[int]:
        """Return the lines of a mark's note: it may stand below the mark, or at another mention of the same."""
        if number is None or number >= len(self.body.marks):
            return []
        return [len(self.head) + line for line, noted in self.notes.items() if self._same(noted, number)]

    def _same(self, one: int, other: int | None) -> bool:
        """Whether two marks are of the same figure or quote."""
        if other is None or other >= len(self.body.marks):
            return False
        a, b = self.body.marks[one], self.body.marks[other]
        return (a.tone, a.item) == (b.tone, b.item)

    def _go(self, number: int | None) -> None:
        lines = self._lines_of(number)
        for line in (*self._lines_of(self.now), *lines, *self._note_of(self.now), *self._note_of(number)):
            self._strips.discard(line)
        self.now = number
        if number is not None:
            first, last = lines[0], lines[-1]
            top, height = self.scroll_offset.y, self.size.height
            if first < top + 2 or last > top + height - 3:
                self.scroll_to_line(max(0, first - height // 3))
        self.repaint()

    def _lay_out(self) -> None:
        width = self.width
        room = width - MARGIN >= LEAST_COLUMNS
        column = min(MOST_COLUMNS, max(LEAST_COLUMNS, width - MARGIN - 14) if room else width) - 2
        self._strips.clear()
        if self.stored is None or column < 4:  # hidden: it is laid out when it is shown
            self.head, self.body, self.notes = [], lay_out("", (), 1), {}
        else:
            self.head = heading(self.stored, column, self.shelf.now())
            self.body = lay_out(self.stored.article.text, self._marks(self.stored), column)
            self._margin = min(2 * MARGIN + 10, width - column - 4)
            self.notes = margin_notes(self.body, self._margin) if room else {}
        self._column = column
        self.noted = bool(self.notes)
        self.total = len(self.body.marks)
        self.measure(len(self.head) + len(self.body.lines) + 1)

    def _marks(self, stored: "StoredArticle") -> list[Mark]:
        return sorted(marks(stored, everything=self.everything) + hits(stored.article.text, self.words))

    def on_resize(self) -> None:
        """Lay the article out for another width, and go to the mark that was asked for while it was hidden."""
        self._lay_out()
        if self._target and self.size.width:
            self.show_mark(*self._target)
        self.repaint()  # the first paint may have come before there was a width to lay it out for

    # Drawing

    def forget(self) -> None:
        """Let go of the lines that were drawn."""
        self._strips.clear()

    def draw(self, number: int, width: int) -> Strip:
        """Return line `number`: of the heading, or of the body with its note in the margin."""
        if self.stored is None:
            return self.vacant(EMPTY, number, width)
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._draw(number, width)
        return strip

    def _draw(self, number: int, width: int) -> Strip:
        body = number - len(self.head)
        cells: Line = ()
        if body < 0:
            cells = self.head[number]
        elif body < len(self.body.lines):
            cells = body_line(self.body, body, self.now)
        noted = self.notes.get(body)
        if noted is None:
            return self.strip((INDENT, *cells), width=width) if cells else self.blank(width)
        note = note_line(self.body.marks[noted], self._margin, now=self._same(noted, self.now))
        room = self._column + 2 - sum(cell_len(cell.text) for cell in cells)
        return self.strip((INDENT, *cells, Cell(" " * room), *note), width=width)

    # The mouse

    async def on_click(self, event: "events.Click") -> None:
        """Go to the mark that was clicked, or whose note was; show the link, where that was."""
        at = event.get_content_offset(self) or event.offset
        number, body = self.scroll_offset.y + at.y, self.scroll_offset.y + at.y - len(self.head)
        if 0 <= number < len(self.head) and any(cell.tone == "link" for cell in self.head[number]):
            await self.run_action("screen.link")
        elif at.x > self._column:
            self._go_to(self.notes.get(body))
        else:
            self._go_to(mark_at(self.body, body, at.x - len(INDENT.text)))

    def _go_to(self, number: int | None) -> None:
        if number is not None:
            self._target = None
            self._go(number)

    # Moving

    def _scroll(self, lines: int) -> None:
        self.scroll_to_line(self.scroll_offset.y + lines)

    def action_down(self) -> None:
        """One line down."""
        self._scroll(1)

    def action_up(self) -> None:
        """One line up."""
        self._scroll(-1)

    def action_first(self) -> None:
        """To the top."""
        self._scroll(-self.virtual_size.height)

    def action_last(self) -> None:
        """To the end."""
        self._scroll(self.virtual_size.height)

    def action_page_down(self) -> None:
        """Go a screenful down."""
        self._scroll(self.size.height - 2)

    def action_page_up(self) -> None:
        """Go a screenful up."""
        self._scroll(2 - self.size.height)

    def action_half_down(self) -> None:
        """Half a screenful down."""
        self._scroll(self.size.height // 2)

    def action_half_up(self) -> None:
        """Half a screenful up."""
        self._scroll(-self.size.height // 2)

    def action_next_mark(self) -> None:
        """Go to the next figure or quote."""
        self._step(1, found=False)

    def action_previous_mark(self) -> None:
        """Go to the figure or quote before."""
        self._step(-1, found=False)

    def action_next_hit(self) -> None:
        """Go to the next place where the words stand."""
        self._step(1, found=True)

    def action_previous_hit(self) -> None:
        """Go to the place before where the words stand."""
        self._step(-1, found=True)

    def _step(self, by: int, *, found: bool) -> None:
        among = [number for number, mark in enumerate(self.body.marks) if (mark.tone == "found") is found]
        if among:
            now = -1 if self.now is None else self.now
            later = [number for number in among if number > now]
            sooner = [number for number in among if number < now]
            self._go((later or among)[0] if by > 0 else (sooner or among)[-1])

    def action_everything(self) -> None:
        """Mark what is typed instead of dropped too: dates, terms and the like; or no longer."""
        self.everything = not self.everything
        self.now = self._target = None
        self._lay_out()
        self.repaint()
