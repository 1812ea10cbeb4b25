"""The one virtual list: its cost depends on the rows in sight, and its cursor stays on a key, not on a number."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.commands import bindings
from tui.widgets.line_view import LineView
from tui.widgets.rows import NoRows, Rows

if TYPE_CHECKING:
    from textual import events

KEEP_IN_SIGHT = 2
"""Rows kept between the cursor and the edge while it moves, so that one sees what comes."""


class RowList(LineView, can_focus=True):
    """Rows of equal height, drawn when they are in sight."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    cursor: var[int] = var(0)
    """Where the cursor is, counted from 0; an empty list has 0 too."""
    row_height: var[int] = var(1)
    """How many lines a row has."""

    @dataclass
    class Opened(Message):
        """The row under the cursor is to be opened."""

        list: "RowList"
        """Which list."""

        @property
        def control(self) -> "RowList":
            """The list, for selectors."""
            return self.list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes=classes)
        self.rows: Rows = NoRows()
        self.touched = False
        """Whether the user has moved the cursor; until then it stays on the first row."""
        self.showing = False
        """Whether the cursor moves because other rows are shown."""
        self.empty: tuple[str, ...] = ()
        """What an empty list says: why, and which key helps."""
        self._strips: LRUCache[tuple[int, int, int, str], Strip] = LRUCache(1024)

    @property
    def key(self) -> int | None:
        """The key of the row under the cursor, or nothing in an empty list."""
        return self.rows.key(self.cursor) if len(self.rows) else None

    # Rows come and go

    def show(self, rows: Rows, *, top: bool = False) -> None:
        """Show other rows; the cursor stays on its key and its line of the screen (`top`: it goes to the first)."""
        key, line = self.key, self.cursor * self.row_height - self.scroll_offset.y
        self.showing = True
        self.rows = rows
        self._strips.clear()
        found = None if top or key is None or not self.touched else rows.index(key)
        if top or not self.touched:
            self.cursor = line = 0
            self.touched = False
        else:
            self.cursor = found if found is not None else max(0, min(self.cursor, len(rows) - 1))
        self.showing = False
        self.measure(len(rows) * self.row_height)
        self.scroll_to_line(max(0, self.cursor * self.row_height - line))
        self.repaint()

    def forget(self) -> None:
        """Let go of the lines that were drawn."""
        self._strips.clear()

    def watch_row_height(self) -> None:
        """Other rows fit now."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lay the rows out for another width."""
        self.forget()
        self.measure(len(self.rows) * self.row_height)
        self._keep_in_sight()
        self.repaint()

    # Drawing

    def draw(self, number: int, width: int) -> Strip:
        """Return one line of a row, or of what an empty list says."""
        height = self.row_height
        index, part = divmod(number, height)
        if index >= len(self.rows):
            return self.blank(width) if len(self.rows) else self.vacant(self.empty, number, width)
        driven = self.has_focus or not self.can_focus  # from a line to type in, which has the focus
        over = "" if index != self.cursor else "cursor" if driven else "cursor-away"
        key = self.rows.key(index)
        strip = self._strips.get((key, part, width, over))
        if strip is None:
            lines = self.rows.lines(index, width, height)
            for at in range(height):
                self._strips[(key, at, width, over)] = self.strip(lines[at] if at < len(lines) else (), over, width)
            strip = self._strips[(key, part, width, over)]
        return strip

    def watch_has_focus(self, value: bool) -> None:
        """Draw the cursor's line again: it looks different with and without focus."""
        super().watch_has_focus(value)
        self._refresh_row(self.cursor)

    def _refresh_row(self, index: int) -> None:
        y = index * self.row_height - self.scroll_offset.y
        if -self.row_height < y < self.size.height:
            self.refresh(Region(0, y, self.size.width, self.row_height))

    # Moving

    def move_to(self, index: int) -> None:
        """Put the cursor on the row at `index`, or the nearest that there is."""
        index = max(0, min(index, len(self.rows) - 1))
        self.touched = True
        if index == self.cursor:
            return
        old, self.cursor = self.cursor, index
        self._keep_in_sight()
        self._refresh_row(old)
        self._refresh_row(index)

    def _keep_in_sight(self) -> None:
        height, rows = self.row_height, max(1, self.size.height // self.row_height)
        margin = min(KEEP_IN_SIGHT, (rows - 1) // 2)
        top = self.scroll_offset.y
        low = (self.cursor + margin + 1) * height - self.size.height
        high = (self.cursor - margin) * height
        y = min(max(top, low), high) if high >= low else high
        self.scroll_to_line(max(0, min(y, self.virtual_size.height - self.size.height)))

    @property
    def _page(self) -> int:
        return max(1, self.size.height // self.row_height - 1)

    def action_down(self) -> None:
        """One row down."""
        self.move_to(self.cursor + 1)

    def action_up(self) -> None:
        """One row up."""
        self.move_to(self.cursor - 1)

    def action_first(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.move_to(len(self.rows) - 1)

    def action_page_down(self) -> None:
        """Go a screenful down."""
        self.move_to(self.cursor + self._page)

    def action_page_up(self) -> None:
        """Go a screenful up."""
        self.move_to(self.cursor - self._page)

    def action_half_down(self) -> None:
        """Half a screenful down."""
        self.move_to(self.cursor + max(1, self._page // 2))

    def action_half_up(self) -> None:
        """Half a screenful up."""
        self.move_to(self.cursor - max(1, self._page // 2))

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if len(self.rows):
            self.post_message(self.Opened(self))

    def on_click(self, event: "events.Click") -> None:
        """Choose a row with a click, and open it with a second one."""
        index = (event.get_content_offset(self) or event.offset).y + self.scroll_offset.y
        row = index // self.row_height
        if 0 <= row < len(self.rows):
            self.move_to(row)
            if event.chain > 1:
                self.action_open()
