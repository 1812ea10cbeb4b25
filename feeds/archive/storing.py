"""What answers bring, stored in one transaction: all of it or nothing."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from feeds.archive import sources
from feeds.archive.adding import Adding, time_of
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


def store(db: sqlite3.Connection, run: str, answers: Sequence[Answer], read: Read, now: int) -> tuple[SourceDone, ...]:
    """Store what sources answered; return what was new, changed or gone in each of them.

    Texts are read before the transaction begins, so that marks and other writers never wait for reading; where
    another process has written in between, the plans are made again under the lock.
    """
    reader, version = _Once(read), _version(db)
    asked = [answer for answer in answers if answer.status != "skipped"]
    plans = [_plan(db, answer, reader) for answer in asked]
    with writing(db):
        good = _version(db) == version
        sources.know(db, [answer.source for answer in asked])
        storing = _Storing(db, reader, now)
        found = [storing.store(answer, plan if good else None) for answer, plan in zip(asked, plans, strict=True)]
        storing.end()
    told = iter(found)
    return tuple(
        SourceDone(run, now, answer._replace(articles=()), () if answer.status == "skipped" else tuple(next(told)))
        for answer in answers
    )


class _Plan(NamedTuple):
    """What of an answer's articles is wanted, and what of it there is."""

    wanted: list[Article]
    stored: dict[str, _Stored]


def _plan(db: sqlite3.Connection, answer: Answer, read: "_Once") -> _Plan:
    """Look what is stored of an answer, and read what is new in it."""
    if not answer.articles:
        return _Plan([], {})
    plan = _Plan(_wanted(db, answer.articles), _stored(db, answer.articles))
    for article in plan.wanted:
        if _differs(article, plan.stored.get(article.id)):
            read(article)
    return plan


class _Storing:
    """One transaction's answers."""

    def __init__(self, db: sqlite3.Connection, read: "_Once", now: int) -> None:
        self._db = db
        self._read = read
        self._now = now
        self._adding = Adding(db, now)
        self._sources: set[int] = set()
        """The rows of those that have answered."""
        self._texts: set[int] = set()
        """Hashes of the texts that came or went."""

    def store(self, answer: Answer, plan: _Plan | None) -> list[Found]:
        """Store an answer and return what was found in it; `plan` where it still holds."""
        source = sources.set_state(self._db, answer.source.key, answer.status, answer.state)
        if source in self._sources:  # it answers again: what it said before must be there
            self._adding.write()
            plan = None
        self._sources.add(source)
        wanted, stored = plan or _plan(self._db, answer, self._read)
        found = [self._article(source, article, stored.get(article.id)) for article in wanted]
        return [one for one in found if one] + self._gone(source, answer)

    def _article(self, source: int, article: Article, before: _Stored | None) -> Found | None:
        if before is not None and not _differs(article, before):
            _touch(self._db, before, article)
            return None
        same = same_text(article, self._now if before is None else before.first_seen)
        self._texts.add(same)
        if before is None:
            return self._adding.add(source, article, self._read(article), same)
        self._texts.add(before.same)
        return _revise(self._db, before, article, self._read(article), same, self._now)

    def _gone(self, source: int, answer: Answer) -> list[Found]:
        if answer.present is None:
            return []
        self._adding.write()
        return _mark_gone(self._db, source, answer.present, self._now)

    def end(self) -> None:
        """Store the rest, and which texts are the same."""
        self._adding.write()
        settle(self._db, self._texts)


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


def _revise(db: sqlite3.Connection, before: _Stored, article: Article, reading: Reading, same: int, now: int) -> Found:
    row, revision = before.row, before.revision + 1
    had = reading_before(db, row)  # with the sentences of the text that goes
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
    changes = replace_reading(db, row, article, reading, had, now)
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
