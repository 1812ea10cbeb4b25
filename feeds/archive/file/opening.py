"""How an archive comes to be open: made, checked, refused, or set aside; never overwritten."""

import os
import sqlite3
import stat
import time

from feeds.archive.errors import ArchiveBroken, ArchiveError, ArchiveForeign, ArchiveReadOnly, ArchiveTooNew, named
from feeds.archive.file.migrations import VERSION, migrate, statements
from feeds.archive.layout.folding import fold

APPLICATION = 0x63646573
"""`application_id` of our files: "cdes" in ASCII."""
PAGE = 8192
"""Bytes a page: bodies of news fit in one, and the full-text index is built faster than with the default 4096."""
WAIT = 5.0
"""Seconds that a writer waits for another one's transaction."""


def connect(path: str, *, create: bool = True) -> tuple[sqlite3.Connection, str]:
    """Open the archive at `path`, making it where there is none; return it, and in words what of it cannot be read.

    Raises `ArchiveTooNew`, `ArchiveForeign`, `ArchiveBroken` (the file is set aside), `ArchiveReadOnly`, `OSError`,
    and `ArchiveError` where it cannot be made.
    """
    if not os.path.lexists(path):
        if not create:
            raise FileNotFoundError(2, "no archive", path)
        make(path)
    inode = _look(path)
    try:
        return _open(path)
    except sqlite3.Error as error:
        trouble = named(error, path)
        if isinstance(trouble, ArchiveBroken):
            if not _was_ours(path):
                raise ArchiveForeign(f"{path}: is not an archive, and was left alone") from error
            from feeds.archive.file.checking import set_aside

            raise set_aside(path, str(error), inode) from error
        raise trouble from error


def make(path: str) -> None:
    """Make an empty archive, 0600, under another name first: nobody ever sees half of one."""
    part = f"{path}.part-{os.getpid()}-{time.monotonic_ns()}"
    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), mode=0o700, exist_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        way_out = "--archive or `archive` in the configuration names another place"
        raise ArchiveError(f"{path}: cannot be made ({error.strerror}); {way_out}") from error
    try:
        _fill(part)
        os.link(part, path)  # unlike a rename, this fails where another process has been faster
    except FileExistsError:
        pass
    except sqlite3.Error as error:
        raise named(error, path) from error
    finally:
        os.unlink(part)


def _fill(part: str) -> None:
    db = sqlite3.connect(part, isolation_level=None)
    try:
        db.execute(f"PRAGMA page_size = {PAGE}")
        db.execute("PRAGMA journal_mode = MEMORY")  # a log beside it that a full disk kept from it would be lost
        db.execute("BEGIN IMMEDIATE")
        with open(os.path.join(os.path.dirname(os.path.dirname(__file__)), "schema.sql"), encoding="utf-8") as schema:
            for statement in statements(schema.read()):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")
    finally:
        db.close()


def _look(path: str) -> int:
    """Refuse an empty file: SQLite would take it for a new database and hide the loss.

    Only `stat`, never `open`: closing a file drops every POSIX lock that this process holds on it, those of an open
    archive too, and another process would then unlink the write-ahead log under it (sqlite.org/howtocorrupt.html, 2.2).
    Returns the file's inode: what is found to be damaged must be the very file that is set aside.
    """
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        raise ArchiveForeign(f"{path}: is not a file, so no archive, and was left alone")
    if found.st_size == 0:
        from feeds.archive.file.checking import set_aside

        raise set_aside(path, "it is empty", found.st_ino)
    return found.st_ino


def _was_ours(path: str) -> bool:
    """Tell a damaged archive from a file that somebody named by mistake: that one is theirs, and is not to be moved."""
    return path.endswith(".sqlite3") or any(os.path.exists(path + tail) for tail in ("-wal", ".lock"))


def _open(path: str) -> tuple[sqlite3.Connection, str]:
    log = path + "-wal"
    unread = os.path.getsize(log) if os.path.exists(log) else 0
    if os.access(path, os.W_OK) and os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):
        try:
            db = _ready(path, "mode=rw")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_IOERR_SHMSIZE or unread:
                raise
            # Not even the log's index fits on the disk, so that nobody can write, nor has anything written there.
            note = f"{path}: the disk is full: what is stored can be read, but nothing can be added"
            return _unchanged(_ready(path, "immutable=1"), path), note
        _migrated(db, path)
        return db, ""
    if unread:  # its index (-shm) can be read where it is there too, and is made where it is not
        try:
            return _unchanged(_ready(path, "mode=ro"), path), ""
        except sqlite3.OperationalError:
            pass
    # Nobody writes: SQLite must not look for a log, nor for an index to make.
    note = f"{path}: nothing can be written there, and the newest changes are in {log}, which SQLite then cannot read"
    return _unchanged(_ready(path, "immutable=1"), path), note if unread else ""


def _ready(path: str, how: str) -> sqlite3.Connection:
    where = f"file:{_quoted(path)}?{how}"
    db = sqlite3.connect(where, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    try:
        _identify(db, path)
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA wal_autocheckpoint = 4000")  # 32 MB: a fifth less CPU in a run of many sources than with 8
        db.execute("PRAGMA cache_size = -8000")  # KiB; no mmap: no quicker here, and its pages count as ours
        db.execute("PRAGMA automatic_index = OFF")  # a whole table would be indexed rather than go by its articles
        db.create_function("fold", 1, fold, deterministic=True)
    except BaseException:
        db.close()
        raise
    return db


def _migrated(db: sqlite3.Connection, path: str) -> None:
    try:
        migrate(db, path)
    except BaseException:
        db.close()
        raise


def _unchanged(db: sqlite3.Connection, path: str) -> sqlite3.Connection:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version == VERSION:
        return db
    db.close()
    raise ArchiveReadOnly(f"{path}: is of an older version, and cannot be brought up to this one where it stands")


def _identify(db: sqlite3.Connection, path: str) -> None:
    """Ask through SQLite, which knows what the write-ahead log says, whose file this is and of which version."""
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    if application != APPLICATION:
        raise ArchiveForeign(f"{path}: is a database of another program, not an archive")
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise ArchiveTooNew(f"{path}: a newer copydesk made this archive (version {version}, this one reads {VERSION})")


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
