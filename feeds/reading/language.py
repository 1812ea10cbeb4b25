"""The language of a text: English is told by its own small words; only where they are missing is a detector asked.

The detector is CLD3 (Apache 2.0, 0.7 MB, a quarter of a millisecond a text), imported on the first text that needs it.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from feeds.reading.tables import load, words

if TYPE_CHECKING:
    from gcld3 import NNetLanguageIdentifier

_COMMON = words(load("language"), "english", "language")
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND = re.compile("[^\x00-\xff\u2000-\u206f\u20a0-\u20c0]")
"""What Latin-1 does not hold, but for the marks and signs of money that no word has."""
_SMALL = "".join(chr(code).lower() if _WORD.match(chr(code)) else " " for code in range(256)).encode("latin-1")
"""For each code of Latin-1 its small letter, or a blank for what is no letter."""
_SAMPLE = 700
"""Code points of the head of a text that are looked at, and a third as many from its middle."""
_ENOUGH = 80
"""Letters below which a text is too short to tell and counts as English."""
_SHARE = 0.16
"""The share of common words above which a text is English: English news has 0.35 to 0.5, others below 0.08."""
_SURE = 0.85
_CODES = {"iw": "he", "fil": "tl", "jw": "jv", "bg-latn": "bg"}


def language(text: str) -> str:
    """Return the ISO 639 code of a text; `en` where it is too short or too unclear to tell."""
    middle = len(text) // 2
    sample = text[:_SAMPLE] + " " + text[max(_SAMPLE, middle) : max(_SAMPLE, middle) + _SAMPLE // 3]
    words = _words(sample)
    if len(words) < _ENOUGH and sum(map(len, words)) < _ENOUGH:
        return "en"
    if sum(map(_COMMON.__contains__, words)) >= _SHARE * len(words):
        return "en"
    return _detected(sample)


def _words(sample: str) -> list[str]:
    """Return the words of a text in small letters: those of Latin-1 by `split`, in a third of the time of a pattern."""
    if _BEYOND.search(sample):
        return _WORD.findall(sample.lower())
    return sample.encode("latin-1", "replace").translate(_SMALL).decode("latin-1").split()


@cache
def _detector() -> "NNetLanguageIdentifier":
    from gcld3 import NNetLanguageIdentifier  # noqa: PLC0415 (a desk that reads English only never needs it)

    return NNetLanguageIdentifier(0, 2 * _SAMPLE)


def _detected(sample: str) -> str:
    answer = _detector().FindLanguage(sample.encode("utf-8", "replace").decode("utf-8"))
    if not answer.is_reliable or answer.probability < _SURE:
        return "en"
    code = answer.language.lower()
    return str(_CODES.get(code, code.split("-")[0]))
