"""Full-text search over titles and texts."""

import sqlite3
from array import array

from feeds.archive.lines import headline_rows
from feeds.archive.rows import SearchRow
from feeds.model import Span

ON, OFF = "\x02", "\x03"
"""Around a hit in a snippet: control characters never come into stored text."""
TITLE = 5.0
"""How much a word in the title counts against one in the text."""
COMMON = 3000
"""From so many hits on, walking the newest articles until enough of them are hits beats sorting all hits."""


def match(words: str) -> str:
    """Return what FTS5 is asked for plain words: all of them, the last one perhaps unfinished."""
    terms = [word.replace('"', '""') for word in words.split()]
    return " ".join(f'"{term}"' for term in terms) + ("*" if terms else "")


def search(db: sqlite3.Connection, words: str, limit: int, *, newest: bool) -> list[SearchRow]:
    """Return the articles in which all words stand, the best first, or the newest first."""
    asked = match(words)
    if not any(c.isalnum() for c in words):
        return []
    keys = _newest(db, asked, limit) if newest else _best(db, asked, limit)
    shown = {row.row: row for row in headline_rows(db, keys)}
    return [SearchRow(shown[row], *_snippet(db, asked, row)) for row in keys if row in shown]


def _best(db: sqlite3.Connection, asked: str, limit: int) -> "array[int]":
    sql = f"SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, {TITLE}, 1.0) LIMIT ?"
    keys = array("q", (row for (row,) in db.execute(sql, (asked, 2 * limit))))
    copies = {row for (row,) in db.execute(_COPIES, (str(keys.tolist()),))}
    return array("q", [row for row in keys if row not in copies][:limit])


_COPIES = "SELECT row FROM article WHERE hidden & 2 AND row IN (SELECT value FROM json_each(?))"
_AMONG = "SELECT rowid FROM search WHERE search MATCH ?"


def _newest(db: sqlite3.Connection, asked: str, limit: int) -> "array[int]":
    hits = db.execute(f"SELECT count(*) FROM ({_AMONG} LIMIT {COMMON})", (asked,)).fetchone()[0]
    if hits < COMMON:
        sql = f"SELECT x.row FROM article x WHERE x.row IN ({_AMONG}) AND x.hidden = 0 ORDER BY x.at DESC, x.row DESC"
    else:
        sql = (
            "SELECT x.row FROM article x INDEXED BY article_newest WHERE x.hidden = 0 AND "
            "EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = x.row) ORDER BY x.at DESC, x.row DESC"
        )
    return array("q", (row for (row,) in db.execute(f"{sql} LIMIT ?", (asked, limit))))


def _snippet(db: sqlite3.Connection, asked: str, row: int) -> tuple[str, tuple[Span, ...]]:
    sql = f"SELECT snippet(search, 1, '{ON}', '{OFF}', '…', 24) FROM search WHERE search MATCH ? AND rowid = ?"
    marked: str = db.execute(sql, (asked, row)).fetchone()[0]
    plain, spans, at = "", [], 0
    for part in marked.replace(OFF, OFF + ON).split(ON):
        hit = part.endswith(OFF)
        words = part.removesuffix(OFF)
        if hit:
            spans.append((at, at + len(words)))
        plain += words
        at += len(words)
    return " ".join(plain.split("\n")), tuple(spans)
