"""What the user says about articles, figures and quotes, kept by ids that outlive every re-reading."""

import sqlite3
from collections.abc import Iterable, Sequence

from feeds.archive.layout.records import REJECTED
from feeds.archive.lookup.one import place_of


def mark(db: sqlite3.Connection, ids: Iterable[str], now: int, *, seen: bool | None, starred: bool | None) -> None:
    """Set or take away marks; nothing leaves one as it is. Inside a transaction of the caller."""
    many = [(id_,) for id_ in ids]
    for column, wanted in (("seen", seen), ("starred", starred)):
        if wanted:
            sql = f"INSERT INTO mark (id, {column}) VALUES (?, {now}) ON CONFLICT (id) DO UPDATE SET "
            db.executemany(f"{sql}{column} = coalesce({column}, {now})", many)
        elif wanted is False:
            db.executemany(f"UPDATE mark SET {column} = NULL WHERE id = ?", many)
    _tidy(db)


def reject(db: sqlite3.Connection, ids: Sequence[str], now: int, *, rejected: bool) -> None:
    """Reject figures and quotes, or take it back. Inside a transaction of the caller."""
    many = [(id_,) for id_ in ids]
    if rejected:
        sql = f"INSERT INTO mark (id, rejected) VALUES (?, {now}) ON CONFLICT (id) DO UPDATE SET rejected = {now}"
    else:
        sql = "UPDATE mark SET rejected = NULL WHERE id = ?"
    db.executemany(sql, many)
    bits = f"hidden | {REJECTED}" if rejected else f"hidden & ~{REJECTED}"
    for id_ in ids:
        place = place_of(db, id_)
        if place and place.kind != "article":
            db.execute(f"UPDATE {place.kind} SET hidden = {bits} WHERE row = ?", (place.row,))
    _tidy(db)


def _tidy(db: sqlite3.Connection) -> None:
    if db.total_changes:
        db.execute("DELETE FROM mark WHERE seen IS NULL AND starred IS NULL AND rejected IS NULL")
