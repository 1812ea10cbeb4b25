"""The line at the foot in which a filter is typed: the panel's rows follow each letter."""

from typing import ClassVar, Protocol

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input


class Filtered(Protocol):
    """A panel that shows what holds some words."""

    @property
    def words(self) -> str:
        """What its filter says."""

    @property
    def HINT(self) -> str:  # noqa: N802 (a constant of each panel)
        """What may be typed."""

    def set_filter(self, words: str) -> None:
        """Show what holds `words`."""


class FilterLine(Input):
    """`/` and what follows it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "drop", "Show all"),
        ("down,tab", "keep", "To the rows"),
    ]

    class Left(Message):
        """The typing is over."""

    def __init__(self, panel: Filtered) -> None:
        super().__init__(panel.words, placeholder=panel.HINT, id="filter", compact=True, select_on_focus=False)
        self._panel = panel
        self.cursor_blink = False

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._panel.set_filter(self.value)

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_keep()

    def action_drop(self) -> None:
        """Show all again."""
        self.value = ""
        self.action_keep()

    def action_keep(self) -> None:
        """Go to the rows that are left; word of the last letter may still be on its way, and would find nobody."""
        self._panel.set_filter(self.value)
        self.post_message(self.Left())
