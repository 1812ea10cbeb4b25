"""The archive as the board reads it: one connection for what is in sight, short-lived ones for work behind."""

import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from feeds.archive import ArchiveError, ArchiveLocked, open_archive
from feeds.archive.layout.findings import Copy
from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow, Selection
from feeds.identity import SHARED

if TYPE_CHECKING:
    from array import array

    from feeds.alerts import Due
    from feeds.archive import Archive
    from feeds.archive.layout.findings import SearchRow, SourceRow, SpeakerRow, StoredArticle
    from feeds.archive.lookup.lists import What
    from feeds.config import SavedQuery
    from feeds.model import Source

Named = TypeVar("Named", HeadlineRow, FigureRow, QuoteRow, Copy)
"""What says which source it is from."""

FIRST = 256
"""Keys read before the first paint: more than any screen shows, and under a millisecond at any size of archive."""

RUNS = 50
"""Runs that are looked at for what is new since the last look."""


SPEAKERS = 2000
"""People that the board lists: the most quoted ones."""


RAISED = 86_400
"""Seconds for which a row shows that a watch rule has found it, unless it was seen."""


ALERTS = 500
"""Alerts that are looked through for these rows, at every write: a millisecond."""


HOURS = 24
"""Hours whose articles are counted for the status line."""


