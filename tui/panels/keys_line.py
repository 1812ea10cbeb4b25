"""The last line of the screen: the keys that are at hand."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual.geometry import Region
from textual.reactive import reactive, var

from tui.commands import Command, at
from tui.widgets.bar import Bar
from tui.widgets.cells import Cell, cut
from tui.widgets.rows import Line


class KeysLine(Bar):
    """The keys that are at hand where the focus is."""

    places: reactive[tuple[str, ...]] = reactive(())
    """The places whose commands it names."""

    typing: reactive[bool] = reactive(False)
    """Whether a filter is typed over its middle: it has the `/` before that, and what comes of it behind."""

    place: var[str] = var("")
    """Where the cursor is, at the end of the line: a frame would be painted whole for each key."""

    def __init__(self, rebound: Mapping[str, str]) -> None:
        """`rebound`: the user's own keys by command."""
        super().__init__(id="keys")
        self._rebound = rebound
        self._at_hand: list[tuple[str, str]] = []

    def watch_places(self) -> None:
        """Find the keys that are at hand: the help, then what is at hand nowhere else."""
        commands = sorted(at(*self.places), key=self._rank)
        self._at_hand = [(one.key(self._rebound), f" {one.title}   ") for one in commands if one.footer]

    def watch_place(self, before: str, now: str) -> None:
        """Paint the end of the line alone where the rest stays: 80 bytes instead of 1,100 for each key."""
        changed = cell_len(now) + 1
        same = cell_len(before) == cell_len(now) and changed < self.size.width // 2
        room = [Region(self.size.width - changed, 0, changed, 1)] if same else []
        self.refresh(*room)

    def cells(self, width: int) -> Line:
        """Key and title, as many as there is room for, and where the cursor is."""
        if self.typing:
            place = cut(self.place, width - width // 2 - 4)
            room = width - 3 - cell_len(place)
            return Cell(" "), Cell("/", "accent"), Cell(" " * room), Cell(place + " ", "ink")
        place = cut(self.place, width * 2 // 3)
        cells, room = [Cell(" ")], width - 3 - cell_len(place)
        for key, title in self._at_hand:
            if cell_len(key) + len(title) <= room:
                room -= cell_len(key) + len(title)
                cells += [Cell(key, "accent"), Cell(title, "dim")]
        return (*cells, Cell(" " * room + " " + place + " ", "ink"))

    def _rank(self, command: Command) -> tuple[bool, int]:
        return command.id != "help", self.places.index(command.place)
