"""Numbers that are no figures are typed instead of dropped: this is the order in which the types are tried."""

from feeds.reading.figures.clock import spoken_time
from feeds.reading.figures.dashed import spelt
from feeds.reading.figures.dates import numeric_date, read_when
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.names import read_name
from feeds.reading.figures.titles import read_one, read_scale, read_title
from feeds.reading.numbers.literals import CARDINALS, ORDINAL_ENDINGS, ORDINALS, SCALES, is_literal, value_of
from feeds.reading.numbers.tokens import Tokens

TYPED = frozenset({"date", "year", "decade", "time", "ordinal", "score", "name", "section", "phone"})
"""The kinds that are no figures; their salience is 0."""
NOTHING = "nothing"
"""The kind of a `one` that stands for somebody: `no one`, `the one who`."""


def read_typed(tokens: Tokens, at: int) -> Draft | None:
    """Return the number that starts at a token, where it is no figure."""
    if is_literal(tokens.word[at]):
        if tokens.start[at + 1] == tokens.end[at] and (
            found := _ordinal_literal(tokens, at) or numeric_date(tokens, at)
        ):
            return found
        return read_name(tokens, at) or read_when(tokens, at)
    low = tokens.low[at]
    if low in ORDINALS:
        return _ordinal_word(tokens, at)
    if low in CARDINALS and (found := spoken_time(tokens, at) or spelt(tokens, at) or read_title(tokens, at)):
        return found
    if low in SCALES:
        return read_scale(tokens, at)
    return read_one(tokens, at) if low == "one" else None


def _ordinal_literal(tokens: Tokens, at: int) -> Draft | None:
    if tokens.low[at + 1] not in ORDINAL_ENDINGS or not tokens.glued(at + 1):
        return None
    if tokens.low[at + 2] == "of" and tokens.word[min(at + 3, tokens.size)][:1].isupper():
        return None if read_when(tokens, at) is None else read_when(tokens, at)
    value = value_of(tokens.word[at])
    return Draft(tokens, at, at + 2, value, "ordinal") if value is not None else None


def _ordinal_word(tokens: Tokens, at: int) -> Draft | None:
    """`third`; `second` as a time is left to the units."""
    low = tokens.low
    before = low[at - 1] if at else ""
    if low[at] == "second" and (before in {"a", "per", "split", "each", "every"} or before[:1].isdecimal()):
        return None
    return Draft(tokens, at, at + 1, ORDINALS[low[at]], "ordinal")
