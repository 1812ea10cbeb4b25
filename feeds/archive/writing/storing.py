"""What answers bring, stored in one transaction: all of it or nothing."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from feeds.archive.layout import sources
from feeds.archive.layout.clusters import SPAN, span
from feeds.archive.layout.folding import fold
from feeds.archive.layout.transaction import writing
from feeds.archive.writing.adding import Adding, time_of
from feeds.archive.writing.readings import TABLES, Read, reading_before, replace_reading
from feeds.archive.writing.sameness import same_text, settle
from feeds.identity import ids_of
from feeds.model import Answer, Article, Found, Reading, SourceDone


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

    Texts are read before the transaction begins, so that marks and other writers never wait for reading; where another
    process has written in between, it is looked again, under the lock, what is new.
    """
    reader, version = _Once(read), _version(db)
    asked = [answer for answer in answers if answer.status != "skipped"]
    parts = _rounds(asked)
    plans = [_planned(db, part, reader) for part in parts]
    found = dict[int, list[Found]]()
    with writing(db):
        sources.know(db, [answer.source for answer in asked])
        for n, part in enumerate(parts):
            good = n == 0 and _version(db) == version
            found |= _write(db, part, plans[n] if good else _planned(db, part, reader), now)
    return tuple(
        SourceDone(run, now, answer._replace(articles=()), tuple(found.get(id(answer), ()))) for answer in answers
    )


def _rounds(answers: Sequence[Answer]) -> list[list[Answer]]:
    """Part answers such that no source is twice in a part: what it said before must be there when it answers again."""
    rounds: list[list[Answer]] = []
    nth = Counter[str]()
    for answer in answers:
        if nth[answer.source.key] == len(rounds):
            rounds.append([])
        rounds[nth[answer.source.key]].append(answer)
        nth[answer.source.key] += 1
    return rounds


class _Wanted(NamedTuple):
    """An article that is to be stored."""

    article: Article
    before: _Stored | None
    """What is stored of it."""
    reading: Reading | None
    """Nothing where its words are the stored ones."""


def _planned(db: sqlite3.Connection, answers: Sequence[Answer], read: "_Once") -> list[list[_Wanted]]:
    """Look what is stored of each answer, and read what is new in it."""
    plan: list[list[_Wanted]] = []
    there = sources.with_articles(db, [answer.source.key for answer in answers])
    for answer in answers:
        stored = _stored(db, answer.articles) if answer.source.key in there else {}
        wanted = [(article, stored.get(article.id)) for article in _wanted(db, answer.articles)]
        plan.append([_Wanted(one, was, read(one) if _differs(one, was) else None) for one, was in wanted])
    return plan


def _write(
    db: sqlite3.Connection, answers: Sequence[Answer], plan: Sequence[Sequence[_Wanted]], now: int
) -> dict[int, list[Found]]:
    """Store answers of different sources; return what was found in each, by its `id`."""
    sources.set_states(db, answers)
    rows = sources.rows_by_key(db, [answer.source.key for answer in answers])
    adding, texts = Adding(db, now), set[int]()
    for answer, wanted in zip(answers, plan, strict=True):
        for article, before, reading in wanted:
            if reading is not None:
                same = same_text(article, now if before is None else before.first_seen)
                texts.add(same)
                if before is None:
                    adding.add(rows[answer.source.key], article, reading, same)
                else:
                    texts.add(before.same)
    new = iter(adding.write())
    found = {}
    for answer, wanted in zip(answers, plan, strict=True):
        each = [next(new) if one.before is None else _again(db, one, one.before, now) for one in wanted]
        gone = [] if answer.present is None else _mark_gone(db, rows[answer.source.key], answer.present, now)
        found[id(answer)] = [one for one in each if one] + gone
    settle(db, texts)
    return found


def _again(db: sqlite3.Connection, wanted: _Wanted, before: _Stored, now: int) -> Found | None:
    if wanted.reading is None:
        _touch(db, before, wanted.article)
        return None
    return _revise(db, before, wanted.article, wanted.reading, now)


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
    if not db.execute("SELECT EXISTS (SELECT 1 FROM dropped)").fetchone()[0]:
        return list(first.values())
    sql = "SELECT id, stamp FROM dropped WHERE id IN (SELECT value FROM json_each(?))"
    dropped = dict(db.execute(sql, (_ids(articles),)).fetchall())
    return [article for id_, article in first.items() if dropped.get(id_) != article.stamp]


def _ids(articles: Iterable[Article]) -> str:
    return "[" + ",".join(f'"{article.id}"' for article in articles) + "]"


def _differs(article: Article, stored: _Stored | None) -> bool:
    return stored is None or (article.title, article.text) != (stored.title, stored.text)


def _stored(db: sqlite3.Connection, articles: Sequence[Article]) -> dict[str, _Stored]:
    found = db.execute(
        "SELECT a.id, a.row, a.revision, a.stamp, a.title, b.text, a.first_seen, a.same, a.gone_at IS NOT NULL "
        "FROM article a JOIN body b ON b.row = a.row WHERE a.id IN (SELECT value FROM json_each(?))",
        (_ids(articles),),
    )
    return {id_: _Stored(*values) for id_, *values in found}


def _revise(db: sqlite3.Connection, before: _Stored, article: Article, reading: Reading, now: int) -> Found:
    row, revision = before.row, before.revision + 1
    same = same_text(article, before.first_seen)
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
    from feeds.archive.lookup.one import article_of, reading_of

    article, revision, first_seen = article_of(db, row)
    reading = reading_of(db, row, article.text)
    same = ("same",) * len(reading.figures), ("same",) * len(reading.quotes)
    return Found(article, "gone", revision, first_seen, reading, *ids_of(article.id, reading), *same)
