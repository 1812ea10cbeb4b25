"""Which figures matter in an article."""

from feeds.model import Figure
from feeds.reading.page import Page

TYPED = frozenset({"date", "year", "decade", "time", "ordinal", "score", "name", "section", "phone"})


def weigh(page: Page, figures: list[Figure]) -> tuple[Figure, ...]:
    """Return the figures with their salience."""
    del page
    return tuple(f._replace(salience=0.0 if f.kind in TYPED else 0.5) for f in figures)
