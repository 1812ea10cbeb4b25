"""The last line of the screen: the keys that are at hand."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual.reactive import reactive

from tui.commands import at
from tui.widgets.bar import Bar
from tui.widgets.cells import Cell
from tui.widgets.rows import Line


class KeysLine(Bar):
    """The keys that are at hand where the focus is."""

    places: reactive[tuple[str, ...]] = reactive(())
    """The places whose commands it names."""

    place: reactive[str] = reactive("")
    """Where the cursor is, at the end of the line: a frame would be painted whole for each key."""

    def __init__(self, rebound: Mapping[str, str]) -> None:
        """`rebound`: the user's own keys by command."""
        super().__init__(id="keys")
        self._rebound = rebound

    def cells(self, width: int) -> Line:
        """Key and title, as many as there is room for."""
        cells, room = [Cell(" ")], width - 3 - len(self.place)
        for command in at(*self.places):
            key, title = command.key(self._rebound), f" {command.title}   "
            if command.footer and cell_len(key) + len(title) <= room:
                room -= cell_len(key) + len(title)
                cells += [Cell(key, "accent"), Cell(title, "dim")]
        return (*cells, Cell(" " * room + " " + self.place + " ", "ink"))
