"""Plain command lines read without argparse, whose import and parser are a sixth of what `list --limit 1` costs.

The verbs name their options once, in `options`; this takes them as argparse does. Whatever is not plain (help, an
unknown option, a wrong value) is left to argparse, which has the words for it.
"""

from collections.abc import Callable, Sequence
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple


class _Option(NamedTuple):
    dest: str
    action: str
    read: Callable[[str], Any] | None
    choices: Sequence[str] | None


class NotPlainError(Exception):
    """The command line, or the verb, is for argparse."""


class Quick:
    """Takes the options of a verb, and reads a plain command line."""

    def __init__(self, module: ModuleType) -> None:
        self._options: dict[str, _Option] = {}
        self._places: list[_Option] = []
        self._values: dict[str, Any] = {}
        module.options(self)
        self.add_argument("--config")
        self.add_argument("--archive")
        self.add_argument("--path", action="append", default=[])

    def add_argument(self, name: str, *more: str, nargs: str | None = None, **how: Any) -> None:
        """Take an option or a place, as argparse names them; raises NotPlainError for what is rare."""
        place = not name.startswith("-")
        if more or nargs not in ((None, "?") if place else (None, "*")) or "dest" in how:
            raise NotPlainError
        action = "many" if nargs == "*" else how.get("action", "store")  # one that takes many is for argparse
        option = _Option(name.lstrip("-").replace("-", "_"), action, how.get("type"), how.get("choices"))
        if place:
            self._places.append(option)
        self._options[name] = option
        self._values[option.dest] = how.get("default", False if action == "store_true" else None)

    def read(self, argv: Sequence[str]) -> SimpleNamespace:
        """Read a command line. Raises NotPlainError."""
        words, places = iter(argv), iter(self._places)
        for word in words:
            if not word.startswith("-"):
                self._take(next(places, None), word)
                continue
            name, equals, value = word.partition("=")
            option = self._options.get(name)
            if option and option.action == "store_true" and not equals:
                self._values[option.dest] = True
            else:
                self._take(option, value if equals else _value(next(words, None)))
        return SimpleNamespace(**self._values)

    def _take(self, option: _Option | None, word: str) -> None:
        if option is None or option.action not in ("store", "append"):
            raise NotPlainError
        if (option.choices and word not in option.choices) or not word.strip():
            raise NotPlainError
        value = option.read(word) if option.read else word
        before = self._values[option.dest]
        self._values[option.dest] = [*before, value] if option.action == "append" else value


def _value(word: str | None) -> str:
    if word is None or word.startswith("-"):
        raise NotPlainError
    return word


def read(module: ModuleType, argv: Sequence[str]) -> SimpleNamespace | None:
    """Return what argparse would make of a plain command line of this verb; nothing where it is not plain."""
    try:
        return Quick(module).read(argv)
    except Exception:  # whatever it is, argparse says it better
        return None
