"""What the board remembers of how it looked: beside the archive, apart from the configuration that the user writes."""

import json
import os
from contextlib import suppress
from typing import Any


class Memory:
    """A few values in a small file; whatever is wrong with it, the board opens as for the first time."""

    def __init__(self, archive: "str | os.PathLike[str] | None") -> None:
        """`archive`: the desk's archive; nothing: nothing is kept."""
        self._path = f"{os.fspath(archive)}.board.json" if archive else ""
        self._values: dict[str, Any] = {}
        with suppress(OSError, ValueError), open(self._path, encoding="utf-8") as file:
            values = json.load(file)
            self._values = values if isinstance(values, dict) else {}

    def __getitem__(self, name: str) -> object:
        """Return what was kept under a name, or nothing."""
        return self._values.get(name)

    def keep(self, **values: object) -> None:
        """Keep some values; where that fails they are forgotten with this board."""
        self._values |= values
        if not self._path:
            return
        draft = f"{self._path}.{os.getpid()}"
        with suppress(OSError):
            with open(draft, "w", encoding="utf-8", opener=_private) as file:
                json.dump(self._values, file)
            os.replace(draft, self._path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
