"""The choice of colours: the board takes each as the cursor comes to it, and keeps the one that is chosen."""

from functools import partial
from typing import TYPE_CHECKING

from tui.screens.picker import Choice, Picker
from tui.themes import SAID
from tui.widgets.cells import Cell, fit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.widgets.rows import Line


class ThemeScreen(Picker):
    """The themes by name; answers with one."""

    def __init__(self, names: "Iterable[str]", now: str) -> None:
        """`now`: the theme that the board has."""
        super().__init__(
            "Theme",
            [Choice(name, name, partial(_line, name=name, now=name == now)) for name in names],
            prompt="type to find a theme",
            hint="Enter keeps it · Esc back",
        )
        self._now = now

    def begin(self) -> None:
        """Begin at the theme that the board has."""
        super().begin()
        self.add_class("-small")
        self.list.styles.height = len(self._choices)
        self.list.move_to([choice.id for choice in self._choices].index(self._now))
        self.watch(self.list, "cursor", self._try, init=False)

    def narrow(self, typed: str) -> None:
        """Try the first that fits."""
        super().narrow(typed)
        self._try()

    def _try(self) -> None:
        if self.chosen and self.is_current:
            self.app.theme = self.chosen.id

    def action_leave(self) -> None:
        """Go back to the theme that the board had."""
        self.app.theme = self._now
        super().action_leave()


def _line(width: int, *, name: str, now: bool) -> "Line":
    return (
        Cell(" ● " if now else "   ", "accent"),
        Cell(fit(name, 15), "strong"),
        Cell(fit(SAID.get(name, ""), width - 18), "dim"),
    )
