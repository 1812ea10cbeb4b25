"""Figures and quotes as the columns of their tables, and back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from feeds.archive.folding import fold_lines
from feeds.archive.rows import Value
from feeds.identity import plain
from feeds.model import Figure, Quote, Span

if TYPE_CHECKING:
    from decimal import Decimal

TYPED, COPY, REJECTED, GONE = 1, 2, 4, 8
"""The bits of `hidden`; schema.sql says what they are."""

FIGURE = (
    "kind", "value", "value_hi", "low", "high", "unit", "unit_key", "approx", "bound", "direction", "scope", "about",
    "attribution", "salience", "confidence", "text", "start", "stop", "mentions", "sentence_start", "sentence_stop",
    "sentence", "hay",
)  # fmt: skip
"""The columns that `figure_columns` fills."""
QUOTE = (
    "kind", "speaker", "speaker_raw", "speaker_start", "speaker_stop", "role", "cue", "cue_start", "cue_stop",
    "cue_lemma", "cue_class", "negated", "chain", "confidence", "text", "start", "stop", "sentence_start",
    "sentence_stop", "sentence", "hay",
)  # fmt: skip
"""The columns that `quote_columns` fills."""
HAY = {"figure": ("text", "about", "attribution", "unit_key"), "quote": ("text", "speaker", "role")}
"""What the lines of the column `hay` hold."""

_SENTENCE = "coalesce(x.sentence, substr(b.text, x.sentence_start + 1, x.sentence_stop - x.sentence_start))"
READ_FIGURE = (
    "x.text, x.start, x.stop, x.mentions, x.value, x.value_hi, x.unit, x.unit_key, x.kind, x.approx, x.bound, "
    f"x.direction, x.scope, x.about, x.attribution, {_SENTENCE}, x.sentence_start, x.salience, x.confidence"
)
"""What `figure_from` takes, of `figure x JOIN body b`, in the order of the model's fields."""
READ_QUOTE = (
    "x.text, x.start, x.stop, x.kind, x.speaker, x.speaker_raw, x.speaker_start, x.speaker_stop, x.role, x.cue, "
    f"x.cue_start, x.cue_stop, x.cue_lemma, x.cue_class, x.negated, x.chain, {_SENTENCE}, "
    "x.sentence_start, x.confidence"
)
"""What `quote_from` takes, of `quote x JOIN body b`, in the order of the model's fields."""


def figure_hidden(figure: Figure) -> int:
    """Return the bit of a figure that is typed instead of dropped."""
    return 0 if figure.salience > 0 else TYPED


def quote_hidden(quote: Quote) -> int:
    """Return the bit of a quote that is typed instead of dropped."""
    return TYPED if quote.kind in ("term", "title") else 0


def figure_columns(figure: Figure, text: str) -> tuple[Value, ...]:
    """Return the values of `FIGURE`; `text` is the article's."""
    f = figure
    one, other = _real(f.value), _real(f.value if f.value_hi is None else f.value_hi)
    stop, sentence = _slice(text, f.sentence_start, f.sentence)
    return (
        f.kind, plain(f.value), None if f.value_hi is None else plain(f.value_hi), min(one, other), max(one, other),
        f.unit, f.unit_key, f.approx, f.bound, f.direction, f.scope, f.about, f.attribution, f.salience, f.confidence,
        f.text, f.start, f.end, str([list(span) for span in f.mentions]), f.sentence_start, stop, sentence,
        fold_lines(f.text, f.about, f.attribution, f.unit_key),
    )  # fmt: skip


def quote_columns(quote: Quote, text: str) -> tuple[Value, ...]:
    """Return the values of `QUOTE`; `text` is the article's."""
    q = quote
    stop, sentence = _slice(text, q.sentence_start, q.sentence)
    return (
        q.kind, q.speaker, q.speaker_raw, *(q.speaker_span or (None, None)), q.role, q.cue,
        *(q.cue_span or (None, None)), q.cue_lemma, q.cue_class, q.negated, q.chain, q.confidence, q.text, q.start,
        q.end, q.sentence_start, stop, sentence, fold_lines(q.text, q.speaker, q.role),
    )  # fmt: skip


def figure_from(row: Sequence[Any]) -> Figure:
    """Return the figure of a row of `READ_FIGURE`."""
    from decimal import Decimal

    text, start, end, mentions, value, value_hi, unit, unit_key, kind, approx, *rest = row
    return Figure(
        text, start, end, spans(mentions), Decimal(value), None if value_hi is None else Decimal(value_hi),
        unit, unit_key, kind, bool(approx), *rest,
    )  # fmt: skip


def quote_from(row: Sequence[Any]) -> Quote:
    """Return the quote of a row of `READ_QUOTE`."""
    text, start, end, kind, speaker, raw, at, to, role, cue, cue_at, cue_to, lemma, group, negated, *rest = row
    return Quote(
        text, start, end, kind, speaker, raw, _span(at, to), role, cue, _span(cue_at, cue_to), lemma, group,
        bool(negated), *rest,
    )  # fmt: skip


def spans(written: str) -> tuple[Span, ...]:
    """Read `[[start, end], ...]`, the one shape that we write; quicker than importing json for it."""
    numbers = [int(number) for number in written.replace("[", "").replace("]", "").split(",") if number]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else (start, stop)


def _slice(text: str, start: int, sentence: str) -> tuple[int, str | None]:
    """Return where a sentence ends, and its words only where they are no slice of the text."""
    stop = start + len(sentence)
    return stop, None if text[start:stop] == sentence else sentence


def _real(value: "Decimal") -> float:
    """Return the nearest float; beyond its range the largest, for SQLite makes NULL of what is no number."""
    try:
        return max(-1.7e308, min(1.7e308, float(value)))
    except (OverflowError, ValueError):
        return 0.0
