"""The last line of the screen: the keys that are at hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive, var

from tui.commands import Command, at
from tui.widgets.bar import Bar
from tui.widgets.cells import Cell, cut
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from textual import events


class KeysLine(Bar):
    """The keys that are at hand where the focus is."""

    places: reactive[tuple[str, ...]] = reactive(())
    """The places whose commands it names."""

    typing: reactive[bool] = reactive(False)
    """Whether a filter is typed over its middle: it has the `/` before that, and what comes of it behind."""

    place: var[str] = var("")
    """Where the cursor is, at the end of the line: a frame would be painted whole for each key."""

    @dataclass
    class Chosen(Message):
        """A key was clicked."""

        id: str
        """Of which command."""

    def __init__(self, rebound: Mapping[str, str]) -> None:
        """`rebound`: the user's own keys by command."""
        super().__init__(id="keys")
        self._rebound = rebound
        self._at_hand: list[tuple[str, str, str]] = []

    def watch_places(self) -> None:
        """Find the keys that are at hand: the help, then what is at hand nowhere else."""
        commands = sorted(at(*self.places), key=self._rank)
        self._at_hand = [(one.id, one.key(self._rebound), f" {one.title}   ") for one in commands if one.footer]

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
        cells = [Cell(" ")]
        for _, key, title in self._shown(width):
            cells += [Cell(key, "accent"), Cell(title, "dim")]
        room = width - 2 - cell_len(place) - sum(cell_len(cell.text) for cell in cells)
        return (*cells, Cell(" " * room + " " + place + " ", "ink"))

    def _shown(self, width: int) -> Iterator[tuple[str, str, str]]:
        """Return command, key and title of those that there is room for beside where the cursor is."""
        room = width - 3 - cell_len(cut(self.place, width * 2 // 3))
        for one in self._at_hand:
            needed = cell_len(one[1]) + len(one[2])
            if needed <= room:
                room -= needed
                yield one

    def on_click(self, event: "events.Click") -> None:
        """Say which key was clicked."""
        end = 1
        for command, key, title in () if self.typing else self._shown(self.size.width):
            start, end = end, end + cell_len(key) + len(title)
            if start <= event.x < end - len("  "):
                self.post_message(self.Chosen(command))

    def _rank(self, command: Command) -> tuple[bool, int]:
        return command.id != "help", self.places.index(command.place)
