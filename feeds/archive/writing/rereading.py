"""Reading the archive again when the reading has improved: marks stay, and what changed is said."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress

from feeds.archive.errors import NoSuchId
from feeds.archive.layout.findings import Reread
from feeds.archive.layout.transaction import writing
from feeds.archive.lookup import outdated
from feeds.archive.lookup.one import article_of
from feeds.archive.writing.readings import Read, put_reading, reading_before
from feeds.archive.writing.succession import pass_on
from feeds.driving import Stop
from feeds.identity import ids_of
from feeds.model import Article, Reading

BATCH = 50
"""Articles in one transaction, read before it begins."""
ALL = -1
"""As a limit: none."""


def catch_up(db: sqlite3.Connection, read: Read, rows: list[int]) -> int:
    """Read these articles again; return how many read otherwise now."""
    return sum(one.changed for one in _reread(db, read, rows))


def reread(db: sqlite3.Connection, read: Read, *, every: bool, stop: Stop | None) -> Iterator[Reread]:
    """Read what is outdated again, the newest first, and yield for each what came of it; the caller holds the lock.

    With `every` all articles are outdated from then on: broken off, the next call goes on where this one ended. A
    better reading is no news: what it finds first was there as long as the text, and what it drops was never there.
    """
    if every:
        with writing(db):
            db.execute("UPDATE article SET reading = 0 WHERE reading <> 0")
    yield from _reread(db, read, outdated.newest(db, ALL), stop)


def _reread(db: sqlite3.Connection, read: Read, rows: list[int], stop: Stop | None = None) -> Iterator[Reread]:
    for start in range(0, len(rows), BATCH):
        if stop is not None and stop.is_set():
            return
        some = list(_there(db, rows[start : start + BATCH]))
        readings = [read(article) for _, article in some]
        with writing(db):
            done = [_again(db, *one, reading) for one, reading in zip(some, readings, strict=True)]
        yield from (one._replace(done=start + n, total=len(rows)) for n, one in enumerate(done, 1))


def _there(db: sqlite3.Connection, rows: list[int]) -> Iterator[tuple[int, Article]]:
    """Yield the articles of these rows; a source may be forgotten while they are read."""
    for row in rows:
        with suppress(NoSuchId):
            yield row, article_of(db, row)[0]


def _again(db: sqlite3.Connection, row: int, article: Article, reading: Reading) -> Reread:
    if not reading.version:  # it broke off: what an older version has found is better than nothing
        return Reread(article.id, article.title)
    since = db.execute("SELECT changed_at FROM article WHERE row = ?", (row,)).fetchone()
    if since is None:  # its source was forgotten meanwhile
        return Reread(article.id, article.title)
    how = reading.language, reading.version
    db.execute(
        "UPDATE article SET language = ?, reading = ? WHERE row = ? AND (language, reading) <> (?, ?)",
        (*how, row, *how),
    )
    before = reading_before(db, row)
    ids = ids_of(article.id, reading)
    figures, quotes = dict(zip(ids[0], reading.figures, strict=True)), dict(zip(ids[1], reading.quotes, strict=True))
    if before[:2] == (figures, quotes):
        return Reread(article.id, article.title)
    pass_on(db, before.figures, figures)
    pass_on(db, before.quotes, quotes)
    put_reading(db, row, article, reading, before, since[0])
    return Reread(
        article.id, article.title,
        len(figures.keys() - before.figures.keys()), len(before.figures.keys() - figures.keys()),
        len(quotes.keys() - before.quotes.keys()), len(before.quotes.keys() - quotes.keys()), changed=True,
    )  # fmt: skip
