"""What an answer brings, stored in one transaction: all of it or nothing."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from feeds.archive import sources
from feeds.archive.adding import add, time_of
from feeds.archive.clusters import SPAN, span
from feeds.archive.folding import fold
from feeds.archive.readings import TABLES, reading_before, replace_reading
from feeds.archive.sameness import same_text, settle
from feeds.archive.transaction import writing
from feeds.identity import ids_of
from feeds.model import Answer, Article, Found, Reading, SourceDone

Read = Callable[[Article], Reading]


class _Stored(NamedTuple):
    row: int
    revision: int
    stamp: str
    title: str
    text: str
    first_seen: int
    same: int
    gone: bool


def store(db: sqlite3.Connection, run: str, answer: Answer, read: Read, now: int) -> SourceDone:
    """Store what a source answered; return what was new, changed or gone in it.

    Texts are read before the transaction begins, so that marks and other writers never wait for reading; where
    another process has written in between, the plan is made again under the lock.
    """
    done = SourceDone(run, now, answer._replace(articles=()))
    if answer.status == "skipped":
        return done
    if not answer.articles and answer.present is None:  # an unchanged feed, the common case: its state is all there is
        with writing(db):
            sources.know(db, [answer.source])
            sources.set_state(db, answer.source.key, answer.status, answer.state)
        return done
    reader = _Once(read)
    version = _version(db)
    _read_ahead(db, answer, reader)
    with writing(db):
        if _version(db) != version:
            _read_ahead(db, answer, reader)
        sources.know(db, [answer.source])
        source = sources.set_state(db, answer.source.key, answer.status, answer.state)
        found = _store_articles(db, source, answer.articles, reader, now)
        if answer.present is not None:
            found += _mark_gone(db, source, answer.present, now)
    return done._replace(found=tuple(found))


class _Once:
    """Reads each text once, however often the plan is made."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[str, tuple[Article, Reading]] = {}

    def __call__(self, article: Article) -> Reading:
        known = self._known.get(article.id)
        if known and known[0] == article:
            return known[1]
        reading = self._read(article)
        self._known[article.id] = (article, reading)
        return reading


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _read_ahead(db: sqlite3.Connection, answer: Answer, read: _Once) -> None:
    stored = _stored(db, answer.articles)
    for article in _wanted(db, answer.articles):
        if _differs(article, stored.get(article.id)):
            read(article)


def _wanted(db: sqlite3.Connection, articles: Sequence[Article]) -> list[Article]:
    """Return the first of each id, without those that retention took away and that have not changed since.

    A document that names an id twice has the newer item above.
    """
    first: dict[str, Article] = {}
    for article in articles:
        first.setdefault(article.id, article)
    sql = "SELECT id, stamp FROM dropped WHERE id IN (SELECT value FROM json_each(?))"
    dropped = dict(db.execute(sql, (_ids(articles),)).fetchall())
    return [article for id_, article in first.items() if dropped.get(id_) != article.stamp]


def _ids(articles: Iterable[Article]) -> str:
    return "[" + ",".join(f'"{article.id}"' for article in articles) + "]"


def _differs(article: Article, stored: _Stored | None) -> bool:
    return stored is None or (article.title, article.text) != (stored.title, stored.text)


def _stored(db: sqlite3.Connection, articles: Sequence[Article]) -> dict[str, _Stored]:
    if not articles:
        return {}
    found = db.execute(
        "SELECT a.id, a.row, a.revision, a.stamp, a.title, b.text, a.first_seen, a.same, a.gone_at IS NOT NULL "
        "FROM article a JOIN body b ON b.row = a.row WHERE a.id IN (SELECT value FROM json_each(?))",
        (_ids(articles),),
    )
    return {id_: _Stored(*values) for id_, *values in found}


def _store_articles(
    db: sqlite3.Connection, source: int, articles: Sequence[Article], read: _Once, now: int
) -> list[Found]:
    stored = _stored(db, articles)
    wanted = _wanted(db, articles)
    found, moved = add(db, source, [article for article in wanted if article.id not in stored], read, now)
    for article in wanted:
        before = stored.get(article.id)
        if before is None:
            continue
        if not _differs(article, before):
            _touch(db, before, article)
            continue
        same = same_text(article, before.first_seen)
        found[article.id] = _revise(db, before, article, read(article), same, now)
        moved |= {same, before.same}
    settle(db, moved)
    return [found[article.id] for article in wanted if article.id in found]


def _revise(db: sqlite3.Connection, before: _Stored, article: Article, reading: Reading, same: int, now: int) -> Found:
    row, revision = before.row, before.revision + 1
    db.execute(
        "INSERT INTO revision SELECT row, revision, changed_at, ?, ? FROM article WHERE row = ?",
        (before.title, before.text, row),
    )
    db.execute(
        "INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)", (row, before.title, before.text)
    )
    db.execute(
        "UPDATE article SET title = ?, hay = ?, revision = ?, changed_at = ?, same = ?, language = ?, reading = ? "
        "WHERE row = ?",
        (article.title, fold(article.title), revision, now, same, reading.language, reading.version, row),
    )
    db.execute("UPDATE body SET text = ? WHERE row = ?", (article.text, row))
    db.execute("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", (row, article.title, article.text))
    _touch(db, before, article)
    changes = replace_reading(db, row, article, reading, reading_before(db, row), now)
    return Found(article, "changed", revision, before.first_seen, reading, *changes)


def _touch(db: sqlite3.Connection, before: _Stored, article: Article) -> None:
    """Store what may change without being news: link, author, date, stamp; an article that is back is not gone."""
    if article.stamp and article.stamp == before.stamp and not before.gone:
        return
    at = time_of(article, before.first_seen)
    db.execute(
        "UPDATE article SET link = ?, author = ?, published = ?, stamp = ?, notes = ?, gone_at = NULL WHERE row = ?",
        (article.link, article.author, article.published, article.stamp, "\n".join(article.notes), before.row),
    )
    if db.execute("UPDATE article SET at = ? WHERE row = ? AND at <> ?", (at, before.row, at)).rowcount:
        for table in TABLES:
            db.execute(f"UPDATE {table} SET at = ? WHERE {SPAN}", (at, *span(before.row)))


def _mark_gone(db: sqlite3.Connection, source: int, present: frozenset[str], now: int) -> list[Found]:
    """Mark the articles of a folder whose files are not there any more; they stay, and say so."""
    found = []
    stored = db.execute("SELECT row, guid, gone_at IS NOT NULL FROM article WHERE source = ?", (source,)).fetchall()
    for row, guid, gone in stored:
        if gone and guid in present:
            db.execute("UPDATE article SET gone_at = NULL WHERE row = ?", (row,))
        elif not gone and guid not in present:
            db.execute("UPDATE article SET gone_at = ? WHERE row = ?", (now, row))
            found.append(_gone(db, row))
    return found


def _gone(db: sqlite3.Connection, row: int) -> Found:
    from feeds.archive.one import article_of, reading_of

    article, revision, first_seen = article_of(db, row)
    reading = reading_of(db, row)
    same = ("same",) * len(reading.figures), ("same",) * len(reading.quotes)
    return Found(article, "gone", revision, first_seen, reading, *ids_of(article.id, reading), *same)
