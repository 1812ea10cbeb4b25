"""The half of the archive that writes: runs, answers, marks, and the care of the file. Lists need none of it."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from feeds.archive.errors import in_words, named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from feeds.archive.layout.findings import Reread
    from feeds.archive.writing.readings import Read
    from feeds.driving import Stop
    from feeds.model import Answer, RunFinished, RunStarted, Source, SourceDone


class Upkeep:
    """What changes an archive; `Archive` is this and the lists."""

    path: str
    """The file."""
    db: sqlite3.Connection
    """For the other files of this package."""
    note: str
    """What of it cannot be read, and why, in words: on a read-only disk perhaps the newest; mostly nothing."""

    # Runs

    def run_lock(self) -> "AbstractContextManager[None]":
        """Hold the kernel lock of a run, and check the whole file if that was not done for a day.

        Raises `RunUnderWay` (with `pid`) and `ArchiveBroken`.
        """
        from feeds.archive.file.lock import run_lock

        return run_lock(self.path, self._check_daily)

    @in_words
    def _check_daily(self) -> None:
        from feeds.archive.file.checking import check_daily

        check_daily(self.db, self.path, int(time.time()))

    @in_words
    def begin_run(self, run: "RunStarted", asked: "Iterable[Source]" = ()) -> None:
        """Write that a run began, and what the configuration says of its sources now."""
        from feeds.archive.layout import sources
        from feeds.archive.layout.transaction import writing
        from feeds.archive.writing import runs

        with writing(self.db):
            runs.begin(self.db, run)
            sources.know(self.db, asked)

    @in_words
    def finish_run(self, run: "RunFinished") -> None:
        """Write how a run ended."""
        from feeds.archive.layout.transaction import writing
        from feeds.archive.writing import runs

        with writing(self.db):
            runs.finish(self.db, run)

    @in_words
    def store(self, run: str, answer: "Answer", read: "Read", now: int) -> "SourceDone":
        """Store an answer in one transaction: articles, readings, revisions, the source's state.

        `read` is called for new and changed texts only, before the transaction begins. When this returns, nothing of
        it is lost whatever happens to the process; when it raises, nothing of it is stored.
        """
        return self.store_all(run, [answer], read, now)[0]

    @in_words
    def store_all(self, run: str, answers: "Sequence[Answer]", read: "Read", now: int) -> "tuple[SourceDone, ...]":
        """Store answers as `store` does, all in one transaction: 200 articles cost half of what 30 times 7 do."""
        from feeds.archive.writing import storing

        return storing.store(self.db, run, answers, read, now)

    @in_words
    def remember(self, answers: "Iterable[Answer]") -> None:
        """Store what is to be remembered of sources that brought no articles (unchanged, failing), in one transaction.

        They are known since the run began; one that was forgotten meanwhile stays forgotten.
        """
        from feeds.archive.layout import sources
        from feeds.archive.layout.transaction import writing

        with writing(self.db):
            sources.set_states(self.db, answers)

    # Marks

    @in_words
    def mark(self, ids: Iterable[str], *, seen: bool | None = None, starred: bool | None = None) -> None:
        """Set or take away marks of articles, figures and quotes; nothing leaves a mark as it is."""
        from feeds.archive.layout.transaction import writing
        from feeds.archive.writing import marks

        with writing(self.db):
            marks.mark(self.db, ids, int(time.time()), seen=seen, starred=starred)

    @in_words
    def reject(self, *ids: str) -> None:
        """Reject figures or quotes: they leave the lists and stay away through later readings."""
        from feeds.archive.layout.transaction import writing
        from feeds.archive.writing import marks

        with writing(self.db):
            marks.reject(self.db, ids, int(time.time()), rejected=True)

    @in_words
    def unreject(self, *ids: str) -> None:
        """Take a rejection back."""
        from feeds.archive.layout.transaction import writing
        from feeds.archive.writing import marks

        with writing(self.db):
            marks.reject(self.db, ids, int(time.time()), rejected=False)

    @in_words
    def set_last_look(self, at: int) -> None:
        """Write when the user last looked."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES ('last_look', ?)", (at,))

    # The file itself

    @in_words
    def keep(self, *, newer_than: int | None = None, size: int | None = None) -> int:
        """Drop articles older than a time, then the oldest until at most `size` bytes are in use; never starred ones.

        Returns how many went. Call it under the run lock.
        """
        from feeds.archive.writing import keeping

        return keeping.keep(self.db, newer_than=newer_than, size=size, now=int(time.time()))

    @in_words
    def forget(self, key: str) -> int:
        """Take a source out with all its articles, starred ones too; return how many articles went."""
        from feeds.archive.writing import keeping

        return keeping.forget(self.db, key)

    def reread(self, read: "Read", *, every: bool = False, stop: "Stop | None" = None) -> "Iterator[Reread]":
        """Read what an older version read, or `every` article, again, holding the run lock; yield what came of each.

        Marks and rejections stay. `stop` ends it after the transaction under way; the next call goes on from there.
        """
        from feeds.archive.writing.rereading import reread

        with self.run_lock():
            try:
                yield from reread(self.db, read, every=every, stop=stop)
            except sqlite3.Error as error:
                raise named(error, self.path) from error

    @in_words
    def outdated(self) -> int:
        """Return how many articles have a reading of an older version than this program's, or one that broke off."""
        from feeds.archive.lookup import outdated

        return outdated.count(self.db)

    @in_words
    def catch_up(self, read: "Read", limit: int) -> int:
        """Read the newest of the outdated again; return how many read otherwise now. The caller holds the run lock."""
        from feeds.archive.lookup import outdated

        rows = outdated.newest(self.db, limit)
        if not rows:
            return 0
        from feeds.archive.writing import rereading

        return rereading.catch_up(self.db, read, rows)

    @in_words
    def backup(self, target: str | os.PathLike[str]) -> None:
        """Copy the archive to `target` while others read and write it; whole or not at all, 0600."""
        from feeds.archive.file.migrations import back_up

        back_up(self.db, os.fspath(target))

    @in_words
    def verify(self) -> list[str]:
        """Check everything that can be checked; return what is wrong, in words. Nothing is good."""
        from feeds.archive.writing import keeping

        return keeping.verify(self.db)

    @in_words
    def vacuum(self) -> tuple[int, int]:
        """Give back the room of what went, holding the run lock; return the file's bytes before and after."""
        from feeds.archive.writing import keeping

        with self.run_lock():
            return keeping.vacuum(self.db, self.path)
