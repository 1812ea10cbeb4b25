"""What travels between the rooms: immutable records, and nothing that acts.

Named tuples rather than dataclasses: `import dataclasses` pulls in `inspect`, which alone costs as much as half of a
bare interpreter start, and every headless verb pays for this module.

Times are whole seconds since 1970, UTC, everywhere inside; only the screen and the exports turn them into words.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

Span = tuple[int, int]
"""A half-open stretch of Unicode code points: `text[start:end]`."""


class Source(NamedTuple):
    """Something that articles come from, as the configuration names it."""

    key: str
    """Stable identity: the configured name, else the base name of the path or the normalised address."""
    name: str
    """What the board and the log call it (cleaned, one line)."""
    kind: str
    """`folder` or `file` (articles), `feedfile` (a feed document on disk), `feed` (an address)."""
    where: str
    """An absolute path, or an address."""
    tags: tuple[str, ...] = ()
    """The user's own words for groups of sources."""
    interval: int | None = None
    """Seconds between two requests, where the source has its own; else the desk's."""
    full_text: str = "auto"
    """`auto`, `always` or `never`: whether the article's page is fetched for its text."""
    paused: bool = False
    """A paused source is never asked and counts for no exit code."""
    options: Mapping[str, str] = {}
    """What only the fetch needs: `proxy`, `verify`, `user`, `password_env`, `password_command`."""

    @property
    def unverified(self) -> bool:
        """Whether any certificate of its server is taken: `verify = false`."""
        return self.options.get("verify") == "no"


class SourceState(NamedTuple):
    """What is remembered of a source between two runs: all that the schedule and the conditional request need."""

    etag: bytes | None = None
    """The validator of the last good answer, byte for byte."""
    last_modified: bytes | None = None
    """The other validator of the last good answer, byte for byte."""
    moved_to: str | None = None
    """The end of the leading run of permanent redirects, stored after a good parse."""
    next_at: int = 0
    """When it may be asked again; 0 is at once."""
    asked_at: int | None = None
    """When it was last asked."""
    ok_at: int | None = None
    """When it last answered well."""
    streak: int = 0
    """Failures in a row; 0 is healthy."""
    failing_since: int | None = None
    """When the present row of failures began."""
    error: str | None = None
    """The last failure in words (cleaned, one line)."""
    http: int | None = None
    """The status of the last answer over HTTP."""
    gone: bool = False
    """410: it is not asked again until the user says so."""
    title: str | None = None
    """What the feed calls itself (cleaned, one line)."""
    interval: int | None = None
    """The wait in seconds that the last answer led to, before jitter."""
    retry_at: int = 0
    """Retry-After: it is not asked before, by hand neither."""
    where: str | None = None
    """The address that validators and `moved_to` belong to: another one in the configuration starts afresh."""
    wait: int = 0
    """Seconds that the feed's document asks to be left alone (ttl, sy:); with the next two it holds while 304s come."""
    skip_hours: int = 0
    skip_days: int = 0
    """Hours (GMT) and days on which it asks not to be asked, as bits: 1 is midnight's, or Monday."""
    note: str | None = None
    """What of its last document is not kept, one clean line: a file that is no article, all items but the newest."""


class Article(NamedTuple):
    """One item of a source as clean text: every string here has passed `cleaning`."""

    id: str
    """`feeds.identity.article_id(source key, guid)`."""
    source: str
    """The source's key."""
    guid: str
    """What tells it apart within its source: guid, link, or path relative to the source."""
    title: str
    """One line."""
    text: str
    """The body: paragraphs parted by a blank line. The offsets of every figure and quote count in it."""
    link: str | None = None
    """An http(s) address that may be opened, or nothing."""
    author: str | None = None
    """As the source names it, one line."""
    published: int | None = None
    """When the source says it appeared; nothing where it gives no date that can be believed."""
    notes: tuple[str, ...] = ()
    """What did not fit and was made do with: `no date: the file's time is used`."""
    stamp: str = ""
    """What tells an unchanged item cheaply: a file's mtime and size, or a hash of an entry's fields."""


class Answer(NamedTuple):
    """What asking one source came to: all that is stored of it."""

    source: Source
    """Which one was asked."""
    status: str
    """`ok`, `not_modified`, `skipped` or `error`."""
    state: SourceState
    """What is to be remembered from now on."""
    articles: tuple[Article, ...] = ()
    """The articles that it gave; for files only those whose stamp is not the known one."""
    present: frozenset[str] | None = None
    """The guids of everything that is there now, where the source is the truth (files); else nothing."""
    notes: tuple[str, ...] = ()
    """What was refused, by name: `photo.txt: not a text`."""
    ms: int = 0
    """How long it took."""
    more: bool = False
    """It has answered in this run before: this brings more of its articles' words, and counts as no answer."""
    asides: tuple[str, ...] = ()
    """What is worth a word, and nobody's work: `3 other files skipped`, or that a feed is not well-formed."""


