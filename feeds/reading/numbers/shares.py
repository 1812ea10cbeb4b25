"""Parts of a whole (`two-thirds`, `2½`, `3/4`, `… and a half`), and what tells them from a row or a time."""

from decimal import Decimal

from feeds.reading.numbers.cardinals import Number, group_at, scales
from feeds.reading.numbers.literals import CARDINALS, FRACTIONS, ORDINAL_ENDINGS, ORDINALS, SCALES, VULGAR, ratio
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import unit_after
from feeds.reading.tables import word_set, words_around

_AFTER_SHARE = word_set(
    "of the that those these which was is were are has have in by to from as and or more less its their his her for "
    "on at with over under than since after before this last next"
)
_HALF_AFTER = word_set("of the a an its their his her our my your that this these those all as")
_HALF_BEFORE = word_set("than about nearly almost over by roughly around approximately under just only exactly another")
_PERIODS = word_set("latter opening early other better final closing last next top bottom")
"""Before these a half is a time, a side or no number at all: `her better half`."""
_THEN = word_set("since in over from to on last this during after between compared")
_SHARE_BEFORE = word_set(
    "by nearly almost about than over up down roughly around approximately below above under just and"
)
_MOVES = (words_around("moves", "up") | words_around("moves", "down")) - word_set("add added adds adding cut")
"""After these a third is how far something moved; `added a third` is the next in a row."""
_AS_MUCH = word_set("much many")


def fraction_at(tokens: Tokens, at: int, last: int, part: Decimal) -> Number | None:
    """`two-thirds`, `three quarters`, `one fifth`, `twenty-three fifths`, `two thirds of a million`."""
    low, word = tokens.low, tokens.word
    step = last + 1 if word[last] == "-" else last
    if low[step] in CARDINALS and CARDINALS[low[step]] >= 20 and part < 20 and (many := _many(tokens, step)):
        return Number(at, many[0], ratio(part, many[1]), None, "fraction")
    whole = FRACTIONS.get(low[step])
    if whole is None or part == 0:
        return None
    plural = low[step].endswith("s") or low[step] == "halves"
    alone = not low[step + 1][:1].isalpha() or low[step + 1] in _AFTER_SHARE or word[last] == "-"
    single = part == 1 and low[step + 1] != "-" and alone  # `a one-third stake`
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
    after, worth, scaled = scales(tokens, step, value)
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


def added_fraction(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`… and a half`, `…-and-a-half`, `… and three quarters`, `… and two thirds` after a whole number."""
    low = tokens.low
    if low[at] == "-" and low[at : at + 6] == ["-", "and", "-", "a", "-", "half"]:
        return at + 6, ratio(Decimal(1), Decimal(2))
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
        after, part = group_at(tokens, at + 1)
        whole = FRACTIONS.get(low[after])
        if whole and 0 < part < whole and low[after].endswith("s") and low[after + 1] != "of":
            return after + 1, ratio(part, whole)
    return None


def slashed(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
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


def mixed(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """`2½`, `2 1/2`, `2-1/2`: the fraction after whole digits."""
    low = tokens.low
    if low[at] in VULGAR:
        return at + 1, VULGAR[low[at]]
    if low[at] == "and" and low[at + 1] in VULGAR:
        return at + 2, VULGAR[low[at + 1]]
    step = at + 1 if tokens.word[at] == "-" else at
    if step + 2 < tokens.size and (fraction := slashed(tokens, step)) and len(low[step]) == 1:
        return fraction
    return added_fraction(tokens, at)


def is_half(tokens: Tokens, at: int) -> bool:
    """Tell a share (`half of`, `more than half`, `half-hour`) from a time or a name (`this half`, `half-staff`)."""
    low = tokens.low
    if tokens.word[at + 1] == "-":
        return unit_after(tokens, at + 2) is not None
    before = low[at - 1] if at else ""
    if before in ORDINALS or before in _PERIODS or before in ORDINAL_ENDINGS:
        return False  # `the first half of the year`, `the 2nd half`
    if low[at + 1] in _HALF_AFTER:
        return True
    return before in _HALF_BEFORE or tokens.size == 1


def is_share(tokens: Tokens, at: int) -> bool:
    """Tell whether `a third` is a part and not the next in a row: `of` follows, or `by`, `nearly` stand before."""
    low = tokens.low
    if low[at + 2] == "of":
        return True
    before = low[at - 1] if at else ""
    if not at and low[at + 2] == "":
        return True  # `a fifth` alone
    if at and low[at - 1] == "which":
        return low[at + 2] in _AFTER_SHARE  # `£5m, of which a third has arrived`
    if low[at + 2] == "as" and low[min(at + 3, tokens.size)] in _AS_MUCH:
        return True
    if low[at + 2] in {"more", "less", "fewer", "larger", "smaller", "higher", "lower", "bigger"} and (
        low[at + 1] != "third" or low[min(at + 3, tokens.size)] == "than"
    ):
        return True
    return (before in _SHARE_BEFORE or before in _MOVES) and (not low[at + 2][:1].isalpha() or low[at + 2] in _THEN)
