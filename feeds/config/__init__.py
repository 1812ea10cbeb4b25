"""config.toml -> Config; a mistake names file, line and the nearest right key."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from feeds.config.check import ConfigError, Document, PathError, parse, tables
from feeds.config.sources import KeyMistakeError, apart, from_paths, from_table, shipped
from feeds.model import Source
from feeds.places import AnyPath, archive_file, config_file, expanded, shipped_seeds

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Config", "ConfigError", "PathError", "SavedQuery", "load", "shipped_seeds", "where"]

INTERVAL = 1200
"""Seconds between two requests to a source, where nobody says otherwise: the 20 minutes of the documentation."""


class SavedQuery(NamedTuple):
    """A query with a name: a panel of the board, or what a watch rule looks at."""

    name: str
    query: str
    key: str | None = None
    """The board's key for it."""
    panel: str = "headlines"
    """What it lists: `headlines`, `figures` or `quotes`."""


class Config(NamedTuple):
    """A desk: what it watches, where it keeps it, and how it looks."""

    file: str | None
    """The file that was read; nothing where there is none."""
    archive_file: str
    """Where everything is kept."""
    interval: int
    """Seconds between two refreshes, and between two requests to a source that has no interval of its own."""
    sources: tuple[Source, ...]
    own: bool
    """Whether the sources are the user's; else they are the shipped seeds."""
    set_interval: int | None = None
    """The interval as the user set it; nothing where nobody did, and a server without validators is spared."""
    paths: tuple[str, ...] = ()
    """The files, folders and addresses of the command line, absolute, where they are the sources."""
    keep: int | None = None
    """Seconds for which articles are kept, or for ever."""
    keep_size: int | None = None
    """Bytes that the archive may take, or any."""
    connections: int = 64
    """Requests under way at once."""
    user_agent: str | None = None
    contact: str | None = None
    """Where its user can be reached, for the User-Agent."""
    proxy: str | None = None
    theme: str | None = None
    mouse: bool = True
    """Whether the board takes the mouse; else selecting text is left to the terminal."""
    slow_link: bool = False
    """Whether the board is to send few bytes to its terminal."""
    queries: tuple[SavedQuery, ...] = ()
    watches: tuple[Mapping[str, Any], ...] = ()
    """The checked `[[watch]]` tables; `feeds.config.watch` makes rules of them."""
    opml: Mapping[str, Mapping[str, str]] = {}
    """What a list of feeds (OPML) said of a source, by its key; kept so that it goes out again."""
    keys: Mapping[str, str] = {}
    """Keys of the user's own: the id of a command -> its key."""
    log: Mapping[str, str] = {}
    """`format`, `file` and `level` of the log."""

    @property
    def path(self) -> "Path | None":
        """The file that was read, as a path (`import pathlib` costs 5 ms, which `list` need not pay)."""
        from pathlib import Path  # noqa: PLC0415

        return Path(self.file) if self.file else None

    @property
    def archive(self) -> "Path":
        """Where everything is kept, as a path."""
        from pathlib import Path  # noqa: PLC0415

        return Path(self.archive_file)

    def arguments(self) -> list[str]:
        """Return the options of the command line that lead another process to this very desk."""
        options = ["--archive", self.archive_file]
        if self.file:
            options += ["--config", self.file]
        for path in self.paths:
            options += ["--path", path]
        return options


def where(path: AnyPath | None = None) -> str:
    """Return the configuration file that holds: the one given, COPYDESK_CONFIG, or the one in the XDG directory."""
    named = os.environ.get("COPYDESK_CONFIG", "")
    return expanded(os.fspath(path or named), os.getcwd()) if path or named else config_file()


