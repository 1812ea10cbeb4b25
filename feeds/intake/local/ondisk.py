"""Sources on disk: what tells an unchanged file, its bytes, and what is remembered of its source."""

import os
import stat as stat_module

from feeds.intake import cleaning
from feeds.model import Answer, Source, SourceState

MOST_BYTES = 16 << 20
"""A text file above this is no article (a body is cut at 1 MiB anyway)."""


class RefusedError(ValueError):
    """A file that cannot be an article; the message says why, and does not name it."""


def stamp(stat: os.stat_result) -> str:
    """Return what tells an unchanged file without reading it: a write changes one of the times or the size."""
    return f"{stat.st_mtime_ns:x}-{stat.st_ctime_ns:x}-{stat.st_size:x}"


def read_bytes(path: str, most: int = MOST_BYTES) -> tuple[bytes, os.stat_result]:
    """Return a regular file's bytes and its state when they were read. Raises `RefusedError`; never waits on a pipe."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise RefusedError(_reason(error, path)) from error
    try:
        stat = os.fstat(handle)
        if not stat_module.S_ISREG(stat.st_mode):
            raise RefusedError("a folder, not a file" if stat_module.S_ISDIR(stat.st_mode) else "not a regular file")
        if stat.st_size > most:
            raise RefusedError(f"too big: {stat.st_size >> 20} MiB, at most {most >> 20}")
        with open(handle, "rb", closefd=False) as file:
            return file.read(most + 1), stat
    except OSError as error:
        raise RefusedError(_reason(error, path)) from error
    finally:
        os.close(handle)


def good(state: SourceState, source: Source, now: int) -> SourceState:
    """Return the state after a source on disk was read."""
    return state._replace(
        asked_at=now, ok_at=now, streak=0, failing_since=None, error=None, next_at=0, where=source.where
    )


def failed(source: Source, state: SourceState, now: int, error: str) -> Answer:
    """Return the answer of a source on disk that could not be read; it is tried again with every run."""
    state = state._replace(
        asked_at=now,
        streak=state.streak + 1,
        failing_since=state.failing_since or now,
        error=cleaning.one_line(error),
        where=source.where,
    )
    return Answer(source, "error", state)


def _reason(error: OSError, path: str) -> str:
    if isinstance(error, FileNotFoundError) and os.path.islink(path):
        return "a link to nothing"
    return cleaning.one_line((error.strerror or str(error)).lower())
