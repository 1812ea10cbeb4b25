"""Groups and scales added up: `two hundred and fifty-four`, `… million three hundred thousand and twenty-one`."""

from decimal import Decimal

from feeds.reading.numbers.cardinals import group_at, scales
from feeds.reading.numbers.literals import CARDINALS, SCALES, is_literal, plain, value_of
from feeds.reading.numbers.shares import added_fraction
from feeds.reading.numbers.tokens import Tokens

_BARE = 100
"""Below it a number word after `and` counts something of its own, where digits with a scale stand before it."""


def hundreds(tokens: Tokens, at: int, group: Decimal) -> tuple[int, Decimal, bool]:
    """Go on with `hundred and twenty-one`: the token after it, the value, and whether there was a hundred."""
    low = tokens.low
    step = at + 1 if tokens.word[at] == "-" and low[at + 1] == "hundred" else at
    if low[step] != "hundred" or group >= 100 or group == 0:
        return at, group, False
    at, value = step + 1, group * 100
    joined = low[at] in {"and", "&"}
    step = at + 1 if joined else at
    if joined and added_fraction(tokens, at):
        return at, value, True
    if low[step] in CARDINALS and CARDINALS[low[step]] > 0:
        after, rest = group_at(tokens, step)
        return after, value + rest, True
    if joined and tokens.word[step].isdecimal() and len(tokens.word[step]) <= 2:
        return step + 1, value + Decimal(tokens.word[step]), True
    return at, value, True


def rest(tokens: Tokens, at: int, value: Decimal, scale: Decimal, *, bare: bool = True) -> tuple[int, Decimal]:
    """Add the smaller groups that follow a scale: `… three hundred and twenty-one`.

    Without `bare` a group needs a scale of its own: `$25 million and two ships` are two quantities.
    """
    while True:
        joined = tokens.low[at] in {"and", "&"} and at + 1 < tokens.size
        if fraction := added_fraction(tokens, at):
            last, part = fraction
            after, part, scaled = scales(tokens, last, part)
            return after, plain(value + (part if scaled or scale <= 100 else part * scale))
        part_of = _part(tokens, at + 1 if joined else at, scale, joined)
        if part_of is None or (joined and not bare and scale > _BARE and part_of[2] == 1 and part_of[1] < _BARE):
            return at, plain(value)
        at, worth, scale = part_of
        value += worth


def _part(tokens: Tokens, at: int, scale: Decimal, joined: bool) -> tuple[int, Decimal, Decimal] | None:
    """Return a group with its own scale, smaller than the scale before it."""
    low = tokens.low
    if is_literal(tokens.word[at]):
        digits = value_of(tokens.word[at])
        after = at + 1
        if digits is None or (low[after] not in SCALES and not (joined and scale <= 100)):
            return None
        group = digits
    elif low[at] in CARDINALS:
        after, group = group_at(tokens, at)
        after, group, _ = hundreds(tokens, after, group)
    else:
        return None
    if low[after] in {"out", "in"} and joined:
        return None
    after, worth, scaled = scales(tokens, after, group)
    if worth >= scale or group == 0:
        return None
    return after, worth, worth / group if scaled else Decimal(1)
