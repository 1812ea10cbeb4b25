"""Phrases of a sentence without a parser: the noun phrase at a token, and the subject of the clause around it.

The verbs are told by lists and endings. Where the clause of a number has no subject of its own, the clause before it
lends its own.
"""

from feeds.reading.figures.movement import DOWN, UP
from feeds.reading.figures.nouns import FUNCTION, VERBS, is_plural, is_tied
from feeds.reading.numbers.literals import is_literal
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.tables import cue_words

AUXILIARIES = cue_words("clause", "auxiliaries")
ARTICLES = cue_words("clause", "articles")
PRONOUNS = cue_words("clause", "pronouns")
_BORDERS = cue_words("clause", "borders")
_RELATIVES = cue_words("clause", "relatives")
_ADVERBS = cue_words("clause", "adverbs")
_ADJUNCTS = cue_words("clause", "adjuncts")
_NOUNS_LY = frozenset(
    ["family", "supply", "assembly", "monopoly", "anomaly", "butterfly", "quarterly", "monthly", "weekly", "elderly"]
)
_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i"})
_DOERS = _SUBJECTS - {"it"}
"""What follows these is a verb, known as one or not: `we answer some of your questions`."""
_TIMES = cue_words("clause", "times")
_SHELLS = cue_words("clause", "shells")
_EED = cue_words("clause", "eed")
_NOTHINGS = cue_words("clause", "nothings")
_CLAUSAL = cue_words("clause", "clausal")
_TIES = frozenset("-/")
_SEEN = frozenset({"saw", "see", "sees", "seen", "seeing", "watched"})
_SIGNS = frozenset(',;:—–()[]“”"')
_REACH = 40
"""Tokens looked at on the left of a number: it keeps a megabyte of one sentence linear."""
_LAST_MONTH = ("last", "next")
_BOTH = cue_words("clause", "both")
_AFTER_WHO = frozenset({"by", "over", "and", "but", "fell", "rose", "was", "were", "has", "have", "since"})
_CLAUSE = 6
"""Tokens of a `who …` that are given with whom it says something of."""
_WIDEST = 9
"""Tokens of the longest phrase that is given as what a figure measures."""

Phrase = tuple[int, int]
"""Tokens from the first to the one after the last."""


def is_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether a token looks like a verb."""
    low = tokens.low[at]
    if low in AUXILIARIES:
        return True
    if not tokens.word[at].islower() or is_tied(tokens, at):
        return False
    if low in VERBS or low in UP or low in DOWN:
        return True
    return at > 0 and len(low) > 4 and low.endswith("ed") and (low in _EED or not low.endswith("eed"))


def is_content(tokens: Tokens, at: int) -> bool:
    """Tell whether a token may stand in a noun phrase as more than glue."""
    low = tokens.low[at]
    if not low[:1].isalpha() or low == "s" or low in FUNCTION or low in _ADVERBS:
        return False
    return not (low.endswith("ly") and len(low) > 5 and low not in _NOUNS_LY)


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
    if low in FUNCTION or low in AUXILIARIES or (low in _LAST_MONTH and tokens.low[at + 1] in _NOTHINGS):
        return False
    if at == first or low.endswith("ing") or not is_verb(tokens, at):
        return True
    return low in _BOTH and at == first + 1 and tokens.low[at + 1] not in ARTICLES


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


def subject(tokens: Tokens, before: int, lowest: int, clauses: int) -> Phrase | None:
    """Return the subject of the clause that ends at token `before`, or of the clause before it that lends it one.

    Nothing before token `lowest` is looked at, and at most so many clauses.
    """
    lowest = max(lowest, before - _REACH)
    end = before
    for _ in range(clauses):
        start = _clause_start(tokens, end, lowest)
        if found := _raised(tokens, start, end) or _subject_in(tokens, start, end, before):
            return found
        if start <= lowest:
            return None
        if tokens.low[start - 1] in _RELATIVES:
            place = start - 2 if start > 1 and tokens.word[start - 2] == "," else start - 1
            if found := phrase_before(tokens, place):
                return found
        end = start - 1
    return None


def _raised(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """Return the subject of an infinitive: `cause sea levels to rise 11 feet`, `saw its profits fall 9%`."""
    if end - 1 > start and (tokens.low[end - 1] in UP or tokens.low[end - 1] in DOWN):
        found = phrase_before(tokens, end - 1)
        if found and found[0] > start + 1:
            seen = found[0] - 1 if tokens.low[found[0] - 1] not in ARTICLES else found[0] - 2
            if tokens.low[seen] in _SEEN:
                return found
    for at in range(end - 1, max(start, end - 4), -1):
        if tokens.low[at] == "to" and at - 1 > start and is_verb(tokens, at + 1) and not is_verb(tokens, at - 1):
            found = phrase_before(tokens, at)
            return found if found and found[0] > start and is_verb(tokens, found[0] - 1) else None
    return None


def _clause_start(tokens: Tokens, end: int, lowest: int) -> int:
    at = end
    while at > lowest:
        word = tokens.low[at - 1]
        if word in _SIGNS or word in _BORDERS or (word in _TIES and _is_loose(tokens, at - 1)):
            return at
        at -= 1
    return at


def _is_loose(tokens: Tokens, at: int) -> bool:
    """Tell whether a hyphen or a stroke parts words instead of tying them: `OSTREL, May 5 /Wire/ -- Sales of`."""
    return not (tokens.glued(at) and tokens.glued(at + 1))


def _subject_in(tokens: Tokens, start: int, end: int, before: int) -> Phrase | None:
    """Return the first noun phrase of a clause that a verb (or the end of the stretch) follows."""
    at = start
    if tokens.low[start] in _ADJUNCTS and _is_before_pronoun(tokens, start, end):
        return None
    while at < end and not (is_content(tokens, at) and not tokens.low[at].endswith("ing")):
        low = tokens.low[at]
        pronoun = low in PRONOUNS and at + 1 < end and is_verb(tokens, at + 1)
        short = low.replace("’", "'").partition("'")
        if pronoun or low in _DOERS or is_verb(tokens, at) or (short[1] and short[0] in PRONOUNS):
            return None
        at += 1
    if at >= end or is_verb(tokens, at):
        return None
    last = at
    while last < min(end, at + _WIDEST) and not is_verb(tokens, last) and tokens.word[last] not in _SIGNS:
        last += 1
    if last == before and _is_present(tokens, at, last - 1):
        last -= 1
    while last > at and (not is_content(tokens, last - 1) or _is_participle(tokens, at, last - 1)):
        last -= 1
    if last <= at or (tokens.low[start] in _ADJUNCTS and not any(is_verb(tokens, n) for n in range(last, end))):
        return None
    return at, last


def _is_present(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the word right before a number is a verb on no list: `the fund collects 40`, `gunmen kill 11`."""
    if at <= first or not tokens.word[at].isalpha() or is_tied(tokens, at):
        return False
    low = tokens.low
    if not (is_content(tokens, at - 1) and tokens.word[at].islower()):
        return False
    if low[at].endswith("s") and not low[at].endswith("ss"):
        return not is_plural(low[at - 1])
    return any(map(is_plural, low[first:at]))