class Quote(NamedTuple):
    """Words that an article gives as somebody's."""

    text: str
    """Inside the marks, final comma included."""
    start: int
    end: int
    kind: str
    """`direct`, `mixed`, `indirect`; and, typed instead of dropped: `term`, `title`."""
    speaker: str | None = None
    """The resolved full name; the phrase where there is no name."""
    speaker_raw: str | None = None
    """The words in the attributing clause: `text[speaker_span] == speaker_raw`."""
    speaker_span: Span | None = None
    """Where `speaker_raw` stands."""
    role: str | None = None
    """As printed: `the Kremlin spokesman`."""
    cue: str | None = None
    """As printed, lower case, without its object: `told`, `according to`."""
    cue_span: Span | None = None
    """Where the cue stands."""
    cue_lemma: str | None = None
    """`tell` for `told`."""
    cue_class: str | None = None
    """What saying it was: a row of the table of cues, such as `said`, `claimed`, `denied`, `warned`."""
    negated: bool = False
    """`did not say`."""
    chain: int | None = None
    """The index of the first part, for the parts of a split or continued quote."""
    sentence: str = ""
    """The sentence with its attribution."""
    sentence_start: int = 0
    confidence: float = 0.0
    """0..1: how sure the attribution is."""


class Figure(NamedTuple):
    """A number in an article with its meaning."""

    text: str
    """The first mention whole, qualifier to unit: `more than 220,000 people`."""
    start: int
    end: int
    mentions: tuple[Span, ...]
    """All mentions of the same value and unit, in order."""
    value: "Decimal"
    """Exact, scaled: `$3.2bn` is 3200000000; per cent as 4.5."""
    value_hi: "Decimal | None"
    """The other end of a range, in the order of the text."""
    unit: str | None
    """As printed: `people`, `prisoners of war`, `$`."""
    unit_key: str | None
    """For grouping: `person`, `prisoner of war`, `USD`, `percentage point`."""
    kind: str
    """money percent count measure duration age rate ratio index number; typed with salience 0: date year decade time
    ordinal score name section phone."""
    approx: bool = False
    """About, nearly, some."""
    bound: str | None = None
    """`>=`, `>`, `<=` or `<`."""
    direction: str | None = None
    """`up` or `down`: the value is how far something moved."""
    scope: str | None = None
    """`each`, `per person`."""
    about: str | None = None
    """What it measures, in the words of the text."""
    attribution: str | None = None
    """Who gave it, as printed."""
    sentence: str = ""
    """From the first to the last sentence that the mention touches."""
    sentence_start: int = 0
    salience: float = 0.0
    """0..1: how much it matters in this article."""
    confidence: float = 0.0
    """0..1."""


READING = 1
"""The version of the reading. Raise it with every release that reads a text otherwise: refreshes then bring what is
stored up to it bit by bit, and `status` says how much is left."""


class Reading(NamedTuple):
    """The figures and quotes of one text, in the order of the text."""

    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    language: str = "en"
    """ISO 639-1; in a text that is not English only digits, money and per cent are read, and no speakers."""
    version: int = READING
    """By which version of the reading; 0 for one that broke off, which is tried again."""


class Found(NamedTuple):
    """An article that a run found new, changed or gone, with what was read in it."""

    article: Article
    change: str
    """`new`, `changed` or `gone`."""
    revision: int
    """1 for the first text of an article."""
    first_seen: int
    reading: Reading
    figure_ids: tuple[str, ...]
    """In the order of `reading.figures`."""
    quote_ids: tuple[str, ...]
    """In the order of `reading.quotes`."""
    figure_changes: tuple[str, ...] = ()
    """For each figure `new`, `changed` (an earlier value of the same thing went) or `same`."""
    quote_changes: tuple[str, ...] = ()
    """For each quote `new`, `changed` or `same`."""
    moved: Mapping[str, str] = {}
    """The id of a changed figure or quote -> the id of what it was before."""


class RunStarted(NamedTuple):
    """A run is under way."""

    run: str
    at: int
    sources: int
    pid: int


class SourceDone(NamedTuple):
    """One source has answered, and what it gave is stored."""

    run: str
    at: int
    answer: Answer
    """Without its articles: they are in `found`."""
    found: tuple[Found, ...] = ()

    @property
    def new(self) -> int:
        """How many articles were new."""
        return sum(found.change == "new" for found in self.found)

    @property
    def changed(self) -> int:
        """How many articles have a new revision."""
        return sum(found.change == "changed" for found in self.found)


class RunFinished(NamedTuple):
    """The run is over, and its outcome is stored."""

    run: str
    at: int
    status: str
    """`ok`, `partial`, `failed` or `interrupted`."""
    ok: int
    errors: int
    not_modified: int
    new: int
    changed: int
    ms: int
    skipped: int = 0
    failing: tuple[str, ...] = ()
    """The names of the sources that failed, or whose last answer, in back-off, was a failure."""


Event = RunStarted | SourceDone | RunFinished
"""What `feeds.refresh` yields, in the order in which it happens."""
