"""Figures and quotes as the columns of their tables, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from feeds.archive.layout.folding import fold_lines
from feeds.archive.layout.rows import Value
from feeds.identity import plain
from feeds.model import Figure, Quote, Span

LARGEST = 1.7e308
"""What a value beyond the range of a float is compared as."""
NOTHING = float("nan")
"""Is NULL to SQLite, which has no such number. Python's sqlite3 looks for an adapter for each `None` (and each `bool`),
which takes eight times as long as to bind a number; an empty text takes three times as long."""
NOWHERE = NOTHING, NOTHING
"""A span that is not there."""
TYPED, COPY, REJECTED, GONE = 1, 2, 4, 8
"""The bits of `hidden`; schema.sql says what they are."""

FIGURE = (
    "row", "hidden", "at", "source", "kind", "low", "high", "unit_key", "confidence", "hay", "id", "n", "first_seen",
    "value", "value_hi", "unit", "approx", "bound", "direction", "scope", "about", "attribution", "salience", "text",
    "start", "stop", "mentions", "sentence_start", "sentence_stop", "sentence",
)  # fmt: skip
"""The columns that `figure_rows` fills."""
QUOTE = (
    "row", "hidden", "at", "source", "kind", "speaker", "confidence", "hay", "id", "n", "first_seen", "speaker_raw",
    "speaker_start", "speaker_stop", "role", "cue", "cue_start", "cue_stop", "cue_lemma", "cue_class", "negated",
    "chain", "text", "start", "stop", "sentence_start", "sentence_stop", "sentence",
)  # fmt: skip
"""The columns that `quote_rows` fills."""
HAY = {"figure": ("text", "about", "attribution", "unit_key"), "quote": ("text", "speaker", "role")}
"""What the lines of the column `hay` hold."""


def insert(table: str, columns: Sequence[str]) -> str:
    """Return the statement that stores a row."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


INSERT_FIGURE = insert("figure", FIGURE)
INSERT_QUOTE = insert("quote", QUOTE)

_SENTENCE = "coalesce(x.sentence, substr(b.text, x.sentence_start + 1, x.sentence_stop - x.sentence_start))"
READ_FIGURE = (
    "x.text, x.start, x.stop, x.mentions, x.value, x.value_hi, x.unit, x.unit_key, x.kind, x.approx, x.bound, "
    f"x.direction, x.scope, x.about, x.attribution, {_SENTENCE}, x.sentence_start, x.salience, x.confidence"
)
"""What `figure_from` takes, of `figure x JOIN body b`, in the order of the model's fields."""
SPEAKER = "(SELECT name FROM speaker WHERE row = x.speaker)"
"""The name of the speaker of `quote x`."""
READ_QUOTE = (
    f"x.text, x.start, x.stop, x.kind, {SPEAKER}, x.speaker_raw, x.speaker_start, x.speaker_stop, x.role, x.cue, "
    f"x.cue_start, x.cue_stop, x.cue_lemma, x.cue_class, x.negated, x.chain, {_SENTENCE}, "
    "x.sentence_start, x.confidence"
)
"""What `quote_from` takes, of `quote x JOIN body b`, in the order of the model's fields."""

_STOP = "coalesce(x.sentence, x.sentence_stop)"
ALL_FIGURES, ALL_QUOTES = READ_FIGURE.replace(_SENTENCE, _STOP), READ_QUOTE.replace(_SENTENCE, _STOP)
"""The same of `figure x` or `quote x` alone, for all of an article: its body, which is given, has the sentences.

SQLite counts characters from the beginning of the body for each of them: 3 s for an article of 10,000 figures.
"""

TYPED_QUOTES = ("term", "title")
"""Kinds of quotes that are typed instead of dropped; of figures those without salience are."""


class Place(NamedTuple):
    """What the rows of a reading take from their article."""

    source: int
    """The source's row."""
    at: int
    hidden: int
    """Its copy bit."""
    rejected: frozenset[str]
    """Ids that the user has rejected."""
    text: str
    now: int
    """When what is found for the first time was there first."""


Placed = Iterable[tuple[int, tuple[int, int]]]
"""For each figure or quote its place in the reading, its row, and when it was first seen."""


