"""What makes the board move by itself: runs at the desk's interval, changed files, and writes of other processes."""

import os
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.refresher import Refresher

if TYPE_CHECKING:
    from feeds.config import Config
    from feeds.model import Source

LOOK = 1.0
"""Seconds between two looks at whether the archive was written to: 10 microseconds each."""

FILES = 2.0
"""Seconds between two looks at folders and files, or more: see `SHARE`."""

SHARE = 200
"""A look at the files may take one part in so many of the time: 10,000 files are looked at every few seconds."""


def stamps(sources: "Iterable[Source]") -> dict[str, tuple[int, int]]:
    """Return what tells a changed source of files cheaply, by its name: newest time and a sum over its files."""
    found: dict[str, tuple[int, int]] = {}
    for source in sources:
        if source.kind != "feed" and not source.paused:
            newest = total = 0
            for entry in _files(source.where):
                newest = max(newest, entry.st_mtime_ns)
                total += entry.st_size * 31 + entry.st_mtime_ns % 1_000_003 + 1
            found[source.name] = newest, total
    return found


def _files(where: str) -> Iterable[os.stat_result]:
    try:
        yield os.stat(where)
        if os.path.isdir(where):
            with os.scandir(where) as entries:
                yield from (entry.stat() for entry in entries if not entry.name.startswith("."))
    except OSError:
        return


LULL = 5.0
"""Seconds between two looks while a run is under way: it writes all the time, and each look reads every list anew."""


class Pulse:
    """Says when to run and when to look again; it owns no widget."""

    def __init__(self, config: "Config", refresher: Refresher, wrote: Callable[[], None]) -> None:
        """`wrote` is called when another process has written to the archive."""
        self.config = config
        self.refresher = refresher
        self.next_at = 0.0
        """When the next run begins by itself."""
        self._wrote = wrote
        self._version: int | None = None
        self._told_at = 0.0
        self._seen: dict[str, tuple[int, int]] | None = None
        self._files_at = 0.0

    def look(self, version: int) -> bool:
        """Look at the archive's version; whether it was written to. Each write is told once, whoever looks first."""
        wrote = self._version is not None and version != self._version
        self._version = version
        if wrote:
            self._wrote()
        return wrote

    def beat(self, version: int, now: float) -> None:
        """Look at the archive's version, now and then while a run is under way, and start a run when one is due."""
        lull = self._told_at <= now < self._told_at + LULL  # not so where the clock was set back
        if not (self.refresher.running and lull) and self.look(version):
            self._told_at = now
        # A run further away than the interval: the clock was set back, by a day perhaps.
        if not now < self.next_at <= now + self._interval() and self.refresher.start():
            self.postpone(now)

    def postpone(self, now: float) -> None:
        """Count the interval from now."""
        self.next_at = now + self._interval()

    def _interval(self) -> int:
        intervals = [source.interval for source in self.config.sources if source.interval and not source.paused]
        return min([self.config.interval, *intervals])

    def look_at_files(self) -> list[str]:
        """Return the names of the sources whose files changed since the last look; runs in a thread."""
        began = time.monotonic()
        if began < self._files_at:
            return []
        found = stamps(self.config.sources)
        changed = [name for name, stamp in found.items() if self._seen is not None and stamp != self._seen.get(name)]
        self._seen = found
        ended = time.monotonic()
        self._files_at = ended + max(FILES, (ended - began) * SHARE)
        return changed
