"""From a phrase to what a figure measures: without determiners, days and shells; or nothing, where no more is left."""

from feeds.reading.figures.movement import DOWN, UP
from feeds.reading.figures.nouns import ADJECTIVES, is_tied
from feeds.reading.figures.phrases import LAST_MONTH, NOTHINGS, Phrase
from feeds.reading.figures.verbs import DETERMINERS, is_code, is_content, is_verb
from feeds.reading.numbers.literals import CARDINALS, ORDINAL_ENDINGS, is_literal
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.tables import word_set, words_around
from feeds.reading.words import POSSESSIVE, without_possessive

_TIMES = words_around("clause", "times")
_SHELLS = words_around("clause", "shells")
_CLAUSAL = words_around("clause", "clausal")
_FATES = words_around("clause", "fates")
_AFTER_WHO = frozenset({"by", "over", "and", "but", "fell", "rose", "was", "were", "has", "have", "since"})
_CLAUSE = 6
"""Tokens of a `who …` that are given with whom it says something of."""
_COUNTED = (
    UP | DOWN | {"reached", "passed", "topped", "exceeded", "surpassed", "doubled", "tripled", "halved", "totalled"}
)
STATED = word_set(
    "full empty complete contained ready certain sure dry effective owned funded clear wide deep thick tall pregnant "
    "steady nationwide worldwide"
)
"""What is said behind a figure of its subject: `83 per cent full`."""
_SAID_OF = word_set("guilty dead alive unchanged nationwide worldwide available due responsible able likely true")
_DONE = frozenset(
    {"driven", "given", "taken", "seen", "known", "led", "built", "made", "white", "black", "red", "always"}
)
_COLOURS = word_set("record whopping staggering massive mere modest hefty paltry measly meagre cool estimated reported")
"""What stands between an article and a number."""
_NO_NOUNS = ADJECTIVES - {"public", "military", "past", "federal", "civil"}
_BEFORE_DOING = frozenset({"by", "after", "before", "without"})
_IN_NAMES = frozenset("-'’.&")
_OF_NAMES = frozenset(["of", "for", "de", "da", "van", "von", "bin", "al", "the", "and", "la", "der"])


def trimmed(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a phrase without its determiners, and without a day at its end."""
    first, last = phrase
    while first < last - 1 and tokens.low[first] in DETERMINERS:
        first += 1
    if last - first > 2 and tokens.low[last - 1].endswith(POSSESSIVE) and tokens.low[last - 2] == "of":
        last -= 2  # `results of Tuesday's`
    return first, last


def printed(tokens: Tokens, phrase: Phrase) -> str:
    """Return a phrase as it is given: `Brazil` for the first word of `Brazil's two biggest cities`."""
    text = tokens.between(*trimmed(tokens, phrase))
    after = tokens.low[phrase[1]]
    if not after[:1].isalnum() or is_verb(tokens, phrase[1]):
        return text  # `McDonald's is`
    return without_possessive(text)


def named(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return the name at the end of a phrase, `boyfriend` left out; the phrase itself where there is none."""
    last = first = phrase[1]
    word = tokens.word
    while first > phrase[0]:
        at = first - 1
        inside = word[at][0].isupper() or word[at] in _IN_NAMES or is_code(tokens, at)
        if not (inside or (tokens.low[at] in _OF_NAMES and at > phrase[0] and word[at - 1][0].isupper())):
            break
        first = at
    return (first, last) if first < last and word[first][0].isupper() else phrase


def joint(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a name with the one that `and` joins before it: Varn alone is not who `Tarn and Varn agreed` tells of."""
    first, last = phrase
    word = tokens.word
    if first < 2 or tokens.low[first - 1] != "and" or not all(part[0].isupper() for part in word[first:last]):
        return phrase
    start = first - 1
    while start > 0 and word[start - 1][0].isupper():
        start -= 1
    return phrase if start == first - 1 or tokens.low[first - 2] in _TIMES else (start, last)


def sensible(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return what a phrase names, without the times and shells around it; nothing where no more is left.

    `Overnight Varn` is Varn, `the number of people killed` people killed; `the last`, `together`, `late` name nothing.
    """
    last = phrase[1]
    first = _opening(tokens, phrase)
    low = tokens.low
    if low[first] in NOTHINGS and low[first + 1 : first + 3] == ["-", "on"]:
        return None  # `up 5% year-on-year`
    if first < last and low[first] in CARDINALS and tokens.word[first].islower() and not is_tied(tokens, first):
        return None  # `ten years`
    if last - first == len(LAST_MONTH) and low[first] in LAST_MONTH and without_possessive(low[first + 1]) in NOTHINGS:
        return None
    if last - first > 2 and low[first] in _SHELLS and low[first + 1] == "of":
        first += 2
        last = _with_participle(tokens, last)
    end = _ending(tokens, first, last)
    if end - first > 1 and low[first].endswith("ing") and low[first - 1] in _BEFORE_DOING:
        first += 1  # `by holding services`
    if end <= first or (end == first + 1 and _is_empty(tokens, first)):
        return None
    return first, end


def _opening(tokens: Tokens, phrase: Phrase) -> int:
    """Return the first token of a phrase that says more than when, which one, or how many in all."""
    first, last = phrase
    low = tokens.low
    while first < last and _says_when(tokens, first):
        first += 1
    if low[first] in ORDINAL_ENDINGS and first + 1 < last:
        first += 1  # `the 18th Dynasty`
    while last - first > 2 and low[first] in _SHELLS and low[first + 1] in _SHELLS:
        first += 1  # `the total number of`
    return first


def _ending(tokens: Tokens, first: int, last: int) -> int:
    """Return the token after the last one of a phrase that is a part of the name."""
    low = tokens.low
    end = next((at for at in range(first, last) if low[at] in _CLAUSAL and _is_loose(tokens, at)), last)
    while end > first and not (is_content(tokens, end - 1) or is_code(tokens, end - 1)):
        end -= 1
    while end - first > 1 and low[end - 1] in _SAID_OF:
        end -= 1
    return end


def _is_loose(tokens: Tokens, at: int) -> bool:
    return tokens.word[at].islower() and not is_tied(tokens, at)


def _says_when(tokens: Tokens, at: int) -> bool:
    low = tokens.low[at]
    return low in DETERMINERS or (without_possessive(low) in _TIMES and not is_tied(tokens, at))


def _is_empty(tokens: Tokens, at: int) -> bool:
    """Tell whether a word alone says nothing: a shell, a part of a verb (`combined`), a letter that is cut off."""
    low = tokens.low[at]
    if low in STATED or low in NOTHINGS or low in _SHELLS or low in _DONE or len(low) == 1:
        return True
    if low in _COLOURS and is_literal(tokens.word[at + 1]):
        return True  # `a record 6,200 runners`
    if low in _NO_NOUNS and tokens.word[at].islower():
        return True
    return (
        low.endswith("ed")
        and not low.endswith("eed")
        and len(low) > len("need")
        and tokens.word[at].islower()
        and low not in _FATES
    )


def _with_participle(tokens: Tokens, last: int) -> int:
    """Go on to what happened to whom a shell counts: `the number of people killed`, `… who needed care`."""
    low = tokens.low
    if low[last] in _COUNTED:
        return last  # `the number of cases reached 40`
    if low[last].endswith(("ed", "en")) and len(low[last]) > len("been"):
        return last + 1
    if low[last] not in {"who", "whose"}:
        return last
    end = last + 1
    while end < min(last + _CLAUSE, tokens.size) and low[end].isalpha() and low[end] not in _AFTER_WHO:
        end += 1
    return end
