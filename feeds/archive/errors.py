"""What can go wrong with an archive, in words, so that the rest of the program needs to know none of SQLite's."""

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast


class ArchiveError(Exception):
    """The archive cannot do what was asked; the message says what and where."""


class ArchiveTooNew(ArchiveError):
    """A newer program made this archive; it is left as it is."""


class ArchiveForeign(ArchiveError):
    """The file is a database, but another program's; it is left as it is."""


class ArchiveBroken(ArchiveError):
    """The file is damaged. Where it could be set aside, `aside` names its new place; opening again starts a new one."""

    aside: str | None = None
    """The path that the damaged file has now; nothing where it was left in place."""


class ArchiveFull(ArchiveError):
    """The disk is full (or a quota is reached); the transaction is undone and what was stored can be read."""


class ArchiveReadOnly(ArchiveError):
    """The archive or its folder cannot be written; it can be read."""


class ArchiveLocked(ArchiveError):
    """Another process has been writing for longer than the 5 s that a writer waits."""


class RunUnderWay(ArchiveError):
    """Another run holds the lock of this archive."""

    def __init__(self, path: str, pid: int) -> None:
        self.pid = pid
        """Of the process that runs; 0 where it could not be read."""
        who = f"process {pid}" if pid else "another process"
        super().__init__(f"{path}: a refresh is under way ({who})")


class NoSuchId(ArchiveError, LookupError):
    """No article, figure or quote has this id."""


FULL = {sqlite3.SQLITE_FULL}
READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
UNDECODED = "Could not decode to UTF-8"
"""How Python's sqlite3 begins to say so, with no code: only UTF-8 is ever stored, so that other bytes are damage."""
WAY_OUT = (
    "keep what is left of it with `copydesk archive backup FILE`, and move the archive away with the -wal and -shm "
    "beside it: the next start makes a new one"
)
"""What to do about an archive that is damaged."""


def named(error: sqlite3.Error, path: str) -> ArchiveError:
    """Return our word for what SQLite says about the archive at `path`."""
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF  # the upper bits say where it happened
    if code in FULL:
        return ArchiveFull(f"{path}: the disk is full")
    if code in READ_ONLY:
        return ArchiveReadOnly(f"{path}: cannot be written ({error})")
    if code in BUSY:
        return ArchiveLocked(f"{path}: another process is writing and does not stop ({error})")
    if code in BROKEN:
        return _broken(path, str(error))
    if code == sqlite3.SQLITE_IOERR:  # a quota or a file-size limit comes out as an I/O error too
        return ArchiveFull(f"{path}: the disk is full or fails ({error})")
    if str(error).startswith(UNDECODED):  # and goes on with the bytes, which are none to print
        return _broken(path, "text in it cannot be read any more")
    return ArchiveError(f"{path}: {error}")


def _broken(path: str, why: str) -> ArchiveBroken:
    return ArchiveBroken(f"{path}: is damaged ({why}); `copydesk archive verify` looks for more; {WAY_OUT}")


class _Placed(Protocol):
    path: str


P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=_Placed)


def in_words(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Make a method raise `ArchiveError` and its kinds where SQLite raises its own."""

    @wraps(method)
    def speaking(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(self, *args, **kwargs)
        except sqlite3.Error as error:
            raise named(error, self.path) from error

    return cast("Callable[Concatenate[S, P], R]", speaking)
