"""The archive as other packages see it: one object, one connection; the packages below this one do the work."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from feeds.archive.errors import in_words
from feeds.archive.file import opening
from feeds.archive.layout import sources
from feeds.archive.layout.rows import Counts, FigureRow, HeadlineRow, QuoteRow, Selection
from feeds.archive.lookup import lines, lists
from feeds.archive.lookup.lists import What
from feeds.archive.upkeep import Upkeep
from feeds.model import SourceState

if TYPE_CHECKING:
    from array import array

    from feeds.archive.layout.findings import Diff, RunRow, SearchRow, SourceRow, SpeakerRow, StoredArticle
    from feeds.archive.lookup.glance import Glance
    from feeds.archive.lookup.one import Place

EVERYTHING = Selection()


class Archive(Upkeep):
    """What is kept. Every method may raise `ArchiveError` and its kinds; none of them waits for a reader.

    One object may be used by several threads, one at a time; two at once need two objects. Reading never needs the
    run lock. Methods that write are one short transaction each.
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        self.path = os.fspath(path)
        self.db, self.note = opening.connect(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        self.db.close()

    # Runs

    @in_words
    def runs(self, limit: int = 50) -> "list[RunRow]":
        """Return the last runs, the newest first."""
        from feeds.archive.writing import runs

        return runs.run_rows(self.db, limit)

    @in_words
    def source_states(self) -> dict[str, SourceState]:
        """Return what is remembered of every source, by its key; one that was never asked is not among them."""
        return sources.states(self.db)

    @in_words
    def source_titles(self) -> dict[str, str]:
        """Return what the feeds without a name in the configuration call themselves, by key."""
        return sources.titles(self.db)

    @in_words
    def known(self, key: str) -> dict[str, str]:
        """Return {guid: stamp} of what is stored of a source and still there, so that it need not be read again."""
        return sources.known_stamps(self.db, key)

    @in_words
    def sources(self) -> "list[SourceRow]":
        """Return every source that was ever asked, with its state and what is stored of it."""
        return sources.source_rows(self.db)

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

    @in_words
    def glance(self, selection: Selection = EVERYTHING, *, counted: bool = True) -> "Glance":
        """Return how the desk of these sources stands, for a status line; without counts in a millisecond."""
        from feeds.archive.lookup.glance import glance

        return glance(self.db, selection, counted=counted)

    # One thing

    @in_words
    def article(self, id_: str) -> "StoredArticle":
        """Return an article with all that is known of it. Raises `NoSuchId`."""
        from feeds.archive.lookup.one import stored_article

        return stored_article(self.db, id_)

    @in_words
    def find(self, id_: str) -> "Place":
        """Say whether an id is an article's, a figure's or a quote's: (kind, row, article id). Raises `NoSuchId`."""
        from feeds.archive.lookup.one import find

        return find(self.db, id_)

    @in_words
    def search(
        self, words: str, limit: int = 50, *, newest: bool = False, selection: Selection = EVERYTHING
    ) -> "list[SearchRow]":
        """Return the articles in which all words stand, with snippets: the best first, or the newest first.

        `ferr*` is a beginning. For a query in the language give `query.words_of(query.parse(text))` as words, and
        `query.narrow(selection, "headlines", text, now)` as the selection.
        """
        from feeds.archive.lookup.searching import search

        return search(self.db, words, limit, newest=newest, selection=selection)

    @in_words
    def speakers(self, limit: int | None = 100, selection: Selection = EVERYTHING) -> "list[SpeakerRow]":
        """Return those who speak in the chosen quotes, the most quoted first."""
        from feeds.archive.lookup.speakers import speaker_rows

        return speaker_rows(self.db, limit, selection)

    @in_words
    def diff(self, since: int, selection: Selection = EVERYTHING) -> "Diff":
        """Return what is new, changed or gone since a time, with figures that moved: 71 -> 73."""
        from feeds.archive.lookup.diffing import diff

        return diff(self.db, since, selection)

    @in_words
    def last_look(self) -> int:
        """Return when the user last looked; 0 before the first time. What is first seen later is new."""
        return lines.last_look(self.db)

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
