"""The whole file looked at; a damaged one gets another name and is never overwritten."""

import os
import sqlite3
import time
from contextlib import nullcontext

from feeds.archive.errors import ArchiveBroken, ArchiveError, named
from feeds.archive.file.lock import run_lock

DAY = 86400


def check_daily(db: sqlite3.Connection, path: str, now: int) -> None:
    """Check the whole file, at most once a day; a writer calls this under the run lock, before it writes.

    Raises `ArchiveBroken` where the file is damaged, with the connection closed and the file set aside.
    """
    last = db.execute("SELECT value FROM meta WHERE name = 'checked_at'").fetchone()
    if last and 0 <= now - int(last[0]) < DAY:
        return
    said = faults(db)
    if said:
        db.close()
        raise set_aside(path, said[0], os.stat(path).st_ino, locked=True)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('checked_at', ?)", (now,))


def faults(db: sqlite3.Connection, *, full: bool = False) -> list[str]:
    """Return what is wrong with the file in SQLite's words; nothing is good. `full` compares every index too."""
    try:
        said = [str(row[0]) for row in db.execute(f"PRAGMA {'integrity_check' if full else 'quick_check'}(10)")]
    except sqlite3.DatabaseError as error:
        if not isinstance(named(error, ""), ArchiveBroken):
            raise
        return [str(error)]
    return [] if said == ["ok"] else said


def set_aside(path: str, why: str, inode: int, *, locked: bool = False) -> ArchiveBroken:
    """Give a damaged file another name, with its log, and return the error that says so.

    A file that a run is writing just now stays where it is. `locked`: the caller holds the run lock.
    """
    try:
        with nullcontext() if locked else run_lock(path):
            aside = _rename(path, inode)
    except (OSError, ArchiveError) as error:
        return ArchiveBroken(f"{path}: is no archive any more ({why}), and was left in place: {error}")
    if aside is None:
        return ArchiveBroken(f"{path}: was no archive any more ({why}); another process has set it aside")
    broken = ArchiveBroken(
        f"{path}: is no archive any more ({why}); it is kept as {aside}, the next start makes a new one"
    )
    broken.aside = aside
    return broken


def _rename(path: str, inode: int) -> str | None:
    if os.stat(path).st_ino != inode:
        return None
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    aside, more = f"{path}.broken-{stamp}", 1
    while os.path.lexists(aside):
        more += 1
        aside = f"{path}.broken-{stamp}-{more}"
    os.rename(path, aside)
    for tail in ("-wal", "-shm"):
        if os.path.exists(path + tail):
            os.rename(path + tail, aside + tail)
    return aside
