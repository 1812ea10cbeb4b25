"""Which rows a list holds and in which order: keys only, for rows cost nothing until they are looked at."""

import sqlite3
from array import array
from collections.abc import Sequence
from typing import Literal, NamedTuple

from feeds.archive.layout.clusters import listed, marked, near_rows
from feeds.archive.layout.folding import fold, literally
from feeds.archive.layout.records import COPY, GONE, REJECTED, TYPED
from feeds.archive.layout.rows import Counts, Selection, Value
from feeds.archive.layout.sources import rows_of

What = Literal["headlines", "figures", "quotes"]
"""The three lists."""
WHATS: tuple[What, ...] = ("headlines", "figures", "quotes")

NEWEST = 4_000
"""Articles that a limited list looks at before it looks at all: what is common is there in enough numbers."""
PIECE = 1 << 16
"""Characters of keys that are read at once."""


class _List(NamedTuple):
    table: str
    article: str
    """The column that holds the article's row."""
    walked: str
    """The order of a walk from article to article, which then needs no sorting."""
    order: str
    """The same order as the table itself can tell it."""


LISTS: dict[str, _List] = {
    "headlines": _List("article", "row", "x.at DESC, x.row DESC", "x.at DESC, x.row DESC"),
    "figures": _List("figure", "article", "a.at DESC, a.row DESC, x.row", "x.at DESC, x.article DESC, x.row"),
    "quotes": _List("quote", "article", "a.at DESC, a.row DESC, x.row", "x.at DESC, x.article DESC, x.row"),
}


def keys(db: sqlite3.Connection, what: What, selection: Selection) -> "array[int]":
    """Return the rows of a list in display order, the newest article first.

    Within an article figures come by salience, quotes by their place in the text.
    """
    since = _since_newest(db, selection)
    if since is not None:
        near = selection._replace(since=max(since, selection.since or since), where=near_rows(selection.where, since))
        found = _fetch(db, *_statement(db, what, near, near=True))
        if len(found) >= (selection.limit or 0):
            return found
    return _fetch(db, *_statement(db, what, selection))


def _since_newest(db: sqlite3.Connection, selection: Selection) -> int | None:
    """Return the time from which on a limited list is looked through first; nothing where that helps nobody."""
    if selection.limit is None or not _looks_inside(selection):
        return None
    sql = "SELECT at FROM article INDEXED BY article_newest ORDER BY at DESC, row DESC LIMIT 1 OFFSET ?"
    row = db.execute(sql, (NEWEST,)).fetchone()
    return row[0] if row else None


def count(db: sqlite3.Connection, what: What, selection: Selection) -> int:
    """Return how many rows the list holds."""
    sql, params = _statement(db, what, selection, ordered=False)
    return int(db.execute(f"SELECT count(*) FROM ({sql})", params).fetchone()[0])


def counts(db: sqlite3.Connection, selection: Selection) -> Counts:
    """Return how many headlines, figures, quotes and sources there are to show."""
    held = int(db.execute("SELECT count(*) FROM source").fetchone()[0])
    if selection._replace(sources=None) != Selection() or _chosen(db, selection.sources) is not None:
        each = [count(db, what, selection) for what in WHATS]
        return Counts(each[0], each[1], each[2], held)
    headlines, figures, quotes = db.execute("SELECT headlines, figures, quotes FROM shown").fetchone()
    rejected = [_rejected(db, table) for table in ("figure", "quote")]
    return Counts(headlines, figures - rejected[0], quotes - rejected[1], held)


def _rejected(db: sqlite3.Connection, table: str) -> int:
    sql = f"SELECT count(*) FROM ({marked(table, 'rejected', 'x.hidden')}) WHERE hidden = ?"
    return int(db.execute(sql, (REJECTED,)).fetchone()[0])


def _fetch(db: sqlite3.Connection, sql: str, params: Sequence[Value]) -> "array[int]":
    """Return the keys in order.

    As one long text, for Python takes and gives back its lock at each row of a cursor: 300,000 keys cost 140 ms of CPU
    row by row, and 52 ms as a text and 32 ms to read that. The pieces keep memory flat.
    """
    joined: str = db.execute(f"SELECT group_concat(row) FROM ({sql})", params).fetchone()[0] or ""
    if len(joined) < PIECE:
        return array("q", map(int, joined.split(",") if joined else ()))
    from json import loads

    found, start = array("q"), 0
    while start < len(joined):
        stop = joined.find(",", start + PIECE)
        stop = len(joined) if stop < 0 else stop
        found.extend(loads(f"[{joined[start:stop]}]"))
        start = stop + 1
    return found


def conditions(db: sqlite3.Connection, what: What, selection: Selection) -> tuple[str, list[Value]]:
    """Return what a list asks of its table `x`, for those who ask more of the same rows; `limit` is not in it."""
    asked, params = _conditions(db, LISTS[what], selection, _chosen(db, selection.sources))
    return " AND ".join(asked), params


def _statement(
    db: sqlite3.Connection, what: What, selection: Selection, *, ordered: bool = True, near: bool = False
) -> tuple[str, list[Value]]:
    """Return the SQL of a list; `near`: it is asked for the newest articles alone."""
    sources = _chosen(db, selection.sources)
    conditions, params = _conditions(db, LISTS[what], selection, sources)
    asked = " AND ".join(conditions)
    rows, order = _rows(what, selection, asked, near=near, one=len(sources or ()) == 1)
    sql = f"SELECT x.row FROM {rows} WHERE {asked}"
    if ordered:
        sql += f" ORDER BY {order}"
    if selection.limit is not None:
        sql += " LIMIT ?"
        params.append(selection.limit)
    return sql, params


