"""Which rows the options of a verb ask for."""

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from feeds.archive.layout.rows import Selection
from feeds.config import Config
from feeds.config.sources import called
from feeds.spans import moment
from tui.lines import records
from tui.lines.records import Record
from tui.narration import UsageMistakeError

if TYPE_CHECKING:
    from argparse import Namespace

    from feeds.archive import Archive

What = Literal["headlines", "figures", "quotes"]
"""The lists of rows that an archive holds."""

AT_ONCE = 500
"""Rows fetched at a time: enough that asking costs nothing, few enough that memory stays flat."""


def selection(args: "Namespace", config: Config, what: What) -> Selection:
    """Return the selection of the desk's sources, narrowed by the options. Raises UsageMistakeError."""
    now = int(time.time())
    since = None if args.since is None else moment_of("--since", args.since, now)
    before = None if args.before is None else moment_of("--before", args.before, now)
    if since is not None and before is not None and since > before:
        raise UsageMistakeError(f"--since {args.since} is later than --before {args.before}: nothing is in between")
    wanted = asked(args, config, what, now)
    return wanted._replace(since=since, before=before, all=args.all, limit=args.limit)


def asked(args: "Namespace", config: Config, what: What, now: int) -> Selection:
    """Return what `--query` and `--source` ask for, of all times. Raises UsageMistakeError."""
    ours = Selection(sources=tuple(source_keys(args.source, config) or [source.key for source in config.sources]))
    return narrowed(ours, in_full(args.query, config), what, now) if args.query else ours


def in_full(query: str, config: Config) -> str:
    """Return a query with the saved ones that it names (`@name`). Raises UsageMistakeError."""
    if "@" not in query:
        return query
    from feeds.config.queries import expanded
    from feeds.query import QueryError

    try:
        return expanded(query, config.queries)
    except QueryError as fault:
        raise UsageMistakeError(str(fault)) from None


def narrowed(chosen: Selection, query: str, what: What, now: int) -> Selection:
    """Return a selection narrowed by a query. Raises UsageMistakeError, which points at the character."""
    from feeds.query import QueryError, narrow

    try:
        return narrow(chosen, what, query, now)
    except QueryError as fault:
        raise UsageMistakeError(str(fault)) from None


def source_keys(names: Iterable[str], config: Config) -> list[str]:
    """Return the keys of sources by their name, key, address or path. Raises UsageMistakeError."""
    return [source_key(name, config) for name in names]


def source_key(name: str, config: Config) -> str:
    """Return the key of a source by its name, key, address or path. Raises UsageMistakeError."""
    if source := called(config.sources, name):
        return source.key
    from difflib import get_close_matches

    names = [source.name for source in config.sources]
    near = get_close_matches(name, names, 1)
    hint = f"did you mean {near[0]!r}?" if near else "`copydesk source list` names them"
    raise UsageMistakeError(f"there is no source {name!r}; {hint}")


def moment_of(option: str, words: str, now: int) -> int:
    """Return the time that the value of an option names. Raises UsageMistakeError."""
    try:
        return moment(words, now)
    except ValueError as fault:
        raise UsageMistakeError(f"{option}: {fault}") from None


def rows(archive: "Archive", what: What, chosen: Selection) -> Iterator[Record]:
    """Yield the chosen rows as records, the newest first."""
    keys = archive.keys(what, chosen)
    for start in range(0, len(keys), AT_ONCE):
        yield from page(archive, what, keys[start : start + AT_ONCE])


def page(archive: "Archive", what: What, keys: Sequence[int]) -> Iterator[Record]:
    """Return the rows of these keys as records."""
    if what == "headlines":
        return map(records.headline_row, archive.headlines(keys))
    if what == "figures":
        return map(records.figure_row, archive.figures(keys))
    return map(records.quote_row, archive.quotes(keys))
