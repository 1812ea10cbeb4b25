"""The data tables of reading: read once and checked then, so that a bad row fails by name and not in a reading."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pkgutil import get_data

Table = Mapping[str, object]
"""A table as TOML gives it."""


class TableError(ValueError):
    """A data table of reading holds what it must not; the message names the file and the row."""


def word_set(text: str) -> frozenset[str]:
    """Return the blank-separated words of a text: a small class of words that belongs to one rule alone."""
    return frozenset(text.split())


def class_of_word(classes: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the class of each word; of several the last."""
    return {word: name for name, words in classes.items() for word in words}


def data_text(file: str) -> str:
    """Return a file of `data/` (`pkgutil` and not `importlib.resources`, whose import costs as much as all tables)."""
    data = get_data("feeds.reading", f"data/{file}")
    if data is None:
        raise TableError(f"{file} is missing")
    return data.decode("utf-8")


@cache
def load(name: str) -> dict[str, object]:
    """Return `data/NAME.toml` as it stands."""
    return tomllib.loads(data_text(f"{name}.toml"))


def words(table: Table, key: str, name: str) -> frozenset[str]:
    """Return the blank-separated words under `key`; a missing key, or a word twice, is a fault of the table."""
    value = table.get(key)
    if not isinstance(value, str):
        raise TableError(f"{name}.toml: {key} is no list of words")
    return distinct(value.split(), f"{name}.toml: {key}")


def distinct(entries: list[str], where: str) -> frozenset[str]:
    """Return the words of a list in the data; a word twice is a fault, which names `where` the list stands."""
    found = frozenset(entries)
    if len(found) < len(entries):
        twice = next(word for word in entries if entries.count(word) > 1)
        raise TableError(f"{where}: {twice} stands twice")
    return found


def pairs(table: Table, key: str, name: str) -> dict[str, str]:
    """Return the lines of two words under `key`, the first as key to the second."""
    value = table.get(key)
    if not isinstance(value, str):
        raise TableError(f"{name}.toml: {key} is no list of words")
    lines = [line.split() for line in value.splitlines() if line.strip()]
    if wrong := next((line for line in lines if len(line) != 2), None):
        raise TableError(f"{name}.toml: {key}: not two words: {' '.join(wrong)}")
    return {line[0]: line[1] for line in lines}


def rows(name: str, columns: int) -> list[list[str]]:
    """Return the rows of `data/NAME.tsv`: comments and empty lines left out, missing cells at the end filled."""
    found: list[list[str]] = []
    for number, line in enumerate(data_text(f"{name}.tsv").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > columns or not cells[0]:
            raise TableError(f"{name}.tsv, line {number}: {columns} columns are wanted, the first not empty")
        found.append([cell.strip() for cell in cells] + [""] * (columns - len(cells)))
    return found


def classes(name: str) -> dict[str, list[str]]:
    """Return `data/NAME.txt`: in each line a class, a tab, and its words in their order; without a class it goes on."""
    found: dict[str, list[str]] = {}
    last = ""
    for number, line in enumerate(data_text(f"{name}.txt").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        key, _, words = line.partition("\t")
        if not words.split() or key in found or not (key or last):
            raise TableError(f"{name}.txt, line {number}: a new class, a tab and words are wanted")
        last = key or last
        found.setdefault(last, []).extend(words.split())
    return found


def words_around(section: str, key: str) -> frozenset[str]:
    """Return a list of `around.toml`, the words around numbers."""
    table = load("around").get(section)
    if not isinstance(table, dict):
        raise TableError(f"around.toml: {section} is missing")
    return words(table, key, f"around.toml: {section}")
