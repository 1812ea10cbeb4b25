"""The book of runs: one line each."""

import sqlite3
from typing import TYPE_CHECKING

from feeds.model import RunFinished, RunStarted

if TYPE_CHECKING:
    from feeds.archive.layout.findings import RunRow

KEPT = 1000
"""Runs that the book holds: ten days at one each quarter of an hour."""


def begin(db: sqlite3.Connection, run: RunStarted) -> None:
    """Write that a run began; runs before it that never ended were killed, for we hold the lock."""
    db.execute("UPDATE run SET status = 'interrupted', finished = started WHERE finished IS NULL")
    db.execute(
        "INSERT INTO run (id, started, pid, sources) VALUES (?, ?, ?, ?)", (run.run, run.at, run.pid, run.sources)
    )
    db.execute("DELETE FROM run WHERE row <= (SELECT max(row) FROM run) - ?", (KEPT,))


def finish(db: sqlite3.Connection, run: RunFinished) -> None:
    """Write how a run ended."""
    db.execute(
        "UPDATE run SET finished = ?, status = ?, ok = ?, errors = ?, not_modified = ?, skipped = ?, new = ?, "
        "changed = ?, ms = ?, failing = ? WHERE id = ?",
        (run.at, run.status, run.ok, run.errors, run.not_modified, run.skipped, run.new, run.changed, run.ms,
         "\n".join(run.failing), run.run),
    )  # fmt: skip


def run_rows(db: sqlite3.Connection, limit: int) -> "list[RunRow]":
    """Return the last runs, the newest first."""
    from feeds.archive.layout.findings import RunRow

    found = db.execute(
        "SELECT id, started, finished, pid, sources, status, ok, errors, not_modified, skipped, new, changed, ms, "
        "failing FROM run ORDER BY row DESC LIMIT ?",
        (limit,),
    )
    return [RunRow._make((*values, tuple(failing.split("\n")) if failing else ())) for *values, failing in found]