class Shelf:
    """Where the panels get their rows."""

    def __init__(
        self, path: "str | os.PathLike[str]", sources: Sequence[str], now: Callable[[], float] = time.time
    ) -> None:
        """Open the archive; `sources`: the keys of the configured sources; `now`: the clock."""
        self.path = path
        self.keys = tuple(sources)
        self.archive: Archive = open_archive(path)
        self._file = self._which()[:2]
        self._coming: tuple[int, ...] = ()
        """Another file that a look has found in the archive's place, as it was then."""
        self._refused: tuple[int, ...] = ()
        """One that could not be opened: that is said once, until it changes."""
        self.queries: Sequence[SavedQuery] = ()
        """The saved queries that `@name` may stand for."""
        self.raised: frozenset[str] = frozenset()
        """The ids of what watch rules have found of late, and the beginnings that they share with their articles'."""
        self.titles: Mapping[str, str] = {}
        """What the feeds call themselves that the configuration gives no name, by key."""
        self._last_alert = 0
        self._now = now
        self._turn = threading.Lock()
        """Whoever reads all that there is does so alone: three such threads at once kept both processors from a key."""

    @property
    def note(self) -> str:
        """Why the archive can be read as it was alone, or nothing; so it stays until it is opened again."""
        return self.archive.note

    def _which(self) -> tuple[int, ...]:
        """Return what tells the archive's file from any other, then its size and time; nothing where there is none."""
        try:
            found = os.stat(self.path)
        except OSError:
            return ()
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

    def renewed(self) -> bool:
        """Open the archive anew where another file has taken its place; whether one has.

        It may have been removed and made anew by the next run, or a copy was put back: what is open is the file as it
        was, which nobody else sees any more. Only when two looks have found it the same: opened while it is being
        copied it would be taken for damaged, and set aside. Raises `ArchiveError` and `OSError`, once for each file.
        """
        found = self._which()
        if not found or found[:2] == self._file or found != self._coming:
            self._coming = found
            return False
        if found == self._refused:
            return False
        try:
            archive = open_archive(self.path)
        except ArchiveLocked:
            return False  # the next look tries again
        except (ArchiveError, OSError):
            self._refused = found
            raise
        before, self.archive, self._file = self.archive, archive, found[:2]
        before.close()
        self.begin()
        self._last_alert = 0
        self.alerts()  # those that it holds were told when they came
        return True

    def now(self) -> int:
        """Return the time that ages count from."""
        return int(self._now())

    def first_keys(self, what: "What", selection: Selection, *, aside: bool = False) -> "array[int]":
        """Return the keys of the first page, at once; `aside`: on a connection of its own, for a thread."""
        among = None if selection.article else self.keys  # whose article it is needs no look: half of what it costs
        asked = selection._replace(sources=among, limit=FIRST)
        if not aside:
            return self.archive.keys(what, asked)
        with open_archive(self.path, create=False) as archive:
            return archive.keys(what, asked)

    def all_keys(self, what: "What", selection: Selection) -> "array[int]":
        """Return all keys, read on a connection of its own: for a thread."""
        with self._turn, open_archive(self.path, create=False) as archive:
            return archive.keys(what, selection._replace(sources=self.keys))

    def all_speakers(self) -> "list[SpeakerRow]":
        """Return those who speak, the most quoted first, read on a connection of its own: for a thread."""
        with self._turn, open_archive(self.path, create=False) as archive:
            return archive.speakers(SPEAKERS, Selection(sources=self.keys))

    @property
    def one_source(self) -> bool:
        """Whether there is no need to say which source something is from."""
        return len(self.keys) == 1

    def learn(self) -> None:
        """Learn what the feeds call themselves: a row that says `feeds.example.org/…` does not say whose it is."""
        self.titles = self.archive.source_titles()

    def named(self, rows: "Iterable[Named]") -> "list[Named]":
        """Return rows with the title of their feed, where the configuration has no name for it."""
        titles = self.titles
        return [row._replace(source_name=titles[row.source]) if row.source in titles else row for row in rows]

    def article(self, id_: str) -> "StoredArticle":
        """Return an article, its source and its copies' named as in the rows. Raises `NoSuchId`."""
        found = self.archive.article(id_)
        return found._replace(row=self.named([found.row])[0], copies=tuple(self.named(found.copies)))

    def sources(self) -> "list[SourceRow]":
        """Return the configured sources that were ever asked."""
        known = set(self.keys)
        return [source for source in self.archive.sources() if source.key in known]

    def called(self, source: "Source | SourceRow") -> str:
        """Return how a source is called on the board."""
        return self.titles.get(source.key, source.name)

    def standing(self) -> tuple[tuple[str, ...], int | None, int, tuple[int, ...]]:
        """Return the failing sources' names, the end of the last run, how much is new, and the articles of each hour.

        For a thread: counting what 100 sources have stored takes 30 ms.
        """
        known = set(self.keys)
        with self._turn, open_archive(self.path, create=False) as archive:
            failing = tuple(self.called(row) for row in archive.sources() if row.key in known and row.state.streak)
            runs, looked = archive.runs(RUNS), archive.last_look()
            hours = [self.now() - 3600 * ago for ago in range(HOURS, -1, -1)]
            pace = tuple(
                archive.count("headlines", Selection(sources=self.keys, since=since, before=before))
                for since, before in pairwise(hours)
            )
        new = sum(run.new for run in runs if run.started > looked) if looked else 0
        return failing, runs[0].finished if runs else None, new, pace

    def alerts(self) -> "list[Due]":
        """Return the alerts that were stored since this was last asked; their rows are marked from now on."""
        from feeds.alerts import Alerts  # for desks with watch rules

        since = self.now() - RAISED
        found = [due for due in reversed(Alerts(self.archive).latest(ALERTS)) if due.alert.at >= since]
        new = [due for due in found if due.row > self._last_alert]
        self._last_alert = max((due.row for due in new), default=self._last_alert)
        ids = [due.alert.entity for due in found]
        self.raised = frozenset((*ids, *(one[:SHARED] for one in ids)))
        return new

    def begin(self) -> None:
        """Write that the user looks, where nobody ever did and something is there already: none of that is new.

        Else all of it would be, in bold, until the board's first run ends. What an empty archive gets is new to nobody.
        """
        if not self.note and not self.archive.last_look() and self.archive.keys("headlines", Selection(limit=1)):
            self.look()

    def look(self, *, first: bool = False) -> None:
        """Write that the user has looked just now; `first`: only where nobody ever did."""
        if not (first and self.archive.last_look()):
            self.archive.set_last_look(self.now())

    def search(self, wanted: str, limit: int) -> "Sequence[SearchRow]":
        """Return the articles in which all words stand, the best first, read on a connection of its own."""
        with open_archive(self.path, create=False) as archive:
            found = archive.search(wanted, limit, selection=Selection(sources=self.keys))
        return [row._replace(headline=self.named([row.headline])[0]) for row in found]

    def close(self) -> None:
        """Let go of the archive."""
        self.archive.close()
