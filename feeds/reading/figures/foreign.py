"""Figures of a text that is not English: digits, money and per cent only, by the signs that all languages share."""

import re
from collections.abc import Iterator
from decimal import Decimal

from feeds.model import Figure, Span
from feeds.reading.numbers.literals import plain
from feeds.reading.numbers.units import SIGNS, SYMBOLS
from feeds.reading.page import Page
from feeds.reading.tables import load, words


def _signs() -> str:
    """Return a pattern of the signs of money, the longest first; of the letters only ISO codes."""
    signs = {"".join(sign) for sign in SIGNS}
    return "|".join(re.escape(s) for s in sorted(signs, key=len, reverse=True) if not s.isalpha() or len(s) == 3)


_SIGNS = _signs()
_LONGEST_SIGN = len(" ") + max(len("".join(sign)) for sign in SIGNS)
"""Code points of a sign of money before digits, the blank with it."""
_KEYS = {
    "".join(e.tokens): e.unit.key
    for group in reversed(SYMBOLS.values())
    for e in reversed(group)
    if e.unit.kind == "money"
}
"""What each sign stands for; of several the first."""
_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,6}(?:[.,]\d{1,2})?|\d{1,18}(?:[.,]\d{1,3})?"
_SCALES = {
    word.replace("_", " "): worth
    for name, worth in (("million", Decimal(10**6)), ("milliard", Decimal(10**9)))
    for word in words(load("abroad"), name, "abroad")
}
_DOTS = str.maketrans({"İ": "i", "ı": "i"})
"""The Turkish letters that a pattern takes for an i whatever its case, and `lower` does not."""
_SCALE = "(?i:" + "|".join(sorted(map(re.escape, _SCALES), key=len, reverse=True)) + ")"
_PERCENT = r"%|٪|％|(?i:prozent|por ciento|pour cent|per cento|procent[a-z]*|prosent|por cento|процент\w*)\b"
FIGURE = re.compile(
    rf"(?:(?P<before>{_SIGNS})\s?)?(?<![\w.,/:-])(?P<number>{_NUMBER})(?![\w/:]|[.,-]\d)"
    rf"(?:\s?(?P<scale>{_SCALE})(?!\w)\.?)?"
    rf"(?:\s?(?P<percent>{_PERCENT})|\s?(?:de |di |d['’])?(?P<after>{_SIGNS}|(?i:euros?))(?!\w))?"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+")

_FRACTION = re.compile(r"0\d{0,2}[.,]\d{3}")
"""Three digits behind a nought are no group: `0,125`."""


def read_foreign(page: Page) -> tuple[Figure, ...]:
    """Return the figures of a page in another language, those of one value and unit together."""
    groups: dict[object, list[re.Match[str]]] = {}
    for found in figures_in(page.text):
        groups.setdefault((_worth(found), *_unit(found)[1:]), []).append(found)
    places = _sentences(page, [group[0].span() for group in groups.values()])
    return tuple(
        _figure(page.text, group, span, rank)
        for rank, (group, span) in enumerate(zip(groups.values(), places, strict=True))
    )


def figures_in(text: str) -> Iterator[re.Match[str]]:
    """Yield where figures stand: the pattern, which begins with what may be missing, is asked only near a digit."""
    at = 0
    while digit := _DIGIT.search(text, at):
        found = FIGURE.search(text, max(at, digit.start() - _LONGEST_SIGN))
        if found is None:
            break
        yield found
        at = found.end()


def _worth(found: re.Match[str]) -> Decimal:
    """Return the value of a figure, its scale word included: `4,5 Mrd`."""
    value = _value(found["number"])
    return plain(value * _SCALES[found["scale"].translate(_DOTS).lower()]) if found["scale"] else value


def _value(printed: str) -> Decimal:
    """Read digits whose groups are parted by points, commas or blanks, and whose decimals by a comma or a point."""
    grouped = None if _FRACTION.fullmatch(printed) else _GROUPED.match(printed)
    if grouped is None:
        return Decimal(printed.replace(",", "."))
    whole, rest = re.sub(r"\D", "", grouped.group()), printed[grouped.end() :]
    return Decimal(f"{whole}.{rest[1:]}" if rest else whole)


def _unit(found: re.Match[str]) -> tuple[str | None, str | None, str]:
    """Return the unit as printed, its key and its kind."""
    if found["percent"]:
        return found["percent"], "percent", "percent"
    sign = found["before"] or found["after"]
    if sign and sign.lower().startswith("euro"):
        return sign, "EUR", "money"
    if sign:
        return sign, _KEYS.get(sign), "money"
    return None, None, "year" if not found["scale"] and _YEAR.fullmatch(found["number"]) else "number"


def _sentences(page: Page, places: list[Span]) -> list[Span]:
    """Return the sentence of each place, which may go on behind a point that is taken for its end: `5 Mio. Euro`."""
    found: list[Span] = []
    at = 0
    sentences = page.sentences
    for start, end in places:
        while at + 1 < len(sentences) and sentences[at][1] <= start:
            at += 1
        first, last = sentences[at]
        found.append((max(first, start - 600), max(min(last, start + 600), end)))
    return found


def _figure(text: str, group: list[re.Match[str]], span: Span, rank: int) -> Figure:
    unit, key, kind = _unit(group[0])
    start, end = group[0].span()
    mentions = tuple(found.span() for found in group)
    first = {"year": None, "number": 4}.get(kind, 2)
    salience = 0.0 if first is None else max(0.001, round(1 / (first + rank), 4))
    return Figure(
        text[start:end], start, end, mentions, _worth(group[0]), None, unit, key, kind,
        sentence=text[span[0] : span[1]], sentence_start=span[0], salience=salience, confidence=0.5,
    )  # fmt: skip
