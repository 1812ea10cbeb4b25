"""One article with all that is known of it."""

import sqlite3
from typing import Literal, NamedTuple

from feeds.archive.errors import NoSuchId
from feeds.archive.layout.clusters import ALIKE, SPAN, listed, span
from feeds.archive.layout.findings import Copy, Revision, StoredArticle
from feeds.archive.layout.records import ALL_FIGURES, ALL_QUOTES, GONE, figure_from, quote_from
from feeds.archive.lookup.lines import headline_rows
from feeds.identity import SHARED, ids_of
from feeds.model import Article, Reading


class Place(NamedTuple):
    """Where an id is found."""

    kind: Literal["article", "figure", "quote"]
    row: int
    article: str
    """The article's id; for an article its own."""


BEGINNING = 4
"""Characters from which on the beginning of an id stands for it, where no other begins so."""


_HEX = frozenset("0123456789abcdef")
_NONE = "no article, figure or quote has this id"


def find(db: sqlite3.Connection, id_: str) -> Place:
    """Say what an id is, or the only one that begins so. Raises `NoSuchId`.

    Figures and quotes of earlier revisions are found too. They begin as their article does, so that up to as many
    characters an article is meant.
    """
    wanted = id_.lower()
    if not wanted or not _HEX.issuperset(wanted):
        raise NoSuchId(f"{id_ or repr(id_)}: {_NONE}")
    if len(wanted) < BEGINNING:
        raise NoSuchId(f"{id_}: a beginning has at least {BEGINNING} characters")
    begun = [] if (found := place_of(db, wanted)) else _begun(db, wanted)
    if len(begun) > 1:
        raise NoSuchId(f"{id_}: several ids begin so: {', '.join(begun[:3])}{', …' if begun[3:] else ''}")
    found = place_of(db, begun[0]) if begun else found
    if found is None:
        raise NoSuchId(f"{id_}: {_NONE}")
    return found


def _begun(db: sqlite3.Connection, beginning: str) -> list[str]:
    """Return ids that begin so, up to four of each kind; `g` comes after every hexadecimal digit."""
    like, head = (beginning, beginning + "g"), (beginning[:SHARED], beginning[:SHARED] + "g")
    found = db.execute("SELECT id FROM article WHERE id >= ? AND id < ? LIMIT 4", like).fetchall()
    for kind in ("figure", "quote") if len(beginning) > SHARED else ():
        of_article = f"SELECT x.id FROM {listed(kind)} WHERE a.id >= ? AND a.id < ?"
        found += db.execute(f"{of_article} AND x.id >= ? AND x.id < ? LIMIT 4", (*head, *like)).fetchall()
    return [id_ for (id_,) in found]


def place_of(db: sqlite3.Connection, id_: str) -> Place | None:
    """Return where an id is found, or nothing."""
    row = db.execute("SELECT row FROM article WHERE id = ?", (id_,)).fetchone()
    if row:
        return Place("article", row[0], id_)
    kinds: tuple[Literal["figure", "quote"], ...] = ("figure", "quote")
    for kind in kinds:
        rows = f"(SELECT ? AS id) m CROSS JOIN {listed(kind)}"
        sql = f"SELECT x.row, a.id FROM {rows} WHERE {ALIKE} AND x.id = m.id"
        row = db.execute(sql, (id_,)).fetchone()
        if row:
            return Place(kind, *row)
    return None


def article_of(db: sqlite3.Connection, row: int) -> tuple[Article, int, int]:
    """Return an article as it stands, its revision, and when it was first seen. Raises `NoSuchId`."""
    found = db.execute(
        "SELECT a.id, s.key, a.guid, a.title, b.text, a.link, a.author, a.published, a.notes, a.stamp, a.revision, "
        "a.first_seen FROM article a JOIN body b ON b.row = a.row JOIN source s ON s.row = a.source WHERE a.row = ?",
        (row,),
    ).fetchone()
    if found is None:
        raise NoSuchId(f"no article is in row {row}")
    id_, source, guid, title, text, link, author, published, notes, stamp, revision, first_seen = found
    lines = tuple(notes.split("\n")) if notes else ()
    return Article(id_, source, guid, title, text, link, author, published, lines, stamp), revision, first_seen


def reading_of(db: sqlite3.Connection, row: int, body: str) -> Reading:
    """Return the present reading of an article with this body, in the order of the text."""
    present = f"WHERE x.{SPAN} AND NOT x.hidden & {GONE} ORDER BY x.n"
    figures = db.execute(f"SELECT {ALL_FIGURES} FROM figure x {present}", span(row))
    quotes = db.execute(f"SELECT {ALL_QUOTES} FROM quote x {present}", span(row))
    how = db.execute("SELECT language, reading FROM article WHERE row = ?", (row,)).fetchone()
    return Reading(
        tuple(figure_from(each, body) for each in figures), tuple(quote_from(each, body) for each in quotes), *how
    )


def stored_article(db: sqlite3.Connection, id_: str) -> StoredArticle:
    """Return an article with its reading, its marks, its earlier texts and its copies. Raises `NoSuchId`."""
    found = db.execute("SELECT row, same FROM article WHERE id = ?", (id_,)).fetchone()
    if not found:
        raise NoSuchId(f"{id_}: no article has this id")
    row, same = found
    article = article_of(db, row)[0]
    reading = reading_of(db, row, article.text)
    revisions = db.execute("SELECT revision, at, title, text FROM revision WHERE article = ? ORDER BY revision", (row,))
    copies = db.execute(
        "SELECT a.id, s.key, s.name, a.link FROM article a JOIN source s ON s.row = a.source "
        "WHERE a.same = ? AND a.row <> ? ORDER BY a.row",
        (same, row),
    )
    ids = ids_of(id_, reading)
    return StoredArticle(
        headline_rows(db, [row])[0], article, reading, *ids,
        _marked(db, row, "starred"), _marked(db, row, "rejected"), tuple(map(Revision._make, revisions)),
        tuple(map(Copy._make, copies)),
    )  # fmt: skip


def _marked(db: sqlite3.Connection, row: int, mark: str) -> frozenset[str]:
    of_article = f"SELECT x.id FROM {{0}} x JOIN mark m ON m.id = x.id WHERE x.{SPAN} AND m.{{1}} IS NOT NULL"
    sql = f"{of_article.format('figure', mark)} UNION {of_article.format('quote', mark)}"
    return frozenset(id_ for (id_,) in db.execute(sql, span(row) * 2))
