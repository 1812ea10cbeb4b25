"""The board: headlines, key figures, quotes and people, and the article that they are in."""

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from feeds.archive.rows import FigureRow, HeadlineRow, QuoteRow, Selection
from tui.commands import ANYWHERE, BOARD, ITEMS, LIST, READER, bindings
from tui.panels.figures import Figures
from tui.panels.headlines import Headlines
from tui.panels.panel import ListPanel
from tui.panels.links import open_link
from tui.panels.quotes import Quotes
from tui.panels.reader import Reader
from tui.panels.keys_line import KeysLine
from tui.panels.status import Status
from tui.widgets.cells import steady

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import DescendantFocus
    from textual.widget import Widget

    from feeds.config import Config
    from tui.panels.shelf import Shelf

ZOOMS = ("", "-half", "-full")
"""Classes of the screen, from the panel in its place to the panel alone."""


class Board(Screen[None]):
    """The panels and how they hang together."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(BOARD, ITEMS)
    AUTO_FOCUS = "#headlines-list"
    HORIZONTAL_BREAKPOINTS: ClassVar = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
    VERTICAL_BREAKPOINTS: ClassVar = [(0, "-low"), (44, "-tall")]

    headlines = getters.query_one(Headlines)
    figures = getters.query_one(Figures)
    quotes = getters.query_one(Quotes)
    reader = getters.query_one(Reader)
    status = getters.query_one(Status)
    keys = getters.query_one(KeysLine)

    def __init__(self, shelf: "Shelf", config: "Config", *, live: bool) -> None:
        """`live`: whether it refreshes by itself."""
        super().__init__()
        self.shelf = shelf
        self.config = config
        self._live = live
        self._zoom = 0
        self._came_from = "headlines"

    def compose(self) -> "ComposeResult":
        """The lists, the reader, and two lines at the foot."""
        with Container(id="body"):
            with Container(id="lists"):
                (headlines := Headlines(self.shelf)).add_class("-current")
                yield headlines
                yield Figures(self.shelf)
                yield Quotes(self.shelf)
            yield Reader(self.shelf)
        yield Status(self.shelf, self.config, live=self._live)
        yield KeysLine(self.config.keys)

    def on_mount(self) -> None:
        """Show what the archive has, and follow what is chosen."""
        for panel in self.lists:
            self.watch(panel, "chosen", partial(self._follow, panel), init=False)
            self.watch(panel, "count", self._say_place, init=False)
        self.watch(self.reader, "now", self._say_place, init=False)
        self.load()

    @property
    def lists(self) -> tuple[ListPanel[Any], ...]:
        """The panels with rows, in the order of their numbers."""
        return (self.headlines, self.figures, self.quotes)

    def on_unmount(self) -> None:
        """Remember when the user last looked."""
        self.shelf.look()

    @on(Status.Wrote)
    def load(self) -> None:
        """Show what the archive has now."""
        for panel in self.lists:
            panel.load()

    # Where the focus is

    @property
    def current(self) -> "ListPanel[Any] | Reader":
        """Return the panel that has the focus, or had it last."""
        return next((panel for panel in (*self.lists, self.reader) if panel.has_class("-current")), self.headlines)

    def on_descendant_focus(self, event: "DescendantFocus") -> None:
        """Mark the panel that has the focus, and name its keys."""
        panel = next((node for node in event.widget.ancestors_with_self if node.has_class("panel")), None)
        if panel is None:
            return
        for other in self.query(".panel"):
            other.set_class(other is panel, "-current")
        self.set_class(panel is self.reader, "-reading")
        self._say_place()
        self.keys.places = (
            (READER, ITEMS, BOARD, "anywhere") if panel is self.reader else (LIST, ITEMS, BOARD, "anywhere")
        )
        if isinstance(panel, ListPanel):
            self._came_from = panel.WHAT

    def action_panel(self, name: str) -> None:
        """Go to a panel."""
        panel = self.query_one(f"#{name}")
        self._enter(panel)

    def _enter(self, panel: "Widget") -> None:
        self._mark(panel)
        # at once, so that keys that were typed ahead go there too, and also where it was hidden until now
        self.set_focus(panel.list if isinstance(panel, ListPanel) else panel, scroll_visible=False)

    def _mark(self, panel: "Widget") -> None:
        for other in (*self.lists, self.reader):
            other.set_class(other is panel, "-current")
        self.set_class(panel is self.reader, "-reading")

    def action_next_panel(self) -> None:
        """Go to the next panel."""
        self._turn(1)

    def action_previous_panel(self) -> None:
        """Go to the panel before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        panels = [*self.lists, self.reader]
        self._enter(panels[(panels.index(self.current) + by) % len(panels)])

    def action_back(self) -> None:
        """Back: from the article to its list, then to all rows, then to the usual size."""
        panel = self.current
        if panel is self.reader:
            self.action_panel(self._came_from)
        elif (isinstance(panel, ListPanel) and panel.widen()) or any(other.widen() for other in self.lists):
            return
        elif self._zoom:
            self._zoom_to(0)

    def action_refresh(self) -> None:
        """Ask all sources now."""
        self.status.run_now()

    # What is done with the row under the cursor

    def action_filter(self) -> None:
        """Narrow the panel as one types."""
        self.current.ask_words()

    def action_copy(self) -> None:
        """Copy a citation of what the cursor is on."""
        if cited := self.current.citation:
            self.app.copy_to_clipboard(cited)
            self.notify(steady(cited.partition("\n")[0]), title="Copied", timeout=3, markup=False)

    def action_link(self) -> None:
        """Show the article's link in full, and open it when the user says so."""
        from tui.screens.link import LinkScreen  # noqa: PLC0415 (the first paint does not pay for it)

        if link := self.current.link:
            self.app.push_screen(LinkScreen(link), lambda yes: open_link(link) if yes else None)
        else:
            self.notify("This article has no link.", timeout=3, markup=False)

    # Zoom and layout

    def _zoom_to(self, step: int) -> None:
        self._zoom = max(0, min(step, len(ZOOMS) - 1))
        for number, name in enumerate(ZOOMS[1:], 1):
            self.set_class(number == self._zoom, name)

    def action_zoom(self) -> None:
        """The panel over the whole screen, and back."""
        self._zoom_to(0 if self._zoom else 2)

    def action_larger(self) -> None:
        """One step larger."""
        self._zoom_to(self._zoom + 1)

    def action_smaller(self) -> None:
        """One step smaller."""
        self._zoom_to(self._zoom - 1)

    def action_turn(self) -> None:
        """The reader beside the lists, or below."""
        self.toggle_class("-turned")

    # What is chosen in one panel shows in the others

    def _follow(self, panel: ListPanel[Any]) -> None:
        row = panel.chosen
        if panel is self.headlines:
            self._follow_headline(row, panel.by_hand)
        elif panel.by_hand and isinstance(row, FigureRow):
            self._show_mark(row.article, "first", row.id)
        elif panel.by_hand and isinstance(row, QuoteRow):
            self._show_mark(row.article, "second", row.id)
        self._say_place()

    def _say_place(self) -> None:
        self.keys.place = self.current.place

    @on(ListPanel.Opened)
    def _open(self) -> None:
        self.action_panel("reader")

    def _follow_headline(self, row: HeadlineRow | None, by_hand: bool) -> None:
        if row is None:
            self.reader.show(None)
        elif by_hand or self.reader.stored is None:
            self.reader.show(self.shelf.archive.article(row.id))
        if row is not None and by_hand:
            only = Selection(article=row.id)
            self.figures.narrow(only, "of this article")
            self.quotes.narrow(only, "of this article")

    def _show_mark(self, article: str, tone: str, item: str) -> None:
        shown = self.reader.stored
        if shown is None or shown.row.id != article:
            self.reader.show(shown := self.shelf.archive.article(article))
        ids = shown.figure_ids if tone == "first" else shown.quote_ids
        if item in ids:
            self.reader.show_mark(tone, ids.index(item))
