"""Ids that stay the same over runs, re-readings and machines: no offset, revision, kind or speaker goes into one.

All are 16 hexadecimal digits. The first eight of a figure's or a quote's are those of its article, so that it is found
by the index of articles: one of its own would be the dearest part of storing an article with ten of them.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from feeds.model import Figure, Quote, Reading

if TYPE_CHECKING:
    from decimal import Decimal

_NAMED = itemgetter(*map(Figure._fields.index, ("value", "value_hi", "unit_key")))
"""What names a figure within its article."""
SHARED = 8
"""Digits that the id of a figure or quote begins with as its article's does."""


def article_id(source: str, guid: str) -> str:
    """Return the id of the article that `source` (its key) calls `guid`."""
    return _hash("article", source, guid)


def figure_ids(article: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the ids of an article's figures: value and unit, and which of several such."""
    named = map(_NAMED, figures)
    names = [f"{plain(value)}|{'' if high is None else plain(high)}|{key or ''}" for value, high, key in named]
    return _numbered(article, "figure", names)


def quote_ids(article: str, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the ids of an article's quotes: the words, and which of several such."""
    return _numbered(article, "quote", [" ".join(q.text.casefold().split()) for q in quotes])


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


def _numbered(article: str, what: str, names: Sequence[str]) -> tuple[str, ...]:
    """Give each name eight digits of its own: of a cheap hash, for it must tell apart what is in one article only."""
    from zlib import crc32  # noqa: PLC0415 (a list has no use for it)

    head, seed = article[:SHARED], crc32(f"{what}\x00{article}".encode("utf-8", "surrogatepass"))
    ids = [head + crc32(name.encode("utf-8", "surrogatepass"), seed).to_bytes(4).hex() for name in names]
    return tuple(ids) if len(set(ids)) == len(ids) else _told_apart(head, seed, names)


def _told_apart(head: str, seed: int, names: Iterable[str]) -> tuple[str, ...]:
    """Return what `_numbered` does, where a name comes again or two have the same hash."""
    from zlib import crc32  # noqa: PLC0415

    seen: dict[str, int] = {}
    ids: dict[str, None] = {}
    for name in names:
        nth = seen.get(name, 0)
        seen[name] = nth + 1
        id_ = f"{head}{crc32(name.encode('utf-8', 'surrogatepass'), seed + nth):08x}"
        while id_ in ids:  # other words with the same 32 bits: by chance once in some million articles, or made so
            id_ = head + _hash(id_, name)[:SHARED]
        ids[id_] = None
    return tuple(ids)


def _hash(*parts: str) -> str:
    joined = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return str(_blake2b()(joined, digest_size=8).hexdigest())


@cache
def _blake2b() -> Any:
    from hashlib import blake2b  # noqa: PLC0415 (it loads OpenSSL, 4 ms that a list has no use for)

    return blake2b
