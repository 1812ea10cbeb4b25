"""Bare numbers that are somebody's age: `Ana Moreau, 43,`, `aged 18 to 34`, `who was 88`, `voters under 30`."""

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.nouns import FUNCTION, is_plural, singular
from feeds.reading.prose.grammar import ARTICLES
from feeds.reading.tables import word_set, words_around

_PERSONS = words_around("salience", "persons")
_OLDEST = 125
_YOUNGEST_BOUND = 10
_CLOSERS = frozenset({",", ".", ";", ")", "", "—", "–", "-", "and", "or", "when", "at", "”", '"'})
_IS = frozenset({"is", "was", "turned", "turns", "turning", "be", "now", "only", "just"})
_NO_PERSONS = word_set(
    "record number total score high low count figure tally level age day week month year time peak mark average minute "
    "hour season game round page row chapter first last second third fourth next date"
)
"""Singular nouns that a number, and no age, stands beside."""
_NO_NOUNS = FUNCTION | _NO_PERSONS
_BETWEEN = frozenset({"between", "from", "just", "only"})
_DAYS = word_set("yesterday today tomorrow on this last in")
"""They follow whoever turned so many years old."""
_COMPARED = frozenset({"older", "younger"})
_EXTREMES = frozenset({"oldest", "youngest"})
_BEFORE_AGE = _EXTREMES | _IS | {","}
_SOMEBODY = frozenset({"boy", "girl", "child", "man", "woman", "lad", "baby", "toddler"})
_YOUNG = frozenset({"child", "kid", "baby", "boy", "girl", "toddler"})
_ARE = frozenset({"are", "were"})
_CLAUSE_ENDS = frozenset({",", ";", "and", "but"})
_BEFORE_EXTREME = 6
"""Tokens between `the youngest` and an age, as in `the youngest of the five dead was four`."""
_AT_AN_AGE = word_set("died dies dead retired married diagnosed widowed orphaned")
_BEFORE_AT = 4
"""Tokens between what happened and the `at` before an age: `was diagnosed with cancer at 33`."""
_STARTS = frozenset({",", "when", "and", "but", "that", "because", "—", "–", "(", "“", '"'})
_PERSON = frozenset({"who", "he", "she", "i", "she's", "he's", "i'm", "she’s", "he’s", "i’m"})


def read_age(draft: Draft) -> None:
    """Make an age of a draft without a unit, where the words around it say so."""
    if _is_young(draft):
        draft.last, draft.unit = draft.number_last, None
    elif draft.kind != "number" or draft.unit is not None:
        return
    if not 0 < draft.value <= _OLDEST or draft.value % 1:
        return
    if any(reads(draft) for reads in _READERS):
        draft.kind, draft.key = "age", "year of age"


def _is_young(draft: Draft) -> bool:
    """Tell whether the verb behind an age was taken for what it counts: `children under 5 stay free`."""
    low = draft.tokens.low
    one = draft.kind == "count" and draft.last == draft.number_last + 1 and not is_plural(low[draft.number_last])
    at = draft.first - 1
    return one and draft.bound in {"<", ">"} and at >= 0 and is_plural(low[at]) and singular(low[at]) in _PERSONS


def _is_called(draft: Draft) -> bool:
    """`aged 25`, `at age 88`, `over the age of 21`."""
    low = draft.tokens.low
    at = draft.number_first - 1
    if at >= 0 and low[at] in _BETWEEN:
        at -= 1  # `aged between 8 and 10`, `aged just 13`
    if at > 1 and low[at] in {"and", "to"} and low[at - 2] in {"aged", "ages"}:
        return True
    return at >= 0 and (
        low[at] in {"aged", "age", "ages"} or (low[at] == "of" and at > 0 and low[at - 1] in {"age", "ages"})
    )


