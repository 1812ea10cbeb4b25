"""Rows of a list of any length: a key for each, and the rows themselves fetched only where somebody looks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from tui.widgets.cells import Cell

Line = tuple[Cell, ...]
"""One line on the screen, from left to right."""

Row = TypeVar("Row")

WINDOW = 64
"""Rows fetched at a time: more than a tall screen shows, and still under a millisecond."""

KEPT = 2048
"""Rows kept after they were looked at; 300,000 would be 200 MB, and nobody scrolls back over so many."""


class Rows(Protocol):
    """What a `RowList` shows."""

    def __len__(self) -> int:
        """How many rows there are."""

    def key(self, index: int) -> int:
        """Return what the row at `index` is known by, also after rows came before it."""

    def index(self, key: int) -> int | None:
        """Where the row of `key` stands now, or nothing."""

    def lines(self, index: int, width: int, height: int) -> Sequence[Line]:
        """Return the row at `index` as `height` lines of `width` cells."""


class NoRows:
    """An empty list."""

    def __len__(self) -> int:
        return 0

    def key(self, index: int) -> int:
        """There is none."""
        raise IndexError(index)

    def index(self, key: int) -> int | None:
        """Nowhere."""
        del key
        return None

    def lines(self, index: int, width: int, height: int) -> Sequence[Line]:
        """There is none."""
        raise IndexError(index, width, height)


class LazyRows(Generic[Row]):
    """Keys that are all known, and rows that are fetched by the window around the one that is looked at."""

    def __init__(
        self,
        keys: Sequence[int],
        fetch: Callable[[Sequence[int]], Mapping[int, Row]],
        paint: Callable[[Row, int, int], Sequence[Line]],
    ) -> None:
        """`keys` in display order; `fetch` gives those rows of some keys that are still there; `paint` lays one out."""
        self.keys = keys
        self._fetch = fetch
        self._paint = paint
        self._rows: dict[int, Row | None] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, index: int) -> int:
        """Return the key of the row at `index`."""
        return self.keys[index]

    def index(self, key: int) -> int | None:
        """Where `key` stands; 1 ms for a key at the end of 100,000 in an array."""
        try:
            return self.keys.index(key)
        except ValueError:
            return None

    def row(self, index: int) -> Row | None:
        """Return the row at `index`, fetched with its neighbours; nothing where it is gone meanwhile."""
        key = self.keys[index]
        if key not in self._rows:
            self._look(index)
        return self._rows[key]

    def _look(self, index: int) -> None:
        if len(self._rows) > KEPT:
            self._rows.clear()
        first = max(0, index - index % WINDOW)
        wanted = [key for key in self.keys[first : first + WINDOW] if key not in self._rows]
        found = self._fetch(wanted)
        self._rows.update((key, found.get(key)) for key in wanted)

    def lines(self, index: int, width: int, height: int) -> Sequence[Line]:
        """Return the row at `index`, laid out."""
        row = self.row(index)
        return () if row is None else self._paint(row, width, height)


class FixedRows:
    """A short list whose rows are all at hand."""

    def __init__(
        self, paints: Sequence[Callable[[int], Line | tuple[Line, ...]]], keys: Sequence[int] | None = None
    ) -> None:
        """Each of `paints` draws its row in a width; `keys`: what the rows are known by, if not by their places."""
        self._paints = paints
        self._keys = range(len(paints)) if keys is None else keys

    def __len__(self) -> int:
        return len(self._paints)

    def key(self, index: int) -> int:
        """Return what the row at `index` is known by."""
        return self._keys[index]

    def index(self, key: int) -> int | None:
        """Where the row of `key` stands now, or nothing."""
        return self._keys.index(key) if key in self._keys else None

    def lines(self, index: int, width: int, height: int) -> Sequence[Line]:
        """Return what it draws: one line, or several; a higher row has blank ones below."""
        del height
        drawn = self._paints[index](width)
        return tuple(drawn) if drawn and not isinstance(drawn[0], Cell) else (drawn,)  # type: ignore[return-value]
