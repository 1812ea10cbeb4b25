"""New articles: those of many answers in one statement for each table, a third of the cost of one by one."""

import sqlite3
from collections.abc import Sequence

from feeds.archive.layout.clusters import SHIFT
from feeds.archive.layout.folding import fold
from feeds.archive.layout.records import NOTHING, Place, insert
from feeds.archive.layout.rows import Value
from feeds.archive.writing.readings import Rows, rejected_ids, shown
from feeds.model import Article, Found, Reading

COLUMNS = (
    "row", "id", "source", "at", "same", "guid", "title", "hay", "link", "author", "published", "first_seen",
    "changed_at", "language", "stamp", "notes", "figures", "quotes", "reading",
)  # fmt: skip
INSERT = insert("article", COLUMNS)


class Adding:
    """Articles that are not there yet, gathered over the answers of a transaction of the caller."""

    def __init__(self, db: sqlite3.Connection, now: int) -> None:
        self._db = db
        self._now = now
        self._rejected = rejected_ids(db)
        self._next = (db.execute("SELECT max(row) FROM article").fetchone()[0] or 0) + 1
        self._new: list[tuple[Article, Reading]] = []
        self._heads: list[tuple[Value, ...]] = []
        self._texts: list[tuple[int, str, str]] = []
        self._rows = Rows()
        self._shown: list[tuple[int, int]] = []

    def add(self, source: int, article: Article, reading: Reading, same: int) -> None:
        """Take an article of the source with this row; `same` is the hash of its text."""
        row, many = self._next, shown(reading)
        self._next += 1
        place = Place(source, time_of(article, self._now), 0, self._rejected, article.text, self._now)
        self._rows.add(article.id, reading, place, (row << SHIFT, row << SHIFT))
        self._heads.append(_head(row, place, article, reading, same, many))
        self._texts.append((row, article.title, article.text))
        self._new.append((article, reading))
        self._shown.append(many)

    def write(self) -> list[Found]:
        """Store what was gathered, and return it in the order in which it came."""
        self._db.executemany(INSERT, self._heads)
        self._db.executemany("INSERT INTO body VALUES (?, ?)", ((row, text) for row, _, text in self._texts))
        self._db.executemany("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", self._texts)
        ids = self._rows.write(self._db)
        count(self._db, self._shown)
        return [
            Found(article, "new", 1, self._now, reading, *of, ("new",) * len(of[0]), ("new",) * len(of[1]))
            for (article, reading), of in zip(self._new, ids, strict=True)
        ]


def count(db: sqlite3.Connection, new: Sequence[tuple[int, int]]) -> None:
    """Count new articles by what each of them shows: figures and quotes."""
    figures, quotes = sum(one for one, _ in new), sum(other for _, other in new)
    sql = "UPDATE shown SET headlines = headlines + ?, figures = figures + ?, quotes = quotes + ?"
    db.execute(sql, (len(new), figures, quotes))


def _head(
    row: int, place: Place, article: Article, reading: Reading, same: int, many: tuple[int, int]
) -> tuple[Value, ...]:
    a, now = article, place.now
    return (
        row, a.id, place.source, place.at, same, a.guid, a.title, fold(a.title), a.link or NOTHING,
        a.author or NOTHING, NOTHING if a.published is None else a.published, now, now, reading.language, a.stamp,
        "\n".join(a.notes), *many, reading.version,
    )  # fmt: skip


def time_of(article: Article, first_seen: int) -> int:
    """Never trust a feed's date alone: one that lies in the future would stay on top until it comes."""
    return first_seen if article.published is None else min(article.published, first_seen)
