"""Where the desk keeps its files: the XDG directories, and the seeds that come with the program.

By hand, since `import platformdirs` costs 18 to 40 ms (it pulls in tempfile and random), more than two bare starts of
the interpreter, and on macOS it would put a terminal program's files under ~/Library. By os.path, since
`import pathlib` costs 5 ms, a tenth of what `list` takes in all.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

AnyPath = str | os.PathLike[str]
"""A path as callers have it."""


def config_file() -> str:
    """Return the place of the configuration where nobody names another."""
    return os.path.join(_base("XDG_CONFIG_HOME", ".config"), "copydesk", "config.toml")


def archive_file() -> str:
    """Return the place of the archive where nobody names another."""
    return os.path.join(_base("XDG_DATA_HOME", ".local/share"), "copydesk", "archive.sqlite3")


def shipped_seeds() -> str:
    """Return the folder of the articles that come with the program: inside an installed wheel, or of this checkout."""
    here = os.path.dirname(os.path.realpath(__file__))
    inside = os.path.join(here, "seeds")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "seeds")


def expanded(where: str, base: str) -> str:
    """Return a path as a user writes it, absolute: `~` is the home, and a relative one starts at `base`."""
    return os.path.abspath(os.path.join(base, os.path.expanduser(where)))


@contextmanager
def writing(place: AnyPath) -> Iterator[None]:
    """Name the file that is written in what goes wrong meanwhile, not the draft that is to take its place."""
    try:
        yield
    except OSError as fault:
        fault.filename = os.fspath(place)
        raise


def _base(variable: str, usual: str) -> str:
    """Return an XDG base directory: a relative value is to be ignored (XDG Base Directory Specification 0.8)."""
    value = os.environ.get(variable, "")
    return value if os.path.isabs(value) else os.path.join(os.path.expanduser("~"), usual)
