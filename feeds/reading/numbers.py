"""The grammar of numbers: digits, words and both together, from a token on.

    number   = vulgar | a-scale | mixed fraction | fraction | ratio | cardinal
    cardinal = group {scale group}, with `and` between a scale and something smaller; digits may stand for a group

Each reader returns the number and the first token after it, or nothing, and looks at no token twice.
"""

from decimal import Context, Decimal
from typing import NamedTuple

from feeds.reading.literals import (
    CARDINALS,
    FRACTIONS,
    ORDINALS,
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
from feeds.reading.units import unit_after

_SPACED = frozenset({"bn", "mn", "mln", "tn", "bln", "trn", "tln", "mio"})
"""Suffixes that scale with a blank before them too."""
_PLURAL_SCALES = {
    word + "s": scale
    for word, scale in SCALES.items()
    if word in {"dozen", "hundred", "thousand", "million", "billion"}
}
"""`three dozens`: a plural scale right after a number multiplies it."""
_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_THOUSAND = Decimal(1000)
_AFTER_SHARE = frozenset(
    "of the that those these which was is were are has have in by to from as and or more less its their his her for on at with "
    "over under than since after before this last next".split()
)
_HALF_AFTER = frozenset("of the a an its their his her our my your that this these those all as".split())
_HALF_BEFORE = frozenset(
    "than about nearly almost over by roughly around approximately under just only exactly another".split()
)
_SHARE_BEFORE = frozenset(
    "by nearly almost about than over up down roughly around approximately below above under just and".split()
)
_TWELVE = Context(prec=12)
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
    if low.endswith("fold") and low[:-4] in CARDINALS:
        return Number(at, at + 1, CARDINALS[low[:-4]], None, "fold")
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
        scale = SCALES.get(tokens.low[step]) or (_PLURAL_SCALES.get(tokens.low[step]) if at == start else None)
        if scale is None or value * scale > _MOST or (tokens.low[step] == "mil" and tokens.glued(step)):
            return at, plain(value), at > start
        at, value = step + 1, value * scale


def _digits(tokens: Tokens, at: int) -> Number | None:
    value = value_of(tokens.word[at])
    if value is None:
        return None
    last = at + 1
    if fraction := _slashed(tokens, at):
        return Number(at, *_scaled(tokens, fraction[0], fraction[1]), None, "fraction")
    if mixed := _mixed(tokens, last):
        last, value, scaled = _scales(tokens, mixed[0], value + mixed[1])
        return Number(at, last, value, None, "digits", scaled)
    if power := _power(tokens, last, value):
        return Number(at, power[0], power[1], None, "digits")
    if suffixed := _suffixed(tokens, at, value):
        return suffixed
    after, worth, scaled = _scales(tokens, last, value)
    if scaled:
        if worth >= 100:
            after, worth = _rest(tokens, after, worth, worth / value if value else worth)
        return Number(at, after, worth, None, "digits", True)
    return Number(at, last, value)


def _suffixed(tokens: Tokens, at: int, value: Decimal) -> Number | None:
    """`35m`, `2.5bn`, `10k`, `3 bn`: a letter that scales; `m`, `b` and `t` may yet be units."""
    low, word = tokens.low, tokens.word
    last = at + 1
    suffix = low[last]
    if suffix not in SUFFIXES or value * SUFFIXES[suffix] >= _MOST:
        return None
    if not tokens.glued(last) and not (
        suffix in _SPACED or (suffix == "k" and word[last] == "k" and not low[last + 1].isalpha())
    ):
        return None
    if word[last + 1] in {"/", "²", "³", "^"} and tokens.glued(last + 1):
        return None
    sure = suffix not in {"m", "b", "t"}
    after, worth, _ = _scales(tokens, last + 1, value * SUFFIXES[suffix])
    return Number(at, after, worth, None, "digits", sure, suffix)


def _slashed(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`3/4`, `1/10`: digits as a fraction; `9/11` and `24/7` are names."""
    word = tokens.word
    if word[at + 1] not in {"/", "⁄"} or at + 2 >= tokens.size or not (tokens.glued(at + 1) and tokens.glued(at + 2)):
        return None
    part, whole = word[at], word[at + 2]
    if not (part.isdecimal() and whole.isdecimal() and len(part) <= 2 and len(whole) <= 3):
        return None
    if not 0 < int(part) < int(whole) or whole == "11" or (word[at + 3] == "/" and tokens.glued(at + 3)):
        return None
    return at + 3, ratio(Decimal(part), Decimal(whole))


def _mixed(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`2½`, `2 1/2`, `2-1/2`: the fraction after whole digits."""
    low = tokens.low
    if low[at] in VULGAR:
        return at + 1, VULGAR[low[at]]
    if low[at] == "and" and low[at + 1] in VULGAR:
        return at + 2, VULGAR[low[at + 1]]
    step = at + 1 if tokens.word[at] == "-" else at
    if step + 2 < tokens.size and (fraction := _slashed(tokens, step)) and len(low[step]) == 1:
        return fraction
    return _added_fraction(tokens, at)


def _power(tokens: Tokens, at: int, value: Decimal) -> tuple[int, Decimal] | None:
    """`2.998×10^8`, `1.3e6`: the scientific form."""
    low, word = tokens.low, tokens.word
    step, sign = at, 1
    if word[at] == "^" and tokens.glued(at):
        return _raised(tokens, at + 1, value)
    if low[at] in {"x", "×", "*"} and word[at + 1] == "10":
        step = at + 2
        if step < tokens.size and word[step] == "^":
            step += 1
    elif low[at] == "e" and tokens.glued(at):
        step = at + 1
    if step == at or step >= tokens.size or not tokens.glued(step):
        return None
    if word[step] in {"-", "−", "–", "+"} and step + 1 < tokens.size:
        step, sign = step + 1, 1 if word[step] == "+" else -1
    if not (word[step].isdecimal() and len(word[step]) <= 2 and int(word[step]) <= 20):
        return None
    return step + 1, plain(value.scaleb(sign * int(word[step])))


def _raised(tokens: Tokens, at: int, base: Decimal) -> tuple[int, Decimal] | None:
    """`2^10`, `1.1^-3`: a power, to twelve digits where it does not end before."""
    word = tokens.word
    sign = 1
    while word[at] in {"-", "+"} and at < tokens.size:
        sign, at = (-1 if word[at] == "-" else 1), at + 1
    if not (word[at].isdecimal() and len(word[at]) <= 2 and base and abs(base) < _THOUSAND * 10):
        return None
    value = base ** (sign * int(word[at]))
    return (at + 1, plain(_TWELVE.plus(value))) if abs(value) < _MOST else None


def _after_article(tokens: Tokens, at: int) -> Number | None:
    """`a million`, `a dozen`, `a hundred and twenty`, `a third of`, `by a quarter`."""
    low = tokens.low
    start = at + 2 if tokens.word[at + 1] == "-" else at + 1
    if low[start] in SCALES:
        last, value, _ = _hundreds(tokens, start, Decimal(1))
        if fraction := _fraction(tokens, at, last, value):
            return fraction
        after, value, scaled = _scales(tokens, last, value)
        last, value = _rest(
            tokens, after, value, value if value < _THOUSAND and not scaled else _last_scale(tokens, after)
        )
        return Number(at, last, value, None, "words", True)
    whole = FRACTIONS.get(low[at + 1])
    if whole and not low[at + 1].endswith("s") and _is_share(tokens, at):
        return Number(at, at + 2, ratio(Decimal(1), whole), None, "fraction")
    return None


def _last_scale(tokens: Tokens, after: int) -> Decimal:
    return SCALES.get(tokens.low[after - 1], Decimal(1))


def _is_share(tokens: Tokens, at: int) -> bool:
    """Tell whether `a third`, `a fifth` is a part and not the next in a row: `of` follows, or `by`, `nearly` stand before."""
    low = tokens.low
    if low[at + 2] == "of":
        return True
    before = low[at - 1] if at else ""
    if (
        low[at + 2] in {"more", "less", "fewer", "larger", "smaller", "higher", "lower", "bigger"}
        and low[at + 1] != "third"
    ):
        return True
    return before in _SHARE_BEFORE and not low[at + 2][:1].isalpha()


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
    if low[at] == "half" and _is_half(tokens, at):
        return Number(at, at + 1, value, None, "fraction")
    return None


def _is_half(tokens: Tokens, at: int) -> bool:
    """Tell a share (`half of`, `half the`, `more than half`, `half-hour`) from a time or a name (`this half`, `half-staff`)."""
    low = tokens.low
    if tokens.word[at + 1] == "-":
        return unit_after(tokens, at + 2) is not None
    if low[at + 1] in _HALF_AFTER:
        return True
    return (low[at - 1] if at else "") in _HALF_BEFORE or tokens.size == 1


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
    if low[at] in SCALES and low[at] not in {"hundred", "thousand", "million", "billion", "trillion", "dozen"}:
        return None
    start, group = (at, Decimal(1)) if low[at] in SCALES else _group(tokens, at)
    if fraction := _fraction(tokens, at, start, group):
        return fraction
    last, group, hundred = _hundreds(tokens, start, group)
    if hundred and (fraction := _fraction(tokens, at, last, group)):
        return fraction
    if low[last] == "point":
        last, group = _decimals(tokens, last, group)
    if mixed := _added_fraction(tokens, last):
        last, group = mixed[0], group + mixed[1]
    after, value, scaled = _scales(tokens, last, group)
    if scaled:
        after, value = _rest(tokens, after, value, value / group if group else value)
        if low[after] == "point":
            after, value = _decimals(tokens, after, value)
    return Number(at, after, value, None, "words", scaled or hundred)


def _hundreds(tokens: Tokens, at: int, group: Decimal) -> tuple[int, Decimal, bool]:
    """Go on with `hundred and twenty-one`: the token after it, the value, and whether there was a hundred."""
    low = tokens.low
    step = at + 1 if tokens.word[at] == "-" and low[at + 1] == "hundred" else at
    if low[step] != "hundred" or group >= 100 or group == 0:
        return at, group, False
    at, value = step + 1, group * 100
    joined = low[at] in {"and", "&"}
    step = at + 1 if joined else at
    if joined and _added_fraction(tokens, at):
        return at, value, True
    if low[step] in CARDINALS and CARDINALS[low[step]] > 0:
        after, rest = _group(tokens, step)
        return after, value + rest, True
    if joined and tokens.word[step].isdecimal() and len(tokens.word[step]) <= 2:
        return step + 1, value + Decimal(tokens.word[step]), True
    return at, value, True


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
    while True:
        joined = tokens.low[at] in {"and", "&"} and at + 1 < tokens.size
        if fraction := _added_fraction(tokens, at):
            last, part = fraction
            after, part, scaled = _scales(tokens, last, part)
            return after, plain(value + (part if scaled or scale <= 100 else part * scale))
        part_of = _part(tokens, at + 1 if joined else at, scale, joined)
        if part_of is None:
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
        after, group = _group(tokens, at)
        after, group, _ = _hundreds(tokens, after, group)
    else:
        return None
    if low[after] in {"out", "in"} and joined:
        return None
    after, worth, scaled = _scales(tokens, after, group)
    if worth >= scale or group == 0:
        return None
    return after, worth, worth / group if scaled else Decimal(1)


def _fraction(tokens: Tokens, at: int, last: int, part: Decimal) -> Number | None:
    """`two-thirds`, `three quarters`, `one fifth`, `twenty-three fifths`, `two thirds of a million`."""
    low, word = tokens.low, tokens.word
    step = last + 1 if word[last] == "-" else last
    if low[step] in CARDINALS and CARDINALS[low[step]] >= 20 and part < 20 and (many := _many(tokens, step)):
        return Number(at, many[0], ratio(part, many[1]), None, "fraction")
    whole = FRACTIONS.get(low[step])
    if whole is None or part == 0:
        return None
    plural = low[step].endswith("s") or low[step] == "halves"
    single = part == 1 and low[step + 1] != "-" and (not low[step + 1][:1].isalpha() or low[step + 1] in _AFTER_SHARE)
    if not plural and not single:
        return None
    if plural and part >= whole and step + 1 < tokens.size and low[step + 1] == "of":
        return None
    value = ratio(part, whole)
    step += 1
    if low[step] == "of" and low[step + 1] in {"a", "an"} and low[min(step + 2, tokens.size)] in SCALES:
        step += 2
        value = part / whole
    elif low[step] in SCALES:
        value = part / whole
    after, worth, scaled = _scales(tokens, step, value)
    return Number(at, after, _rounded(worth), None, "words" if scaled else "fraction", scaled)


def _many(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`twenty-fifth`, `twenty-firsts`: a denominator above twenty, and the token after it."""
    low = tokens.low
    step = at + 2 if tokens.word[at + 1] == "-" else at + 1
    unit = ORDINALS.get(low[min(step, tokens.size)].removesuffix("s"))
    if unit is None or unit >= 10:
        return None
    return step + 1, CARDINALS[low[at]] + unit


def _rounded(value: Decimal) -> Decimal:
    return ratio(value, Decimal(1))


def _added_fraction(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`… and a half`, `… and three quarters`, `… and two thirds` after a whole number."""
    low = tokens.low
    if low[at] != "and" or at + 2 >= tokens.size + 1:
        return None
    if low[at + 1] in {"a", "one"}:
        whole = FRACTIONS.get(low[at + 2])
        if whole is None or low[at + 2].endswith("s") or low[min(at + 3, tokens.size)] == "of":
            return None
        if low[at + 2] not in {"half", "quarter"} and low[min(at + 3, tokens.size)][:1].isalpha():
            return None
        return at + 3, ratio(Decimal(1), whole)
    if low[at + 1] in CARDINALS:
        after, part = _group(tokens, at + 1)
        whole = FRACTIONS.get(low[after])
        if whole and 0 < part < whole and low[after].endswith("s") and low[after + 1] != "of":
            return after + 1, ratio(part, whole)
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