def _chosen(db: sqlite3.Connection, keys: Sequence[str] | None) -> list[int] | None:
    """Return the rows of the chosen sources, or nothing where they are all that there are: the common, quick case."""
    if keys is None:
        return None
    rows = rows_of(db, keys)
    known = db.execute("SELECT count(*) FROM source").fetchone()[0]
    return None if len(rows) == known else rows


def _is_led(selection: Selection) -> bool:
    """Say whether an index leads the planner to the rows, better than a walk from the newest on."""
    return any((selection.article, selection.indexed, selection.speaker))


def _looks_inside(selection: Selection) -> bool:
    """Say whether rows must be read that no index holds."""
    return bool(selection.words or selection.where or selection.unit_key)


def _rows(what: What, selection: Selection, asked: str, *, near: bool, one: bool) -> tuple[str, str]:
    """Name what is walked through, and the order; without statistics SQLite's planner guesses, file by file otherwise.

    A walk from article to article gives all rows in their order. Where most of them do not fit, page after page and a
    sort of what fits takes half of its time.
    """
    table = LISTS[what]
    led = not near and _is_led(selection)
    if led and (what == "headlines" or not ("x.article" in asked or "x.at >" in asked)):
        return f"{table.table} x", table.order
    if not led and not near and _looks_inside(selection) and selection.since is None:
        return f"{table.table} x NOT INDEXED", table.order
    index = "" if led else f"INDEXED BY article_{'source' if one else 'newest'}"
    if what == "headlines":
        return f"article x {index}", table.order
    shared = {"at": "at", "source": "source", "article": "row"}  # what is asked of x leads SQLite to articles
    same = "".join(f" AND x.{own} = a.{theirs}" for own, theirs in shared.items() if f"x.{own} " in asked)
    return listed(table.table, index) + same, table.walked


def _conditions(
    db: sqlite3.Connection, table: _List, selection: Selection, sources: list[int] | None
) -> tuple[list[str], list[Value]]:
    conditions, params = list[str](), list[Value]()
    if sources is not None:
        among = ", ".join(map(str, sources))
        conditions.append(f"x.source IN ({among})")
        if selection.article is None:
            conditions.append(_first_of_copies(table, among))
    for column, comparison, value in (
        ("at", ">=", selection.since),
        ("at", "<", selection.before),
        ("unit_key", "=", selection.unit_key if table.table == "figure" else None),
    ):
        if value is not None:
            conditions.append(f"x.{column} {comparison} ?")
            params.append(value)
    for more, values in (_article(table, selection), _speaker(table, selection), _words(db, selection)):
        if more:
            conditions.append(more)
            params += values
    if selection.where:
        conditions.append(f"({selection.where})")
        params += selection.params
    # Last, for it holds of nearly all rows: SQLite asks in our order, and of 300,000 this costs 5 ms of 50.
    return [*conditions, _hidden(selection, restricted=sources is not None)], params


def _hidden(selection: Selection, *, restricted: bool) -> str:
    bits = [TYPED] * selection.all + [REJECTED] * selection.rejected + [GONE] * selection.gone
    if restricted or selection.article is not None:
        bits.append(COPY)  # of which sources it is a copy is looked up
    shown = [0]
    for bit in bits:
        shown += [some | bit for some in shown]
    return "x.hidden = 0" if shown == [0] else f"x.hidden IN ({', '.join(map(str, sorted(shown)))})"


def _first_of_copies(table: _List, among: str) -> str:
    """Of articles with the same text show the first within the chosen sources; only copies pay for the look."""
    earlier = f"SELECT 1 FROM article a JOIN article c ON c.same = a.same AND c.row < a.row AND c.source IN ({among})"
    return f"(NOT x.hidden & {COPY} OR NOT EXISTS ({earlier} WHERE a.row = x.{table.article}))"


def _article(table: _List, selection: Selection) -> tuple[str, list[Value]]:
    if selection.article is None:
        return "", []
    return f"x.{table.article} = (SELECT row FROM article WHERE id = ?)", [selection.article]


def _speaker(table: _List, selection: Selection) -> tuple[str, list[Value]]:
    if selection.speaker is None or table.table != "quote":
        return "", []
    return "x.speaker IN (SELECT row FROM speaker WHERE key = ?)", [selection.speaker]


def _words(db: sqlite3.Connection, selection: Selection) -> tuple[str, list[Value]]:
    """Say what the `/` filter asks; the names of sources are looked at here, there are few of them."""
    words = fold(selection.words).split()
    if not words:
        return "", []
    names = [(row, fold(name)) for row, name in db.execute("SELECT row, name FROM source")]
    parts, params = [], list[Value]()
    for word in words:
        within = ", ".join(str(row) for row, name in names if word in name)
        parts.append(f"(x.hay GLOB ? OR x.source IN ({within}))" if within else "x.hay GLOB ?")
        params.append(f"*{literally(word)}*")
    joined = " AND ".join(parts)
    return f"NOT ({joined})" if selection.without else joined, params
