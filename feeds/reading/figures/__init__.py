"""Numbers in news with what they say: quantities, their kind, bound, movement, subject, giver and weight."""

from feeds.reading.figures.reader import read_figures

__all__ = ["read_figures"]
