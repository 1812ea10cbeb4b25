"""New articles: those of a whole answer in one statement for each table, a third of the cost of one by one."""

import sqlite3
from collections.abc import Callable, Sequence

from feeds.archive.clusters import SHIFT
from feeds.archive.folding import fold
from feeds.archive.readings import Rows, rejected_ids, shown
from feeds.archive.records import Place, insert
from feeds.archive.rows import Value
from feeds.archive.sameness import same_text
from feeds.identity import ids_of
from feeds.model import Article, Found, Reading

COLUMNS = (
    "row", "id", "source", "at", "same", "guid", "title", "hay", "link", "author", "published", "first_seen",
    "changed_at", "language", "stamp", "notes", "figures", "quotes", "reading",
)  # fmt: skip
INSERT = insert("article", COLUMNS)


def add(
    db: sqlite3.Connection, source: int, articles: Sequence[Article], read: Callable[[Article], Reading], now: int
) -> tuple[dict[str, Found], set[int]]:
    """Store articles that are not there yet; return what was found, by id, and the hashes of their texts.

    Inside a transaction of the caller.
    """
    if not articles:
        return {}, set()
    first = (db.execute("SELECT max(row) FROM article").fetchone()[0] or 0) + 1
    rejected, rows = rejected_ids(db), Rows()
    heads, found, hashes = list[tuple[Value, ...]](), dict[str, Found](), set[int]()
    for row, article in enumerate(articles, first):
        reading, same = read(article), same_text(article, now)
        ids = ids_of(article.id, reading)
        place = Place(source, time_of(article, now), 0, rejected, article.text, now)
        rows.add(ids, reading, place, (row << SHIFT, row << SHIFT))
        heads.append(_head(row, source, article, reading, same, now))
        changes = ("new",) * len(ids[0]), ("new",) * len(ids[1])
        found[article.id] = Found(article, "new", 1, now, reading, *ids, *changes)
        hashes.add(same)
    numbered = list(enumerate(articles, first))
    db.executemany(INSERT, heads)
    db.executemany("INSERT INTO body VALUES (?, ?)", [(row, article.text) for row, article in numbered])
    db.executemany(
        "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
        [(row, article.title, article.text) for row, article in numbered],
    )
    rows.write(db)
    return found, hashes


def _head(row: int, source: int, article: Article, reading: Reading, same: int, now: int) -> tuple[Value, ...]:
    a = article
    return (
        row, a.id, source, time_of(a, now), same, a.guid, a.title, fold(a.title), a.link or "", a.author or "",
        "" if a.published is None else a.published, now, now, reading.language, a.stamp, "\n".join(a.notes),
        *shown(reading), reading.version,
    )  # fmt: skip


def time_of(article: Article, first_seen: int) -> int:
    """Never trust a feed's date alone: one that lies in the future would stay on top until it comes."""
    return first_seen if article.published is None else min(article.published, first_seen)
