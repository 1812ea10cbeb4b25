"""The board: headlines, key figures, quotes and people, and the article that they are in."""

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import Click, Key
from textual.timer import Timer

from feeds.archive.layout.findings import SpeakerRow
from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow, Selection
from tui.commands import BOARD, ITEMS, bindings
from tui.panels.alarms import Alarms
from tui.panels.figures import Figures
from tui.panels.headlines import Headlines
from tui.panels.keys_line import KeysLine
from tui.panels.panel import ListPanel
from tui.panels.people import People
from tui.panels.pointing import point_at
from tui.panels.quotes import Quotes
from tui.panels.reader import Reader
from tui.panels.status import Status
from tui.panels.tabs import Tabs
from tui.panels.welcome import Welcome
from tui.screens.frame import remembered
from tui.screens.items import Items
from tui.widgets.cells import steady
from tui.widgets.ground import Ground

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from feeds.config import Config
    from tui.memory import Memory
    from tui.panels.shelf import Shelf

PAUSE = 0.4
"""Seconds for which a cursor rests before the other panels follow it over a slow link."""


class Board(Items):
    """The panels and how they hang together."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(BOARD, ITEMS)
    AUTO_FOCUS = "#headlines-list"

    def __init__(self, shelf: "Shelf", config: "Config", memory: "Memory", *, live: bool) -> None:
        """`memory`: how it looked; `live`: whether it refreshes by itself."""
        self.headlines, self.figures, self.quotes = Headlines(shelf), Figures(shelf), Quotes(shelf)
        self.people = People(shelf)
        lists = (self.headlines, self.figures, self.quotes, self.people)
        super().__init__(lists, Reader(shelf), KeysLine(config.keys))
        self.memory = memory
        self.set_class(bool(memory["turned"]), "-turned")
        self.shares = remembered(memory["shares"])
        self.shelf = shelf
        self.config = config
        self._live = live
        self._alarms = Alarms(shelf, config)
        self._later = Timer(self, PAUSE, pause=True)
        """What the other panels still have to show."""

    def compose(self) -> "ComposeResult":
        """Compose the lists and the reader between a line of tabs and two lines at the foot."""
        yield Tabs(self.config.keys)
        with Ground(id="body"):
            with Ground(id="lists"):
                yield self.headlines.add_class("-current")
                yield self.figures
                with Ground(id="voices"):
                    yield self.quotes
                    yield self.people
            yield self.reader
        if not self.config.own and not self.memory["welcomed"]:
            yield Welcome()
        yield Status(self.shelf, self.config, live=self._live)
        yield self.keys

    def on_mount(self) -> None:
        """Show what the archive has, and follow what is chosen."""
        self.shelf.begin()
        self._mark(self.headlines)  # a page in a browser has no focus yet
        for panel in self.lists:
            self.watch(panel, "chosen", partial(self._follow, panel), init=False)
            self.watch(panel.list, "cursor", self.say_place, init=False)  # the same row may stand elsewhere
            for what in "count", "part", "fault":
                self.watch(panel, what, self.say_place, init=False)
        for what in "now", "total", "noted":
            self.watch(self.reader.page, what, self.say_place, init=False)
        self.watch(self.reader.page, "now", self._point, init=False)
        self.watch(self.status, "standing", self.headlines.heed, init=False)
        if isinstance(zoomed := self.memory["zoomed"], int):
            self.zoom_to(zoomed)
        self.load()

    @on(Status.Wrote)
    def load(self) -> None:
        """Show what the archive has now."""
        self.shelf.learn()
        self._alarms.look(self.notify, self.app.bell, self._send)
        for panel in self.lists:
            panel.load()
        self.reader.follow()

    def _send(self, words: str) -> None:
        """Write what a terminal alone understands."""
        if words and self.app._driver:  # noqa: SLF001 - Textual has no public way
            self.app._driver.write(words)  # noqa: SLF001

    @on(Key)
    @on(Click)
    def _begun(self) -> None:
        """Take the welcome away for good; the key or click does what it does all the same."""
        if self.query(Welcome):
            self.query(Welcome).remove()
            self.memory.keep(welcomed=True)

    def action_turn(self) -> None:
        """Put the reader beside the lists, or below them, also the next time."""
        super().action_turn()
        self.memory.keep(turned=self.has_class("-turned"))

    def share(self, more: int) -> None:
        """Part the room, also the next time."""
        super().share(more)
        self.memory.keep(shares=self.shares)

    def zoom_to(self, step: int) -> None:
        """Zoom, also the next time."""
        super().zoom_to(step)
        if self.memory["zoomed"] != self.zoomed:
            self.memory.keep(zoomed=self.zoomed)

    def on_unmount(self) -> None:
        """Remember when the user last looked."""
        self.shelf.look()

    def enter(self, panel: "ListPanel[Any] | Reader") -> None:
        """Go to a panel; quotes and people share a place where there is no room for both."""
        if panel in (self.quotes, self.people):
            self.set_class(panel is self.people, "-people")
        super().enter(panel)

    def action_search(self) -> None:
        """Search the whole archive, and read what is chosen."""
        from tui.screens.search import Search

        search = Search(self.shelf)
        self.app.push_screen(search, lambda found: self._read(found, search.words.value) if found else None)

    def _read(self, article: str, wanted: str) -> None:
        self.reader.show(self.shelf.article(article))
        self.enter(self.reader)
        self.reader.set_filter(wanted.split(maxsplit=1)[0] if wanted.split() else "")

    # What is chosen in one panel shows in the others

    def _follow(self, panel: ListPanel[Any]) -> None:
        self._later.stop()
        if panel.by_hand and self.config.slow_link:
            self._later = self.set_timer(PAUSE, partial(self._show, panel, by_hand=True))
        else:
            self._show(panel, panel.by_hand)
        self.say_place()

    def _show(self, panel: ListPanel[Any], by_hand: bool) -> None:
        row = panel.chosen
        if panel is self.headlines:
            self._follow_headline(row, by_hand)
        elif by_hand and isinstance(row, FigureRow):
            self._show_mark(row.article, "first", row.id)
        elif by_hand and isinstance(row, QuoteRow):
            self._show_mark(row.article, "second", row.id)
        elif by_hand and isinstance(row, SpeakerRow):
            self.quotes.narrow(Selection(speaker=row.key), f"of {steady(row.name)}")

    def _follow_headline(self, row: HeadlineRow | None, by_hand: bool) -> None:
        if row is None and not self.headlines.words:  # a word that fits nothing yet takes no article away
            self.reader.show(None)
        elif row is None:
            return
        elif by_hand or self.reader.stored is None:
            self.reader.show(self.shelf.article(row.id))
        if row is not None and by_hand:
            only = Selection(article=row.id)
            self.figures.narrow(only, "of this article")
            self.quotes.narrow(only, "of this article")

    def _show_mark(self, article: str, tone: str, item: str) -> None:
        shown = self.reader.stored
        if shown is None or shown.row.id != article:
            self.reader.show(shown := self.shelf.article(article))
        ids = shown.figure_ids if tone == "first" else shown.quote_ids
        if item in ids:
            self.reader.page.show_mark(tone, ids.index(item))

    def read_figure(self, row: FigureRow) -> None:
        """Go to the reader, where the figure is in its article."""
        self._show_mark(row.article, "first", row.id)
        self.enter(self.reader)

    def _point(self) -> None:
        """Put the cursor of figures or quotes on the mark that the user went to in the reader."""
        stored, mark = self.reader.stored, self.reader.page.mark
        if stored is None or mark is None or self.current is not self.reader or self.config.slow_link:
            return
        if mark.tone == "first":
            point_at(self.figures, stored.row.id, stored.figure_ids[mark.item])
        elif mark.tone == "second":
            point_at(self.quotes, stored.row.id, stored.quote_ids[mark.item])

    def filtered(self) -> None:
        """Show in the other panels, too, what the filter has found."""
        super().filtered()
        panel = self.current
        if isinstance(panel, ListPanel) and panel.words and panel.row is not None:
            self._show(panel, by_hand=True)

    @on(ListPanel.Opened)
    def _open(self, message: ListPanel.Opened) -> None:
        self._later.stop()
        self._show(message.panel, by_hand=True)
        if message.panel is self.people:
            self.enter(self.quotes)
        else:
            if (row := self.headlines.chosen) is not None and message.panel is self.headlines and not row.seen:
                self.archive.mark([row.id], seen=True)
            self.enter(self.reader)

    def action_refresh(self) -> None:
        """Ask all sources now."""
        self.status.run_now()
