"""Every verb with its options as plain records: what manual and completion are made of."""

from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from tui.cli import VERBS
from tui.usage import parser_for, verbs_below


class Option(NamedTuple):
    """An option or an argument of a verb."""

    names: tuple[str, ...]
    """`--limit`; none for an argument."""
    value: str
    """What stands for its value, `N`; empty for a flag."""
    help: str
    choices: tuple[str, ...]


class Verb(NamedTuple):
    """A verb, or a verb below a verb."""

    name: str
    """`list`, `source add`."""
    what: str
    options: tuple[Option, ...]
    examples: tuple[str, ...]


def verbs() -> Iterator[Verb]:
    """Yield every verb, those below a verb after it."""
    for name, what in VERBS.items():
        module = import_module(f"tui.verbs.{name}")
        yield from _verbs(name, what, parser_for(name, module), tuple(module.EXAMPLES.strip().splitlines()))


def _verbs(name: str, what: str, parser: ArgumentParser, examples: tuple[str, ...]) -> Iterator[Verb]:
    actions = [action for action in parser._actions if action.help != SUPPRESS]  # noqa: SLF001 - no public way
    plain = tuple(_option(action) for action in actions if not isinstance(action.choices, dict))
    yield Verb(name, what, plain, examples)
    for below, said, its in verbs_below(parser):
        yield from _verbs(f"{name} {below}", said, its, ())


def _option(action: Action) -> Option:
    choices = tuple(map(str, action.choices)) if action.choices else ()
    takes = action.nargs != 0
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    value = ("|".join(choices) if choices and not action.metavar else metavar) if takes else ""
    return Option(tuple(action.option_strings), value, (action.help or "").replace("%%", "%"), choices)
