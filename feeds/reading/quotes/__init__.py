"""Who said what: cues, candidates and the speaker of every marked stretch and reported clause."""

from feeds.reading.quotes.reader import read_quotes

__all__ = ["read_quotes"]
