"""The line in a panel in which its filter is typed: the rows follow each key."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input


class FilterLine(Input):
    """`/` and what follows it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "drop", "Show all"),
        ("enter,down", "keep", "To the rows"),
    ]

    def __init__(self, words: str) -> None:
        super().__init__(
            words, placeholder="words, or ! and words that must not stand", compact=True, select_on_focus=False
        )

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._panel.set_filter(self.value)

    @property
    def _panel(self) -> "ListPanel[object]":
        from tui.panels.panel import ListPanel  # noqa: PLC0415 (the panel mounts this line)

        return next(node for node in self.ancestors if isinstance(node, ListPanel))

    def action_drop(self) -> None:
        """Show all rows again."""
        self._panel.set_filter("")
        self._leave()

    def action_keep(self) -> None:
        """Go to the rows that are left."""
        self._leave()

    def _leave(self) -> None:
        self._panel.list.focus()
        self.remove()
