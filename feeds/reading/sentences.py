"""Paragraphs and sentences as half-open spans of the text: exact, and linear in it.

The look around each full stop is bounded (one word to the left, a few to the right), and no pattern can start inside a
run that another start has failed on: a megabyte of full stops or of line ends costs what a megabyte of prose does.
"""

import re

from feeds.model import Span
from feeds.reading.tables import load, words

_TABLE = load("abbreviations")
_ALWAYS = words(_TABLE, "always", "abbreviations")
_SOMETIMES = words(_TABLE, "sometimes", "abbreviations")
_CLOCK = ("a.m", "p.m")
_STARTERS = words(_TABLE, "starters", "abbreviations")

_CLOSERS = "\"”’'»)\\]›"
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
_LINE_END = re.compile(r"\n\s*+")
_STOP = re.compile(
    rf"[.!?…。！？](?<![.!?…。！？].)[.!?…。！？]*+([{_CLOSERS}]*+)(?:\s++|(?<=[。！？]))(?=[\"“‘'«(\[]?(.))", re.DOTALL
)
"""Starts with the bare set and looks behind after it: so the engine skips to the next stop, six times faster."""
_NEXT_WORD = re.compile(r"[\"“”‘'«(\[¿¡—–\- ]{0,3}([^\W_]{0,24})")
_SAYS = re.compile(
    r"(?:[^\W\d_][\w.'’-]{0,20}\s){1,4}?(?:said|says|asked|asks|told|added|wrote|tweeted|replied|joked|shouted)\b"
)
_REACH = 24
"""Code points looked at on the left of a full stop: the longest abbreviation is far shorter."""


def split_paragraphs(text: str) -> list[Span]:
    """Return the paragraphs, without the blanks around them.

    Blank lines part them; so does a line that ends as a sentence does, unless the text is wrapped to a width (more of
    its lines end in mid-sentence than at an end).
    """
    if "\n" not in text:
        breaks: list[Span] = []
    else:
        breaks = [m.span() for m in _BLANK_LINE.finditer(text)]
        if text.count("\n") > sum(text.count("\n", a, b) for a, b in breaks):
            breaks = _line_breaks(text)
    spans: list[Span] = []
    at = 0
    for start, end in [*breaks, (len(text), len(text))]:
        piece = text[at:start]
        if inner := piece.strip():
            at += len(piece) - len(piece.lstrip())
            spans.append((at, at + len(inner)))
        at = end
    return spans


def _line_breaks(text: str) -> list[Span]:
    """Return the ends of paragraphs in a text that has single line ends too."""
    blank: list[Span] = []
    ended: list[Span] = []
    wrapped = 0
    for found in _LINE_END.finditer(text):
        if "\n" in found.group()[1:]:
            blank.append(found.span())
        elif (
            text[max(0, found.start() - 6) : found.start()]
            .rstrip()
            .rstrip("\"”’')]»")
            .endswith((".", "!", "?", "…", ":"))
        ):
            ended.append(found.span())
        else:
            wrapped += 1
    return blank if wrapped > len(ended) else sorted(blank + ended)


def split_sentences(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the sentences of each paragraph, without the blanks around them; none crosses a paragraph."""
    spans: list[Span] = []
    for start, end in paragraphs:
        at = start
        for found in _STOP.finditer(text, start, end):
            if not found[2].islower() and _ends(text, at, found):
                spans.append((at, found.end(1)))
                at = found.end()
        spans.append((at, end))
    return spans


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether this run of stops and closing marks, with no small letter after it, is the end of a sentence."""
    closers = stop[1]
    marks = text[stop.start() : stop.start(1)]
    if marks != ".":
        if closers and marks[-1] in "!?":
            return not _SAYS.match(text, stop.end(), stop.end() + 80)
        return marks[-1] in "!?。！？" or stop[2] != "I"
    if closers and closers[0] not in ")]":
        return True
    at = stop.start()
    left = at - _REACH if at - _REACH > start else start
    blank = text.rfind(" ", left, at)
    word = text[left if blank < 0 else blank + 1 : at].lstrip("(\"“‘'[")
    lower = word.lower()
    if len(word) > 1 and "." not in word and lower not in _ALWAYS and lower not in _SOMETIMES:
        return not (at - start < 4 and word.isdigit())
    return _abbreviation_ends(text, stop.end(), word, lower)


def _abbreviation_ends(text: str, after: int, word: str, lower: str) -> bool:
    """Tell whether the sentence ends at the full stop of an abbreviation or an initial."""
    found = _NEXT_WORD.match(text, after)
    following = found[1] if found else ""
    if lower in _ALWAYS:
        return lower == "no" and not following.isdigit()
    if lower in _CLOCK and following.endswith("day"):
        return False  # `around 4 p.m. Thursday`
    if following[:1].isdigit():
        return not (lower in _SOMETIMES or len(word) < 2) and "." not in word
    if lower in _SOMETIMES or "." in word or (len(word) == 1 and word.isalpha() and word != "I"):
        return following.lower() in _STARTERS or not word[-1:].isalpha()
    return True
