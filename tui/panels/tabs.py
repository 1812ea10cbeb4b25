"""The line over a narrow board: which panels there are, and which one shows; a click goes there."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message
from textual.reactive import reactive

from tui.commands import COMMANDS
from tui.widgets.bar import Bar
from tui.widgets.cells import Cell
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from textual import events


class Tabs(Bar):
    """The keys and names of the panels; brackets are round the one that shows."""

    current: reactive[str] = reactive("")
    """The id of the panel that shows."""

    @dataclass
    class Chosen(Message):
        """A panel was clicked."""

        name: str
        """Its id."""

    def __init__(self, rebound: Mapping[str, str]) -> None:
        """`rebound`: the user's own keys by command."""
        super().__init__(id="tabs")
        self._panels = [(one.id, one.key(rebound), one.title) for one in COMMANDS if one.action.startswith("panel(")]

    def _texts(self, width: int) -> list[str]:
        """Return key and name of each; where there is no room, the name of the current one only."""
        whole = [f"{key} {title}" for _, key, title in self._panels]
        if sum(map(cell_len, whole)) + 3 * len(whole) > width:
            whole = [
                text if name == self.current else key for (name, key, _), text in zip(self._panels, whole, strict=True)
            ]
        return [
            f"[{text}] " if name == self.current else f" {text}  "
            for (name, *_), text in zip(self._panels, whole, strict=True)
        ]

    def cells(self, width: int) -> Line:
        """Mark the current panel by brackets and weight."""
        texts = self._texts(width)
        return tuple(
            Cell(text, "accent" if name == self.current else "dim")
            for (name, *_), text in zip(self._panels, texts, strict=True)
        )

    def on_click(self, event: "events.Click") -> None:
        """Go to the panel whose name was clicked."""
        ends = accumulate(map(cell_len, self._texts(self.size.width)))
        for (name, *_), end in zip(self._panels, ends, strict=True):
            if event.x < end:
                self.post_message(self.Chosen(name))
                return
