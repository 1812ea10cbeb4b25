"""The archive at a glance: what a status line says, asked again and again, in a few counts that indexes hold."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from feeds.archive.layout.rows import Counts, Selection
from feeds.archive.lookup import lists, outdated
from feeds.archive.lookup.lines import last_look


class Glance(NamedTuple):
    """How a desk stands."""

    counts: Counts | None
    """How much there is to show; nothing where it was not asked for."""
    new: int
    """Headlines first seen after the last look; all where nobody has looked yet."""
    failing: Mapping[str, str]
    """Why sources fail, by their keys."""
    next_at: int | None
    """When the first of the sources is due."""
    outdated: int
    """Articles that an older version read, or whose reading broke off."""
    status: str | None
    """How the last run ended; nothing before the first."""
    finished: int | None
    """When it ended."""


def glance(db: sqlite3.Connection, selection: Selection, *, counted: bool) -> Glance:
    """Return how the desk of `selection.sources` stands; `counted`: with how much there is to show."""
    run = db.execute("SELECT status, finished FROM run ORDER BY row DESC LIMIT 1").fetchone()
    states = db.execute("SELECT key, streak, error, next_at FROM source")
    chosen = None if selection.sources is None else set(selection.sources)
    ours = [state for state in states if chosen is None or state[0] in chosen]
    counts = lists.counts(db, selection) if counted else None
    return Glance(
        counts,
        counts.headlines if counts and not last_look(db) else news(db, selection),
        {key: error or "failed" for key, streak, error, _ in ours if streak},
        min((at for *_, at in ours if at), default=None),
        outdated.count(db),
        *(run or (None, None)),
    )


def news(db: sqlite3.Connection, selection: Selection) -> int:
    """Return how many headlines were first seen after the last look.

    What is new has changed since then too, and few have: 0.1 ms by that index at 100,000, where a walk takes 20.
    """
    looked = last_look(db)
    if not looked:
        return lists.count(db, "headlines", selection)
    where, params = lists.conditions(db, "headlines", selection)
    since = f"x.changed_at > ? AND x.first_seen > ? AND {where}"
    sql = f"SELECT count(*) FROM article x INDEXED BY article_changed WHERE {since}"
    return int(db.execute(sql, (looked, looked, *params)).fetchone()[0])
