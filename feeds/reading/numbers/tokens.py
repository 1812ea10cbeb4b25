"""A sentence cut into number literals, words and single signs, as parallel lists: what the grammar walks over."""

import re
from itertools import accumulate

from feeds.reading.numbers.literals import VULGAR

DASHES = frozenset("-–—−‑")
HYPHENS = frozenset("-–‑")
"""Those that tie words."""
_LITERAL = (
    r"\d{1,3}(?:,\d\d\d){1,7}+(?!\d)(?:\.\d++)?"  # 1,234,567.8
    r"|\d{1,2}(?:(?=,\d\d,),\d\d){1,5}+,\d{3}(?!\d)(?:\.\d++)?"  # 12,34,567 (Indian)
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d\d\d){1,7}+(?!\d)(?:\.\d++)?"  # 1 234 567 with a fixed blank
    r"|(?<![\d,.] )\d{1,3}(?:(?: \d\d\d){2,6}+|(?: 000){1,6}+)(?![\d,])(?:\.\d++)?"  # 1 234 567, 40 000 with a blank
    r"|\d{1,3}(?:\.\d\d\d){2,7}+(?!\d)(?:,\d++)?"  # 1.234.567,8
    r"|\d{1,3}\.\d\d\d,\d\d?(?![\d,])"  # 1.234,5
    r"|\d++(?:\.\d++)?"
    r"|(?<![\w.])\.\d++"  # .534
)
_VULGAR = "".join(VULGAR)


def _pattern(letter: str) -> re.Pattern[str]:
    return re.compile(rf"({letter}++(?:(?=['’]{letter})['’]{letter}++)*+|(?=[\d.])(?:{_LITERAL})|\S)")


TOKEN = _pattern(rf"[^\W\d_{_VULGAR}]")
"""Words first: most tokens are. The groups of a literal are bounded, so that a megabyte of them takes linear time;
they count nothing inside: before Python 3.11.5 a possessive group keeps what it took when a count in it fails."""
LATIN_TOKEN = _pattern("[A-Za-zªµº²³¹À-ÖØ-öø-\u024f]")
"""The same for text of Latin letters: a table of them instead of a question to Unicode more than halves the time."""


class Tokens:
    """The tokens of one sentence: surface, lower case, start and end, all lists of one length.

    Two empty tokens close the lists, so that a rule may look two tokens ahead without asking whether they are there.
    """

    __slots__ = ("end", "low", "size", "start", "text", "word")

    def __init__(self, text: str, start: int, end: int, latin: bool = False) -> None:
        self.text = text
        parts = (LATIN_TOKEN if latin else TOKEN).split(text[start:end])
        edges = list(accumulate(map(len, parts), initial=start))
        self.word: list[str] = parts[1::2]
        self.size = len(self.word)
        self.start, self.end = edges[1:-1:2], edges[2::2]
        self.word += ["", ""]
        self.start += [end + 1, end + 1]
        self.end += [end + 1, end + 1]
        self.low = list(map(str.lower, self.word))

    def glued(self, at: int) -> bool:
        """Tell whether no blank parts this token from the one before it."""
        return at > 0 and self.start[at] == self.end[at - 1]

    def between(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, and without, token `last`."""
        return self.text[self.start[first] : self.end[last - 1]] if last > first else ""
