"""From an older schema to the newest, one step a version, after a backup."""

import os
import sqlite3
from collections.abc import Mapping

from feeds.places import writing

VERSION = 2
"""The version of `schema.sql`; `steps/N.sql` leads from version N to the next one."""


def migrate(
    db: sqlite3.Connection, path: str, steps: Mapping[int, str] | None = None, version: int = VERSION
) -> str | None:
    """Bring `db` to `version`, if it is older, all or nothing; return where its backup is.

    `steps` gives the SQL that leads from the version that is the key to the next one, where it is not the shipped one.

    The backup is a whole archive of the old version beside the file, `NAME.v1`; it is never removed by the program.
    """
    if _version(db) >= version:
        return None
    backup = f"{path}.v{_version(db)}"
    back_up(db, backup)
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in range(_version(db), version):  # read again under the lock: another process may have been faster
            for statement in statements(steps[step] if steps else _shipped(step)):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {step + 1}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    return backup


def _shipped(step: int) -> str:
    here = os.path.dirname(os.path.dirname(__file__))
    with open(os.path.join(here, "steps", f"{step}.sql"), encoding="utf-8") as script:
        return script.read()


def back_up(db: sqlite3.Connection, target: str) -> None:
    """Copy the archive to `target` while others read and write it; whole or not at all, 0600."""
    part = f"{target}.part-{os.getpid()}"
    with writing(target):
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        finally:
            copy.close()
        os.replace(part, target)
    except BaseException:
        os.unlink(part)
        raise


def statements(script: str) -> list[str]:
    """Cut a script into statements; `executescript` would commit the transaction that they belong in."""
    found, start = list[str](), 0
    while (end := script.find(";", start)) >= 0:
        while not sqlite3.complete_statement(script[start : end + 1]):
            end = script.find(";", end + 1)
            if end < 0:
                return [*found, script[start:]]
        found.append(script[start : end + 1])
        start = end + 1
    return found


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
