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


class Place(NamedTuple):
    """Where a reading belongs, and what its rows take from their article."""

    article: int
    """The article's row."""
    source: int
    at: int
    hidden: int
    """Its copy bit."""
    rejected: frozenset[str]
    """Ids that the user has rejected."""
    now: int


class Rows:
    """The rows of readings, gathered so that one statement stores those of a whole answer."""

    def __init__(self) -> None:
        self._figures: list[tuple[Value, ...]] = []
        self._quotes: list[tuple[Value, ...]] = []
        self._units: set[tuple[str, str]] = set()
        self._speakers: set[str] = set()

    def add(self, article: Article, reading: Reading, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take the reading of one article; return the ids of its figures and quotes."""
        figures, quotes = figure_ids(article.id, reading.figures), quote_ids(article.id, reading.quotes)
        by_salience = sorted(range(len(figures)), key=lambda n: -reading.figures[n].salience)
        ranks = dict(zip(by_salience, range(len(figures)), strict=True))
        for n, (id_, figure) in enumerate(zip(figures, reading.figures, strict=True)):
            placed = _placed(id_, figure_hidden(figure), place)
            self._figures.append((*placed, ranks[n], n, *figure_columns(figure, article.text)))
            if figure.unit_key:
                self._units |= {(figure.unit_key, figure.unit_key), (figure.unit or figure.unit_key, figure.unit_key)}
        for n, (id_, quote) in enumerate(zip(quotes, reading.quotes, strict=True)):
            placed = _placed(id_, quote_hidden(quote), place)
            self._quotes.append((*placed, n, *quote_columns(quote, article.text)))
            if quote.speaker:
                self._speakers.add(quote.speaker)
        return figures, quotes

    def write(self, db: sqlite3.Connection) -> None:
        """Store what was gathered; inside a transaction of the caller."""
        db.executemany(INSERT_FIGURE, self._figures)
        db.executemany(INSERT_QUOTE, self._quotes)
        db.executemany("INSERT OR IGNORE INTO unit (name, key) VALUES (?, ?)", [(fold(n), k) for n, k in self._units])
        names = [(name, fold(name)) for name in self._speakers]
        db.executemany("INSERT OR IGNORE INTO speaker (name, key) VALUES (?, ?)", names)


def _placed(id_: str, typed: int, place: Place) -> tuple[Value, ...]:
    hidden = typed | place.hidden | (REJECTED if id_ in place.rejected else 0)
    return id_, place.article, place.source, place.at, hidden, place.now, None


def rejected_ids(db: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of all figures and quotes that the user has rejected; there are few."""
    return frozenset(id_ for (id_,) in db.execute("SELECT id FROM mark WHERE rejected IS NOT NULL"))


def shown(reading: Reading) -> tuple[int, int]:
    """Return how many figures and quotes of a reading are shown by default."""
    figures = sum(not figure_hidden(figure) for figure in reading.figures)
    return figures, sum(not quote_hidden(quote) for quote in reading.quotes)


def replace_reading(
    db: sqlite3.Connection, row: int, article: Article, reading: Reading, before: Before, now: int
) -> Changes:
    """Store `reading` as the article's present one; what it has no more is kept as gone, for `diff`.

    Inside a transaction of the caller. Marks are kept by id and hold for what comes back.
    """
    source, at, hidden = db.execute("SELECT source, at, hidden FROM article WHERE row = ?", (row,)).fetchone()
    rows = Rows()
    figures, quotes = rows.add(article, reading, Place(row, source, at, hidden, rejected_ids(db), now))
    rows.write(db)
    _let_go(db, "figure", set(before.figures) - set(figures), now)
    _let_go(db, "quote", set(before.quotes) - set(quotes), now)
    db.execute("UPDATE article SET figures = ?, quotes = ? WHERE row = ?", (*shown(reading), row))
    return _changes(
        before, dict(zip(figures, reading.figures, strict=True)), dict(zip(quotes, reading.quotes, strict=True))
    )


def _let_go(db: sqlite3.Connection, table: str, ids: Iterable[str], now: int) -> None:
    db.executemany(
        f"UPDATE {table} SET hidden = hidden | {GONE}, gone_at = ? WHERE id = ?", [(now, id_) for id_ in ids]
    )


def _changes(before: Before, figures: Mapping[str, Figure], quotes: Mapping[str, Quote]) -> Changes:
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
