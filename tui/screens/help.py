"""The live key map: every command with the key that it has now; typing narrows it, Enter runs what is chosen."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from tui.commands import COMMANDS, PLACES, Command
from tui.screens.picker import Choice, Picker
from tui.widgets.cells import Cell, fit
from tui.widgets.rows import Line


def help_screen(rebound: Mapping[str, str], commands: Sequence[Command] = COMMANDS) -> Picker:
    """Return the help; it answers with the id of a command."""
    return Picker(
        "Keys",
        [_choice(command, rebound) for command in commands],
        prompt="type to find a key or a command",
        hint="Enter runs it · Esc back",
    )


def _choice(command: Command, rebound: Mapping[str, str]) -> Choice:
    keys = "  ".join(command.all_keys(rebound))
    place = PLACES[command.place]
    paint = partial(_line, command=command, keys=keys, place=place)
    return Choice(command.id, f"{command.id} {command.title} {command.help} {keys} {place}", paint)


def _line(width: int, *, command: Command, keys: str, place: str) -> Line:
    key, title = 12, 14
    where = 26 if width > 84 else 0
    return (
        Cell(" " + fit(keys, key) + " ", "accent"),
        Cell(fit(command.title, title) + " ", "strong"),
        Cell(fit(command.help, width - key - title - where - 4)),
        Cell(fit(place, where, right=True) + " ", "dim"),
    )


def command_line(rebound: Mapping[str, str], commands: Sequence[Command] = COMMANDS) -> Picker:
    """Return the line that runs a command by its name."""
    return Picker(
        ":",
        [_named(command, rebound) for command in commands],
        prompt="a command's name; Tab completes it",
        hint="Tab completes · Enter runs it · Esc back",
    )


def _named(command: Command, rebound: Mapping[str, str]) -> Choice:
    return Choice(command.id, command.id, partial(_command, command=command, key=command.key(rebound)))


def _command(width: int, *, command: Command, key: str) -> Line:
    return (
        Cell(" " + fit(command.id, 20) + " ", "strong"),
        Cell(fit(command.help, width - 32)),
        Cell(fit(key, 9, right=True) + " ", "accent"),
    )


def theme_screen(names: Iterable[str]) -> Picker:
    """Return the choice of themes."""
    return Picker(
        "Theme",
        [Choice(name, name, partial(_theme, name=name)) for name in names],
        prompt="type to find a theme",
        hint="Enter chooses it · Esc back",
    )


def _theme(width: int, *, name: str) -> Line:
    return (Cell(fit(f" {name}", width)),)
