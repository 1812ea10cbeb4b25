"""The rows of the three lists and how to ask for them; what else comes out of the archive is in `findings`."""

from typing import NamedTuple

from feeds.model import Figure, Quote

Value = str | int | float | bytes | None
"""What SQLite takes as a parameter."""
NEAR = "/*near*/"
"""Stands in `Selection.where` behind another table `y` that is asked: lists that look at the newest articles first
have `clusters.near_rows` put their rows in its place."""


class Selection(NamedTuple):
    """Which rows a list holds. Every field narrows; the empty selection is everything that is shown by default."""

    sources: tuple[str, ...] | None = None
    """Keys of sources (those of the configuration); nothing: all that the archive knows."""
    since: int | None = None
    """Articles whose time (`HeadlineRow.at`) is this or later."""
    before: int | None = None
    """Articles whose time is earlier than this."""
    words: str = ""
    """The `/` filter: each word stands, case and accents aside, in what the row shows or in its source's name."""
    without: bool = False
    """The filter turned round (`/!`): rows in which not all of `words` stand."""
    article: str | None = None
    """Of this article only, by id. The copies of its text in other sources do not count as it."""
    speaker: str | None = None
    """Of this speaker only, by `QuoteRow.speaker_key`."""
    unit_key: str | None = None
    """Figures of this unit only."""
    all: bool = False
    """Also what is typed instead of dropped: figures with salience 0, quotes that are a term or a title."""
    rejected: bool = False
    """Also what the user has rejected."""
    gone: bool = False
    """Also what earlier revisions had and the present ones have not: history."""
    where: str = ""
    """SQL from `feeds.query`, compiled for the very list that it is used with; only ever made by that module."""
    params: tuple[Value, ...] = ()
    """The parameters of `where`."""
    indexed: bool = False
    """`where` leads SQLite to an index; where not, all rows are looked at in one pass."""
    limit: int | None = None
    """At most so many rows, the newest."""


class HeadlineRow(NamedTuple):
    """An article as a line of a list."""

    row: int
    """The key within this archive file; it never changes while the article is stored."""
    id: str
    source: str
    """The source's key."""
    source_name: str
    """What the board and the log call the source."""
    title: str
    link: str | None
    published: int | None
    """When the source says it appeared, if it says so."""
    first_seen: int
    """When it was first stored."""
    at: int
    """What lists are sorted by: when it appeared, or was first seen where that is unknown or later than that."""
    revision: int
    """1 for the first text; each change of title or text counts."""
    changed_at: int
    """When the present revision was stored."""
    gone_at: int | None
    """Since when its file is not in its folder any more; nothing while it is, and for feeds."""
    figures: int
    """How many figures with a salience above 0 it holds."""
    quotes: int
    """How many direct, mixed and indirect quotes it holds."""
    sources: int
    """How many sources carry the very same text (1: only this one)."""
    seen: bool
    starred: bool
    new: bool
    """First seen after the last look."""


class FigureRow(NamedTuple):
    """A figure as a line of a list, with what it carries."""

    row: int
    id: str
    article: str
    """The article's id."""
    source: str
    source_name: str
    title: str
    """The article's."""
    link: str | None
    """The article's."""
    at: int
    """The article's time."""
    first_seen: int
    """When the archive first had this figure of this article."""
    figure: Figure
    seen: bool
    starred: bool
    rejected: bool
    new: bool
    """First seen after the last look."""


class QuoteRow(NamedTuple):
    """A quote as a line of a list, with what it carries."""

    row: int
    id: str
    article: str
    """The article's id."""
    source: str
    source_name: str
    title: str
    """The article's."""
    link: str | None
    """The article's."""
    at: int
    """The article's time."""
    first_seen: int
    """When the archive first had this quote of this article."""
    quote: Quote
    speaker_key: str | None
    """The speaker's identity over all articles; nothing where there is no speaker."""
    chain: str | None
    """The id of the first part, for the parts of a split or continued quote."""
    seen: bool
    starred: bool
    rejected: bool
    new: bool
    """First seen after the last look."""


class Counts(NamedTuple):
    """How much there is to show."""

    headlines: int
    figures: int
    quotes: int
    sources: int
