"""The changes of an article: what each took out and what it put in, the newest first."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from tui.panels import words
from tui.screens.listing import Listing
from tui.widgets.cells import Cell, fit
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from feeds.archive.layout.findings import StoredArticle

SENTENCE = re.compile(r"(?<=[.!?”])\s+")
"""Between two sentences, nearly: a change is shown with what stands around it."""

MOST = 1000
"""Sentences of each text that are compared: where nothing agrees, the time grows with their product (0.2 s)."""


class Change(NamedTuple):
    """One revision against the one before."""

    at: int
    revision: int
    """The number of the newer one."""
    out: tuple[str, ...]
    """Sentences that it took out; the title counts as one."""
    put: tuple[str, ...]
    """Sentences that it put in."""


def changes(stored: "StoredArticle") -> list[Change]:
    """Return every change of an article, the newest first."""
    row = stored.row
    texts = [(one.revision, one.at, one.title, one.text) for one in stored.revisions]
    texts.append((row.revision, row.changed_at, row.title, stored.article.text))
    return [_change(before[2:], after) for before, after in pairwise(texts)][::-1]


def _change(before: tuple[str, str], after: tuple[int, int, str, str]) -> Change:
    revision, at, *now = after
    old, new = _sentences(*before), _sentences(*now)
    steps = [step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"]
    out = tuple(old[at] for _, first, last, _, _ in steps for at in range(first, last))
    put = tuple(new[at] for _, _, _, first, last in steps for at in range(first, last))
    return Change(at, revision, out, put)


def _sentences(title: str, text: str) -> list[str]:
    return [title, *(part for part in SENTENCE.split(text.strip())[:MOST] if part)]


class Revisions(Listing):
    """The changes of one article."""

    NAME: ClassVar[str] = "Revisions"
    EMPTY: ClassVar[tuple[str, ...]] = ("This article has never changed.", "Esc goes back")

    def __init__(self, stored: "StoredArticle", now: int) -> None:
        super().__init__()
        self._changes = changes(stored)
        self._now = now

    def head(self, width: int) -> Line:
        """Name the columns."""
        return _line(width, ("when", "revision", "out", "in", "what it put in, or took out"))

    def paints(self) -> Sequence[Callable[[int], Line]]:
        """Return what draws each change."""
        return [partial(_row, change=change, now=self._now) for change in self._changes]

    def whole(self, index: int) -> Line:
        """Return the sentences themselves."""
        change = self._changes[index]
        return tuple(_signed(change))


def _signed(change: Change) -> Iterator[Cell]:
    yield from (Cell(f"− {sentence}", "alarm") for sentence in change.out)
    yield from (Cell(f"+ {sentence}", "good") for sentence in change.put)


def _row(width: int, *, change: Change, now: int) -> Line:
    said = next(iter(change.put or change.out), "white space alone")
    counts = (f"−{len(change.out)}", f"+{len(change.put)}")
    return _line(width, (words.clock(change.at, now), str(change.revision), *counts, said))


def _line(width: int, texts: Sequence[str]) -> Line:
    when, revision, out, put, said = texts
    return (
        Cell(" " + fit(when, 13) + " ", "dim"),
        Cell(fit(revision, 8, right=True) + "  "),
        Cell(fit(out, 5, right=True) + " ", "alarm"),
        Cell(fit(put, 5, right=True) + "  ", "good"),
        Cell(fit(said, width - 39)),
    )
