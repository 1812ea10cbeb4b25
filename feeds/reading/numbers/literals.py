"""Number words and the value of digits: the tables, and exact decimals made from them."""

from decimal import Context, Decimal

from feeds.reading.remembering import remembered
from feeds.reading.tables import TableError, load

_NUMBERS = load("numbers")


def section(name: str) -> dict[str, Decimal]:
    """Return a table of numbers.toml, its words as keys."""
    rows = _NUMBERS.get(name)
    if not isinstance(rows, dict):
        raise TableError(f"numbers.toml: {name} is missing")
    return {word: Decimal(value) for word, value in rows.items()}


def _ranges(name: str) -> dict[str, tuple[Decimal, Decimal]]:
    rows = _NUMBERS.get(name)
    if not isinstance(rows, dict):
        raise TableError(f"numbers.toml: {name} is missing")
    return {word: (Decimal(pair.split()[0]), Decimal(pair.split()[1])) for word, pair in rows.items()}


CARDINALS = section("cardinals")
SCALES = section("scales")
SUFFIXES = section("suffixes")
FRACTIONS = section("fractions")
ORDINALS = section("ordinals")
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""What is glued to digits that are an ordinal: `2nd`."""
VULGAR = section("vulgar")
PLURALS = _ranges("plurals")
LONGEST = 24
"""Digits of the longest literal that is a number; a longer run is an account, a hash or nonsense."""
_SIX_DIGITS = Decimal("0.000001")
_ONE = Decimal(1)
_WIDE = Context(prec=60)
"""Wide enough for the largest number with six digits after the point."""
_BLANKS = dict.fromkeys(map(ord, ", \u00a0\u202f\u2009"))


def is_literal(word: str) -> bool:
    """Tell whether a token is written in digits."""
    return word[:1].isdecimal() or (word[:1] == "." and word[1:2].isdecimal())


@remembered(5_000)
def value_of(literal: str) -> Decimal | None:
    """Return what the digits are worth, exactly; nothing where they are too many to be a number."""
    if len(literal) > LONGEST:
        return None
    if literal.count(".") > 1 or "." in literal[: literal.find(",") + 1]:
        literal = literal.replace(".", "").replace(",", ".")
    return Decimal(literal.translate(_BLANKS))


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """Return a fraction: exact where it ends within six digits, else to six digits."""
    return plain((part / whole).quantize(_SIX_DIGITS, context=_WIDE))


def plain(value: Decimal) -> Decimal:
    """Return the same value without trailing zeros and without an exponent."""
    value = value.normalize()
    return value.quantize(_ONE, context=_WIDE) if "E+" in str(value) else value
