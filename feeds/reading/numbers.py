"""The grammar of numbers: digits, words and both together, from a token on.

    number   = vulgar | a-scale | mixed fraction | fraction | ratio | cardinal
    cardinal = group {scale group}, with `and` between a scale and something smaller; digits may stand for a group

Each reader returns the number and the first token after it, or nothing, and looks at no token twice.
"""

from decimal import Decimal
from typing import NamedTuple

from feeds.reading.literals import (
    CARDINALS,
    FRACTIONS,
    ORDINALS,
    PLURALS,
    SCALES,
    SUFFIXES,
    VULGAR,
    is_literal,
    plain,
    ratio,
    value_of,
)
from feeds.reading.tokens import Tokens

_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_MOST = Decimal(10) ** 24
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


def read_number(tokens: Tokens, at: int) -> Number | None:
    """Return the longest number that starts at a token."""
    low = tokens.low[at]
    if is_literal(tokens.word[at]):
        return _digits(tokens, at)
    if low in VULGAR:
        return Number(at, *_scaled(tokens, at + 1, VULGAR[low]), None, "fraction")
    if low in {"a", "an"}:
        return _after_article(tokens, at)
    if low in {"half", "quarter"}:
        return _half(tokens, at)
    if low in PLURALS:
        return _plural(tokens, at)
    if low in CARDINALS or low in SCALES:
        return _words(tokens, at)
    return None


def _scaled(tokens: Tokens, at: int, value: Decimal) -> tuple[int, Decimal]:
    """Apply the scale words that follow: the token after them, and the product."""
    at, value, _ = _scales(tokens, at, value)
    return at, value


def _scales(tokens: Tokens, at: int, value: Decimal) -> tuple[int, Decimal, bool]:
    start = at
    while True:
        step = at + 1 if tokens.word[at] == "-" and tokens.low[at + 1] in SCALES else at
        scale = SCALES.get(tokens.low[step])
        if scale is None or value * scale > _MOST or (tokens.low[step] == "mil" and tokens.glued(step)):
            return at, plain(value), at > start
        at, value = step + 1, value * scale


def _digits(tokens: Tokens, at: int) -> Number | None:
    value = value_of(tokens.word[at])
    if value is None:
        return None
    last = at + 1
    if mixed := _mixed(tokens, last):
        last, value = mixed[0], value + mixed[1]
        last, value, scaled = _scales(tokens, last, value)
        return Number(at, last, value, None, "digits", scaled)
    if power := _power(tokens, last, value):
        return Number(at, power[0], power[1], None, "digits")
    suffix = tokens.low[last]
    if suffix in SUFFIXES and tokens.glued(last) and value * SUFFIXES[suffix] < _MOST:
        after = last + 1
        if not (tokens.word[after] in {"/", "²", "³", "^"} and tokens.glued(after)):
            sure = suffix not in {"m", "b", "t", "mm"}
            after, worth, _ = _scales(tokens, after, value * SUFFIXES[suffix])
            return Number(at, after, worth, None, "digits", sure, suffix)
    if tokens.low[last] in SCALES or tokens.word[last] == "-":
        return _compound(tokens, at, value, last)
    if suffix in {"bn", "mn", "mln", "tn", "m"} and not tokens.glued(last):
        if suffix != "m":
            return Number(at, last + 1, plain(value * SUFFIXES[suffix]), None, "digits", True, suffix)
        return Number(at, last, value)
    return Number(at, last, value)


def _compound(tokens: Tokens, at: int, value: Decimal, last: int) -> Number:
    """`4 thousand 3 hundred and 21`: digits that a scale follows go on as words do."""
    after, worth, scaled = _scales(tokens, last, value)
    if scaled and worth >= 100:
        after, worth = _rest(tokens, after, worth, worth / value)
    return Number(at, after, worth, None, "digits", scaled)


