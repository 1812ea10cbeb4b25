"""Marks outlive a better reading: one that gives the same place another unit, or more of the words, another id too."""

import sqlite3
from collections.abc import Mapping
from json import dumps

from feeds.model import Figure, Quote

Things = Mapping[str, Figure] | Mapping[str, Quote]
"""The figures, or the quotes, of one text by their ids."""

_INHERIT = """
INSERT INTO mark SELECT ?, seen, starred, rejected FROM mark WHERE id = ? ON CONFLICT (id) DO UPDATE SET
    seen = coalesce(seen, excluded.seen), starred = coalesce(starred, excluded.starred),
    rejected = coalesce(rejected, excluded.rejected)
"""
"""Two that have become one keep what was said of either."""


def pass_on(db: sqlite3.Connection, before: Things, now: Things) -> None:
    """Give the marks of what is gone to what stands in its place; inside a transaction of the caller.

    A figure follows one of the same value ("3 tonnes" and "3 metric tons"); another value is another figure.
    """
    gone = [id_ for id_ in before if id_ not in now]
    new = [id_ for id_ in now if id_ not in before]
    if not gone or not new:
        return
    marked = db.execute("SELECT id FROM mark WHERE id IN (SELECT value FROM json_each(?))", (dumps(gone),)).fetchall()
    for (old,) in marked:
        heir = next((id_ for id_ in new if _follows(before[old], now[id_])), None)
        if heir is not None:
            db.execute(_INHERIT, (heir, old))
            db.execute("DELETE FROM mark WHERE id = ?", (old,))


def _follows(old: Figure | Quote, new: Figure | Quote) -> bool:
    if not (old.start < new.end and new.start < old.end):
        return False
    return not (isinstance(old, Figure) and isinstance(new, Figure)) or (old.value, old.value_hi) == (
        new.value,
        new.value_hi,
    )
