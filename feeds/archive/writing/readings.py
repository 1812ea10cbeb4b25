"""The figures and quotes of an article: how a new reading takes the place of the one before."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from json import dumps
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from feeds.archive.layout.clusters import SPAN, span
from feeds.archive.layout.folding import fold
from feeds.archive.layout.records import (
    ALL_FIGURES,
    ALL_QUOTES,
    GONE,
    INSERT_FIGURE,
    INSERT_QUOTE,
    TYPED_QUOTES,
    Place,
    figure_from,
    figure_rows,
    quote_from,
    quote_rows,
)  # fmt: skip
from feeds.archive.lookup.pairing import moved_figures, moved_quotes
from feeds.identity import figure_ids, ids_of, quote_ids
from feeds.model import Article, Figure, Quote, Reading

if TYPE_CHECKING:
    from feeds.archive.layout.rows import Value

Read = Callable[[Article], Reading]
"""Reads an article that is new, changed, or read by an older version: what the archive is given to call."""
Record = TypeVar("Record", Figure, Quote)
TABLES = ("figure", "quote")
_SPEAKER, _UNIT, _SALIENCE = attrgetter("speaker"), attrgetter("unit", "unit_key"), attrgetter("salience")


class Kept(NamedTuple):
    """What of a row outlives a new reading in which its figure or quote is found again."""

    row: int
    first_seen: int


class Before(NamedTuple):
    """What an article had until now, by id."""

    figures: Mapping[str, Figure] = {}
    quotes: Mapping[str, Quote] = {}
    kept: Mapping[str, Kept] = {}
    """Of both."""


class Changes(NamedTuple):
    """The last fields of `feeds.model.Found`, in its order."""

    figure_ids: tuple[str, ...]
    quote_ids: tuple[str, ...]
    figure_changes: tuple[str, ...]
    quote_changes: tuple[str, ...]
    moved: Mapping[str, str]


def reading_before(db: sqlite3.Connection, row: int) -> Before:
    """Return what the archive has of an article's present reading, in the order of the text."""
    body = db.execute("SELECT text FROM body WHERE row = ?", (row,)).fetchone()[0]
    present = f"WHERE x.{SPAN} AND NOT x.hidden & {GONE} ORDER BY x.n"
    kept: dict[str, Kept] = {}

    def found(table: str, columns: str, make: Callable[[Sequence[Any], str], Record]) -> dict[str, Record]:
        sql = f"SELECT x.id, x.row, x.first_seen, {columns} FROM {table} x {present}"
        records: dict[str, Record] = {}
        for id_, at, first_seen, *values in db.execute(sql, span(row)):
            kept[id_] = Kept(at, first_seen)
            records[id_] = make(values, body)
        return records

    return Before(found("figure", ALL_FIGURES, figure_from), found("quote", ALL_QUOTES, quote_from), kept)


Ids = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of the figures and of the quotes of a reading, in its order."""
Free = tuple[int, int]
"""The first rows of an article in the tables of figures and quotes that nothing ever had."""


class _One(NamedTuple):
    article: str
    reading: Reading
    place: Place
    free: Free
    kept: Mapping[str, Kept]


class Rows:
    """The rows of readings, gathered so that one statement stores those of many articles.

    They are made one by one while SQLite takes them: 6,000 in a list, which no processor's cache holds, cost a sixth
    more.
    """

    def __init__(self) -> None:
        self._all: list[_One] = []
        self._units: set[tuple[str | None, str | None]] = set()
        self._speakers: set[str | None] = set()

    def add(
        self, article: str, reading: Reading, place: Place, free: Free, kept: Mapping[str, Kept] | None = None
    ) -> None:
        """Take the reading of the article with this id.

        Its rows are the `free` ones from there on, but for those that are `kept` and may stand where they stand:
        figures lie by salience, the highest first, and quotes in the order of the text, as their lists show them.
        """
        self._all.append(_One(article, reading, place, free, kept or {}))
        self._speakers.update(map(_SPEAKER, reading.quotes))

    def write(self, db: sqlite3.Connection) -> list[Ids]:
        """Store what was gathered, and return the ids of each reading; inside a transaction of the caller."""
        figures, quotes = list[tuple[str, ...]](), list[tuple[str, ...]]()
        db.executemany(INSERT_FIGURE, self._figures(figures))
        db.executemany(INSERT_QUOTE, self._quotes(quotes, _speaker_rows(db, filter(None, self._speakers))))
        units = {(fold(name), key) for unit, key in self._units if key for name in (unit or key, key)}
        db.executemany("INSERT OR IGNORE INTO unit (name, key) VALUES (?, ?)", units)
        return list(zip(figures, quotes, strict=True))

    def _figures(self, named: list[tuple[str, ...]]) -> "Iterator[tuple[Value, ...]]":
        for article, reading, place, free, kept in self._all:
            figures = reading.figures
            ids = figure_ids(article, figures)
            named.append(ids)
            self._units.update(map(_UNIT, figures))
            order = sorted(range(len(figures)), key=[*map(_SALIENCE, figures)].__getitem__, reverse=True)
            placed = _placed([ids[n] for n in order], free[0], kept, place.now)
            yield from figure_rows(figures, ids, zip(order, placed, strict=True), place)

    def _quotes(self, named: list[tuple[str, ...]], speakers: Mapping[str, int]) -> "Iterator[tuple[Value, ...]]":
        for article, reading, place, free, kept in self._all:
            ids = quote_ids(article, reading.quotes)
            named.append(ids)
            placed = _placed(ids, free[1], kept, place.now)
            yield from quote_rows(reading.quotes, ids, enumerate(placed), place, speakers)


def _speaker_rows(db: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """Return the row of each of these names; one that never spoke before gets one."""
    wanted = sorted(names)
    known = _known_speakers(db, wanted)
    new = [name for name in wanted if name not in known]
    db.executemany("INSERT INTO speaker (name, key) VALUES (?, ?)", [(name, fold(name)) for name in new])
    return known | _known_speakers(db, new)


def _known_speakers(db: sqlite3.Connection, names: Sequence[str]) -> dict[str, int]:
    sql = "SELECT name, row FROM speaker WHERE name IN (SELECT value FROM json_each(?))"
    return dict(db.execute(sql, (dumps(names),)).fetchall()) if names else {}


def _placed(ids: Sequence[str], free: int, kept: Mapping[str, Kept], now: int) -> Iterable[tuple[int, int]]:
    """Give rows to ids in the order of their list: the old one where the order allows it, so that cursors stay.

    Returns for each id its row and when it was first seen.
    """
    if not kept:
        return zip(range(free, free + len(ids)), repeat(now), strict=False)
    placed, last, end = list[tuple[int, int]](), 0, free
    for id_ in ids:
        row, first_seen = kept.get(id_, (0, now))
        if not last < row < end:
            row, free = free, free + 1
        last = row
        placed.append((row, first_seen))
    return placed


def rejected_ids(db: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of all figures and quotes that the user has rejected; there are few."""
    return frozenset(id_ for (id_,) in db.execute("SELECT id FROM mark WHERE rejected IS NOT NULL"))


