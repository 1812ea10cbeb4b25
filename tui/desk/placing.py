"""Where a copy or an export goes: what is there is replaced only where it is a file, and none of the desk's own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from feeds.config import Config
from feeds.places import writing
from tui.narration import UsageMistakeError


def target(place: "str | os.PathLike[str]", config: Config) -> str:
    """Return the path to be replaced by a whole copy, links followed. Raises UsageMistakeError.

    A rename onto a device puts a file into the place of the device: for root `--output /dev/full` did.
    """
    if place == "-":
        raise UsageMistakeError("a copy of the archive is a file, and not for stdout; name one")
    path = os.path.realpath(place)
    if os.path.lexists(path) and not os.path.isfile(path):
        raise UsageMistakeError(f"{os.fspath(place)}: is not a file that a copy could replace")
    if not os.path.isdir(os.path.dirname(path)):
        raise UsageMistakeError(f"{os.fspath(place)}: there is no folder {os.path.dirname(path)}")
    for own, name in _own(config):
        if os.path.exists(path) and os.path.exists(own) and os.path.samefile(path, own):
            raise UsageMistakeError(f"{os.fspath(place)}: is {name} itself")
    return path


def _own(config: Config) -> Iterator[tuple[str, str]]:
    """Yield the files of a desk, each with what it is."""
    yield config.archive_file, "the archive"
    if config.file:
        yield config.file, "the configuration"
    for ending in ("-wal", "-shm", ".lock", ".board.json"):
        yield config.archive_file + ending, f"the archive's {ending}"


@contextmanager
def stdout_into(place: "str | os.PathLike[str]", config: Config) -> Iterator[None]:
    """Send stdout into a file that takes its place once it is whole; into a pipe or a device as it comes."""
    if os.path.exists(place) and not os.path.isfile(place) and not os.path.isdir(place):
        with writing(place), open(place, "w", encoding="utf-8", newline="") as file, redirect_stdout(file):
            yield
        return
    path = target(place, config)
    draft = f"{path}.part-{os.getpid()}"
    try:
        with writing(place), open(draft, "w", encoding="utf-8", newline="") as file, redirect_stdout(file):
            yield
        os.replace(draft, path)
    finally:
        if os.path.exists(draft):
            os.unlink(draft)
