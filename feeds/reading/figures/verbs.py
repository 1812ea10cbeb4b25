"""Verbs and nouns of a sentence, told without a parser: by lists, by endings and by what stands beside them."""

from feeds.reading.figures.movement import DOWN, UP
from feeds.reading.figures.nouns import FUNCTION, VERBS, is_plural, is_tied
from feeds.reading.numbers.literals import SCALES, SUFFIXES, is_literal
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.remembering import remembered
from feeds.reading.tables import word_set, words_around
from feeds.reading.words import POSSESSIVE

AUXILIARIES = words_around("clause", "auxiliaries")
DETERMINERS = words_around("clause", "determiners")
PARTICIPLES = words_around("clause", "participles")
_ADVERBS = words_around("clause", "adverbs")
_EED = words_around("clause", "eed")
_PRESENT = words_around("clause", "present")
_LISTED = VERBS | UP | DOWN | _PRESENT
_GLUE = FUNCTION | _ADVERBS | SCALES.keys() | SUFFIXES.keys()
_NOUNS_LY = word_set("family supply assembly monopoly anomaly butterfly quarterly monthly weekly elderly")
_BEFORE_NOUN = word_set("a an the its their our my your his")
"""Behind these stands no finite verb: `the cut`, `a hike`."""
BEFORE_ED = _BEFORE_NOUN | word_set("of for in with by from on at these those")
"""Behind these a word in -ed is an adjective: `of confirmed cases`."""
BEING = word_set("is are was were be been being")
_NOUNS_TOO = word_set("forecast broadcast cast spread upset")
"""Participles without an ending: verbs behind a form of `be` (`is forecast to grow`), nouns elsewhere."""
_MOVES = words_around("moves", "nouns")
_PAYS = word_set("pay cost help need work vote call show strike run cut rise fall drop")
"""Verbs that are nouns before a comma and before an auxiliary."""
_IS = words_around("clause", "pronouns") | {"let", "there", "here"}
"""What the 's behind these stands for is no possessive."""
_BASES = frozenset(word.removesuffix("s") for word in _PRESENT if word.endswith("s"))
_BASES -= words_around("clause", "bases_too")
"""Verbs as they stand behind a plural."""
_AFTER_BASE = word_set("for on to with from in at the a an their his her its this that these those up out into as")
PUT = word_set("put puts")
"""With `at` and a number it gives a figure: `police put the crowd at 12,000`."""
PUT_REACH = 8
"""Tokens from `put` to the `at` that goes with it."""
_CODE = 3
"""Digits of a name behind a blank: a year has more."""


def is_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether a token looks like a verb."""
    low = tokens.low[at]
    if low in AUXILIARIES:
        return True
    if not _like_a_verb(low) or not tokens.word[at].islower() or is_tied(tokens, at):
        return False
    before = tokens.low[at - 1] if at else ""
    if low in _NOUNS_TOO and before in BEING:
        return True
    if low in _PAYS and (tokens.word[at + 1] == "," or tokens.low[at + 1] in AUXILIARIES) and before not in _IS:
        return False  # `weekly pay, at 27,400 pesos, has`
    if low in _LISTED:
        return before not in _BEFORE_NOUN and not (before.endswith(POSSESSIVE) and _is_owned(tokens, at))
    return at > 0 and low not in _NOUNS_TOO and before not in BEFORE_ED


@remembered(20_000)
def _like_a_verb(low: str) -> bool:
    """Tell whether a word may be a verb that is no auxiliary: by the lists, or by its ending."""
    if low in _LISTED or low in _NOUNS_TOO or low in _EED:
        return True
    return len(low) > len("need") and low.endswith("ed") and not low.endswith("eed")


def _is_owned(tokens: Tokens, at: int) -> bool:
    """Tell a noun behind a possessive from a verb behind a name or an `is`: `Ana's pay`, not `Varn's rose`."""
    low, before = tokens.low[at], tokens.low[at - 1]
    moves = (low in UP or low in DOWN) and low not in _MOVES
    return not moves and before not in _ADVERBS and before[:-2] not in _IS and not low.endswith(("ed", "ing"))


def is_base_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether a word on no list is what those before it do: `Americans account for`, `photos match the`."""
    many = tokens.low[at - 1] if at else ""
    if not is_plural(many) or not tokens.word[at].islower():
        return False
    low = tokens.low[at]
    if low in FUNCTION or len(low) < len("make") or is_plural(low) or low.endswith(("ed", "ing", "ly")):
        return False
    if is_tied(tokens, at) or is_tied(tokens, at - 1):
        return False
    if low in _BASES:
        return True  # `schools lack electricity`
    people = tokens.word[at - 1][0].isupper() and many.endswith(("ans", "ons", "ese"))
    goes_on = tokens.low[at + 1] in _AFTER_BASE or is_literal(tokens.word[at + 1])
    return people or (goes_on and (tokens.word[at - 1].islower() or at == 1))


def is_code(tokens: Tokens, at: int) -> bool:
    """Tell whether digits end a name: the 70 of `G70`, the 19 of `COVID-19`, the 500 of `S&P 500`."""
    word = tokens.word
    if not at or not is_literal(word[at]):
        return False
    if not tokens.glued(at):
        return word[at - 1][0].isupper() and word[at].isdecimal() and len(word[at]) <= _CODE
    before = at - 2 if at > 1 and word[at - 1] == "-" and tokens.glued(at - 1) else at - 1
    return word[before][0].isupper()


def is_content(tokens: Tokens, at: int) -> bool:
    """Tell whether a token may stand in a noun phrase as more than glue."""
    low = tokens.low[at]
    if _has_content(low):
        return tokens.word[at] != "s"
    return low in _GLUE and is_tied(tokens, at)  # the up of `start-up`, the all of `all-in`


@remembered(20_000)
def _has_content(low: str) -> bool:
    """Tell whether a word is more than glue wherever it stands."""
    adverb = low.endswith("ly") and len(low) > len("early") and low not in _NOUNS_LY
    return low[:1].isalpha() and low not in _GLUE and not adverb
