"""One run at a time on an archive: a lock that the kernel takes back when its process dies, however it dies."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from feeds.archive.errors import ArchiveReadOnly, RunUnderWay

_held: set[int] = set()


def _forget() -> None:
    """Close the locks in a forked child: an orphan (a parser, a hook) would go on holding a dead run's lock."""
    for handle in _held:
        os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_forget)


@contextmanager
def run_lock(path: str, first: Callable[[], object] = int) -> Iterator[None]:
    """Hold the lock of the archive at `path`; raises `RunUnderWay` with the PID of the process that has it.

    `first` is called once it is held.
    """
    name = os.path.realpath(path) + ".lock"
    try:
        handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise ArchiveReadOnly(f"{name}: cannot be written ({error.strerror})") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        pid = _owner(handle)
        os.close(handle)
        raise RunUnderWay(path, pid) from error
    _held.add(handle)
    try:
        _sign(handle)
        first()
        yield
    finally:
        _held.discard(handle)
        os.close(handle)  # the file stays: to remove it would let a third process lock a name that is gone


def _owner(handle: int) -> int:
    """Read who holds the lock; 0 where they have not signed yet."""
    signed = os.pread(handle, 32, 0).strip()
    return int(signed) if signed.isdigit() else 0


def _sign(handle: int) -> None:
    """Write our PID for others to name; a full disk must not stop the run for the sake of a name."""
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, b"%d\n" % os.getpid(), 0)
    except OSError:
        return
