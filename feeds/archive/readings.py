"""The figures and quotes of an article: how a new reading takes the place of the one before."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from feeds.archive.folding import fold
from feeds.archive.pairing import moved_figures, moved_quotes
from feeds.archive.records import (
    FIGURE,
    GONE,
    QUOTE,
    READ_FIGURE,
    READ_QUOTE,
    REJECTED,
    figure_columns,
    figure_from,
    figure_hidden,
    quote_columns,
    quote_from,
    quote_hidden,
)  # fmt: skip
from feeds.archive.rows import Value
from feeds.identity import figure_ids, quote_ids
from feeds.model import Article, Figure, Quote, Reading

PLACE = ("id", "article", "source", "at", "hidden", "first_seen", "gone_at")


class Before(NamedTuple):
    """What an article had until now, by id."""

    figures: Mapping[str, Figure] = {}
    quotes: Mapping[str, Quote] = {}


class Changes(NamedTuple):
    """The last fields of `feeds.model.Found`, in its order."""

    figure_ids: tuple[str, ...]
    quote_ids: tuple[str, ...]
    figure_changes: tuple[str, ...]
    quote_changes: tuple[str, ...]
    moved: Mapping[str, str]


def _insert(table: str, columns: Sequence[str]) -> str:
    """Make the statement that stores a row, or gives an old one its new place and its fields.

    `first_seen` stays, but for what was gone: 71 that became 73 and is 71 again has moved, and is news.
    """
    sets = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in ("id", "first_seen"))
    sets += f", first_seen = iif({table}.gone_at IS NULL, {table}.first_seen, excluded.first_seen)"
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT (id) DO UPDATE SET {sets}"
    )


INSERT_FIGURE = _insert("figure", (*PLACE, "rank", "n", *FIGURE))
INSERT_QUOTE = _insert("quote", (*PLACE, "n", *QUOTE))


def reading_before(db: sqlite3.Connection, row: int) -> Before:
    """Return what the archive has of an article's present reading."""
    present = f"JOIN body b ON b.row = x.article WHERE x.article = ? AND NOT x.hidden & {GONE} ORDER BY x.n"
    figures = db.execute(f"SELECT x.id, {READ_FIGURE} FROM figure x {present}", (row,))
    quotes = db.execute(f"SELECT x.id, {READ_QUOTE} FROM quote x {present}", (row,))
    return Before({id_: figure_from(v) for id_, *v in figures}, {id_: quote_from(v) for id_, *v in quotes})


def replace_reading(
    db: sqlite3.Connection, row: int, article: Article, reading: Reading, before: Before, now: int
) -> Changes:
    """Store `reading` as the article's present one; what it has no more is kept as gone, for `diff`.

    Inside a transaction of the caller. Marks are kept by id and hold for what comes back.
    """
    place = db.execute("SELECT row, source, at, hidden FROM article WHERE row = ?", (row,)).fetchone()
    figures = figure_ids(article.id, reading.figures)
    quotes = quote_ids(article.id, reading.quotes)
    rejected = _rejected(db, (*figures, *quotes))
    _store_figures(db, article, reading, figures, (*place, rejected, now))
    _store_quotes(db, article, reading, quotes, (*place, rejected, now))
    _let_go(db, "figure", set(before.figures) - set(figures), now)
    _let_go(db, "quote", set(before.quotes) - set(quotes), now)
    _count(db, row)
    return _changes(
        before, dict(zip(figures, reading.figures, strict=True)), dict(zip(quotes, reading.quotes, strict=True))
    )


Place = tuple[int, int, int, int, frozenset[str], int]
"""The article's row, its source, its time, its copy bit, the rejected ids, now."""


def _store_figures(
    db: sqlite3.Connection, article: Article, reading: Reading, ids: Sequence[str], place: Place
) -> None:
    named = {(fold(name), f.unit_key) for f in reading.figures if f.unit_key for name in (f.unit_key, f.unit or "")}
    db.executemany("INSERT OR IGNORE INTO unit (name, key) VALUES (?, ?)", named)
    by_salience = sorted(range(len(ids)), key=lambda n: -reading.figures[n].salience)
    ranks = dict(zip(by_salience, range(len(ids)), strict=True))
    db.executemany(
        INSERT_FIGURE,
        [
            (*_placed(id_, figure_hidden(figure), place), ranks[n], n, *figure_columns(figure, article.text))
            for n, (id_, figure) in enumerate(zip(ids, reading.figures, strict=True))
        ],
    )


def _store_quotes(db: sqlite3.Connection, article: Article, reading: Reading, ids: Sequence[str], place: Place) -> None:
    db.executemany(
        INSERT_QUOTE,
        [
            (*_placed(id_, quote_hidden(quote), place), n, *quote_columns(quote, article.text))
            for n, (id_, quote) in enumerate(zip(ids, reading.quotes, strict=True))
        ],
    )
    names = {quote.speaker for quote in reading.quotes if quote.speaker}
    db.executemany("INSERT OR IGNORE INTO speaker (name, key) VALUES (?, ?)", [(name, fold(name)) for name in names])


def _placed(id_: str, typed: int, place: Place) -> tuple[Value, ...]:
    row, source, at, copy, rejected, now = place
    return id_, row, source, at, typed | copy | (REJECTED if id_ in rejected else 0), now, None


def _rejected(db: sqlite3.Connection, ids: Sequence[str]) -> frozenset[str]:
    among = "[" + ",".join(f'"{id_}"' for id_ in ids) + "]"
    found = db.execute(
        "SELECT id FROM mark WHERE rejected IS NOT NULL AND id IN (SELECT value FROM json_each(?))", (among,)
    )
    return frozenset(id_ for (id_,) in found)


def _let_go(db: sqlite3.Connection, table: str, ids: Iterable[str], now: int) -> None:
    db.executemany(
        f"UPDATE {table} SET hidden = hidden | {GONE}, gone_at = ? WHERE id = ?", [(now, id_) for id_ in ids]
    )


def _count(db: sqlite3.Connection, row: int) -> None:
    held = [f"(SELECT count(*) FROM {of} x WHERE x.article = ?1 AND NOT x.hidden & 9)" for of in ("figure", "quote")]
    db.execute(f"UPDATE article SET figures = {held[0]}, quotes = {held[1]} WHERE row = ?1", (row,))  # not typed, gone


def _changes(before: Before, figures: Mapping[str, Figure], quotes: Mapping[str, Quote]) -> Changes:
    if not before.figures and not before.quotes:
        return Changes(tuple(figures), tuple(quotes), ("new",) * len(figures), ("new",) * len(quotes), {})
    moved = moved_figures(*_apart(before.figures, figures)) | moved_quotes(*_apart(before.quotes, quotes))

    def change(id_: str, known: Mapping[str, object]) -> str:
        return "same" if id_ in known else "changed" if id_ in moved else "new"

    return Changes(
        tuple(figures), tuple(quotes), tuple(change(id_, before.figures) for id_ in figures),
        tuple(change(id_, before.quotes) for id_ in quotes), moved,
    )  # fmt: skip


Record = TypeVar("Record", Figure, Quote)


def _apart(old: Mapping[str, Record], new: Mapping[str, Record]) -> tuple[dict[str, Record], dict[str, Record]]:
    """Return what went and what came."""
    went = {id_: record for id_, record in old.items() if id_ not in new}
    return went, {id_: record for id_, record in new.items() if id_ not in old}
