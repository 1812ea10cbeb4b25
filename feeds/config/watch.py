"""The `[[watch]]` tables as rules, each with what is to be done when it raises an alert."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from feeds.config import Config, SavedQuery
from feeds.config.check import mistake_in
from feeds.config.queries import expanded
from feeds.query import QueryError, parse
from feeds.watch import Rule, mistake

LISTS = {"crosses": "figures", "changes": "figures", "first": "quotes"}
"""The list that a condition looks at, where the table names none."""


class Actions(NamedTuple):
    """What becomes of an alert, besides its mark on the board."""

    bell: bool = False
    notice: bool = False
    """A notice on the desktop, where the terminal knows how."""
    command: tuple[str, ...] = ()
    """A program with its arguments, never a shell; it gets the alert as JSON on stdin."""
    timeout: int = 10
    """Seconds that the program or the webhook may take."""
    webhook: str | None = None
    """An address that gets the alert as JSON, by POST."""


class Watch(NamedTuple):
    """A rule and its actions."""

    rule: Rule
    actions: Actions


def watches(config: Config) -> tuple[Watch, ...]:
    """Return the rules of a configuration. Raises ConfigError with the line of a rule that cannot be judged."""
    return tuple(_watch(config, nth, table) for nth, table in enumerate(config.watches))


def watch_of(table: Mapping[str, Any], saved: Sequence[SavedQuery] = ()) -> Watch:
    """Make one rule of a checked table, whose query may name saved ones. Raises ValueError, in words."""
    when = table.get("when", "appears")
    said = {key: value for key, value in table.items() if key in Rule._fields}
    rule = Rule(**{"what": LISTS.get(when, "headlines"), **said, "query": expanded(table["query"], saved)})
    parse(rule.query)
    if wrong := mistake(rule):
        raise ValueError(wrong)
    return Watch(rule, Actions(**{key: value for key, value in table.items() if key in Actions._fields}))


def _watch(config: Config, nth: int, table: Mapping[str, Any]) -> Watch:
    try:
        return watch_of(table, config.queries)
    except QueryError as fault:
        raise mistake_in(config.file, "watch", nth, "query", f"query: {fault}") from None
    except ValueError as fault:
        raise mistake_in(config.file, "watch", nth, "when", str(fault)) from None