def _is_before_pronoun(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a pronoun is the subject after an adjunct without a comma: `in Tarn it is three per cent`."""
    return any(
        tokens.low[at] in _SUBJECTS and is_verb(tokens, at + 1) for at in range(start + 2, min(end - 1, start + 8))
    )


def _is_participle(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the last word of a phrase goes on to what follows: `outages impacting`."""
    return at > first and tokens.low[at].endswith("ing") and not tokens.low[at].endswith(("thing", "ring", "king"))


def trimmed(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a phrase without its articles, and without a day at its end."""
    first, last = phrase
    while first < last - 1 and tokens.low[first] in ARTICLES:
        first += 1
    if last - first > 2 and tokens.low[last - 1][-2:] in {"'s", "’s"} and tokens.low[last - 2] == "of":
        last -= 2  # `results of Tuesday's`
    return first, last


def sensible(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return what a phrase names, without the times and shells around it; nothing where no more is left.

    `Overnight Varn` is Varn, `the number of people killed` people killed; `the last`, `together`, `late` name nothing.
    """
    first, last = phrase
    low = tokens.low
    while first < last and (low[first] in _TIMES or low[first] in ARTICLES):
        first += 1
    if last - first == len(_LAST_MONTH) and low[first] in _LAST_MONTH and low[first + 1] in _NOTHINGS:
        return None
    if last - first > 2 and low[first] in _SHELLS and low[first + 1] == "of":
        first += 2
        last = _with_participle(tokens, last)
    end = next((at for at in range(first, last) if low[at] in _CLAUSAL and tokens.word[at].islower()), last)
    while end > first and not is_content(tokens, end - 1):
        end -= 1
    if end <= first or (end == first + 1 and (low[first] in _NOTHINGS or low[first] in _SHELLS)):
        return None
    return first, end


def _with_participle(tokens: Tokens, last: int) -> int:
    """Go on to what happened to whom a shell counts: `the number of people killed`, `… who needed care`."""
    low = tokens.low
    if low[last].endswith(("ed", "en")) and len(low[last]) > len("been"):
        return last + 1
    if low[last] not in {"who", "whose"}:
        return last
    end = last + 1
    while end < min(last + _CLAUSE, tokens.size) and low[end].isalpha() and low[end] not in _AFTER_WHO:
        end += 1
    return end
