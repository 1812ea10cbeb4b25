"""What the reader marks in an article, and what its margin says of each mark. Pure."""

import re
from collections.abc import Iterator
from itertools import islice

from feeds.archive.layout.findings import StoredArticle
from feeds.model import Figure, Quote
from tui.panels import words
from tui.panels.layout import Mark

MOST_HITS = 2000
"""Places marked for one search: a letter in a megabyte would be a hundred thousand."""

SHOWN = ("direct", "mixed", "indirect")
"""Kinds of quotes that are shown without asking; terms and titles only on demand."""


def marks(stored: StoredArticle, *, everything: bool = False) -> list[Mark]:
    """Return the figures and quotes of an article in the order of its text; `everything`: typed ones too."""
    found = [
        Mark(start, end, "first", figure_note(figure) if number == 0 else "", item, figure.confidence)
        for item, figure in enumerate(stored.reading.figures)
        if (everything or figure.salience > 0) and stored.figure_ids[item] not in stored.rejected
        for number, (start, end) in enumerate(figure.mentions or ((figure.start, figure.end),))
    ]
    found += [
        Mark(quote.start, quote.end, "second", quote_note(quote), item, quote.confidence)
        for item, quote in enumerate(stored.reading.quotes)
        if (everything or quote.kind in SHOWN) and stored.quote_ids[item] not in stored.rejected
    ]
    return sorted(found)


def hits(text: str, words: str) -> list[Mark]:
    """Return where `words` stand in a text, whatever their case."""
    wanted = re.escape(words.strip())
    found = islice(re.finditer(wanted, text, re.IGNORECASE), MOST_HITS) if wanted else ()
    return [Mark(hit.start(), hit.end(), "found") for hit in found]


def figure_note(figure: Figure) -> str:
    """Return the value, who gave it, and its kind."""
    return " · ".join(_parts(words.value(figure), figure.attribution, figure.kind))


def quote_note(quote: Quote) -> str:
    """Return speaker, role and cue."""
    said = words.cue(quote.cue, quote.negated)
    return " · ".join(_parts(quote.speaker or "nobody named", quote.role, said))


def _parts(*parts: str | None) -> Iterator[str]:
    return (part for part in parts if part)
