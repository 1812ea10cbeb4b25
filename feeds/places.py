"""Where the desk keeps its files: the XDG directories, and the seeds that come with the program.

By hand, since `import platformdirs` costs 18 to 40 ms (it pulls in tempfile and random), more than two bare starts of
the interpreter, and on macOS it would put a terminal program's files under ~/Library.
"""

import os
from pathlib import Path


def config_file() -> Path:
    """Return the place of the configuration where nobody names another."""
    return _base("XDG_CONFIG_HOME", ".config") / "copydesk" / "config.toml"


def archive_file() -> Path:
    """Return the place of the archive where nobody names another."""
    return _base("XDG_DATA_HOME", ".local/share") / "copydesk" / "archive.sqlite3"


def shipped_seeds() -> Path:
    """Return the folder of the articles that come with the program: inside an installed wheel, or of this checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "seeds"
    return inside if inside.is_dir() else here.parent / "seeds"


def expanded(where: str, base: Path) -> Path:
    """Return a path as a user writes it, absolute: `~` is the home, and a relative one starts at `base`."""
    return Path(os.path.abspath(base / os.path.expanduser(where)))  # noqa: PTH100, PTH111 - resolve() would follow links


def _base(variable: str, usual: str) -> Path:
    """Return an XDG base directory: a relative value is to be ignored (XDG Base Directory Specification 0.8)."""
    value = os.environ.get(variable, "")
    return Path(value) if os.path.isabs(value) else Path.home() / usual  # noqa: PTH117 - of a string, not of a path
