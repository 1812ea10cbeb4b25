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
    keys: Sequence[str] = ()
    """What puts it before all others when it is typed as it stands."""
    heading: bool = False
    """Whether it is only the name of those below it, and the cursor passes over it."""

    def rank(self, typed: str) -> int:
        """Return its place among those that fit: its key or name itself, a name that begins so, or any other."""
        return 0 if typed in (self.id, *self.keys) else 1 if self.id.startswith(typed) else 2


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

    EMPTY: ClassVar[tuple[str, str]] = ("Nothing fits.", "Backspace takes the last letter away")
    """Why there may be nothing, and which key helps."""

    list = getters.query_one(RowList)
    words = getters.query_one("#words", Input)

    def __init__(self, title: str, choices: Sequence[Choice], *, prompt: str, hint: str) -> None:
        """`prompt` stands in the empty line, `hint` in the frame."""
        super().__init__()
        self._title, self._prompt, self._hint = title, prompt, hint
        self._choices = choices
        self._shown: Sequence[Choice] = choices
        self._typed = ""

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
        self.list.empty = self.EMPTY
        self.begin()

    def begin(self) -> None:
        """Show what there is to choose; Textual itself calls `on_mount` of every class, so those after it have this."""
        self.show(self._choices)

    def show(self, choices: Sequence[Choice]) -> None:
        """Show other choices, the first of them chosen."""
        self._shown = choices
        self.list.show(FixedRows([choice.paint for choice in choices]), top=True)
        self._pass_heading(1)

    @on(Input.Changed)
    def _line_changed(self, message: Input.Changed) -> None:
        message.stop()
        typed = self.words.value.strip()
        if typed != self._typed:  # the empty line tells of itself too, and then the cursor may have moved
            self._typed = typed
            self.narrow(typed)

    def narrow(self, typed: str) -> None:
        """Show what fits the words that were typed: a key or a name itself first, and then what begins so."""
        wanted = typed.casefold().split()
        fits = [one for one in self._choices if all(word in one.words.casefold() for word in wanted)]
        self.show(sorted(fits, key=lambda one: one.rank(typed)) if typed else fits)

    @property
    def chosen(self) -> Choice | None:
        """What the cursor is on; a heading is nothing to choose."""
        choice = self._shown[self.list.cursor] if self._shown else None
        return choice if choice and choice.id else None

    @on(Input.Submitted)
    @on(RowList.Opened)
    def _choose(self) -> None:
        if self.chosen:
            self.leave(self.chosen.id)

    def action_move(self, way: str) -> None:
        """Move the cursor of the list while the typing goes on."""
        before = self.list.cursor
        getattr(self.list, f"action_{way}")()
        self._pass_heading(1 if self.list.cursor > before or not self.list.cursor else -1)

    def _pass_heading(self, way: int) -> None:
        if self._shown and self._shown[self.list.cursor].heading:
            self.list.move_to(self.list.cursor + way)

    def action_complete(self) -> None:
        """Type the rest of what the cursor is on."""
        if self.chosen:
            self.words.value = self.chosen.id
            self.words.cursor_position = len(self.words.value)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.leave(None)
