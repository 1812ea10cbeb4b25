"""The frame of the board: which panel has the focus, how large it is, and where the reader stands."""

from typing import TYPE_CHECKING, Any

from textual import getters
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.commands import ANYWHERE, BOARD, ITEMS, LIST, READER
from tui.panels.keys_line import KeysLine
from tui.panels.panel import ListPanel
from tui.panels.reader import Reader
from tui.panels.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import DescendantFocus

    Panel = ListPanel[Any] | Reader

ZOOMS = ("", "-half", "-full")
"""Classes of the screen, from the panel in its place to the panel alone."""

NARROW = 100
"""Columns from which lists and reader stand side by side, or below each other: with fewer, one panel at a time."""

WIDE = 180
"""Columns from which the lists stand in three columns over the reader: 60 for each, as in half of a normal board."""

SHARE, LEAST, MOST = 5, 25, 75
"""Per cent of the board by which the reader gets wider; the least and the most that it may have."""


def remembered(kept: object) -> dict[str, int]:
    """Return the shares that were kept, where they are any."""
    shares = kept if isinstance(kept, dict) else {}
    return {way: share for way, share in shares.items() if share in range(LEAST, MOST + 1)}


class Frame(Screen[None]):
    """Panels that one goes between, zooms, turns and parts the room among."""

    BLANK = True
    """It is covered by what it holds, as every `Ground` is."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-normal"), (WIDE, "-wide")]  # noqa: RUF012 (Textual's type)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (44, "-tall")]  # noqa: RUF012

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual has it, which would paint the whole screen (23 kB of 5 that change) whenever the focus moves."""

    tabs = getters.query_one(Tabs)

    def __init__(self, lists: "Sequence[ListPanel[Any]]", reader: Reader, keys: KeysLine) -> None:
        """Hold the panels; `lists`: those with rows, in the order of their numbers."""
        super().__init__()
        self.lists, self.reader, self.keys = lists, reader, keys
        self.panels: tuple[Panel, ...] = (*lists, reader)
        """All panels, in the order in which Tab goes through them."""
        self.current: Panel = lists[0]
        """The panel that has the focus, or had it last."""
        self.zoomed = 0
        self.shares: dict[str, int] = {}
        """Per cent of the board that the reader has `beside` and `below` the lists, where the user has set it."""
        self._came_from = "headlines"

    # Where the focus is

    def on_descendant_focus(self, event: "DescendantFocus") -> None:
        """Mark the panel that has the focus: the mouse may have put it there.

        The word may come late: a `/` that was typed ahead has taken the focus by then, and keeps it.
        """
        if event.widget is not self.focused:
            return
        for panel in self.panels:
            if panel in event.widget.ancestors_with_self:
                self._close_filter()
                self._mark(panel)

    def enter(self, panel: "Panel") -> None:
        """Go to a panel."""
        self._mark(panel)
        # at once, so that keys that were typed ahead go there too, and also where it was hidden until now
        self.set_focus(panel.list if isinstance(panel, ListPanel) else panel.page, scroll_visible=False)

    def _mark(self, panel: "Panel") -> None:
        self.current = panel
        for other in self.panels:
            other.set_class(other is panel, "-current")
        self.tabs.current = panel.WHAT
        reading = panel is self.reader
        self.set_class(reading, "-reading")
        self.set_class(panel.WHAT in ("quotes", "people"), "-speaking")
        self.keys.places = (READER if reading else LIST, ITEMS, BOARD, ANYWHERE)
        self.say_place()
        if isinstance(panel, ListPanel):
            self._came_from = panel.WHAT

    def say_place(self) -> None:
        """Say where the cursor is, or what is wrong with the query that is typed."""
        panel = self.current
        self.keys.place = (isinstance(panel, ListPanel) and panel.fault) or panel.place

    def action_panel(self, name: str) -> None:
        """Go to a panel by its name."""
        self.enter(next(panel for panel in self.panels if name == panel.WHAT))

    def on_tabs_chosen(self, message: Tabs.Chosen) -> None:
        """Go to the panel whose tab was clicked."""
        self.action_panel(message.name)

    def show_query(self, panel: str, query: str) -> None:
        """Go to a panel, and show only what a query asks for; the same query again shows all."""
        self.action_panel(panel)
        self.current.set_filter("" if self.current.words == f"={query}" else f"={query}")

    def action_next_panel(self) -> None:
        """Go to the next panel."""
        self._go(1)

    def action_previous_panel(self) -> None:
        """Go to the panel before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self.enter(self.panels[(self.panels.index(self.current) + by) % len(self.panels)])

    def action_back(self) -> None:
        """Go back: from a search or a narrowing, from the article to its list, from the zoom."""
        panel = self.current
        if panel.widen():
            return
        if panel is self.reader:
            self.action_panel(self._came_from)
        elif self.zoomed:
            self.zoom_to(0)
        else:
            for other in self.lists:
                other.widen()

    # Zoom and layout

    def zoom_to(self, step: int) -> None:
        """Show the panel in its place (0), over half of the screen (1) or alone (2)."""
        self.zoomed = max(0, min(step, len(ZOOMS) - 1))
        for number, name in enumerate(ZOOMS[1:], 1):
            self.set_class(number == self.zoomed, name)
        self._part()

    def action_zoom(self) -> None:
        """Show the panel over the whole screen, and back."""
        self.zoom_to(0 if self.zoomed else 2)

    def action_larger(self) -> None:
        """Go one step larger."""
        self.zoom_to(self.zoomed + 1)

    def action_smaller(self) -> None:
        """Go one step smaller."""
        self.zoom_to(self.zoomed - 1)

    def action_turn(self) -> None:
        """Put the reader beside the lists, or below them."""
        self.toggle_class("-turned")
        self._part()

    def action_wider(self) -> None:
        """Give the reader more of the room."""
        self.share(SHARE)

    def action_narrower(self) -> None:
        """Give the reader less of the room."""
        self.share(-SHARE)

    def share(self, more: int) -> None:
        """Give the reader so many per cent of the room more."""
        lists, reader = self.query_one("#lists").outer_size, self.reader.outer_size
        has, other = (reader.height, lists.height) if self._way == "below" else (reader.width, lists.width)
        now = self.shares.get(self._way) or round(has * 100 / max(1, has + other) / SHARE) * SHARE
        self.shares[self._way] = max(LEAST, min(now + more, MOST))
        self._part()

    @property
    def _way(self) -> str:
        return "below" if self.has_class("-turned") is not (self.size.width >= WIDE) else "beside"

    def on_resize(self) -> None:
        """Part the room anew: a narrow board has none to part."""
        self._part()

    def _part(self) -> None:
        share = None if self.zoomed or self.size.width < NARROW else self.shares.get(self._way)
        for panel, part in ((self.reader, share), (self.query_one("#lists"), share and 100 - share)):
            length = part and f"{part}fr"
            panel.styles.width = None if self._way == "below" else length
            panel.styles.height = length if self._way == "below" else None

    # The filter

    def action_filter(self) -> None:
        """Narrow the panel as one types, over the line of keys."""
        from tui.panels.filter_line import FilterLine  # the first paint does not pay for it

        line = self.query_one_optional("#filter", FilterLine)
        if line is None:
            line = FilterLine(self.filtered)
            self.mount(line, after=self.keys)
        line.open(self.current)
        self.keys.typing = True
        self.set_focus(line)

    def filtered(self) -> None:
        """Give the focus back to the panel, and the line to the keys."""
        if isinstance(self.current, ListPanel):
            self.current.settle()
        self._close_filter()
        self.enter(self.current)

    def _close_filter(self) -> None:
        for line in self.query("#filter"):
            line.display = False
        self.keys.typing = False
