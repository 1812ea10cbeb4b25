"""Where a number may be: one look at each sentence, so that sentences without a number cost almost nothing.

The words are looked up as bytes: one byte a code point, small letters only, everything else a blank. That costs a third
of what one pattern of all number words does.
"""

import re

from feeds.reading.literals import CARDINALS, FRACTIONS, ORDINALS, PLURALS, SCALES, VULGAR
from feeds.reading.page import Page
from feeds.reading.tokens import Tokens

_STARTS = frozenset(
    {w for w in (*CARDINALS, *SCALES, *PLURALS, *ORDINALS, *FRACTIONS) if len(w) > 2} | {f"{w}fold" for w in CARDINALS}
)
_BYTES = frozenset(word.encode() for word in _STARTS)
_SMALL = bytes(ord(chr(n).lower()) if chr(n).isascii() and chr(n).isalpha() else 32 for n in range(256))
_DIGIT = re.compile(rf"[\d{''.join(VULGAR)}]")


def candidates(page: Page) -> list[int]:
    """Return the numbers of the sentences that hold a digit or a number word."""
    text = page.text
    small = text.encode("latin-1", "replace").translate(_SMALL)
    found = _DIGIT.search
    return [
        number
        for number, (start, end) in enumerate(page.sentences)
        if not _BYTES.isdisjoint(small[start:end].split()) or found(text, start, end)
    ]


def places(tokens: Tokens) -> list[int]:
    """Return the tokens at which a number may start."""
    return [
        at
        for at, word in enumerate(tokens.low)
        if word in _STARTS
        or (not word.isalpha() and (word[:1].isdecimal() or word in VULGAR or (word[:1] == "." and len(word) > 1)))
    ]
