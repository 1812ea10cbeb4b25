"""The board's application: theme, keys, signals and what becomes of an error; the rest is in screens and panels."""

import gc
import os
import sys
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType

from tui.commands import ANYWHERE, COMMANDS, bindings, faults
from tui.job import Job
from tui.memory import Memory
from tui.notes import KEPT, Note, folded
from tui.panels.shelf import Shelf
from tui.saved_queries import saved, taken
from tui.screens.board import Board
from tui.themes import DEFAULT, TERMINAL, themes
from tui.widgets.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.events import Key
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from feeds.config import Config
    from tui.panels.keys_line import KeysLine

SWITCH = 0.0005
"""Seconds after which a thread that counts rows lets a key go first: 11 ms to a key, instead of 31 ms at 5 ms."""


class Copydesk(Job):
    """The board on one desk."""

    TITLE = "copydesk"
    CSS_PATH = "screens/board.tcss"
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False  # our lines cannot be selected by it, and a press on a note that had just gone ended the board
    BINDINGS: ClassVar[list[BindingType]] = bindings(ANYWHERE)

    def __init__(self, config: "Config", shelf: Shelf | None = None, *, live: bool = True) -> None:
        """`shelf`: where the rows come from, if not the configured archive; `live`: whether it refreshes by itself."""
        # with NO_COLOR the terminal's own colours are asked for, of which Textual then leaves out every one
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.config = config
        self._live = live
        self._commands = (*COMMANDS, *saved(config.queries))
        self.shelf = shelf or Shelf(config.archive, tuple(source.key for source in config.sources))
        self.shelf.queries = config.queries
        self.notes: deque[Note] = deque(maxlen=KEPT)
        """What was said in notes, the newest first."""
        self.memory = Memory(None if shelf else config.archive)
        self.animation_level = "none"
        for name in self.available_themes:
            self.unregister_theme(name)
        for theme in themes():
            self.register_theme(theme)
        few = config.slow_link or self.console.color_system == "standard"  # half the bytes; else no cursor in sight
        wanted = TERMINAL if self.no_color else config.theme or (TERMINAL if few else self.memory["theme"])
        self.theme = wanted if isinstance(wanted, str) and wanted in self.available_themes else DEFAULT

    def get_default_screen(self) -> Board:
        """Return the board."""
        return Board(self.shelf, self.config, self.memory, live=self._live)

    def on_mount(self) -> None:
        """Take the user's own keys, and say what is wrong with them."""
        self.set_keymap(self.config.keys)
        for number, query in enumerate(self.config.queries):
            if query.key:
                self.bind(query.key, f"saved({number})", description=query.name, show=False)
        clashes = (words for _, words in taken(self.config.queries, self.config.keys))
        for fault in (*faults(self.config.keys), *clashes):
            self.notify(fault, title="Keys in config.toml", severity="warning", timeout=15, markup=False)
        if note := self.shelf.note:
            self.notify(
                f"{note}. Open the board again when that is mended.", severity="error", timeout=30, markup=False
            )

    def notify(
        self, message: str, *, title: str = "", severity: "SeverityLevel" = "information",
        timeout: float | None = None, markup: bool = True,
    ) -> None:  # fmt: skip
        """Show a note, and keep it for the list of notes, which the note of an error names."""
        note = Note(self.shelf.now(), title, message, severity)
        if self.notes and note.repeats(self.notes[0]):
            return
        self.notes.appendleft(note)
        if severity == "error":
            key = next(one for one in COMMANDS if one.id == "notes").key(self.config.keys)
            title = f"{title} · {key} shows all notes"
        super().notify(folded(message, self.size.width), title=title, severity=severity, timeout=timeout, markup=markup)

    def on_ready(self) -> None:
        """Leave what was made for the start out of every later collection of garbage: 20 ms less in the worst key.

        The start has none. A key leaves 500 objects more than before, in caches of lines: with Python's own thresholds
        (700, 10) it paid for one collection or two, and each sixth one for a longer one of 1.7 ms.
        """
        gc.freeze()
        gc.set_threshold(3000, 50)

    def on_key(self, event: "Key") -> None:
        """Type a letter that comes here although a line to type in has the focus: it was typed before that opened.

        Keys go to what has the focus when they arrive, and only their way up from there opens the line.
        """
        insert = getattr(self.focused, "insert_text_at_cursor", None)  # Input's, which no start pays the import of
        if insert and event.character and event.is_printable:
            event.prevent_default()
            insert(event.character)

    def action_help(self) -> None:
        """Show all keys as they are now; what is chosen there runs here."""
        from tui.screens.help import help_screen

        self.push_screen(help_screen(self.config.keys, self._commands), self._run)

    def action_command(self) -> None:
        """Type a command by its name."""
        from tui.screens.help import command_line

        self.push_screen(command_line(self.config.keys, self._commands), self._run)

    def action_saved(self, number: int) -> None:
        """Show what a saved query asks for, in its panel."""
        query = self.config.queries[number]
        board = self.screen_stack[0]
        if isinstance(board, Board):
            board.show_query(query.panel, query.query)

    def action_notes(self) -> None:
        """Show what the board has said."""
        from tui.screens.notes import NotesScreen

        self.clear_notifications()  # they would cover the list of them
        self.push_screen(NotesScreen(self.notes, self.shelf.now()))

    def action_theme(self) -> None:
        """Choose the colours; the choice is remembered."""
        from tui.screens.theme import ThemeScreen

        self.push_screen(ThemeScreen(self.available_themes, self.theme), self._set_theme)

    def _set_theme(self, chosen: str | None) -> None:
        if chosen:
            self.theme = chosen
            self.memory.keep(theme=chosen)

    def get_system_commands(self, screen: "Screen[object]") -> "Iterable[SystemCommand]":
        """Offer every command of the table in the palette."""
        del screen
        for command in self._commands:
            if command.id != "palette":
                words = f"{command.key(self.config.keys)} · {command.help}"
                yield SystemCommand(command.title, words, partial(self._run, command.id))

    async def run_action(
        self, action: "str | ActionParseResult", default_namespace: "DOMNode | None" = None,
        namespaces: "Mapping[str, DOMNode] | None" = None,
    ) -> bool:  # fmt: skip
        """Run an action; what goes wrong in it is a note, and the board stays."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Exception as fault:  # whatever it is: the rows that are shown are worth more
            tell(self.notify, fault)
            return True

    async def on_keys_line_chosen(self, message: "KeysLine.Chosen") -> None:
        """Do what the key in the last line does that was clicked."""
        await self._run(message.id)

    async def _run(self, chosen: str | None) -> None:
        command = next((command for command in self._commands if command.id == chosen), None)
        if command is not None:
            name = "action_" + command.action.partition("(")[0]
            nodes = (self.screen.focused or self.screen).ancestors_with_self
            await self.run_action(command.action, next((node for node in nodes if hasattr(node, name)), self))


def main(config: "Config") -> int:
    """Show the board of a desk until the user leaves it; the exit status."""
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # only a value that is not empty asks for no colour (no-color.org)
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        sys.stderr.write("copydesk: the board is drawn on stderr, and that is no terminal\n")
        return 2
    sys.setswitchinterval(SWITCH)
    app = Copydesk(config)
    app.run(mouse=config.mouse)
    return app.return_code or 0
