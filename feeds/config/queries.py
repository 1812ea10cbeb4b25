"""The saved queries of a configuration: `@name` stands for one, in any query and in watch rules."""

from collections.abc import Sequence

from feeds.config import Config, SavedQuery
from feeds.config.check import mistake_in
from feeds.query import MAX, QueryError, parse

DEEP = 50
"""Saved queries that may stand within each other."""
ENDS = ' \t\n()"'
"""What ends a name that does not stand in quotation marks: `@\"front page\"` does."""


def expanded(query: str, saved: Sequence[SavedQuery], within: tuple[str, ...] = ()) -> str:
    """Return a query with each `@name` replaced by the saved query of that name, in parentheses.

    Raises `QueryError` for a name that there is not, and for a saved query that leads back to itself (`within` has the
    names that are being replaced).
    """
    written, at, quoted = "", 0, False
    while at < len(query):
        char = query[at]
        quoted ^= char == '"'
        if char == "@" and not quoted and (at == 0 or query[at - 1] in " \t\n(-"):
            name, after = _name(query, at)
            words = _words(name, saved, within, (query, at))
            written += words if after - at == len(query.strip()) else f"({words})"
            if len(written) > MAX:  # each of a row of names may double what the next one says
                raise QueryError(f"with its saved queries it has more than {MAX} characters", query, at)
            at = after
            continue
        written += char
        at += 1
    return written


def _name(query: str, at: int) -> tuple[str, int]:
    if query[at + 1 : at + 2] == '"':
        end = query.find('"', at + 2)
        if end < 0:
            raise QueryError("this quotation mark has no partner", query, at + 1)
        return query[at + 2 : end], end + 1
    end = at + 1
    while end < len(query) and query[end] not in ENDS:
        end += 1
    return query[at + 1 : end], end


def _words(name: str, saved: Sequence[SavedQuery], within: tuple[str, ...], place: tuple[str, int]) -> str:
    if name in within:
        raise QueryError(f"the saved query {name!r} leads back to itself", *place)
    if len(within) >= DEEP:
        raise QueryError(f"more than {DEEP} saved queries within each other", *place)
    for one in saved:
        if one.name == name:
            return expanded(one.query, saved, (*within, name))
    from difflib import get_close_matches  # noqa: PLC0415 (for the message of a mistake only)

    names = [one.name for one in saved]
    near = get_close_matches(name, names, 1)
    known = f"there are {', '.join(names)}" if names else "a [[query]] of the configuration makes one"
    raise QueryError(f"there is no saved query {name!r}; {f'did you mean {near[0]!r}?' if near else known}", *place)


def check(config: Config) -> None:
    """Read every saved query. Raises `ConfigError` with the line of the first that cannot be understood."""
    for nth, one in enumerate(config.queries):
        try:
            parse(expanded(one.query, config.queries, (one.name,)))
        except QueryError as fault:
            raise mistake_in(config.file, "query", nth, "query", f"query: {fault}") from None
