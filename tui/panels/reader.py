"""Panel 0: the article, with its figures and quotes marked in two tones and a note in the margin for each."""

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands import READER, bindings
from tui.panels import words
from tui.panels.citation import cited
from tui.panels.heading import heading
from tui.panels.layout import MOST_COLUMNS, Body, body_line, lay_out
from tui.panels.margin import MARGIN, margin_notes
from tui.panels.marks import marks
from tui.widgets.rows import Line
from tui.widgets.tones import tones

if TYPE_CHECKING:
    from feeds.archive.rows import StoredArticle
    from tui.panels.shelf import Shelf


class Reader(ScrollView, can_focus=True):
    """One article."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)
    WHAT = "reader"

    now: var[int | None] = var(None)
    """The mark that the eye should go to."""

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(id=self.WHAT, classes="panel")
        self.shelf = shelf
        self.stored: StoredArticle | None = None
        self.everything = False
        self._target: tuple[str, int] | None = None
        self._head: list[Line] = []
        self._body: Body = lay_out("", (), 1)
        self._notes: dict[int, Line] = {}
        self._base: Style | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._laid: tuple[object, ...] = ()

    def on_mount(self) -> None:
        """Say whose panel it is."""
        self.border_title = Content("0 Reader")

    # What is shown

    def show(self, stored: "StoredArticle | None") -> None:
        """Show an article from its top, with no mark chosen."""
        self.stored, self.now, self._target = stored, None, None
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)

    def show_mark(self, tone: str, item: int) -> None:
        """Go to a figure (`first`) or a quote (`second`) by its place in the reading."""
        self._target = (tone, item)
        found = (number for number, mark in enumerate(self._body.marks) if (mark.tone, mark.item) == (tone, item))
        self._go(next(found, None))

    def _go(self, number: int | None) -> None:
        self.now = number
        self._strips.clear()
        if number is not None:
            mark = self._body.marks[number]
            first = len(self._head) + self._body.line_at(mark.start)
            last = len(self._head) + self._body.line_at(mark.end)
            top, height = self.scroll_offset.y, self.size.height
            if first < top + 2 or last > top + height - 3:
                self.scroll_to(y=max(0, first - height // 3), animate=False, immediate=True)
        self.refresh()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        room = width - MARGIN >= 56
        column = min(MOST_COLUMNS, width - MARGIN if room else width) - 2
        self._strips.clear()
        if self.stored is None or column < 4:  # hidden: it is laid out when it is shown
            self._head, self._body, self._notes = [], lay_out("", (), 1), {}
        else:
            self._head = heading(self.stored, column, self.shelf.now())
            self._body = lay_out(self.stored.article.text, marks(self.stored, everything=self.everything), column)
            self._notes = margin_notes(self._body, min(MARGIN + 12, width - column - 4)) if room else {}
        self._column = column
        height = len(self._head) + len(self._body.lines) + 1
        self.set_reactive(Reader.virtual_size, Size(width, height))  # as in RowList: no new layout of the screen
        self.vertical_scrollbar.window_virtual_size = height
        self.refresh()

    def on_resize(self) -> None:
        """Lay the article out for another width, and go to the mark that was asked for while it was hidden."""
        self._lay_out()
        if self._target and self.size.width:
            self.show_mark(*self._target)

    def notify_style_update(self) -> None:
        """Forget lines drawn in the old theme."""
        super().notify_style_update()
        self._base = None
        self._strips.clear()

    @property
    def place(self) -> str:
        """Where the chosen mark is among all."""
        total = len(self._body.marks)
        return words.plural(total, "mark") if self.now is None else f"mark {self.now + 1} of {total}"

    @property
    def link(self) -> str | None:
        """The article's link."""
        return self.stored.article.link if self.stored else None

    @property
    def citation(self) -> str | None:
        """The chosen figure or quote, or the article, as text with its source."""
        return cited(self.stored, None if self.now is None else self._body.marks[self.now]) if self.stored else None

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + self.scroll_offset.y
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._draw(number)
        return strip

    def _draw(self, number: int) -> Strip:
        base = self._base = self._base or self.rich_style
        width, inks = self.scrollable_content_region.width, tones(self.app)
        body = number - len(self._head)
        cells: Line = ()
        if body < 0:
            cells = self._head[number]
        elif body < len(self._body.lines):
            cells = body_line(self._body, body, self.now)
        segments = [Segment(" ", base), *(Segment(text, base + inks[tone]) for text, tone in cells)]
        strip = Strip(segments)
        if note := self._notes.get(body):
            strip = strip.adjust_cell_length(self._column + 3, base)
            strip = Strip([*strip, *(Segment(text, base + inks[tone]) for text, tone in note)])
        return strip.adjust_cell_length(width, base)

    # Moving

    def _scroll(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

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
        """A screenful down."""
        self._scroll(self.size.height - 2)

    def action_page_up(self) -> None:
        """A screenful up."""
        self._scroll(2 - self.size.height)

    def action_half_down(self) -> None:
        """Half a screenful down."""
        self._scroll(self.size.height // 2)

    def action_half_up(self) -> None:
        """Half a screenful up."""
        self._scroll(-self.size.height // 2)

    def action_next_mark(self) -> None:
        """To the next figure or quote."""
        self._step(1)

    def action_previous_mark(self) -> None:
        """To the figure or quote before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if total := len(self._body.marks):
            self._go((0 if by > 0 else total - 1) if self.now is None else (self.now + by) % total)
