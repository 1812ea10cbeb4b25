"""Noun phrases without a parser: the one at a token, the one before it, and the noun that a place hangs on."""

from feeds.reading.figures.nouns import FUNCTION, SPANS, is_plural, is_tied
from feeds.reading.figures.verbs import (
    AUXILIARIES,
    DETERMINERS,
    PARTICIPLES,
    is_base_verb,
    is_code,
    is_content,
    is_verb,
)
from feeds.reading.numbers.literals import is_literal
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.tables import word_set, words_around

PLACED = frozenset({"from", "of", "in", "based", "on", "at"})
LAST_MONTH = ("last", "next")
NOTHINGS = words_around("clause", "nothings")
_BOTH = words_around("clause", "both")
_TITLES = word_set("mr mrs ms dr prof gov sen rep gen")
_OWNERS = word_set("the a an its their his her")
_ENDS = word_set("once twice when however instead including following plus versus vs even")
"""Adverbs at which a noun phrase is over."""
_WHO = frozenset({"it", "they", "he", "she", "we", "i", "who", "which"})
"""Behind these a word in -ed is what they did."""
_AND = frozenset({"and", "&"})
WIDEST = 9
"""Tokens of the longest phrase that is given as what a figure measures."""

Phrase = tuple[int, int]
"""Tokens from the first to the one after the last."""


def phrase_after(tokens: Tokens, at: int) -> Phrase | None:
    """Return the noun phrase that starts at a token, determiners left out."""
    while tokens.low[at] in DETERMINERS or (tokens.low[at] in {"all", "some", "both"} and not is_tied(tokens, at)):
        at += 1
    last = at
    end = min(tokens.size, at + WIDEST)
    while last < end and _in_phrase(tokens, last, at):
        last += 1
    while last > at and not (is_content(tokens, last - 1) or is_code(tokens, last - 1)):
        last -= 1
    return (at, last) if last > at else None


def _in_phrase(tokens: Tokens, at: int, first: int) -> bool:
    low, word = tokens.low[at], tokens.word[at]
    titled = word == "." and at > first and tokens.low[at - 1] in _TITLES  # `for Mrs. Koll`
    if titled or (word in {"-", "&", "'", "’", "/"} and tokens.glued(at)):
        return True
    if low == "of" or (low in _OWNERS and at > first and tokens.low[at - 1] == "of"):
        return True
    if not low[:1].isalpha():
        named = at > first and (tokens.word[at - 1][0].isupper() or is_code(tokens, at))
        return named and is_literal(low) and tokens.low[at + 1] not in SPANS  # `shooting Ivo Koll 16 times`
    if is_tied(tokens, at) or (at > first and _is_between_names(tokens, at)):
        return True  # `a sign-on bonus`, `Belt and Road Initiative`
    if low in FUNCTION or low in AUXILIARIES or (low in LAST_MONTH and tokens.low[at + 1] in NOTHINGS):
        return False
    if at > first and (word in PARTICIPLES or low in _ENDS or is_base_verb(tokens, at)):
        return False
    if at == first or low.endswith("ing") or not is_verb(tokens, at):
        return True
    return low in _BOTH and not is_plural(tokens.low[at - 1]) and tokens.low[at + 1] not in DETERMINERS


def _is_between_names(tokens: Tokens, at: int) -> bool:
    """Tell whether an `and` joins two words of a name."""
    return tokens.low[at] in _AND and tokens.word[at - 1][0].isupper() and tokens.word[at + 1][:1].isupper()


def phrase_before(tokens: Tokens, last: int) -> Phrase | None:
    """Return the noun phrase that ends right before a token."""
    first = last
    while first > 0 and last - first < WIDEST:
        at = first - 1
        word, low = tokens.word[at], tokens.low[at]
        inside = word in {"-", "'", "’", "&", "."} and tokens.glued(first) and (word != "." or tokens.glued(at))
        joins = low == "of" and first < last and at > 0 and is_content(tokens, at - 1)
        joins = joins or (word == "&" and at > 0 and first < last and _is_between_names(tokens, at))
        joins = joins or (word[0].isupper() and at > 0 and first < last and _is_inside_name(tokens, at))
        if not (is_content(tokens, at) or inside or joins or is_code(tokens, at)):
            break
        opened = at > 0 and (is_content(tokens, at - 1) or tokens.word[at - 1] == ",")
        if first < last and word in PARTICIPLES and opened:
            break  # `a storm packing winds`, `, beating forecasts`
        done = at > 0 and tokens.low[at - 1] in _WHO  # `it expected earnings of`
        if is_verb(tokens, at) and (done or first == last or not low.endswith(("ed", "ing"))):
            break
        first = at
    while first < last and not is_content(tokens, first):
        first += 1
    if first + 1 < last and tokens.word[first - 1] == "-" and is_literal(tokens.word[first - 2]):
        first += 1  # `a 48-unit complex`
    return (first, last) if first < last else None


def _is_inside_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a small word with a capital stands in a name: `Made In Chelsea`."""
    return tokens.word[at - 1][0].isupper() and tokens.word[at + 1][:1].isupper() and tokens.low[at] in FUNCTION


def token_before(tokens: Tokens, first: int) -> int:
    """Return the token before a phrase that starts at `first`, its determiner left out; below 0 where none is."""
    return first - 2 if tokens.low[first - 1] in DETERMINERS else first - 1


def headed(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return a phrase with the noun that a preposition ties it to; nothing where there is none: `based in Tarn`."""
    first = phrase[0]
    at = token_before(tokens, first)
    if at < 1 or tokens.low[at] not in PLACED:
        return phrase
    head = phrase_before(tokens, at)
    if head and (tokens.low[head[0] - 1] == "per" or is_literal(tokens.word[head[0] - 1])):
        return phrase  # `40 per cent of its flights`
    return (head[0], phrase[1]) if head and phrase[1] - head[0] <= WIDEST else None
