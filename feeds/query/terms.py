"""What a query is made of: its terms, its fields, and how their values are read."""

import re
from difflib import get_close_matches
from typing import NamedTuple
from unicodedata import category, normalize

from feeds.spans import moment

QUOTE_KINDS = ("direct", "mixed", "indirect", "term", "title")
FIGURE_KINDS = (
    "money", "percent", "count", "measure", "duration", "age", "rate", "ratio", "index", "number", "date", "year",
    "decade", "time", "ordinal", "score", "name", "section", "phone",
)  # fmt: skip
STATES = ("new", "starred", "seen", "unseen", "rejected", "doubtful", "changed", "gone")

OF_QUOTE = frozenset(("speaker", "cue", "role"))
"""Fields that a quote has; beside each other they speak of the same quote."""
OF_FIGURE = frozenset(("unit", "about", "by", "value"))
"""Fields that a figure has; beside each other they speak of the same figure."""
FIELDS = {
    "speaker": "who speaks: any part of the name (speaker:lund)",
    "role": "the speaker's role as printed: any part of it (role:minister)",
    "cue": "how it was said: the word, its verb or its class (cue:denied)",
    "unit": "what is counted, as printed or as the key, or its beginning "
    '(unit:drones, unit:%, unit:USD, unit:"USD per barrel", unit:USD*)',
    "value": "the value: value:>100, value:<=2.5m, value:10..20, value:71",
    "about": "what a figure measures: any part of it (about:exports)",
    "by": "who gave a figure: any part of it (by:ministry)",
    "kind": "a figure's or a quote's kind (kind:money, kind:direct)",
    "text": "in the row's own words: the title, the figure, the quote (text:harbour)",
    "title": "in the article's title (title:strike)",
    "source": "the source: any part of its name (source:wires)",
    "tag": "the source has this tag (tag:world)",
    "since": "not older than: since:2d, since:90m, since:2025-07-25, since:2025-07-25T10:30",
    "before": "older than, in the same ways",
    "is": "is:new, is:starred, is:seen, is:unseen, is:rejected, is:doubtful, is:changed, is:gone",
}
"""Every field with its help."""


class Word(NamedTuple):
    """A word or phrase in title or text."""

    text: str
    prefix: bool = False
    """Only the beginning of a word (`ferr*`)."""


class Field(NamedTuple):
    """`name:value`."""

    name: str
    value: str


class Not(NamedTuple):
    """The opposite."""

    node: "Node"


class And(NamedTuple):
    """All of them."""

    nodes: tuple["Node", ...]


class Or(NamedTuple):
    """One of them or more."""

    nodes: tuple["Node", ...]


Node = Word | Field | Not | And | Or


class Range(NamedTuple):
    """What `value:` asks: a figure whose range reaches into this one."""

    low: float
    high: float
    low_open: bool = False
    """The lower end itself is out."""
    high_open: bool = False
    """The upper end itself is out."""


INFINITE = float("inf")
_NUMBER = r"([+-]?[\d,_]*\.?\d+)\s*(k|m|mn|bn|b|tn|t|%)?"
_RANGE = re.compile(rf"{_NUMBER}\.\.{_NUMBER}", re.IGNORECASE)
_COMPARED = re.compile(rf"(>=|<=|>|<|=)?{_NUMBER}", re.IGNORECASE)
_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}


def value_range(text: str) -> Range | None:
    """Read `>100`, `<=2.5m`, `10..20`, `71`; nothing where it is none of them."""
    both = _RANGE.fullmatch(text)
    if both:
        one, other = _number(both[1], both[2]), _number(both[3], both[4])
        return Range(min(one, other), max(one, other))
    found = _COMPARED.fullmatch(text)
    if not found:
        return None
    number = _number(found[2], found[3])
    if found[1] in (">", ">="):
        return Range(number, INFINITE, found[1] == ">")
    if found[1] in ("<", "<="):
        return Range(-INFINITE, number, False, found[1] == "<")
    return Range(number, number)


def number(text: str) -> float | None:
    """Read a number as `value:` takes it: 71, -0.5, 1,450, 2.5m, 1bn; nothing where it is none."""
    found = re.fullmatch(_NUMBER, text, re.IGNORECASE)
    value = _number(found[1], found[2]) if found else INFINITE
    return value if abs(value) < INFINITE else None


def _number(digits: str, scale: str | None) -> float:
    return float(digits.replace(",", "").replace("_", "")) * _SCALE.get((scale or "").lower(), 1)


def check_field(name: str, value: str) -> str:
    """Return what is wrong with a field's value, in words; nothing is good."""
    if name in ("since", "before"):
        return "" if _is_moment(value) else f"'{value}' is no time: 2d, 12h, 90m, 3w or 2025-07-25"
    if name == "value":
        return "" if value_range(value) else f"'{value}' is no value: 71, >100, <=2.5m or 10..20"
    if name in ("kind", "is"):
        return _one_of(value, STATES if name == "is" else FIGURE_KINDS + QUOTE_KINDS)
    return "" if value.strip().rstrip("*" * (name == "unit")) else "the value is empty"


def _is_moment(text: str) -> bool:
    try:
        moment(text, 0)
    except ValueError:
        return False
    return True


def _one_of(value: str, known: tuple[str, ...]) -> str:
    if value.lower() in known:
        return ""
    near = get_close_matches(value.lower(), known, 1)
    return f"there is no '{value}'; " + (f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}")


def tokens(text: str) -> list[str]:
    """Cut text into words as the full-text index does: letters and digits, without case and accents."""
    plain = "".join(c for c in normalize("NFD", text.casefold()) if not "\u0300" <= c <= "\u036f")
    return "".join(c if category(c)[0] in "LN" or category(c) == "Co" else " " for c in plain).split()