def _mixed(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`2½`, `2 1/2`, `2-1/2`: the fraction after whole digits."""
    low = tokens.low
    if low[at] in VULGAR:
        return at + 1, VULGAR[low[at]]
    if low[at] == "and" and low[at + 1] in VULGAR:
        return at + 2, VULGAR[low[at + 1]]
    step = at + 1 if tokens.word[at] == "-" else at
    if step + 2 < tokens.size and low[step + 1] == "/" and low[step].isdecimal() and low[step + 2].isdecimal():
        part, whole = low[step], low[step + 2]
        if len(part) == 1 and len(whole) <= 2 and 0 < int(part) < int(whole):
            return step + 3, ratio(Decimal(part), Decimal(whole))
    if low[at] == "and" and low[at + 1] == "a" and low[at + 2] in {"half", "quarter", "third"}:
        return at + 3, ratio(Decimal(1), FRACTIONS[low[at + 2]])
    return None


def _power(tokens: Tokens, at: int, value: Decimal) -> tuple[int, Decimal] | None:
    """`2.998×10^8`, `1.3e6`: the scientific form."""
    low, word = tokens.low, tokens.word
    step, sign = at, 1
    if low[at] in {"x", "×", "*"} and word[at + 1] == "10":
        step = at + 2
        if step < tokens.size and word[step] == "^":
            step += 1
    elif low[at] == "e" and tokens.glued(at):
        step = at + 1
    if step == at or step >= tokens.size or not tokens.glued(step):
        return None
    if word[step] in {"-", "−", "–"}:
        step, sign = step + 1, -1
    if not (word[step].isdecimal() and len(word[step]) <= 2 and int(word[step]) <= 20):
        return None
    return step + 1, plain(value.scaleb(sign * int(word[step])))


def _after_article(tokens: Tokens, at: int) -> Number | None:
    """`a million`, `a dozen`, `a hundred and twenty`, `a half`, `a third of`, `a quarter of`."""
    low = tokens.low
    following = low[at + 1]
    if following in SCALES:
        last, value = _rest(tokens, at + 2, SCALES[following], SCALES[following])
        return Number(at, last, value, None, "words", True)
    if following in FRACTIONS and low[at + 2] == "of" and not following.endswith("s"):
        return Number(at, at + 2, ratio(Decimal(1), FRACTIONS[following]), None, "fraction")
    if following == "-" and low[at + 2] in SCALES:
        return Number(at, at + 3, SCALES[low[at + 2]], None, "words", True)
    return None


def _half(tokens: Tokens, at: int) -> Number | None:
    """`half a million`, `half of`, `half the`, `quarter million`, `half-dozen`."""
    low = tokens.low
    value = _HALF if low[at] == "half" else _QUARTER
    step = at + 1
    if tokens.word[step] == "-" and low[step + 1] in SCALES:
        step += 1
    if low[step] in {"a", "an"} and step + 1 < tokens.size:
        if low[step + 1] in SCALES:
            last, product = _scaled(tokens, step + 1, value)
            return Number(at, last, product, None, "words", True)
        return Number(at, step, value, None, "fraction") if low[at] == "half" else None
    if low[step] in SCALES:
        last, product = _scaled(tokens, step, value)
        return Number(at, last, product, None, "words", True)
    if low[at] == "half":
        return Number(at, step, value, None, "fraction")
    return None


def _plural(tokens: Tokens, at: int) -> Number | None:
    """`dozens`, `hundreds of thousands`, `tens of millions`: a range of one order of magnitude."""
    low = tokens.low
    bottom, top = PLURALS[low[at]]
    last = at + 1
    while low[last] == "of" and low[last + 1] in PLURALS and low[last + 1] not in {"tens", "scores"}:
        scale = PLURALS[low[last + 1]][0] if low[last + 1] != "dozens" else Decimal(12)
        if top * scale > _MOST:
            break
        bottom, top, last = bottom * scale, top * scale, last + 2
    if low[at] in {"tens", "scores"} and low[last] != "of" and last == at + 1:
        return None
    return Number(at, last, bottom, top, "plural", True)


def _words(tokens: Tokens, at: int) -> Number | None:
    low = tokens.low
    if low[at] in SCALES:
        if low[at] not in {"hundred", "thousand", "million", "billion", "trillion", "dozen"}:
            return None
        last, value = _rest(tokens, at + 1, SCALES[low[at]], SCALES[low[at]])
        return Number(at, last, value, None, "words", True)
    last, group = _group(tokens, at)
    if fraction := _fraction(tokens, at, last, group):
        return fraction
    if low[last] == "point":
        last, group = _decimals(tokens, last, group)
    if mixed := _word_mixed(tokens, last):
        last, group = mixed[0], group + mixed[1]
    after, value, scaled = _scales(tokens, last, group)
    if scaled:
        after, value = _rest(tokens, after, value, value / group if group else value)
    return Number(at, after, value, None, "words", scaled)


def _group(tokens: Tokens, at: int) -> tuple[int, Decimal]:
    """Return a number below a hundred in words, and the token after it: `twenty`, `twenty-one`."""
    low = tokens.low
    value = CARDINALS[low[at]]
    if 20 <= value <= 90:
        step = at + 2 if tokens.word[at + 1] == "-" and at + 2 < tokens.size else at + 1
        unit = CARDINALS.get(low[step])
        if unit is not None and 0 < unit < 10:
            return step + 1, value + unit
    return at + 1, value


def _rest(tokens: Tokens, at: int, value: Decimal, scale: Decimal) -> tuple[int, Decimal]:
    """Add the smaller groups that follow a scale: `… three hundred and twenty-one`."""
    low = tokens.low
    while True:
        step, joined = at, False
        if low[step] == "and" or (low[step] == "&" and step + 1 < tokens.size):
            step, joined = step + 1, True
        part = _part(tokens, step, scale, joined)
        if part is None:
            return at, plain(value)
        at, worth, scale = part
        value += worth


def _part(tokens: Tokens, at: int, scale: Decimal, joined: bool) -> tuple[int, Decimal, Decimal] | None:
    """Return a group with its own scale, smaller than the scale before it."""
    low = tokens.low
    if low[at] == "a" and joined and low[at + 1] in {"half", "quarter", "third"}:
        return at + 2, ratio(scale, FRACTIONS[low[at + 1]]), Decimal(1)
    digits = is_literal(tokens.word[at])
    if digits:
        group = value_of(tokens.word[at])
        after = at + 1
        if group is None or (scale < 1000 and not joined) or (low[after] not in SCALES and not (joined and scale <= 100)):
            return None
    elif low[at] in CARDINALS:
        after, group = _group(tokens, at)
        if joined and FRACTIONS.get(low[after]) and low[after].endswith("s"):
            return after + 1, ratio(scale * group, FRACTIONS[low[after]]) if scale > 100 else group, Decimal(1)
        if not joined and scale < 100:
            return None
    else:
        return None
    after, worth, scaled = _scales(tokens, after, group)
    if worth >= scale or group == 0 or (scaled and low[after] == "of"):
        return None
    return after, worth, worth / group if scaled else Decimal(1)


def _fraction(tokens: Tokens, at: int, last: int, part: Decimal) -> Number | None:
    """`two-thirds`, `three quarters`, `one fifth of`, `one in five`, `nine out of 10`."""
    low, word = tokens.low, tokens.word
    step = last + 1 if word[last] == "-" else last
    whole = FRACTIONS.get(low[step])
    if whole is not None and part < whole:
        plural = low[step].endswith("s") or low[step] == "halves"
        if plural or (part == 1 and (step > last or low[step + 1] == "of" or low[step] in {"half", "quarter"})):
            return Number(at, step + 1, ratio(part, whole), None, "fraction")
    return None


def _word_mixed(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`… and a half`, `… and three quarters` after whole words."""
    low = tokens.low
    if low[at] != "and":
        return None
    if low[at + 1] in {"a", "one"} and low[at + 2] in {"half", "quarter", "third"}:
        return at + 3, ratio(Decimal(1), FRACTIONS[low[at + 2]])
    if low[at + 1] in CARDINALS and low[at + 2] in {"quarters", "thirds"}:
        return at + 3, ratio(CARDINALS[low[at + 1]], FRACTIONS[low[at + 2]])
    return None


def _decimals(tokens: Tokens, at: int, whole: Decimal) -> tuple[int, Decimal]:
    """Read `point two five` after a whole number."""
    digits = ""
    step = at + 1
    while tokens.low[step] in CARDINALS and len(digits) < 12:
        after, group = _group(tokens, step)
        digits += str(group)
        step = after
    return (step, whole + Decimal("0." + digits)) if digits else (at, whole)


def is_ordinal(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is an ordinal word, or digits with `st`, `nd`, `rd`, `th` written to them."""
    return tokens.low[at] in ORDINALS or (
        is_literal(tokens.word[at]) and tokens.low[at + 1] in {"st", "nd", "rd", "th"} and tokens.glued(at + 1)
    )
