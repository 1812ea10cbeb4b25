"""The line at the foot in which a filter is typed: the panel's rows follow each letter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.events import Key


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
    """`/` and what follows it; it is there as long as one types, and hidden else.

    Keys may be typed ahead: those that came to it before it was left are for the panel.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "drop", "Show all"),
        ("down,tab", "keep", "To the rows"),
    ]

    def __init__(self, left: Callable[[], None]) -> None:
        """`left` is called at once when the typing is over."""
        super().__init__(id="filter", compact=True, select_on_focus=False)
        self._left = left
        self._panel: Filtered | None = None
        self.cursor_blink = False
        self.display = False

    def open(self, panel: Filtered) -> None:
        """Narrow `panel` from now on."""
        self._panel, self.placeholder = panel, panel.HINT
        self.value, self.cursor_position = panel.words, len(panel.words)
        self.display = True

    async def on_key(self, event: "Key") -> None:
        """Do here what a key is bound to: on its way up to the application, letters behind it would overtake it."""
        bound = self.screen.active_bindings.get(event.key)
        if not self.display:
            event.prevent_default()
        elif bound is not None and bound.node is self and not event.is_printable:
            event.stop()
            event.prevent_default()
            await self.app.run_action(bound.binding.action, self)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._narrow()

    def _narrow(self) -> None:
        if self._panel is not None and self.display:
            self._panel.set_filter(self.value)

    async def action_submit(self) -> None:
        """Go to the rows that are left."""
        self.action_keep()

    def action_drop(self) -> None:
        """Show all again."""
        self.value = ""
        self.action_keep()

    def action_keep(self) -> None:
        """Go to the rows that are left; word of the last letter may still be on its way, and would come too late."""
        self._narrow()
        self._left()
