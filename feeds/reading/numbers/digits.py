"""Numbers that start with digits: `1,234.5`, `3.2 million`, `35m`, `2 1/2`, `1.3e6`, `4 thousand 3 hundred and 21`."""

from decimal import Context, Decimal

from feeds.reading.numbers.cardinals import MOST, SCALE_WORDS, Number, may_scale, scaled_by, scales
from feeds.reading.numbers.literals import SUFFIXES, VULGAR, plain, value_of
from feeds.reading.numbers.shares import mixed, slashed
from feeds.reading.numbers.sums import rest
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import unit_before

_SPACED = frozenset({"bn", "mn", "mln", "tn", "bln", "trn", "tln", "mio", "cr"})
"""Suffixes that scale with a blank before them too."""
_MILLIONS = "MM"
"""A million in the accounts of banks, a thousand times a thousand; in small letters a millimetre."""
_CONTINUES = SCALE_WORDS | frozenset(SUFFIXES) | frozenset(VULGAR) | {_MILLIONS.lower(), "and", *"/⁄-^x×*e"}
"""What digits may go on with, but for more digits."""
_TWELVE = Context(prec=12)
_LARGEST_BASE = Decimal(10_000)


def digits_at(tokens: Tokens, at: int) -> Number | None:
    """Return the number whose digits stand at a token."""
    value = value_of(tokens.word[at])
    if value is None:
        return None
    last = at + 1
    after = tokens.low[last]
    if after not in _CONTINUES and not after[:1].isdecimal():
        return Number(at, last, value)  # most numbers are no more than their digits
    if fraction := slashed(tokens, at):
        return Number(at, *scaled_by(tokens, fraction[0], fraction[1]), None, "fraction")
    if fractional := mixed(tokens, last):
        places = len(tokens.word[at].partition(".")[2]) if tokens.word[last] in VULGAR else 0
        last, value, scaled = scales(tokens, fractional[0], value + fractional[1].scaleb(-places))
        return Number(at, last, value, None, "digits", scaled)
    if power := _power(tokens, last, value):
        return Number(at, power[0], power[1], None, "digits")
    if suffixed := _suffixed(tokens, at, value):
        return suffixed
    end, worth, scaled = scales(tokens, last, value) if may_scale(tokens, last) else (last, value, False)
    if scaled:
        if worth >= 100:
            end, worth = rest(tokens, end, worth, worth / value if value else worth, bare=False)
        return Number(at, end, worth, None, "digits", True)
    return Number(at, last, value)


def _suffixed(tokens: Tokens, at: int, value: Decimal) -> Number | None:
    """`35m`, `2.5bn`, `10k`, `3 bn`, `$1.5MM`: a letter that scales; `m`, `b` and `t` may yet be units."""
    low, word = tokens.low, tokens.word
    last = at + 1
    suffix = low[last]
    if word[last] == _MILLIONS and (money := unit_before(tokens, at)) and money.unit.kind == "money":
        return Number(at, last + 1, plain(value * SUFFIXES["m"]), None, "digits", True)
    if suffix not in SUFFIXES or value * SUFFIXES[suffix] >= MOST:
        return None
    if not tokens.glued(last) and not (
        suffix in _SPACED or (suffix == "k" and word[last] == "k" and not low[last + 1].isalpha())
    ):
        return None
    if word[last + 1] in {"/", "²", "³", "^"} and tokens.glued(last + 1):
        return None
    sure = suffix not in {"m", "b", "t"}
    after, worth, _ = scales(tokens, last + 1, value * SUFFIXES[suffix])
    return Number(at, after, worth, None, "digits", sure, suffix)


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
    elif word[at] == "e" and tokens.glued(at):
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
    if word[at] in {"-", "+"}:
        sign, at = (-1 if word[at] == "-" else 1), at + 1
    if not (word[at].isdecimal() and len(word[at]) <= 2 and base and abs(base) < _LARGEST_BASE):
        return None
    value = base ** (sign * int(word[at]))
    return (at + 1, plain(_TWELVE.plus(value))) if abs(value) < MOST else None
