"""Adds sources to config.toml, changes them and takes them out, keeping every comment and blank line of its owner."""

import os
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit

from feeds.config import sources_of
from feeds.config.check import ConfigError, Document, parse, tables
from feeds.config.lines import table_lines
from feeds.config.sources import apart, called, from_table
from feeds.model import Source
from feeds.places import AnyPath, writing


class Added(NamedTuple):
    """What adding several sources came to."""

    added: tuple[Source, ...]
    there: tuple[Source, ...]
    """Those that the configuration had already."""


def add(path: AnyPath, new: Iterable[Mapping[str, Any]]) -> Added:
    """Write `[[source]]` tables into the configuration, merged by place; a file that is not there is made.

    Raises ConfigError where the file has a mistake, and ValueError where a table is no source.
    """
    draft = Draft(path, "source")
    known = _sources(draft.before)
    have = {source.where: source for source in known}
    names = {source.key for source in known}
    added, there = [], []
    for table in new:
        source = from_table(table, os.path.dirname(draft.file))
        if source.where in have:
            there.append(have[source.where])
            continue
        if source.key in names and "name" in table:
            raise ValueError(f'there is a source "{source.key}" already; give this one another name with --name')
        told = apart(source, names)
        draft.append(table if told is source else {"name": told.name, **table})  # its name is its own, whatever goes
        source = told
        have[source.where] = source
        names.add(source.key)
        added.append(source)
    draft.write()
    return Added(tuple(added), tuple(there))


def remove(path: AnyPath, names: Sequence[str]) -> tuple[Source, ...]:
    """Take sources out, each by its name, key, address or path. Raises LookupError with a name that there is not."""
    draft = Draft(path, "source")
    sources = list(_sources(draft.before))
    gone = []
    for name in names:
        source = called(sources, name)
        if source is None:
            raise LookupError(name)
        at = sources.index(source)
        gone.append(sources.pop(at))
        draft.drop(at)
    draft.write()
    return tuple(gone)


def change(path: AnyPath, key: str, values: Mapping[str, Any]) -> None:
    """Give one source's table other values; None takes a key out.

    Raises ConfigError where the file has a mistake, LookupError where it has no such source, and ValueError, in words,
    where it would have a mistake afterwards: then nothing is written.
    """
    draft = Draft(path, "source")
    at = next((at for at, source in enumerate(_sources(draft.before)) if source.key == key), None)
    if at is None:
        raise LookupError(key)
    draft.change(at, values)
    try:
        _sources(draft.after)
    except ConfigError as fault:
        raise ValueError(fault.message) from None  # its line is one of a text that nobody will see
    draft.write()


def _sources(document: Document) -> tuple[Source, ...]:
    return sources_of(document, tables(document)["source"], os.path.dirname(document.file or ""))


class Draft:
    """The text of a configuration on its way to another: every line that is not the edited table's stays as it is."""

    def __init__(self, path: AnyPath, table: str) -> None:
        """Read the file, checked: what cannot be used is not edited. `table` is the array of tables to edit."""
        self.file = file = os.fspath(path)
        """The file."""
        self._table = table
        try:
            document = parse(file)
        except FileNotFoundError:
            document = Document(file, "", {})
        self.before = document
        """The file as it is."""
        tables(document)
        self._end = "\r\n" if "\r\n" in document.source else "\n"
        whole = document.source.replace("\r\n", "\n").removesuffix("\n")
        self._lines = whole.split("\n") if whole else []
        self.rows: list[Mapping[str, Any]] = list(document.data.get(table, ()))
        """The tables as they are written."""
        self._last: int | None = None
        self._rest = {key: value for key, value in document.data.items() if key != table}

    def append(self, row: Mapping[str, Any]) -> None:
        """Add a table after the last one of its kind, before the comment that leads to what follows."""
        at = self._after_last()
        written = (
            tomlkit.dumps({self._table: [{key: _plain(value) for key, value in row.items()}]}).strip().splitlines()
        )
        before = [""] if at and self._lines[at - 1].strip() else []
        after = [""] if self._lines[at : at + 1] and self._lines[at].strip() else []
        self._lines[at:at] = before + written + after
        self._last = at + len(before) + len(written)
        self.rows.append({key: _plain(value) for key, value in row.items()})

    def _after_last(self) -> int:
        """Return where the last table ends; looked up once, or 2,000 feeds of a list take 8 s instead of 1."""
        if self._last is None:
            spans = table_lines(self._lines, self._table)
            self._last = spans[-1].stop if spans else len(self._lines)
        return self._last

    def drop(self, at: int) -> None:
        """Take a table out: its header and keys, and one of the blank lines around it; the comments near it stay."""
        self._last = None
        spans = table_lines(self._lines, self._table)
        if len(spans) == len(self.rows):
            span = spans[at]
            blank = self._lines[span.stop : span.stop + 1] == [""] and self._lines[: span.start][-1:] in ([], [""])
            del self._lines[span.start : span.stop + blank]
        del self.rows[at]

    def change(self, at: int, values: Mapping[str, Any]) -> None:
        """Give a table other values; None takes a key out, and the comments of the others stay."""
        self._last = None
        spans = table_lines(self._lines, self._table)
        if len(spans) == len(self.rows):
            lines = slice(spans[at].start, spans[at].stop)
            document = tomlkit.parse("\n".join(self._lines[lines]) + "\n")
            _update(document[self._table][0], values)
            self._lines[lines] = tomlkit.dumps(document).rstrip("\n").split("\n")
        row = dict(self.rows[at])
        _update(row, values)
        self.rows[at] = row

    @property
    def after(self) -> Document:
        """The file as it is to be."""
        text = self._end.join(self._lines).rstrip() + self._end if self._lines else ""
        return Document(self.file, text, tomlkit.parse(text).unwrap())

    def write(self) -> None:
        """Put the new text in the place of the old one in one step; a symbolic link stays one.

        Raises ValueError, in words, where it would have a mistake, and ConfigError where it cannot be edited.
        """
        after = self.after
        if after.data != self._expected():
            raise ConfigError(
                self.file, None, f"its {self._table}s are not written as [[{self._table}]] tables; edit them by hand"
            )
        try:
            tables(after)
        except ConfigError as fault:
            raise ValueError(fault.message) from None  # its line is one of a text that nobody will see
        if after.source != self.before.source:
            _replace(Path(self.file).resolve(), after.source)

    def _expected(self) -> Mapping[str, Any]:
        return {**self._rest, self._table: self.rows} if self.rows else self._rest


def _update(table: MutableMapping[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = _plain(value)


def _plain(value: object) -> object:
    """Return a value as it is to be written: a table stays on its key's line."""
    if isinstance(value, dict):
        inline = tomlkit.inline_table()
        inline.update(value)
        return inline
    return list(value) if isinstance(value, tuple) else value


def _replace(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    with writing(place):
        try:
            draft.touch(mode=0o600)  # a webhook's address is a secret
            draft.write_bytes(text.encode())
            with suppress(FileNotFoundError):
                draft.chmod(place.stat().st_mode & 0o7777)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
