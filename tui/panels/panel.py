"""What every panel with a list does: its frame, its rows from the archive, its filter, and word of what was chosen."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from textual import getters, on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from feeds.archive.rows import Selection
from tui.panels.citation import citation
from tui.widgets.row_list import RowList
from tui.widgets.rows import LazyRows, Line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.panels.shelf import Shelf

class Keyed(Protocol):
    """A row that knows its key."""

    @property
    def row(self) -> int:
        """The key within this archive file."""


Row = TypeVar("Row", bound=Keyed)


class ListPanel(Vertical, Generic[Row]):
    """A bordered list of one kind of rows."""

    WHAT: ClassVar[str]
    """The kind of rows, and the panel's id: `headlines`."""
    NUMBER: ClassVar[str]
    """The key that goes there, as its title shows it."""
    TITLE: ClassVar[str]
    """What the frame says."""
    EMPTY: ClassVar[tuple[str, str]]
    """Why there may be nothing, and which key helps."""

    list: getters.query_one[RowList] = getters.query_one(RowList)

    @dataclass
    class Chosen(Message):
        """The cursor came to a row, or left the last one."""

        panel: "ListPanel[Any]"
        """Which panel."""
        row: Any
        """The row under the cursor, or nothing."""
        by_hand: bool
        """Whether the user moved it."""
        opened: bool = False
        """Whether it is to be opened, not only shown."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of a flood is worth following."""
            return isinstance(message, ListPanel.Chosen) and message.panel is self.panel and not message.opened

    @dataclass
    class Loaded(Message):
        """All keys of the list have come from the thread."""

        keys: "array[int]"
        """In display order."""
        ticket: int
        """Which question they answer."""

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(id=self.WHAT, classes="panel")
        self.shelf = shelf
        self.narrowed = Selection()
        """What the list is narrowed to by the other panels."""
        self.label = ""
        """How the frame says so: `of this article`."""
        self.words = ""
        """What the filter says."""
        self._ticket = 0

    def compose(self) -> "ComposeResult":
        """The list alone; the filter's line comes when it is asked for."""
        yield RowList(id=f"{self.WHAT}-list")

    def on_mount(self) -> None:
        """Say whose panel it is before there are rows."""
        self.list.empty = self.EMPTY
        self._say()

    # Rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        rows = self.list.rows
        return rows.row(self.list.cursor) if isinstance(rows, LazyRows) and len(rows) else None

    @property
    def link(self) -> str | None:
        """The link of the article that the row is of."""
        return self.row.link if self.row else None

    @property
    def citation(self) -> str | None:
        """The row as text with its source."""
        return citation(self.row) if self.row else None

    @property
    def selection(self) -> Selection:
        """What is asked of the archive."""
        without = self.words.startswith("!")
        return self.narrowed._replace(words=self.words[without:].strip(), without=without)

    def load(self, *, top: bool = False) -> None:
        """Show what the archive has now: the first page at once, the rest when a thread has counted it."""
        self._ticket += 1
        keys = self.first_keys()
        if top or not self.list.touched:
            self._show(keys, top=top)
        if len(keys) >= FEW:
            count = partial(self._count, self.selection, self._ticket)
            self.run_worker(count, thread=True, group=self.WHAT, exclusive=True, exit_on_error=False)
        elif not top:
            self._show(keys)

    def first_keys(self) -> Sequence[int]:
        """The keys of the first page."""
        return self.shelf.first_keys(self.WHAT, self.selection)

    def all_keys(self, selection: Selection) -> "array[int]":
        """All keys; runs in a thread."""
        return self.shelf.all_keys(self.WHAT, selection)

    def _count(self, selection: Selection, ticket: int) -> None:
        self.post_message(self.Loaded(self.all_keys(selection), ticket))

    @on(Loaded)
    def _counted(self, message: Loaded) -> None:
        message.stop()
        if message.ticket == self._ticket:
            self._show(message.keys)

    def _show(self, keys: Sequence[int], *, top: bool = False) -> None:
        self.list.show(LazyRows(keys, self._fetched, self.paint), top=top)
        self._say()

    def _fetched(self, keys: Sequence[int]) -> dict[int, Row]:
        return {row.row: row for row in self.fetch(keys)}

    def fetch(self, keys: Sequence[int]) -> Sequence[Row]:
        """Return the rows of those keys that are still there."""
        raise NotImplementedError

    def paint(self, row: Row, width: int, height: int) -> Sequence[Line]:
        """A row as lines of cells."""
        raise NotImplementedError

    # Narrowing

    def narrow(self, selection: Selection, label: str) -> None:
        """Show only what another panel's choice asks for."""
        if (selection, label) != (self.narrowed, self.label):
            self.narrowed, self.label = selection, label
            self.load(top=True)

    def widen(self) -> bool:
        """Take back the last narrowing; whether there was any."""
        if self.words:
            self.set_filter("")
        elif self.label:
            self.narrow(Selection(), "")
        else:
            return False
        return True

    def set_filter(self, words: str) -> None:
        """Narrow the rows to those that hold `words`."""
        if words != self.words:
            self.words = words
            self.load(top=True)

    def ask_words(self) -> None:
        """Type what the rows shall hold."""
        from tui.panels.filter_line import FilterLine  # noqa: PLC0415 (Input costs 10 ms that the first paint saves)

        if not self.query(FilterLine):
            self.mount(FilterLine(self.words))
        self.query_one(FilterLine).focus()

    def _say(self) -> None:
        parts: list[tuple[str, str] | str] = [f" {self.NUMBER} ", self.TITLE, " "]
        if self.label:
            parts += [("· ", "dim"), self.label, " "]
        if self.words:
            parts += [("/", "dim"), self.words, " "]
        self.border_title = Content.assemble(*parts)
        self._say_place()

    def _say_place(self) -> None:
        count = len(self.list.rows)
        place = f" {self.list.cursor + 1:,} of {count:,} " if count else ""
        hint = " Esc for all · " if self.label or self.words else ""
        self.border_subtitle = Content(hint.rstrip() + place if place else hint.rstrip("· ") + " ")

    # Word of what was chosen

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._say_place()
        self.post_message(self.Chosen(self, self.row, message.by_hand))

    @on(RowList.Opened)
    def _opened(self, message: RowList.Opened) -> None:
        message.stop()
        self.post_message(self.Chosen(self, self.row, by_hand=True, opened=True))


FEW = 256
"""As many keys as the first page asks for: when fewer come, there are no more."""