def figure_rows(
    figures: Sequence[Figure], ids: Sequence[str], placed: Placed, place: Place
) -> Iterator[tuple[Value, ...]]:
    """Yield the values of `FIGURE` for the figures of an article, in the order of `placed`."""
    source, at, copied, rejected, whole, _ = place
    for n, (row, first_seen) in placed:
        (text, start, end, mentions, value, high, unit, unit_key, kind, approx, bound, direction, scope, about,
         attribution, sentence, sentence_start, salience, confidence) = figures[n]  # fmt: skip
        low = plain(value)
        least = most = _real(low)
        higher: Value = NOTHING
        if high is not None:
            higher = plain(high)
            least, most = sorted((least, _real(higher)))
        hidden = copied if salience > 0 else copied | TYPED
        if ids[n] in rejected:
            hidden |= REJECTED
        once = len(mentions) == 1 and mentions[0] == (start, end)
        yield (
            row, hidden, at, source, kind, least, most, unit_key or NOTHING, confidence,
            fold_lines(text, about or "", attribution or "", unit_key or ""), ids[n], n, first_seen, low, higher,
            unit or NOTHING, +approx, bound or NOTHING, direction or NOTHING, scope or NOTHING, about or NOTHING,
            attribution or NOTHING, salience, text, start, end,
            NOTHING if once else str([list(span) for span in mentions]), sentence_start,
            sentence_start + len(sentence), NOTHING if whole.startswith(sentence, sentence_start) else sentence,
        )  # fmt: skip


def quote_rows(
    quotes: Sequence[Quote], ids: Sequence[str], placed: Placed, place: Place, speakers: Mapping[str, int]
) -> Iterator[tuple[Value, ...]]:
    """Yield the values of `QUOTE` for the quotes of an article; `speakers` has the row of each name."""
    source, at, copied, rejected, whole, _ = place
    for n, (row, first_seen) in placed:
        (text, start, end, kind, speaker, raw, span, role, cue, cue_span, lemma, group, negated, chain, sentence,
         sentence_start, confidence) = quotes[n]  # fmt: skip
        hidden = copied | TYPED if kind in TYPED_QUOTES else copied
        if ids[n] in rejected:
            hidden |= REJECTED
        yield (
            row, hidden, at, source, kind, speakers[speaker] if speaker else NOTHING, confidence,
            fold_lines(text, speaker or "", role or ""), ids[n], n, first_seen, raw or NOTHING, *(span or NOWHERE),
            role or NOTHING, cue or NOTHING, *(cue_span or NOWHERE), lemma or NOTHING, group or NOTHING, +negated,
            NOTHING if chain is None else chain, text, start, end, sentence_start, sentence_start + len(sentence),
            NOTHING if whole.startswith(sentence, sentence_start) else sentence,
        )  # fmt: skip


def figure_from(row: Sequence[Any], body: str = "") -> Figure:
    """Return the figure of a row of `READ_FIGURE`, or with the article's body of `ALL_FIGURES`."""
    from decimal import Decimal

    (text, start, end, mentions, value, value_hi, unit, unit_key, kind, approx, bound, direction, scope, about, giver,
     sentence, sentence_start, *rest) = row  # fmt: skip
    at = spans(mentions) if mentions else ((start, end),)
    return Figure(
        text, start, end, at, Decimal(value), None if value_hi is None else Decimal(value_hi),
        unit, unit_key, kind, bool(approx), bound, direction, scope, about, giver,
        _sentence(sentence, sentence_start, body), sentence_start, *rest,
    )  # fmt: skip


def quote_from(row: Sequence[Any], body: str = "") -> Quote:
    """Return the quote of a row of `READ_QUOTE`, or with the article's body of `ALL_QUOTES`."""
    (text, start, end, kind, speaker, raw, at, to, role, cue, cue_at, cue_to, lemma, group, negated, chain,
     sentence, sentence_start, *rest) = row  # fmt: skip
    return Quote(
        text, start, end, kind, speaker, raw, _span(at, to), role, cue, _span(cue_at, cue_to), lemma, group,
        bool(negated), chain, _sentence(sentence, sentence_start, body), sentence_start, *rest,
    )  # fmt: skip


def _sentence(found: str | int, start: int, body: str) -> str:
    """Return a sentence that was found, or that ends in the body where it was found to."""
    return body[start:found] if isinstance(found, int) else found


def spans(written: str) -> tuple[Span, ...]:
    """Read `[[start, end], ...]`, the one shape that we write; quicker than importing json for it."""
    numbers = [int(number) for number in written.replace("[", "").replace("]", "").split(",") if number]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else (start, stop)


def _real(plain: str) -> float:
    """Return the nearest float; beyond its range the largest, for SQLite makes NULL of what is no number."""
    real = float(plain)
    return real if -LARGEST < real < LARGEST else LARGEST if real > 0 else -LARGEST if real < 0 else 0.0
