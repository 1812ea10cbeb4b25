"""What is remembered of each source."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from feeds.model import Answer, Source, SourceState

if TYPE_CHECKING:
    from feeds.archive.layout.findings import SourceRow

COLUMNS = tuple("address" if name == "where" else name for name in SourceState._fields)
"""The columns of a state in the order of its fields; `where` is a word of SQL."""
STATE = ", ".join(COLUMNS)
SET_STATE = ", ".join(f"{name} = ?" for name in COLUMNS)

FEW = 100
"""Sources that are looked up one by one; those of a whole configuration are read in one go."""


def _state(values: Sequence[object]) -> SourceState:
    state = SourceState._make(values)
    return state._replace(gone=bool(state.gone))


def states(db: sqlite3.Connection) -> dict[str, SourceState]:
    """Return the state of every source that is known, by its key."""
    return {key: _state(state) for key, *state in db.execute(f"SELECT key, {STATE} FROM source")}


def titles(db: sqlite3.Connection) -> dict[str, str]:
    """Return what feeds call themselves, by key, of those that the configuration gives no name but their address."""
    named = "SELECT key, title FROM source WHERE kind = 'feed' AND key = place AND title <> ''"
    return dict(db.execute(named).fetchall())


def known_stamps(db: sqlite3.Connection, key: str) -> dict[str, str]:
    """Return {guid: stamp} of the articles of a source that are still there, or were dropped by retention."""
    of_source = "source = (SELECT row FROM source WHERE key = ?)"
    found = db.execute(
        f"SELECT guid, stamp FROM dropped WHERE {of_source} "
        f"UNION ALL SELECT guid, stamp FROM article WHERE gone_at IS NULL AND {of_source}",
        (key, key),
    )
    return dict(found.fetchall())


def tag_lines(tags: Iterable[str]) -> str:
    """Write tags as they are stored, so that `instr` finds a whole one; empty for none."""
    joined = "".join(f"{tag}\n" for tag in tags)
    return f"\n{joined}" if joined else ""


def know(db: sqlite3.Connection, sources: Iterable[Source]) -> None:
    """Store names, kinds, places and tags as the configuration has them now; inside a transaction of the caller."""
    rows = [(s.key, s.name, s.kind, s.where, tag_lines(s.tags)) for s in sources]
    stored = set(_of(db, "key, name, kind, place, tags", [row[0] for row in rows]))
    db.executemany(
        "INSERT INTO source (key, name, kind, place, tags) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
        "name = excluded.name, kind = excluded.kind, place = excluded.place, tags = excluded.tags",
        [row for row in rows if row not in stored],
    )


def _of(db: sqlite3.Connection, columns: str, keys: Sequence[str]) -> sqlite3.Cursor:
    """Return columns of the sources with these keys; of all sources where many are asked for."""
    sql = f"SELECT {columns} FROM source"
    if len(keys) < FEW:
        return db.execute(f"{sql} WHERE key IN ({', '.join('?' * len(keys))})", keys)
    return db.execute(sql)


def set_states(db: sqlite3.Connection, answers: Iterable[Answer]) -> None:
    """Store what answers left to remember; inside a transaction of the caller."""
    db.executemany(
        f"UPDATE source SET status = ?, {SET_STATE} WHERE key = ?",
        [(answer.status, *answer.state, answer.source.key) for answer in answers],
    )


def rows_of(db: sqlite3.Connection, keys: Iterable[str]) -> list[int]:
    """Return the rows of the sources with these keys, those that are known."""
    return list(rows_by_key(db, keys).values())


def rows_by_key(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """Return {key: row} of those of these sources that are known."""
    wanted = {*keys}
    return {key: row for key, row in _of(db, "key, row", [*wanted]) if key in wanted}


def with_articles(db: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    """Return those of these sources of which articles are stored: of one that is new none need be looked for."""
    held = "EXISTS (SELECT 1 FROM article a WHERE a.source = source.row)"
    return {key for key, there in _of(db, f"key, {held}", [*keys]) if there}


def source_rows(db: sqlite3.Connection) -> "list[SourceRow]":
    """Return every source that was ever asked, in the order of first asking, with what is stored of it."""
    from feeds.archive.layout.findings import SourceRow

    held = {
        row: counts
        for row, *counts in db.execute(
            "SELECT source, count(*), sum(figures), sum(quotes), max(at) FROM article GROUP BY source"
        )
    }
    found = db.execute(f"SELECT row, key, name, kind, place, tags, status, {STATE} FROM source ORDER BY row")
    return [
        SourceRow(key, name, kind, place, tuple(tags.split("\n")[1:-1]), status, _state(state),
                  *held.get(row, (0, 0, 0, None)))
        for row, key, name, kind, place, tags, status, *state in found
    ]  # fmt: skip


def articles_of(db: sqlite3.Connection, key: str) -> list[int]:
    """Return the rows of a source's articles."""
    found = db.execute("SELECT row FROM article WHERE source = (SELECT row FROM source WHERE key = ?)", (key,))
    return [row for (row,) in found]


def forget(db: sqlite3.Connection, key: str) -> None:
    """Drop what is remembered of a source; inside a transaction of the caller, who drops its articles first."""
    db.execute("DELETE FROM dropped WHERE source = (SELECT row FROM source WHERE key = ?)", (key,))
    db.execute("DELETE FROM source WHERE key = ?", (key,))
