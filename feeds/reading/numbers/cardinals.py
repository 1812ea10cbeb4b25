"""The bricks of number words: a group below a hundred, the scales after it, the decimals after `point`."""

from decimal import Decimal
from typing import NamedTuple

from feeds.reading.numbers.literals import CARDINALS, SCALES, plain
from feeds.reading.numbers.tokens import Tokens

_PLURAL_SCALES = {
    word + "s": scale
    for word, scale in SCALES.items()
    if word in {"dozen", "hundred", "thousand", "million", "billion"}
}
"""`three dozens`: a plural scale right after a number multiplies it."""
SCALE_WORDS = frozenset(SCALES) | frozenset(_PLURAL_SCALES)
MOST = Decimal(10) ** 24
"""No number of the news is larger; it keeps products of scales ("billion billion …") short and exact."""


class Number(NamedTuple):
    """A number as it stands in a sentence: tokens `first` to `last`, the latter not included."""

    first: int
    last: int
    value: Decimal
    high: Decimal | None = None
    form: str = "digits"
    """digits, words, fraction, ratio (one in five), plural (dozens)."""
    scaled: bool = False
    """A scale word or letter was part of it: `3.2 million`, `35m`."""
    suffix: str = ""
    """The letter that scaled it, where it may yet be a unit: `m`, `b`, `t`, `k`."""


def scaled_by(tokens: Tokens, at: int, value: Decimal) -> tuple[int, Decimal]:
    """Apply the scale words that follow: the token after them, and the product."""
    at, value, _ = scales(tokens, at, value)
    return at, value


def may_scale(tokens: Tokens, at: int) -> bool:
    """Tell whether a scale word, or a hyphen before one, stands at a token."""
    return tokens.low[at] in SCALE_WORDS or tokens.low[at] == "-"


def scales(tokens: Tokens, at: int, value: Decimal) -> tuple[int, Decimal, bool]:
    """Apply the scale words that follow: the token after them, the product, and whether there were any."""
    start = at
    while True:
        step = at + 1 if tokens.word[at] == "-" and tokens.low[at + 1] in SCALES else at
        scale = SCALES.get(tokens.low[step]) or (_PLURAL_SCALES.get(tokens.low[step]) if at == start else None)
        if scale is None or value * scale > MOST or (tokens.low[step] == "mil" and tokens.glued(step)):
            return at, plain(value), at > start
        at, value = step + 1, value * scale


def group_at(tokens: Tokens, at: int) -> tuple[int, Decimal]:
    """Return a number below a hundred in words, and the token after it: `twenty`, `twenty-one`."""
    low = tokens.low
    value = CARDINALS[low[at]]
    if 20 <= value <= 90:
        step = at + 2 if tokens.word[at + 1] == "-" and at + 2 < tokens.size else at + 1
        unit = CARDINALS.get(low[step])
        if unit is not None and 0 < unit < 10:
            return step + 1, value + unit
    return at + 1, value


def decimals(tokens: Tokens, at: int, whole: Decimal) -> tuple[int, Decimal]:
    """Read `point two five` after a whole number."""
    digits = ""
    step = at + 1
    while tokens.low[step] in CARDINALS and len(digits) < 12:
        after, group = group_at(tokens, step)
        digits += str(group)
        step = after
    return (step, whole + Decimal("0." + digits)) if digits else (at, whole)
