"""The archive as the other rooms see it: one object, one connection; the rooms of this package do the work."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

from feeds.archive import lines, lists, lock, opening, sources
from feeds.archive.errors import in_words, named
from feeds.archive.lists import What
from feeds.archive.rows import Counts, FigureRow, HeadlineRow, QuoteRow, Selection
from feeds.archive.transaction import writing
from feeds.model import Answer, Article, Reading, RunFinished, RunStarted, Source, SourceDone, SourceState

if TYPE_CHECKING:
    from array import array

    from feeds.archive.findings import Diff, Reread, RunRow, SearchRow, SourceRow, SpeakerRow, StoredArticle
    from feeds.archive.one import Place

EVERYTHING = Selection()


class Archive:
    """What is kept. Every method may raise `ArchiveError` and its kinds; none of them waits for a reader.

    One object may be used by several threads, one at a time; two at once need two objects. Reading never needs the
    run lock. Methods that write are one short transaction each.
    """

    path: str
    """The file."""
    db: sqlite3.Connection
    """For the other files of this package."""

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        self.path = os.fspath(path)
        self.db = opening.connect(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        self.db.close()

    # Runs

    @contextmanager
    def run_lock(self) -> Iterator[None]:
        """Hold the kernel lock of a run, and check the whole file if that was not done for a day.

        Raises `RunUnderWay` (with `pid`) and `ArchiveBroken`.
        """
        with lock.run_lock(self.path):
            self._check_daily()
            yield

    @in_words
    def _check_daily(self) -> None:
        opening.check_daily(self.db, self.path, int(time.time()))

    @in_words
    def begin_run(self, run: RunStarted, asked: Iterable[Source] = ()) -> None:
        """Write that a run began, and what the configuration says of its sources now."""
        from feeds.archive import runs

        with writing(self.db):
            runs.begin(self.db, run)
            sources.know(self.db, asked)

    @in_words
    def finish_run(self, run: RunFinished) -> None:
        """Write how a run ended."""
        from feeds.archive import runs

        with writing(self.db):
            runs.finish(self.db, run)

    @in_words
    def runs(self, limit: int = 50) -> "list[RunRow]":
        """Return the last runs, the newest first."""
        from feeds.archive import runs

        return runs.run_rows(self.db, limit)

    @in_words
    def source_state(self, key: str) -> SourceState:
        """Return what is remembered of a source; the empty state for one that was never asked."""
        return sources.state_of(self.db, key)

    @in_words
    def known(self, key: str) -> dict[str, str]:
        """Return {guid: stamp} of what is stored of a source and still there, so that it need not be read again."""
        return sources.known_stamps(self.db, key)

    @in_words
    def sources(self) -> "list[SourceRow]":
        """Return every source that was ever asked, with its state and what is stored of it."""
        return sources.source_rows(self.db)

    @in_words
    def store(self, run: str, answer: Answer, read: Callable[[Article], Reading], now: int) -> SourceDone:
        """Store an answer in one transaction: articles, readings, revisions, the source's state.

        `read` is called for new and changed texts only, before the transaction begins. When this returns, nothing of
        it is lost whatever happens to the process; when it raises, nothing of it is stored.
        """
        from feeds.archive import storing

        return storing.store(self.db, run, answer, read, now)

    # Lists, in two steps

    @in_words
    def keys(self, what: What, selection: Selection = EVERYTHING) -> "array[int]":
        """Return the keys of a list in display order, the newest first; with `selection.limit` only the first ones.

        For a first paint ask with a limit of a screen or two (under a millisecond), for the rest without.
        """
        return lists.keys(self.db, what, selection)

    @in_words
    def count(self, what: What, selection: Selection = EVERYTHING) -> int:
        """Return how many keys the list has."""
        return lists.count(self.db, what, selection)

    @in_words
    def headlines(self, keys: Sequence[int]) -> list[HeadlineRow]:
        """Return the headlines of these keys, in their order; keys that are gone meanwhile are left out."""
        return lines.headline_rows(self.db, keys)

    @in_words
    def figures(self, keys: Sequence[int]) -> list[FigureRow]:
        """Return the figures of these keys, in their order; keys that are gone meanwhile are left out."""
        return lines.figure_rows(self.db, keys)

    @in_words
    def quotes(self, keys: Sequence[int]) -> list[QuoteRow]:
        """Return the quotes of these keys, in their order; keys that are gone meanwhile are left out."""
        return lines.quote_rows(self.db, keys)

    @in_words
    def counts(self, selection: Selection = EVERYTHING) -> Counts:
        """Return how many headlines, figures, quotes and sources there are to show."""
        return lists.counts(self.db, selection)

    # One thing

    @in_words
    def article(self, id: str) -> "StoredArticle":  # noqa: A002 (what everybody calls it)
        """Return an article with all that is known of it. Raises `NoSuchId`."""
        from feeds.archive.one import stored_article

        return stored_article(self.db, id)

    @in_words
    def find(self, id: str) -> "Place":  # noqa: A002
        """Say whether an id is an article's, a figure's or a quote's: (kind, row, article id). Raises `NoSuchId`."""
        from feeds.archive.one import find

        return find(self.db, id)

    @in_words
    def search(
        self, words: str, limit: int = 50, *, newest: bool = False, selection: Selection = EVERYTHING
    ) -> "list[SearchRow]":
        """Return the articles in which all words stand, with snippets: the best first, or the newest first.

        `ferr*` is a beginning. For a query in the language give `query.words_of(query.parse(text))` as words, and
        `query.narrow(selection, "headlines", text, now)` as the selection.
        """
        from feeds.archive.searching import search

        return search(self.db, words, limit, newest=newest, selection=selection)

    @in_words
    def speakers(self, limit: int | None = 100, selection: Selection = EVERYTHING) -> "list[SpeakerRow]":
        """Return those who speak in the chosen quotes, the most quoted first."""
        from feeds.archive.speakers import speaker_rows

        return speaker_rows(self.db, limit, selection)

    @in_words
    def diff(self, since: int, selection: Selection = EVERYTHING) -> "Diff":
        """Return what is new, changed or gone since a time, with figures that moved: 71 -> 73."""
        from feeds.archive.diffing import diff

        return diff(self.db, since, selection)

    # Marks

    @in_words
    def mark(self, ids: Iterable[str], *, seen: bool | None = None, starred: bool | None = None) -> None:
        """Set or take away marks of articles, figures and quotes; nothing leaves a mark as it is."""
        from feeds.archive import marks

        with writing(self.db):
            marks.mark(self.db, ids, int(time.time()), seen=seen, starred=starred)

    @in_words
    def reject(self, *ids: str) -> None:
        """Reject figures or quotes: they leave the lists and stay away through later readings."""
        from feeds.archive import marks

        with writing(self.db):
            marks.reject(self.db, ids, int(time.time()), rejected=True)

    @in_words
    def unreject(self, *ids: str) -> None:
        """Take a rejection back."""
        from feeds.archive import marks

        with writing(self.db):
            marks.reject(self.db, ids, int(time.time()), rejected=False)

    @in_words
    def last_look(self) -> int:
        """Return when the user last looked; 0 before the first time. What is first seen later is new."""
        return lines.last_look(self.db)

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
        from feeds.archive import keeping

        return keeping.keep(self.db, newer_than=newer_than, size=size, now=int(time.time()))

    @in_words
    def forget(self, key: str) -> int:
        """Take a source out with all its articles, starred ones too; return how many articles went."""
        from feeds.archive import keeping

        return keeping.forget(self.db, key)

    def reread(self, read: Callable[[Article], Reading]) -> "Iterator[Reread]":
        """Read every article again, holding the run lock; yield what came of each. Marks and rejections stay."""
        from feeds.archive.rereading import reread

        with self.run_lock():
            try:
                yield from reread(self.db, read)
            except sqlite3.Error as error:
                raise named(error, self.path) from error

    @in_words
    def backup(self, target: str | os.PathLike[str]) -> None:
        """Copy the archive to `target` while others read and write it; whole or not at all, 0600."""
        from feeds.archive.migrations import back_up

        back_up(self.db, os.fspath(target))

    @in_words
    def verify(self) -> list[str]:
        """Check everything that can be checked; return what is wrong, in words. Nothing is good."""
        from feeds.archive import keeping

        return keeping.verify(self.db)

    @in_words
    def vacuum(self) -> tuple[int, int]:
        """Give back the room of what went, holding the run lock; return the file's bytes before and after."""
        from feeds.archive import keeping

        with self.run_lock():
            return keeping.vacuum(self.db, self.path)

    @in_words
    def data_version(self) -> int:
        """Return a number that is another one whenever another process or connection has written."""
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])


def open_archive(path: str | os.PathLike[str], *, create: bool = True) -> Archive:
    """Open the archive at `path`; where there is none, make it, or raise `FileNotFoundError` without `create`.

    Raises `ArchiveTooNew`, `ArchiveForeign`, `ArchiveReadOnly`, `OSError`, and `ArchiveBroken` after it has set a
    damaged file aside (its message says where): opening again then makes a new one.
    """
    return Archive(path, create=create)