def shown(reading: Reading) -> tuple[int, int]:
    """Return how many figures and quotes of a reading are shown by default."""
    quotes = len([1 for quote in reading.quotes if quote.kind not in TYPED_QUOTES])
    return len([1 for figure in reading.figures if figure.salience > 0]), quotes


def replace_reading(
    db: sqlite3.Connection, row: int, article: Article, reading: Reading, before: Before, now: int
) -> Changes:
    """Store `reading` as the article's present one; what it has no more is kept as gone, for `diff`.

    What goes takes its sentence with it: the text that it stood in is not the article's any more.
    Inside a transaction of the caller. Marks are kept by id and hold for what comes back.
    """
    figures, quotes = ids_of(article.id, reading)
    for table, had, ids in (("figure", before.figures, figures), ("quote", before.quotes, quotes)):
        went = had.keys() - set(ids)
        sql = f"UPDATE {table} SET hidden = hidden | {GONE}, gone_at = ?, sentence = ? WHERE row = ?"
        db.executemany(sql, [(now, had[id_].sentence, before.kept[id_].row) for id_ in went])
    put_reading(db, row, article, reading, before, now)
    return _changes(
        before, dict(zip(figures, reading.figures, strict=True)), dict(zip(quotes, reading.quotes, strict=True))
    )


def put_reading(db: sqlite3.Connection, row: int, article: Article, reading: Reading, before: Before, now: int) -> None:
    """Store `reading` as the article's present one; of the one before nothing stays but what has been gone for longer.

    `now` is when what is found for the first time was there first. Inside a transaction of the caller.
    """
    ids = ids_of(article.id, reading)
    free = _cleared(db, "figure", row, ids[0]), _cleared(db, "quote", row, ids[1])
    source, at, hidden = db.execute("SELECT source, at, hidden FROM article WHERE row = ?", (row,)).fetchone()
    rows = Rows()
    rows.add(article.id, reading, Place(source, at, hidden, rejected_ids(db), article.text, now), free, before.kept)
    rows.write(db)
    db.execute("UPDATE article SET figures = ?, quotes = ? WHERE row = ?", (*shown(reading), row))


def _cleared(db: sqlite3.Connection, table: str, article: int, ids: Sequence[str]) -> int:
    """Delete the present rows of an article, and the gone ones of what is back; return the first row never used."""
    first, last = span(article)
    used = db.execute(f"SELECT max(row) FROM {table} WHERE {SPAN}", (first, last)).fetchone()[0]
    again = f"id IN (SELECT value FROM json_each(?)) OR NOT hidden & {GONE}"
    listed = "[" + ",".join(f'"{id_}"' for id_ in ids) + "]"
    if used is not None and used + len(ids) >= last:  # after some 100,000 revisions: its history goes
        again, used = "length(?) ", None
    db.execute(f"DELETE FROM {table} WHERE {SPAN} AND ({again})", (first, last, listed))
    return first if used is None else used + 1


def _changes(before: Before, figures: Mapping[str, Figure], quotes: Mapping[str, Quote]) -> Changes:
    moved = moved_figures(*_apart(before.figures, figures)) | moved_quotes(*_apart(before.quotes, quotes))

    def change(id_: str, known: Mapping[str, object]) -> str:
        return "same" if id_ in known else "changed" if id_ in moved else "new"

    return Changes(
        tuple(figures), tuple(quotes), tuple(change(id_, before.figures) for id_ in figures),
        tuple(change(id_, before.quotes) for id_ in quotes), moved,
    )  # fmt: skip


def _apart(old: Mapping[str, Record], new: Mapping[str, Record]) -> tuple[dict[str, Record], dict[str, Record]]:
    """Return what went and what came."""
    went = {id_: record for id_, record in old.items() if id_ not in new}
    return went, {id_: record for id_, record in new.items() if id_ not in old}
