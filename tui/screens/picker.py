"""One list to choose from by typing: the help, the command line, themes and the search are made of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import getters, on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.screens.over import Over
from tui.widgets.row_list import RowList
from tui.widgets.rows import FixedRows, Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class Choice(NamedTuple):
    """Something to choose."""

    id: str
    """What choosing it answers."""
    words: str
    """What may be typed for it."""
    paint: "Callable[[int], Line | tuple[Line, ...]]"
    """It as a line of a given width, or as several."""


class Picker(Over[str | None]):
    """Type, and choose what is left."""

    CSS_PATH = "picker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Back"),
        ("down,ctrl+n", "move('down')", "Down"),
        ("up,ctrl+p", "move('up')", "Up"),
        ("pagedown", "move('page_down')", "Page down"),
        ("pageup", "move('page_up')", "Page up"),
        ("tab", "complete", "Complete"),
    ]
    AUTO_FOCUS = "#words"

    list = getters.query_one(RowList)
    words = getters.query_one("#words", Input)

    def __init__(self, title: str, choices: Sequence[Choice], *, prompt: str, hint: str) -> None:
        """`prompt` stands in the empty line, `hint` in the frame."""
        super().__init__()
        self._title, self._prompt, self._hint = title, prompt, hint
        self._choices = choices
        self._shown: Sequence[Choice] = choices

    def compose(self) -> "ComposeResult":
        """Compose the line to type in, and the list."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(self._hint)
            yield Input(placeholder=self._prompt, id="words", compact=True, select_on_focus=False)
            yield RowList()

    def on_mount(self) -> None:
        """Show everything."""
        self.list.can_focus = False
        self.words.cursor_blink = False
        self.list.empty = ("Nothing fits.", "Backspace takes the last letter away")
        self._show(self._choices)

    def _show(self, choices: Sequence[Choice]) -> None:
        self._shown = choices
        self.list.show(FixedRows([choice.paint for choice in choices]), top=True)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        wanted = self.words.value.casefold().split()
        self._show([choice for choice in self._choices if all(word in choice.words.casefold() for word in wanted)])

    @on(Input.Submitted)
    @on(RowList.Opened)
    def _chosen(self) -> None:
        if self._shown:
            self.leave(self._shown[self.list.cursor].id)

    def action_move(self, way: str) -> None:
        """Move the cursor of the list while the typing goes on."""
        getattr(self.list, f"action_{way}")()

    def action_complete(self) -> None:
        """Type the rest of what the cursor is on."""
        if self._shown:
            self.words.value = self._shown[self.list.cursor].id
            self.words.cursor_position = len(self.words.value)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.leave(None)
