"""What comes out of the archive apart from the rows of the three lists; loaded when it is first asked for."""

from typing import NamedTuple

from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow
from feeds.model import Article, Reading, SourceState, Span


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
    """The fullest name."""
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
    reasons: tuple[str, ...] = ()
    """For each alias why it was taken for the same speaker's."""
    kind: str = "direct"
    """Of the newest words: only `direct` and `mixed` ones are the speaker's own."""
    cue: str | None = None
    """Of the newest words, as printed: what is denied is not what was said."""
    cue_class: str | None = None
    """Of the newest words."""
    negated: bool = False
    """Of the newest words."""


class SearchRow(NamedTuple):
    """An article that a full-text search found."""

    headline: HeadlineRow
    snippet: str
    """The stretch of the text that shows the words best."""
    hits: tuple[Span, ...]
    """Where in `snippet` the words stand."""


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
    title: str = ""
    """Its title."""
    figures_new: int = 0
    figures_gone: int = 0
    quotes_new: int = 0
    quotes_gone: int = 0
    changed: bool = False
    """Anything at all: also a better speaker or a better unit."""
    done: int = 0
    """How many articles have been read again so far."""
    total: int = 0
    """How many are to be."""
