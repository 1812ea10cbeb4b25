"""Full-text search over titles and texts."""

import sqlite3

from feeds.archive.layout.findings import SearchRow
from feeds.archive.layout.records import COPY
from feeds.archive.layout.rows import Selection
from feeds.archive.lookup import lists
from feeds.archive.lookup.lines import headline_rows
from feeds.model import Span

EVERYTHING = Selection()
ON, OFF = "\x02", "\x03"
"""Around a hit in a snippet: control characters never come into stored text."""
TITLE = 5.0
"""How much a word in the title counts against one in the text."""


def match(words: str, by: str = " ") -> str:
    """Return what FTS5 is asked for plain words; `ferr*` is a beginning."""
    terms = [(word.rstrip("*").replace('"', " "), word.endswith("*")) for word in words.split()]
    return by.join(f'"{term}"{"*" * beginning}' for term, beginning in terms if any(c.isalnum() for c in term))


def search(
    db: sqlite3.Connection, words: str, limit: int, *, newest: bool, selection: Selection = EVERYTHING
) -> list[SearchRow]:
    """Return the articles in which all words stand, the best first, or the newest first.

    Where `selection` has a query of its own, that says which articles, and the words only rank them: any may stand.
    """
    asked = match(words, " OR " if selection.where else " ")
    if not asked:
        return _without_words(db, limit, selection) if selection.where else []
    found = (_newest if newest else _best)(db, asked, limit, selection)
    shown = {row.row: row for row in headline_rows(db, list(found))}
    return [SearchRow(shown[row], *_snippet(found[row])) for row in found if row in shown]


_SNIPPET = f"snippet(search, 1, '{ON}', '{OFF}', '…', 24)"


def _without_words(db: sqlite3.Connection, limit: int, selection: Selection) -> list[SearchRow]:
    """Return what a query of fields alone finds, the newest first, with the beginnings of the texts."""
    keys = list(lists.keys(db, "headlines", selection._replace(limit=limit)))
    sql = "SELECT row, substr(text, 1, 160) FROM body WHERE row IN (SELECT value FROM json_each(?))"
    begins = dict(db.execute(sql, (str(keys),)).fetchall())
    return [SearchRow(row, begins[row.row].replace("\n", " "), ()) for row in headline_rows(db, keys)]


def _best(db: sqlite3.Connection, asked: str, limit: int, selection: Selection) -> dict[int, str]:
    """Return {row: snippet}. `rank` sorts inside of FTS5, which then cuts snippets for the winners only."""
    where, params = lists.conditions(db, "headlines", selection)
    if where == "x.hidden = 0":  # the copies are few: leaving them out afterwards costs less than asking for each hit
        where = ""
    among = f"AND rowid IN (SELECT x.row FROM article x WHERE {where})" if where else ""
    sql = (
        f"SELECT rowid, {_SNIPPET} FROM search WHERE search MATCH ? AND rank MATCH 'bm25({TITLE}, 1.0)' {among} "
        "ORDER BY rank LIMIT ?"
    )
    found = dict(db.execute(sql, (asked, *params, 2 * limit)).fetchall())
    copies = {row for (row,) in db.execute(_COPIES, (str(list(found)),))} if not where else set()
    return dict([item for item in found.items() if item[0] not in copies][:limit])


_COPIES = f"SELECT row FROM article WHERE hidden & {COPY} AND row IN (SELECT value FROM json_each(?))"


def _newest(db: sqlite3.Connection, asked: str, limit: int, selection: Selection) -> dict[int, str]:
    where, params = lists.conditions(db, "headlines", selection)
    keys = db.execute(
        f"SELECT x.row FROM article x INDEXED BY article_newest WHERE {where} AND "
        "+x.row IN (SELECT rowid FROM search WHERE search MATCH ?) ORDER BY x.at DESC, x.row DESC LIMIT ?",
        (*params, asked, limit),
    ).fetchall()
    rows = [row for (row,) in keys]
    if not rows:
        return {}
    sql = (  # FTS5 seeks to the ends of a range, but not to single rows: 1.6 ms here, 74 ms without the range
        f"SELECT rowid, {_SNIPPET} FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? "
        "AND +rowid IN (SELECT value FROM json_each(?))"
    )
    snippets = dict(db.execute(sql, (asked, min(rows), max(rows), str(rows))).fetchall())
    return {row: snippets[row] for row in rows}


def _snippet(marked: str) -> tuple[str, tuple[Span, ...]]:
    plain, spans = "", []
    for part in marked.replace("\n", " ").replace(OFF, OFF + ON).split(ON):
        words = part.removesuffix(OFF)
        if part.endswith(OFF):
            spans.append((len(plain), len(plain) + len(words)))
        plain += words
    return plain, tuple(spans)
