"""Number words that name, rank or number a thing, or stand for somebody: `the Big Four`, `number eight`, `no one`."""

from decimal import Decimal

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.nouns import FUNCTION, is_headline, is_plural
from feeds.reading.numbers.literals import CARDINALS, SCALES, value_of
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import unit_after
from feeds.reading.tables import word_set, words_around

_KEYWORDS = words_around("names", "keywords")
_NO_PARTS = word_set("no number test form table act step")
"""Keywords that are verbs or more before a number word: `form two teams`."""
_PREFIXES = words_around("names", "prefixes")
_ONE_BEFORE = words_around("names", "one_before")
_ONE_AFTER = words_around("names", "one_after")
_NOT_NAMES = words_around("names", "capitals")
_SAYINGS = frozenset({("at", "point"), ("at", "stage"), ("at", "time"), ("on", "hand")})
"""Words around a `one` that counts nothing: `at one point`."""
_PARTS = 12
"""Parts, levels and seasons are few; a larger number word after them counts something."""
_ROUNDS = frozenset({"last", "final"})
RANKS = _ROUNDS | {"number", "top", "of"}
"""What may stand before a place in a chart or a cup."""
_OF_ROUNDS = frozenset({4, 8, 16, 32})


def read_title(tokens: Tokens, at: int) -> Draft | None:
    """Return the number word of a title (`the Big Four`, `Twenty20`), of a compound (`high-five`) or of a place."""
    word = tokens.word
    if tokens.glued(at + 1) and word[at + 1].isdecimal():
        return Draft(tokens, at, at + 2, CARDINALS[tokens.low[at]], "name")
    if not at:
        return None
    if found := ranked(tokens, at):
        return found
    tied = word[at - 1] == "-" and tokens.glued(at) and at > 1 and tokens.glued(at - 1) and word[at - 2][0].isalpha()
    if tied and tokens.low[at - 2] not in CARDINALS and tokens.low[at - 2] not in _PREFIXES:
        return Draft(tokens, at, at + 1, Decimal(0), "nothing")
    if word[at][0].isupper() and _is_titled(tokens, at):
        return Draft(tokens, at, at + 1, CARDINALS[tokens.low[at]], "name")
    return None


def _is_titled(tokens: Tokens, at: int) -> bool:
    """Tell whether a number word with a capital is part of a name; in a headline each word has one."""
    word = tokens.word
    if is_headline(tokens):
        return False
    named = word[at - 1][0].isupper() and tokens.low[at - 1] not in _NOT_NAMES
    inside = word[at - 1][0].isalpha() or (word[at - 1] == "," and at > 1)
    return inside and (named or word[at + 1][:1].isupper())


def ranked(tokens: Tokens, at: int) -> Draft | None:
    """Return a place in a chart or a cup: `number eight`, `the top ten`, `the last eight`; ten sellers are counted."""
    low = tokens.low
    before = low[at - 1] if at else ""
    spelt = low[at] in CARDINALS
    if before not in RANKS and not (spelt and before in _KEYWORDS):
        return None
    value = CARDINALS[low[at]] if spelt else value_of(low[at]) or Decimal(0)
    if before == "of":
        return Draft(tokens, at - 2, at + 1, value, "name") if tokens.word[at - 2] == "Group" else None
    if spelt and before in _KEYWORDS and _is_part(tokens, at):
        return Draft(tokens, at - 1, at + 1, value, "section")
    if spelt and before == "number" and value != 1 and low[at + 1] not in SCALES:
        return Draft(tokens, at - 1, at + 1, value, "name")
    if (low[at + 1][:1].isalpha() and low[at + 1] not in FUNCTION) or low[at + 1] in {"-", "%", "of", "or", "to"}:
        return None
    placed = before == "top" or (before in _ROUNDS and value in _OF_ROUNDS)
    return Draft(tokens, at, at + 1, value, "name") if placed else None


def _is_part(tokens: Tokens, at: int) -> bool:
    """Tell whether a number word numbers the keyword before it: `season two`, `level three`; not `form two teams`."""
    low = tokens.low
    if low[at - 1] in _NO_PARTS or CARDINALS[low[at]] > _PARTS:
        return False
    follows = low[at + 1]
    return follows not in SCALES and follows != "-" and not is_plural(follows) and not unit_after(tokens, at + 1)


def read_scale(tokens: Tokens, at: int) -> Draft | None:
    """Return a scale word that no number stands before, in a name (`Million Dollar Baby`) or after `multi-`."""
    word = tokens.word
    if at > 1 and word[at - 1] == "-" and tokens.low[at - 2] == "multi":
        return Draft(tokens, at, at + 1, Decimal(0), "nothing")
    named = word[at].istitle() and word[at + 1].istitle() and not is_headline(tokens)
    return Draft(tokens, at, at + 1, SCALES[tokens.low[at]], "name") if named else None


def read_one(tokens: Tokens, at: int) -> Draft | None:
    """Return the `one` of `no one`, `number one`, `this one`, `the one who`: it counts nothing."""
    low = tokens.low
    before = low[at - 1] if at else ""
    if before == "-" and at > 1:
        before = low[at - 2]
    after = tokens.word[at + 1]
    named = after[:1].isupper() and before == "the"  # `the one Moreau scored`
    pronoun = before in {"this", "that", "the"} and (low[at + 1] in _ONE_AFTER or named or not after[:1].isalpha())
    said = (before, low[at + 1]) in _SAYINGS or (before == "the" and low[at + 1] == "hand")
    if before in _ONE_BEFORE or pronoun or said or low[at + 1] == "another":
        return Draft(tokens, at, at + 1, Decimal(1), "nothing")
    return None
