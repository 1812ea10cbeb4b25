"""What every panel with a list does: its frame, its rows from the archive, its filter, and word of what was chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from feeds.archive.layout.findings import SpeakerRow
from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow, Selection
from feeds.archive.lookup.lists import What
from feeds.config.queries import expanded
from feeds.query import QueryError, narrow
from tui.panels.citation import citation
from tui.panels.shelf import FIRST
from tui.widgets.kept import Kept
from tui.widgets.row_list import RowList
from tui.widgets.rows import LazyRows, Line
from tui.widgets.telling import Telling

if TYPE_CHECKING:
    from array import array

    from textual.app import ComposeResult

    from tui.panels.shelf import Shelf


Row = TypeVar("Row", bound=HeadlineRow | FigureRow | QuoteRow | SpeakerRow)


SOON = 0.1
"""Seconds after which the rest of a long list is read: behind the paint of its first page, and not for every letter
of a filter that is still being typed."""


class ListPanel(Telling, Kept, Vertical, Generic[Row]):
    """A bordered list of one kind of rows."""

    WHAT: ClassVar[What]
    """The kind of rows, and the panel's id: `headlines`."""
    NUMBER: ClassVar[str]
    """The key that goes there, as its title shows it."""
    TITLE: ClassVar[str]
    """What the frame says."""
    EMPTY: ClassVar[tuple[str, str]]
    """Why there may be nothing at all, and what helps."""

    HINT = "words · !words that must not stand · =query such as value:>=70 is:new"

    chosen: var[Row | None] = var(None)
    """The row under the cursor. The board watches it: a message would come a frame (16 ms) after the cursor."""

    count: var[int] = var(0)
    """How many rows there are."""

    part: var[bool] = var(False)
    """Whether `count` is that of the first page alone, for the others are still being counted."""

    fault: var[str] = var("")
    """What is wrong with the query."""

    @dataclass
    class Opened(Message):
        """The row under the cursor is to be read in its article."""

        panel: "ListPanel[Any]"
        """Which panel."""

    @dataclass
    class Loaded(Message):
        """All keys of the list have come from the thread."""

        keys: "array[int]"
        """In display order."""
        ticket: int
        """Which question they answer."""
        first: bool = False
        """Whether they are the first page of a filter's rows, and the cursor goes to the top."""

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(id=self.WHAT, classes="panel")
        self.shelf = shelf
        self.list = RowList(id=f"{self.WHAT}-list")
        """Made here, for looking it up would cost 25 microseconds, a hundred times a key."""
        self.narrowed = Selection()
        """What the list is narrowed to by the other panels."""
        self.label = ""
        """How the frame says so: `of this article`."""
        self.words = ""
        """What the filter says: words, `!` and words that must not stand, or `=` and a query."""
        self.selection = Selection()
        """What is asked of the archive."""
        self.by_hand = False
        """Whether the user moved the cursor to what is chosen, rather than rows that came."""
        self._said = ("", "")
        self._ticket = 0
        self._looking = False
        """Whether a thread is still looking for the first rows that fit the filter."""

    def compose(self) -> "ComposeResult":
        """Compose the list alone; the filter's line comes when it is asked for."""
        yield self.list

    def on_mount(self) -> None:
        """Say whose panel it is before there are rows."""
        self.list.empty = self.why()
        self.watch(self.list, "cursor", self._cursor_moved, init=False)
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
        return None if self.row is None or isinstance(self.row, SpeakerRow) else self.row.link

    @property
    def citation(self) -> str | None:
        """The row as text with its source."""
        return citation(self.row) if self.row else None

    def asked(self) -> Selection:
        """Return what is asked of the archive. Raises `QueryError` for a query that is not whole yet."""
        if self.words.startswith("="):
            query = expanded(self.words[1:], self.shelf.queries)
            return narrow(self.narrowed, self.WHAT, query, self.shelf.now())
        without = self.words.startswith("!")
        return self.narrowed._replace(words=self.words[without:].strip(), without=without)

    def load(self, *, top: bool = False) -> None:
        """Show what the archive has now: the first page at once, the rest when a thread has counted it."""
        self._ticket += 1
        try:
            self.selection, self.fault = self.asked(), ""
        except QueryError as fault:  # while it is being typed: the rows stay
            self.fault = fault.message
        if self.words:  # a word that stands nowhere is looked for in every row: up to 200 ms, so behind the keys
            self._say()
            self._looking = top
            self._work(partial(self._count, self.selection, self._ticket, first=top))
            return
        if self._show_first(top=top) >= FIRST:
            self.set_timer(SOON, partial(self._load_rest, self._ticket))

    def settle(self) -> None:
        """Have the first rows that fit the filter now: what was typed behind it is meant for them."""
        if self._looking:
            self._looking = False
            self._show(self.first_keys(), top=True, part=True)

    def _show_first(self, *, top: bool) -> int:
        """Show at once what costs nothing to know; how many rows are known of by that.

        A long list that is only looked at anew keeps its keys until all the new ones are there, or its length would
        jump; but what its rows say is read again.
        """
        known = self.list.rows
        if not top and isinstance(known, LazyRows) and len(known) >= FIRST:
            self._show(known.keys)
            return len(known)
        keys = self.first_keys()
        if top or len(keys) < FIRST or not self.list.touched:
            self._show(keys, top=top, part=True)
        return len(keys)

    def _load_rest(self, ticket: int) -> None:
        if ticket == self._ticket:
            self._work(partial(self._count, self.selection, ticket))

    def _work(self, does: Callable[[], None]) -> None:
        self.run_worker(does, thread=True, group=self.WHAT, exclusive=True, exit_on_error=False)

    def first_keys(self) -> Sequence[int]:
        """Return the keys of the first page."""
        return self.shelf.first_keys(self.WHAT, self.selection)

    def all_keys(self, selection: Selection) -> "array[int]":
        """All keys; runs in a thread."""
        return self.shelf.all_keys(self.WHAT, selection)

    def _count(self, selection: Selection, ticket: int, *, first: bool = False) -> None:
        if first:
            keys = self.shelf.first_keys(self.WHAT, selection, aside=True)
            self.post_message(self.Loaded(keys, ticket, first=True))
            if len(keys) < FIRST or ticket != self._ticket:
                return
        self.post_message(self.Loaded(self.all_keys(selection), ticket))

    @on(Loaded)
    def _counted(self, message: Loaded) -> None:
        message.stop()
        if message.ticket != self._ticket or (message.first and not self._looking):
            return
        self._looking = False
        known = self.list.rows
        read = not self.words and isinstance(known, LazyRows) and known.keys == message.keys  # when this was asked
        if not read:
            self._show(message.keys, top=message.first, part=message.first)
        elif self.part:
            self.part = False
            self._say()

    def _show(self, keys: Sequence[int], *, top: bool = False, part: bool = False) -> None:
        self.list.empty = self.why()
        self.list.show(LazyRows(keys, self._fetched, self.paint), top=top)
        self.part = part and len(keys) >= FIRST
        self.count = len(keys)
        self._say()
        self.chosen = self.row

    def why(self) -> tuple[str, str]:
        """Return what an empty list says: why it is empty, and which key helps."""
        if self.words:
            return f"Nothing fits {self.words}", "Esc shows all rows"
        return (f"No {self.TITLE.lower()} {self.label}.", "Esc shows all") if self.label else self.EMPTY

    def _fetched(self, keys: Sequence[int]) -> dict[int, Row]:
        return {self.key(row): row for row in self.fetch(keys)}

    def key(self, row: Row) -> int:
        """Return what a row is known by within this archive file."""
        assert not isinstance(row, SpeakerRow)  # noqa: S101 (people have no number)
        return row.row

    def fetch(self, keys: Sequence[int]) -> Sequence[Row]:
        """Return the rows of those keys that are still there."""
        raise NotImplementedError

    def paint(self, row: Row, width: int, height: int) -> Sequence[Line]:
        """Return a row as lines of cells."""
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

    def _say(self) -> None:
        title = f"{self.NUMBER} {self.TITLE}" + (f" · {self.label}" if self.label else "")
        title = title + (f" /{self.words}" if self.words else "")
        count = self._total
        if self.label or self.words:  # of an article its headline says how many; each step down would paint the frame
            count = self.fault or ("Esc for all" if self.narrowed.article else f"{count} · Esc for all")
        if (title, count) != self._said:  # each change paints the whole panel
            self._said = title, count
            self.border_title, self.border_subtitle = Content(title), Content(count)

    @property
    def place(self) -> str:
        """Where the cursor is."""
        return f"{self.list.cursor + 1:,} of {self._total}" if self.count else ""

    @property
    def _total(self) -> str:
        return "…" if self.part else f"{self.count:,}"

    # Word of what was chosen

    def _cursor_moved(self) -> None:
        if not self.list.showing:
            self.by_hand = True
            self.chosen = self.row
            self.by_hand = False

    @on(RowList.Opened)
    def _opened(self, message: RowList.Opened) -> None:
        message.stop()
        self.post_message(self.Opened(self))
