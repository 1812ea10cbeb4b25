"""Ids that stay the same over runs, re-readings and machines: no offset, revision, kind or speaker goes into one.

All are 16 hexadecimal digits. The first eight of a figure's or a quote's are those of its article, so that it is found
by the index of articles: one of its own would be the dearest part of storing an article with ten of them.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from feeds.model import Figure, Quote, Reading

if TYPE_CHECKING:
    from decimal import Decimal

SHARED = 8
"""Digits that the id of a figure or quote begins with as its article's does."""


def article_id(source: str, guid: str) -> str:
    """Return the id of the article that `source` (its key) calls `guid`."""
    return _hash("article", source, guid)


def figure_ids(article: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the ids of an article's figures: value and unit, and which of several such."""
    return _numbered(article, "figure", (_figure_name(f) for f in figures))


def quote_ids(article: str, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the ids of an article's quotes: the words, and which of several such."""
    return _numbered(article, "quote", (" ".join(q.text.casefold().split()) for q in quotes))


def ids_of(article: str, reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of all figures and of all quotes of an article."""
    return figure_ids(article, reading.figures), quote_ids(article, reading.quotes)


def plain(value: "Decimal") -> str:
    """Write an exact value without exponent and without idle zeros: 3.20E+9 and 3200000000.0 are both 3200000000."""
    text = str(value)  # not normalize(): it rounds to the 28 digits of the decimal context
    if "E" in text:
        text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _figure_name(figure: Figure) -> str:
    high = "" if figure.value_hi is None else plain(figure.value_hi)
    return f"{plain(figure.value)}|{high}|{figure.unit_key or ''}"


def _numbered(article: str, what: str, names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    ids: dict[str, None] = {}
    for name in names:
        nth = seen.get(name, 0) + 1
        while (id_ := article[:SHARED] + _hash(what, article, name, str(nth), size=4)) in ids:
            nth += 1  # other words with the same 32 bits: once in some million articles
        seen[name] = nth
        ids[id_] = None
    return tuple(ids)


def _hash(*parts: str, size: int = 8) -> str:
    from hashlib import blake2b  # noqa: PLC0415 (it loads OpenSSL, 4 ms that a list has no use for)

    joined = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=size).hexdigest()