def _is_aside(draft: Draft) -> bool:
    """`Ana Moreau, 43, said`; `the former star, 39, has`; `her daughter Mia, seven, and`."""
    word = draft.tokens.word
    at = draft.first
    if at > 2 and word[at - 1] in {"now", "then", "both", "all"} and word[at - 2] == ",":
        return word[draft.last] in {",", ")"} and not draft.word
    if at < 2 or word[at - 1] not in {",", "("} or word[draft.last] not in _CLOSERS:
        return False
    before = word[at - 2]
    between = word[at - 1] == "," == word[draft.last]
    if before.islower():
        person = singular(before) in _PERSONS
        return between and (person or not (draft.word or is_plural(before) or before in _NO_NOUNS))
    closed = word[draft.last] != "" or draft.last >= draft.tokens.size
    return (
        before[0].isupper()
        and before[-1].isalpha()
        and not before.isdecimal()
        and closed
        and draft.value >= 1
        and (between or not draft.word)
    )


def _is_told(draft: Draft) -> bool:
    """`who was 88`, `she turned 40`, `died at 91`, `At 35, Ana Moreau`."""
    low = draft.tokens.low
    at = draft.number_first - 1
    if at == 0 and low[at] == "at" and draft.tokens.word[draft.last] == ",":
        after = draft.last + 1
        return low[after] in _PERSON or draft.tokens.word[after][:1].isupper()
    turned = at > 0 and low[at] in {"turned", "turns"} and low[draft.last] in _DAYS
    if at < 1 or not (turned or low[draft.last] in _CLOSERS):
        return False
    if low[at] == "at":
        told = low[max(0, at - _BEFORE_AT) : at]
        return not _AT_AN_AGE.isdisjoint(told) and {"on", "in"}.isdisjoint(told)  # `died on Monday at 9`
    if low[at] in _IS:
        before = at - 2 if low[at - 1] in _IS and at > 1 else at - 1
        return low[before] in _PERSON or low[at] in {"turned", "turning"} or _is_name_of(draft, before)
    return low[at] in _PERSON and not low[at].isalpha()  # `he's`


def _is_name_of(draft: Draft, at: int) -> bool:
    """`Moreau was 88.`: a name that starts the clause, and a number that ends it."""
    tokens = draft.tokens
    if (
        at < 0
        or (draft.word and tokens.low[draft.last] != "when")
        or draft.value % 1
        or not tokens.word[at][0].isupper()
        or tokens.word[at].isupper()
    ):
        return False
    while at > 0 and tokens.word[at - 1][:1].isupper():
        at -= 1
    return (at == 0 or tokens.low[at - 1] in _STARTS) and tokens.low[draft.last] in {".", ",", "", "when"}


def _is_compared(draft: Draft) -> bool:
    """`younger than ten`, `12 and older`."""
    low = draft.tokens.low
    return low[draft.first] in _COMPARED or low[draft.last - 1] in _COMPARED


def _is_group(draft: Draft) -> bool:
    """`voters under 30`, `people over 65`."""
    low = draft.tokens.low
    at = draft.first - 1
    if at > 0 and low[at] in _ARE and low[draft.last] in _CLOSERS:
        at -= 1  # `two out of five nurses are over 55`
    return (
        bool(draft.bound)
        and at >= 0
        and (draft.value >= _YOUNGEST_BOUND or singular(low[at]) in _YOUNG)
        and singular(low[at]) in _PERSONS
        and low[at] != singular(low[at])
    )


def _is_extreme(draft: Draft) -> bool:
    """Read `the oldest was 87`, `the youngest four`, `the youngest candidate, ten,`."""
    low = draft.tokens.low
    at = draft.number_first - 1
    if at < 0 or low[draft.last] not in _CLOSERS or low[at] not in _BEFORE_AGE:
        return False
    extreme = next((n for n in range(at, max(-1, at - _BEFORE_EXTREME), -1) if low[n] in _EXTREMES), None)
    return extreme is not None and _CLAUSE_ENDS.isdisjoint(low[extreme + 1 : at])


def _is_somebody(draft: Draft) -> bool:
    """Read `a boy of eight`."""
    low = draft.tokens.low
    at = draft.number_first - 1
    if at < 1 or low[at] != "of" or low[draft.last] not in _CLOSERS:
        return False
    return low[at - 1] in _SOMEBODY and not ARTICLES.isdisjoint(low[max(0, at - 3) : at - 1])


_READERS = (_is_called, _is_aside, _is_told, _is_group, _is_compared, _is_extreme, _is_somebody)