def load(path: AnyPath | None = None, *, paths: Sequence[str] = (), archive: AnyPath | None = None) -> Config:
    """Read the configuration; `paths` stand in for its sources, and `archive` for its archive.

    A file that was named must be there; the usual one need not be. Raises ConfigError.
    """
    document = _document(path)
    found = tables(document)
    base = os.path.dirname(document.file) if document.file else os.getcwd()
    top = found[""][0]
    configured = sources_of(document, found["source"], base)
    given = _given(paths, configured)
    own = given or configured
    return Config(
        file=document.file,
        archive_file=_archive(archive, top, base),
        interval=top.get("interval", INTERVAL),
        sources=own or (shipped(shipped_seeds()),),
        own=bool(own),
        set_interval=top.get("interval"),
        paths=tuple(source.where for source in given),
        queries=tuple(SavedQuery(**table) for table in _complete(document, "query", found["query"])),
        watches=_complete(document, "watch", found["watch"]),
        opml={} if given else _opml(own, found["source"]),
        keys=found["keys"][0] if found["keys"] else {},
        log=_log(found["log"], base),
        **{key: value for key, value in top.items() if key not in ("archive", "interval")},
    )


def _document(path: AnyPath | None) -> Document:
    file = where(path)
    try:
        return parse(file)
    except FileNotFoundError:
        if path is None and not os.environ.get("COPYDESK_CONFIG"):
            return Document(None, "", {})
        raise ConfigError(file, None, "there is no such file; `copydesk source add` makes one") from None
    except OSError as fault:
        raise ConfigError(file, None, f"cannot be read: {fault.strerror}") from None


def _archive(named: AnyPath | None, top: Mapping[str, Any], base: str) -> str:
    if named:
        return expanded(os.fspath(named), os.getcwd())
    return expanded(top["archive"], base) if "archive" in top else archive_file()


def _given(paths: Sequence[str], configured: Sequence[Source]) -> tuple[Source, ...]:
    seeds = shipped_seeds()
    try:
        return from_paths(paths, os.getcwd(), (*configured, shipped(seeds)) if paths else ())
    except ValueError as fault:
        raise PathError(str(fault)) from None


def sources_of(document: Document, rows: Sequence[Mapping[str, Any]], base: str) -> tuple[Source, ...]:
    """Return the sources of the checked `[[source]]` tables, in their order. Raises ConfigError."""
    sources: dict[str, Source] = {}
    for nth, table in enumerate(rows):
        try:
            source = from_table(table, base)
        except KeyMistakeError as fault:
            raise document.error(f"[[source]] {fault}", "source", nth, fault.key) from None
        except ValueError as fault:
            key = "url" if "url" in table else None
            raise document.error(f"[[source]] {f'{key}: ' if key else ''}{fault}", "source", nth, key) from None
        twin = sources.get(source.key)
        if twin and ("name" in table or source.where == twin.where):
            key = next(key for key in ("name", "url", "path") if key in table)
            message = f'there are two sources "{source.key}"; give one of them another name'
            if source.where == twin.where:
                message = f"{source.where} is a source already, {twin.name}; leave one of them out"
            raise document.error(message, "source", nth, key)
        source = apart(source, sources)
        sources[source.key] = source
    return tuple(sources.values())


def _opml(sources: Sequence[Source], rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Mapping[str, str]]:
    return {source.key: row["opml"] for source, row in zip(sources, rows, strict=True) if "opml" in row}


def _complete(document: Document, name: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return the tables of saved queries or watch rules, each of which needs a name of its own and a query."""
    names: set[str] = set()
    for nth, table in enumerate(rows):
        if missing := [key for key in ("name", "query") if key not in table]:
            raise document.error(f'[[{name}]] needs "{missing[0]}"', name, nth)
        if table["name"] in names:
            raise document.error(f'there are two [[{name}]] named "{table["name"]}"', name, nth, "name")
        names.add(table["name"])
    return tuple(rows)


def _log(rows: Sequence[Mapping[str, str]], base: str) -> Mapping[str, str]:
    log = dict(rows[0]) if rows else {}
    if "file" in log:
        log["file"] = expanded(log["file"], base)
    return log
