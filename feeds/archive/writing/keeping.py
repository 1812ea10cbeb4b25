"""What goes, and what is done for the file: retention, forgetting, backup, check, vacuum."""

import os
import sqlite3
from collections.abc import Sequence

from feeds.archive.file.checking import faults
from feeds.archive.layout import sources
from feeds.archive.layout.clusters import SPAN, marked, span
from feeds.archive.layout.transaction import writing
from feeds.archive.writing.readings import TABLES
from feeds.archive.writing.sameness import settle

BATCH = 500
"""Articles that go in one transaction: a tenth of a second in which a mark would have to wait."""

REMEMBERED = 4_000
"""Articles that went of a feed whose ids are kept: twice what an answer may hold (2,000, `intake.parsing.entries`)."""

_STARRED = f"""
SELECT a.row FROM mark m JOIN article a ON a.id = m.id WHERE m.starred IS NOT NULL
UNION {marked("figure", "starred", "a.row")}
UNION {marked("quote", "starred", "a.row")}"""


def keep(db: sqlite3.Connection, *, newer_than: int | None, size: int | None, now: int) -> int:
    """Drop articles older than a time, and then the oldest until the file would be at most `size` bytes.

    Never an article that is starred or holds a starred figure or quote. What was dropped is remembered by its stamp,
    so that a feed that still carries it does not bring it back as news. Returns how many articles went.
    """
    gone = 0
    if newer_than is not None:
        while rows := _oldest(db, "AND at < ?", newer_than):
            gone += _drop_batch(db, rows, now)
    if size is not None:
        while _size(db) > size and (rows := _oldest(db, "AND ?", 1)):
            gone += _drop_batch(db, rows, now)
    return gone


def _oldest(db: sqlite3.Connection, condition: str, value: int) -> list[int]:
    sql = f"SELECT row FROM article WHERE row NOT IN ({_STARRED}) {condition} ORDER BY at, row LIMIT {BATCH}"
    return [row for (row,) in db.execute(sql, (value,))]


def _size(db: sqlite3.Connection) -> int:
    """Return the bytes that are in use: pages that were given free go at the next vacuum."""
    pages, free, page = (db.execute(f"PRAGMA {n}").fetchone()[0] for n in ("page_count", "freelist_count", "page_size"))
    return int((pages - free) * page)


def _drop_batch(db: sqlite3.Connection, rows: Sequence[int], now: int) -> int:
    with writing(db):
        db.executemany(
            "INSERT OR REPLACE INTO dropped SELECT id, source, guid, stamp, ? FROM article WHERE row = ?",
            [(now, row) for row in rows],
        )
        _forget_dropped(db, rows)
        drop(db, rows)
    return len(rows)


def _forget_dropped(db: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Forget what went so long ago that these articles' feeds cannot carry it any more; a folder has any number."""
    feeds = (
        "SELECT DISTINCT s.row FROM article a JOIN source s ON s.row = a.source "
        "WHERE s.kind IN ('feed', 'feedfile') AND a.row IN (SELECT value FROM json_each(?))"
    )
    for (source,) in db.execute(feeds, (str(list(rows)),)).fetchall():
        oldest = "SELECT at FROM dropped WHERE source = ? ORDER BY at DESC LIMIT 1 OFFSET ?"
        db.execute(f"DELETE FROM dropped WHERE source = ? AND at < ({oldest})", (source, source, REMEMBERED))


def drop(db: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Take articles out with all that hangs on them; inside a transaction of the caller."""
    among, some = "IN (SELECT value FROM json_each(?))", (str(list(rows)),)
    same = [hash_ for (hash_,) in db.execute(f"SELECT DISTINCT same FROM article WHERE row {among}", some)]
    unindex = "INSERT INTO search (search, rowid, title, text) SELECT 'delete', row, title, text FROM page"
    db.execute(f"{unindex} WHERE row {among}", some)
    db.execute(f"DELETE FROM mark WHERE id IN (SELECT id FROM article WHERE row {among})", some)
    for table in TABLES:
        clusters = [span(row) for row in rows]
        db.executemany(f"DELETE FROM mark WHERE id IN (SELECT id FROM {table} WHERE {SPAN})", clusters)
        db.executemany(f"DELETE FROM {table} WHERE {SPAN}", clusters)
    for table, column in (("article", "row"), ("body", "row"), ("revision", "article")):
        db.execute(f"DELETE FROM {table} WHERE {column} {among}", some)
    settle(db, same)


def forget(db: sqlite3.Connection, key: str) -> int:
    """Take a source out with all its articles, starred ones too; return how many articles went."""
    with writing(db):
        rows = sources.articles_of(db, key)
        drop(db, rows)
        sources.forget(db, key)
    return len(rows)


def verify(db: sqlite3.Connection) -> list[str]:
    """Check everything: the file, every index, the full-text index against the texts, the counts; nothing is good."""
    said = faults(db, full=True)
    if said:
        return said
    try:
        db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        said.append(f"the full-text index does not fit the texts ({error})")
    for what, sql in _LOOSE.items():
        many = db.execute(sql).fetchone()[0]
        if many:
            said.append(f"{many} {what}")
    return said


_LOOSE = {
    "counts that are wrong": "SELECT count(*) FROM (SELECT headlines, figures, quotes FROM shown EXCEPT "
    "SELECT count(*), coalesce(sum(figures), 0), coalesce(sum(quotes), 0) FROM article WHERE hidden = 0)",
    "articles without a text": "SELECT count(*) FROM article WHERE row NOT IN (SELECT row FROM body)",
    "articles without a source": "SELECT count(*) FROM article WHERE source NOT IN (SELECT row FROM source)",
    "figures without an article": "SELECT count(*) FROM figure WHERE article NOT IN (SELECT row FROM article)",
    "quotes without an article": "SELECT count(*) FROM quote WHERE article NOT IN (SELECT row FROM article)",
    "figures that are not where they say": "SELECT count(*) FROM figure x JOIN body b ON b.row = x.article "
    "WHERE NOT x.hidden & 8 AND substr(b.text, x.start + 1, x.stop - x.start) <> x.text",
    "quotes that are not where they say": "SELECT count(*) FROM quote x JOIN body b ON b.row = x.article "
    "WHERE NOT x.hidden & 8 AND substr(b.text, x.start + 1, x.stop - x.start) <> x.text",
}


def vacuum(db: sqlite3.Connection, path: str) -> tuple[int, int]:
    """Give back the room of what went; return the file's bytes before and after. The caller holds the run lock."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = os.path.getsize(path)
    db.execute("INSERT INTO search (search) VALUES ('optimize')")
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return before, os.path.getsize(path)
