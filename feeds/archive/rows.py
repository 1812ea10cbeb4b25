"""What comes out of the archive: rows for lists, one article with all that is known of it, and how to ask for them."""

from typing import NamedTuple

from feeds.model import Article, Figure, Quote, Reading, SourceState, Span

Value = str | int | float | bytes | None
"""What SQLite takes as a parameter."""


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
    """`where` leads SQLite to an index; where not, lists look at the newest rows first, and then at all in one pass."""
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


class Revision(NamedTuple):
    """An earlier text of an article."""

    revision: int
    at: int
    """When it was stored."""
    title: str
    text: str


class Copy(NamedTuple):
    """Another article with the very same text."""

    id: str
    source: str
    source_name: str
    link: str | None


class StoredArticle(NamedTuple):
    """All that is known of one article."""

    row: HeadlineRow
    article: Article
    reading: Reading
    """In the order of the text; everything, typed and rejected too."""
    figure_ids: tuple[str, ...]
    """In the order of `reading.figures`."""
    quote_ids: tuple[str, ...]
    """In the order of `reading.quotes`."""
    starred: frozenset[str]
    """The ids of figures and quotes of it that are starred."""
    rejected: frozenset[str]
    """The ids of figures and quotes of it that the user has rejected."""
    revisions: tuple[Revision, ...]
    """The earlier texts, oldest first; the present one is `article`."""
    copies: tuple[Copy, ...]
    """The same text in other sources (or again in this one), oldest first."""


class SourceRow(NamedTuple):
    """A source with its state and what is stored of it."""

    key: str
    name: str
    kind: str
    where: str
    tags: tuple[str, ...]
    status: str
    """The last answer: `ok`, `not_modified`, `error`; empty before the first."""
    state: SourceState
    articles: int
    figures: int
    """With a salience above 0."""
    quotes: int
    """Direct, mixed and indirect."""
    newest: int | None
    """The time of its newest article."""


class RunRow(NamedTuple):
    """One refresh, under way, over, or broken off without a word."""

    id: str
    started: int
    finished: int | None
    pid: int
    sources: int
    status: str
    """`running` (or killed, if its lock is free), `ok`, `partial`, `failed`, `interrupted`."""
    ok: int
    errors: int
    not_modified: int
    skipped: int
    new: int
    changed: int
    ms: int
    failing: tuple[str, ...]
    """The names of the sources that failed."""


class SpeakerRow(NamedTuple):
    """Somebody who speaks, over all articles."""

    key: str
    name: str
    """The name that is printed most often."""
    aliases: tuple[str, ...]
    """The other names that were taken for the same speaker, the most frequent first."""
    quotes: int
    articles: int
    roles: tuple[str, ...]
    """As printed, the most frequent first."""
    first_seen: int
    latest: int
    """The time of the newest article with words of this speaker."""
    words: str
    """The newest words."""


class SearchRow(NamedTuple):
    """An article that a full-text search found."""

    headline: HeadlineRow
    snippet: str
    """The stretch of the text that shows the words best."""
    hits: tuple[Span, ...]
    """Where in `snippet` the words stand."""


class Counts(NamedTuple):
    """How much there is to show."""

    headlines: int
    figures: int
    quotes: int
    sources: int


class Moved(NamedTuple):
    """A figure whose value changed between two revisions of its article: 71 drones are 73 now."""

    old: FigureRow
    new: FigureRow


class Reworded(NamedTuple):
    """A quote whose words changed between two revisions of its article."""

    old: QuoteRow
    new: QuoteRow


class Diff(NamedTuple):
    """What changed since a time; every list newest first."""

    new: list[HeadlineRow]
    """First seen since then."""
    changed: list[HeadlineRow]
    """Known before, with a revision since then."""
    gone: list[HeadlineRow]
    """Their files were removed since then."""
    figures: list[Moved]
    """Figures of changed articles that have another value now."""
    quotes: list[Reworded]
    """Quotes of changed articles that have other words now."""


class Reread(NamedTuple):
    """What a new reading of one stored article came to."""

    article: str
    """Its id."""
    figures_new: int = 0
    figures_gone: int = 0
    quotes_new: int = 0
    quotes_gone: int = 0
    changed: bool = False
    """Anything at all: also a better speaker or a better unit."""
    done: int = 0
    """How many articles have been read again so far."""
    total: int = 0
    """How many there are."""
