"""The live key map: every command with the key that it has now, and the signs; Enter runs what is chosen."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from tui.commands import COMMANDS, PLACES, Command
from tui.screens.picker import Choice, Picker
from tui.widgets.cells import Cell, fit
from tui.widgets.rows import Line

SIGNS = (
    ("≥  >", "At least, more than."),
    ("≤  <", "At most, less than."),
    ("~", "About so much."),
    ("↑  ↓", "It moved up or down by so much."),
    ("#  ”", "How many figures and quotes an article holds."),
    ("×3", "Three sources have the same text."),
    ("!  ●  ★", "A watch rule found it; new since you last looked; starred."),
    ("…", "Words beside a figure, where nothing names what it measures."),
    ("%", "In the margin of an article: how sure the reading is."),
)
"""Signs of the board, and what they say."""

ROOMY = 84
"""The width from which titles stand beside what a command does."""


def help_screen(rebound: Mapping[str, str], commands: Sequence[Command] = COMMANDS) -> Picker:
    """Return the help; it answers with the id of a command."""
    return Picker(
        "Keys and signs",
        [*_grouped(commands, rebound), *_signs()],
        prompt="type to find a key, a command or a sign",
        hint="Enter runs it · Esc back",
    )


def _grouped(commands: Sequence[Command], rebound: Mapping[str, str]) -> Iterator[Choice]:
    for place, said in PLACES.items():
        there = [command for command in commands if command.place == place]
        if there:
            yield _heading(said)
        yield from (_choice(command, rebound) for command in there)


def _signs() -> Iterator[Choice]:
    yield _heading("Signs")
    for sign, said in SIGNS:
        yield Choice("", f"sign {sign} {said}", partial(_line, keys=sign, title="", help=said))


def _heading(said: str) -> Choice:
    return Choice("", "", partial(_rule, said=said), heading=True)


def _rule(width: int, *, said: str) -> Line:
    return Cell(" "), Cell(said, "dim"), Cell(" " + "─" * max(0, width - len(said) - 3) + " ", "faint")


def _choice(command: Command, rebound: Mapping[str, str]) -> Choice:
    keys = command.all_keys(rebound)
    known = f"{command.id} {command.title} {command.help} {rebound.get(command.id, command.keys)} {' '.join(keys)}"
    paint = partial(_line, keys="  ".join(keys), title=command.title, help=command.help)
    return Choice(command.id, f"{known} {PLACES[command.place]}", paint, keys)


def _line(width: int, *, keys: str, title: str, help: str) -> Line:  # noqa: A002 (the command's own word)
    key, name = 11, 12 if width >= ROOMY and title else 0
    return (
        Cell(" " + fit(keys, key) + "  ", "accent"),
        Cell(fit(title, name), "strong"),
        Cell(fit(help, width - key - name - 4) + " "),
    )


def command_line(rebound: Mapping[str, str], commands: Sequence[Command] = COMMANDS) -> Picker:
    """Return the line that runs a command by its name."""
    return Picker(
        "Command",
        [_named(command, rebound) for command in commands],
        prompt="a command’s name or key; Tab completes it",
        hint="Tab completes · Enter runs it · Esc back",
    )


def _named(command: Command, rebound: Mapping[str, str]) -> Choice:
    keys = command.all_keys(rebound)
    return Choice(command.id, command.id, partial(_command, command=command, key=keys[0]), keys)


def _command(width: int, *, command: Command, key: str) -> Line:
    return (
        Cell(" " + fit(command.id, 17) + " ", "strong"),
        Cell(fit(command.help, width - 26)),
        Cell(fit(key, 6, right=True) + " ", "accent"),
    )
