"""The rows behind keys, in one statement for as many as are looked at."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from feeds.archive.layout.clusters import within
from feeds.archive.layout.records import READ_FIGURE, READ_QUOTE, REJECTED, figure_from, quote_from
from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow

MANY = 2000
"""Keys in one statement: enough to make its cost vanish, few enough to keep memory flat in an export."""

_AMONG = "x.row IN (SELECT value FROM json_each(?))"
_MARKS = "m.seen IS NOT NULL, m.starred IS NOT NULL"
_HEADLINE = f"""
SELECT x.row, x.id, s.key, s.name, x.title, x.link, x.published, x.first_seen, x.at, x.revision, x.changed_at,
    x.gone_at, x.figures, x.quotes, (SELECT count(DISTINCT c.source) FROM article c WHERE c.same = x.same), {_MARKS}
FROM article x JOIN source s ON s.row = x.source LEFT JOIN mark m ON m.id = x.id WHERE {_AMONG}"""
_OF_ARTICLE = "x.row, x.id, a.id, s.key, s.name, a.title, a.link, a.at, x.first_seen"
_JOINED = f"""
JOIN article a ON a.row = x.article JOIN body b ON b.row = x.article JOIN source s ON s.row = x.source
LEFT JOIN mark m ON m.id = x.id WHERE {_AMONG}"""
_FIGURE = f"SELECT {_OF_ARTICLE}, {_MARKS}, x.hidden, {READ_FIGURE} FROM figure x {_JOINED}"
_QUOTE = f"""
SELECT {_OF_ARTICLE}, {_MARKS}, x.hidden, (SELECT nullif(key, '') FROM speaker WHERE row = x.speaker),
    (SELECT c.id FROM quote c WHERE {within("x.article", "c")} AND c.n = x.chain AND c.gone_at IS NULL), {READ_QUOTE}
FROM quote x {_JOINED}"""

Row = TypeVar("Row")


def last_look(db: sqlite3.Connection) -> int:
    """Return when the user last looked; 0 before the first time."""
    found = db.execute("SELECT value FROM meta WHERE name = 'last_look'").fetchone()
    return int(found[0]) if found else 0


def headline_rows(db: sqlite3.Connection, keys: Sequence[int]) -> list[HeadlineRow]:
    """Return the headlines of these rows, in their order; rows that are gone meanwhile are left out."""
    looked = last_look(db)

    def make(v: tuple[Any, ...]) -> HeadlineRow:
        return HeadlineRow._make((*v[:15], bool(v[15]), bool(v[16]), v[7] > looked))

    return _fetch(db, _HEADLINE, keys, make)


def figure_rows(db: sqlite3.Connection, keys: Sequence[int]) -> list[FigureRow]:
    """Return the figures of these rows, in their order; rows that are gone meanwhile are left out."""
    looked = last_look(db)

    def make(v: tuple[Any, ...]) -> FigureRow:
        seen, starred, rejected = bool(v[9]), bool(v[10]), bool(v[11] & REJECTED)
        return FigureRow._make((*v[:9], figure_from(v[12:]), seen, starred, rejected, v[8] > looked))

    return _fetch(db, _FIGURE, keys, make)


def quote_rows(db: sqlite3.Connection, keys: Sequence[int]) -> list[QuoteRow]:
    """Return the quotes of these rows, in their order; rows that are gone meanwhile are left out."""
    looked = last_look(db)

    def make(v: tuple[Any, ...]) -> QuoteRow:
        seen, starred, rejected = bool(v[9]), bool(v[10]), bool(v[11] & REJECTED)
        return QuoteRow._make((*v[:9], quote_from(v[14:]), v[12], v[13], seen, starred, rejected, v[8] > looked))

    return _fetch(db, _QUOTE, keys, make)


def _fetch(db: sqlite3.Connection, sql: str, keys: Sequence[int], make: Callable[[tuple[Any, ...]], Row]) -> list[Row]:
    rows: list[Row] = []
    for start in range(0, len(keys), MANY):
        some = list(keys[start : start + MANY])
        found = {values[0]: values for values in db.execute(sql, (str(some),))}
        rows += [make(found[key]) for key in some if key in found]
    return rows
