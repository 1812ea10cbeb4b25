"""Where a copy or an export goes: what is there is replaced only where it is a file, and never the archive itself."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from tui.narration import UsageMistakeError


def target(place: "str | os.PathLike[str]", archive: str) -> str:
    """Return the path to be replaced by a whole copy, links followed. Raises UsageMistakeError.

    A rename onto a device puts a file into the place of the device: for root `--output /dev/full` did.
    """
    path = os.path.realpath(place)
    if os.path.lexists(path) and not os.path.isfile(path):
        raise UsageMistakeError(f"{os.fspath(place)}: is not a file that a copy could replace")
    if not os.path.isdir(os.path.dirname(path)):
        raise UsageMistakeError(f"{os.fspath(place)}: there is no folder {os.path.dirname(path)}")
    if os.path.exists(path) and os.path.exists(archive) and os.path.samefile(path, archive):
        raise UsageMistakeError(f"{os.fspath(place)}: is the archive itself")
    return path


@contextmanager
def stdout_into(place: "str | os.PathLike[str]", archive: str) -> Iterator[None]:
    """Send stdout into a file that takes its place once it is whole; into a pipe or a device as it comes."""
    if os.path.exists(place) and not os.path.isfile(place) and not os.path.isdir(place):
        with open(place, "w", encoding="utf-8", newline="") as file, redirect_stdout(file):
            yield
        return
    path = target(place, archive)
    draft = f"{path}.part-{os.getpid()}"
    try:
        with open(draft, "w", encoding="utf-8", newline="") as file, redirect_stdout(file):
            yield
        os.replace(draft, path)
    finally:
        if os.path.exists(draft):
            os.unlink(draft)
