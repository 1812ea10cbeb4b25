"""The grammar of numbers: digits, words and both together, from a token on.

    number   = digits | vulgar fraction | article scale | half | plural scale | words
    words    = group [hundred [and] group] {scale [and] group}, or a fraction of these

Each reader returns the number and the first token after it, or nothing, and reads a bounded number of tokens.
"""

from decimal import Decimal

from feeds.reading.numbers.cardinals import MOST, Number, decimals, group_at, scaled_by, scales
from feeds.reading.numbers.digits import digits_at
from feeds.reading.numbers.literals import CARDINALS, FRACTIONS, PLURALS, SCALES, VULGAR, is_literal, ratio
from feeds.reading.numbers.shares import added_fraction, fraction_at, is_half, is_share
from feeds.reading.numbers.sums import hundreds, rest
from feeds.reading.numbers.tokens import Tokens

__all__ = ["VAGUE", "Number", "read_number"]

_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_THOUSAND = Decimal(1000)
VAGUE = frozenset({"several", "few"})
"""Before a scale they make a range of it."""
_PARTS = frozenset({"half", "quarter"})
_OPENERS = VAGUE | _PARTS | {"a", "an"}


def read_number(tokens: Tokens, at: int) -> Number | None:
    """Return the longest number that starts at a token."""
    low = tokens.low[at]
    if is_literal(tokens.word[at]):
        return digits_at(tokens, at)
    if low in VULGAR:
        return Number(at, *scaled_by(tokens, at + 1, VULGAR[low]), None, "fraction")
    if low in _OPENERS:
        return _opened(tokens, at)
    if low in PLURALS:
        return _plural(tokens, at)
    if low.endswith("fold") and (times := CARDINALS.get(low[:-4]) or SCALES.get(low[:-4])):
        return Number(at, at + 1, times, None, "fold")
    if low in CARDINALS or low in SCALES:
        return _words(tokens, at)
    return None


def _opened(tokens: Tokens, at: int) -> Number | None:
    """Return what a word opens that is no number itself: `a million`, `half of`, `several hundred`."""
    low = tokens.low[at]
    if low in VAGUE:
        return _vague(tokens, at, at + 1)
    return _half(tokens, at) if low in _PARTS else _after_article(tokens, at)


def _after_article(tokens: Tokens, at: int) -> Number | None:
    """Return what an article opens: `a million`, `a dozen`, `a hundred and twenty`, `a third of`."""
    low = tokens.low
    if low[at + 1] in VAGUE:
        return _vague(tokens, at, at + 2)
    start = at + 2 if tokens.word[at + 1] == "-" else at + 1
    if low[start] in SCALES:
        last, value, _ = hundreds(tokens, start, Decimal(1))
        if fraction := fraction_at(tokens, at, last, value):
            return fraction
        after, value, scaled = scales(tokens, last, value)
        last, value = rest(
            tokens, after, value, value if value < _THOUSAND and not scaled else _last_scale(tokens, after)
        )
        return Number(at, last, value, None, "words", True)
    whole = FRACTIONS.get(low[at + 1])
    if whole and low[at + 2 : at + 4] == ["of", "a"] and low[min(at + 4, tokens.size)] in SCALES:
        return fraction_at(tokens, at, at + 1, Decimal(1))  # `a quarter of a million`
    if whole and not low[at + 1].endswith("s") and is_share(tokens, at):
        return Number(at, at + 2, ratio(Decimal(1), whole), None, "fraction")
    return None


def _vague(tokens: Tokens, at: int, start: int) -> Number | None:
    """`several hundred`, `a few thousand`: from one to ten of the scale, as `hundreds` are."""
    low = tokens.low
    if low[start] not in SCALES:
        return None
    last, bottom, _ = scales(tokens, start, Decimal(1))
    first, top = PLURALS.get(f"{low[start]}s", (bottom, bottom * 10)) if last == start + 1 else (bottom, bottom * 10)
    return Number(at, last, first, top, "words", True)


def _last_scale(tokens: Tokens, after: int) -> Decimal:
    return SCALES.get(tokens.low[after - 1], Decimal(1))


def _half(tokens: Tokens, at: int) -> Number | None:
    """`half a million`, `half of`, `half the`, `quarter million`, `half-dozen`."""
    low = tokens.low
    value = _HALF if low[at] == "half" else _QUARTER
    step = at + 1
    if tokens.word[step] == "-" and low[step + 1] in SCALES:
        step += 1
    if low[step] in {"a", "an"} and step + 1 < tokens.size:
        if low[step + 1] in SCALES:
            last, product = scaled_by(tokens, step + 1, value)
            return Number(at, last, product, None, "words", True)
        return Number(at, step, value, None, "fraction") if low[at] == "half" else None
    if low[step] in SCALES:
        last, product = scaled_by(tokens, step, value)
        return Number(at, last, product, None, "words", True)
    if low[at] == "half" and is_half(tokens, at):
        return Number(at, at + 1, value, None, "fraction")
    return None


def _plural(tokens: Tokens, at: int) -> Number | None:
    """`dozens`, `hundreds of thousands`, `tens of millions`: a range of one order of magnitude."""
    low = tokens.low
    bottom, top = PLURALS[low[at]]
    last = at + 1
    while low[last] == "of" and low[last + 1] in PLURALS and low[last + 1] not in {"tens", "scores"}:
        scale = PLURALS[low[last + 1]][0] if low[last + 1] != "dozens" else Decimal(12)
        if top * scale > MOST:
            break
        bottom, top, last = bottom * scale, top * scale, last + 2
    if low[at] in {"tens", "scores"} and low[last] != "of" and last == at + 1:
        return None
    return Number(at, last, bottom, top, "plural", True)


def _words(tokens: Tokens, at: int) -> Number | None:
    low = tokens.low
    if low[at] in SCALES and low[at] not in {"hundred", "thousand", "million", "billion", "trillion", "dozen"}:
        return None
    start, group = (at, Decimal(1)) if low[at] in SCALES else group_at(tokens, at)
    if fraction := fraction_at(tokens, at, start, group):
        return fraction
    last, group, hundred = hundreds(tokens, start, group)
    if hundred and (fraction := fraction_at(tokens, at, last, group)):
        return fraction
    if low[last] == "point":
        last, group = decimals(tokens, last, group)
    if more := added_fraction(tokens, last):
        last, group = more[0], group + more[1]
    after, value, scaled = scales(tokens, last, group)
    if scaled:
        after, value = rest(tokens, after, value, value / group if group else value)
        if low[after] == "point":
            after, value = decimals(tokens, after, value)
    return Number(at, after, value, None, "words", scaled or hundred)
