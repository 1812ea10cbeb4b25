"""The data tables of reading: read once and checked then, so that a bad row fails by name and not in a reading."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

Table = Mapping[str, object]
"""A table as TOML gives it."""


class TableError(ValueError):
    """A data table of reading holds what it must not; the message names the file and the row."""


def load(name: str) -> dict[str, object]:
    """Return `data/NAME.toml` as it stands."""
    return tomllib.loads((files("feeds.reading") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def words(table: Table, key: str, name: str) -> frozenset[str]:
    """Return the blank-separated words under `key`; a missing key, or a word twice, is a fault of the table."""
    value = table.get(key)
    if not isinstance(value, str):
        raise TableError(f"{name}.toml: {key} is no list of words")
    return frozenset(value.split())
