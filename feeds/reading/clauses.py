"""Phrases of a sentence without a parser: the noun phrase at a token, and the subject of the clause around it.

The verbs are told by lists and endings. Where the clause of a number has no subject of its own, the clause before it
lends its own.
"""

from feeds.reading.literals import is_literal
from feeds.reading.movement import DOWN, UP
from feeds.reading.nouns import FUNCTION, VERBS
from feeds.reading.tables import cue_words
from feeds.reading.tokens import Tokens

AUXILIARIES = cue_words("clause", "auxiliaries")
ARTICLES = cue_words("clause", "articles")
PRONOUNS = cue_words("clause", "pronouns")
_BORDERS = cue_words("clause", "borders")
_RELATIVES = cue_words("clause", "relatives")
_ADVERBS = cue_words("clause", "adverbs")
_SIGNS = frozenset(',;:—–()[]“”"')
_REACH = 40
"""Tokens looked at on the left of a number: longer clauses are rare, and this keeps a megabyte of one sentence linear."""
_WIDEST = 9
"""Tokens of the longest phrase that is given as what a figure measures."""

Phrase = tuple[int, int]
"""Tokens from the first to the one after the last."""


def is_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether a token looks like a verb."""
    low = tokens.low[at]
    if low in AUXILIARIES:
        return True
    if not tokens.word[at].islower():
        return False
    return low in VERBS or low in UP or low in DOWN or (len(low) > 4 and low.endswith(("ed", "ing")) and at > 0)


def is_content(tokens: Tokens, at: int) -> bool:
    """Tell whether a token may stand in a noun phrase as more than glue."""
    low = tokens.low[at]
    return low[:1].isalpha() and low not in FUNCTION and low not in _ADVERBS and not is_literal(low)


def phrase_after(tokens: Tokens, at: int) -> Phrase | None:
    """Return the noun phrase that starts at a token, articles left out."""
    while tokens.low[at] in ARTICLES or tokens.low[at] in {"all", "some", "both"}:
        at += 1
    last = at
    end = min(tokens.size, at + _WIDEST)
    while last < end and _in_phrase(tokens, last, at):
        last += 1
    while last > at and not is_content(tokens, last - 1):
        last -= 1
    return (at, last) if last > at else None


def _in_phrase(tokens: Tokens, at: int, first: int) -> bool:
    low, word = tokens.low[at], tokens.word[at]
    if word in {"-", "&", "'", "’", "/"} and tokens.glued(at):
        return True
    if low == "of" or (low in {"the", "its", "their", "his", "her"} and at > first and tokens.low[at - 1] == "of"):
        return True
    if not low[:1].isalpha():
        return is_literal(low) and at > first and tokens.word[at - 1][0].isupper()
    if low in FUNCTION or low in AUXILIARIES:
        return False
    return at == first or not (is_verb(tokens, at) and not low.endswith("ing"))


def phrase_before(tokens: Tokens, last: int) -> Phrase | None:
    """Return the noun phrase that ends right before a token."""
    first = last
    while first > 0 and last - first < _WIDEST:
        at = first - 1
        word, low = tokens.word[at], tokens.low[at]
        inside = word in {"-", "'", "’", "&", "."} and tokens.glued(first) and (word != "." or tokens.glued(at))
        joins = low == "of" and first < last and at > 0 and is_content(tokens, at - 1)
        if not (is_content(tokens, at) or inside or joins):
            break
        if is_verb(tokens, at) and not (low.endswith(("ed", "ing")) and first < last):
            break
        first = at
    while first < last and not is_content(tokens, first):
        first += 1
    return (first, last) if first < last else None


def subject(tokens: Tokens, before: int) -> Phrase | None:
    """Return the subject of the clause that holds the token before `before`, or of the clause that lends it one."""
    lowest = max(0, before - _REACH)
    end = before
    for _ in range(4):
        start = _clause_start(tokens, end, lowest)
        if found := _subject_in(tokens, start, end):
            return found
        if start <= lowest:
            return None
        if tokens.low[start - 1] in _RELATIVES and (found := phrase_before(tokens, start - 1)):
            return found
        end = start - 1
    return None


def _clause_start(tokens: Tokens, end: int, lowest: int) -> int:
    at = end
    while at > lowest:
        word = tokens.word[at - 1]
        if word in _SIGNS or tokens.low[at - 1] in _BORDERS:
            return at
        at -= 1
    return at


def _subject_in(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """Return the first noun phrase of a clause that a verb (or the end of the stretch) follows."""
    at = start
    while at < end and not is_content(tokens, at):
        if is_verb(tokens, at):
            return None
        if tokens.low[at].endswith(("'s", "’s")) and tokens.low[at][:-2] in PRONOUNS:
            return None
        if tokens.low[at] in PRONOUNS and at + 1 < end and is_verb(tokens, at + 1):
            return None
        at += 1
    if at >= end or is_verb(tokens, at):
        return None
    last = at
    while last < min(end, at + _WIDEST) and not is_verb(tokens, last) and tokens.word[last] not in _SIGNS:
        last += 1
    while last > at and not is_content(tokens, last - 1):
        last -= 1
    return (at, last) if last > at else None
