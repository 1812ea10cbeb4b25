"""A screen with one list over the board: sources, runs, notes, revisions and the values of a unit are shown so."""

from collections.abc import Callable, Container, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import getters
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.screens.over import Over
from tui.widgets.bar import Bar
from tui.widgets.cells import Cell, fit, steady
from tui.widgets.row_list import RowList
from tui.widgets.rows import FixedRows, Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


ROOMY = 100
"""The width from which there is room for all columns of a list."""


class Columns(NamedTuple):
    """The columns of a list; the last text of a line has the room that they leave."""

    roomy: Sequence[int]
    """Their widths."""
    narrow: Sequence[int]
    """Their widths in a narrow terminal; 0: left out."""
    right: Container[int]
    """Those, counted from 0, that stand to the right, as numbers do."""

    def line(self, width: int, texts: Sequence[str], tones: Mapping[int, str]) -> Line:
        """Return a line of as many texts and one more; `tones` by column, of those that are not as ink."""
        rooms = self.roomy if width >= ROOMY else self.narrow
        cells = [
            Cell(fit(text, room, right=number in self.right) + "  ", tones.get(number, "ink"))
            for number, (text, room) in enumerate(zip(texts[:-1], rooms, strict=True))
            if room
        ]
        used = sum(room + 2 for room in rooms if room)
        return (Cell(" "), *cells, Cell(fit(texts[-1], width - used - 1), tones.get(len(rooms), "ink")))


class Head(Bar):
    """The names of the columns."""

    def __init__(self, paint: Callable[[int], Line]) -> None:
        super().__init__(id="head")
        self._paint = paint

    def cells(self, width: int) -> Line:
        """Write them in the quiet tone."""
        return tuple(Cell(text, "dim") for text, _ in self._paint(width - 1))


class Listing(Over[None]):
    """Rows under names of columns; Esc goes back."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q", "leave", "Back")]
    AUTO_FOCUS = "RowList"
    NAME: ClassVar[str]
    """What the frame says."""
    HINT: ClassVar[str] = "Esc back"
    """Which keys there are."""
    EMPTY: ClassVar[tuple[str, ...]] = ("Nothing yet.", "r asks all sources now")
    """Why there may be nothing, and which key helps."""

    list = getters.query_one(RowList)

    def compose(self) -> "ComposeResult":
        """Compose what stands above the list, the names of the columns, and the list."""
        with Vertical(id="box") as box:
            box.border_title, box.border_subtitle = Content(self.NAME), Content(self.HINT)
            yield from self.above()
            yield Head(self.head)
            yield RowList()
            yield Static(id="whole")

    def on_mount(self) -> None:
        """Fill the list."""
        self.list.empty = self.EMPTY
        self.begin()
        self.list.touched = True  # the first row is chosen too: it keeps the cursor when others come before it
        self.watch(self.list, "cursor", self._say_whole, init=False)

    def begin(self) -> None:
        """Show what there is; Textual itself calls `on_mount` of every class, so those after it have this."""
        self.fill()

    def fill(self) -> None:
        """Show the rows as they are now."""
        self.list.show(FixedRows(self.paints(), self.keys()))
        self._say_whole()

    def _say_whole(self) -> None:
        said = [cell for cell in self.whole(self.list.cursor) if cell.text] if len(self.list.rows) else []
        below = self.query_one("#whole", Static)
        below.display = bool(said)
        lines = [Content.styled(steady(text), f"$tone-{tone}") for text, tone in said]
        below.update(Content("\n").join(lines))

    def above(self) -> "Sequence[Widget]":
        """Return what stands above the list."""
        return ()

    def whole(self, index: int) -> Line:
        """Return what a row has no room for; each cell is a line below the list while the cursor is on it."""
        del index
        return ()

    def head(self, width: int) -> Line:
        """Return the names of the columns."""
        raise NotImplementedError

    def paints(self) -> Sequence[Callable[[int], Line]]:
        """Return what draws each row."""
        raise NotImplementedError

    def keys(self) -> Sequence[int] | None:
        """Return what the rows are known by where their order may change, asked after their `paints`."""
        return None

    def action_leave(self) -> None:
        """Go back to the board."""
        self.leave()
