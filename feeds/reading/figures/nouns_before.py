"""The noun before a number that says what it measures: `a speed of 15`, `raised its key rate to 5%`."""

from feeds.reading.figures.clauses import PRONOUNS
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.movement import DOWN, UP
from feeds.reading.figures.nouns import ADJECTIVES, VERBS, is_plural, singular
from feeds.reading.figures.phrases import Phrase, headed, phrase_after, phrase_before
from feeds.reading.figures.verbs import DETERMINERS, PUT, PUT_REACH, is_content, is_verb
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.prose.grammar import ARTICLES
from feeds.reading.tables import word_set, words_around
from feeds.reading.words import POSSESSIVE, without_possessive

MOVES = words_around("moves", "nouns")
_EMPTY = word_set("average total maximum minimum sum equivalent record median mean magnitude")
"""Nouns before `of` that say nothing of what is measured."""
_HANG_ON = frozenset({"of", "worth", "costing", "totalling", "totaling", "exceeding"})
FATES = words_around("clause", "fates")
_BEFORE_FATE = word_set("was were is are has have had been be being will may still reported confirmed also now")
_STANDS = word_set("up down higher lower")
_ORDERS = word_set("order contract bid claim deal tender bill cheque invoice")
_WHERE = word_set("front excess top spite case course back means view terms need favour favor charge search")
_IN = frozenset({"in", "on", "by", "at"})
_HELD = PUT | words_around("clause", "held")
_MOVED = frozenset({"by", "to"})
_MOVEMENTS = UP | DOWN | VERBS
_BROUGHT = words_around("clause", "brought")
_DEALT = words_around("clause", "dealt")
_SPENT = words_around("clause", "spent")
_NOT_SPENT_ON = word_set("average top behalf condition monday tuesday wednesday thursday friday saturday sunday")
_STOPS = word_set("and or but that which who said says while after before when as if because")
_NEAR_WITH = 9
"""Tokens between a `with` and the number whose noun it holds."""
_SHORTEST = 3
"""Tokens before the `by` or `to` of a movement: who moves, how, and what."""
_REACH = 12
"""Tokens between a verb and the number that its object moved by, or was sold for."""
_PAIR = 4
"""Tokens from `between` to its `and`."""
_LONGEST = 5
"""Tokens from an article to the noun before an `of`."""
_TIMES = (
    words_around("clause", "times") | words_around("clause", "nothings") | words_around("dates", "months") | {"today"}
)
_OWNED = word_set(
    "paltry total record combined remaining meagre entire overall full whole other current existing estimated"
)
"""Adjectives between an owner and a number."""
_SIDES = word_set("up down off ahead")
_BEFORE_LISTED = word_set("and were was are is include including included with : ; ,")
"""What a name of a row stands behind: `the losers were Varn, down 3 per cent, and Tarn, off 2 per cent`."""


def fate(draft: Draft) -> Phrase | None:
    """Return what befell those that are counted: `killing four passengers`, `71 people have been killed`."""
    low = draft.tokens.low
    if draft.kind not in {"count", "number", "money"}:
        return None
    at = draft.last
    while low[at] in _BEFORE_FATE:
        at += 1
    if low[at] in FATES:
        return at, at + 1
    return (draft.first - 1, draft.first) if draft.first and low[draft.first - 1] in FATES else None


def moved(draft: Draft) -> Phrase | None:
    """Return what was moved by or to a number: `raised its key rate to`, `cut the number of people in need by`."""
    tokens = draft.tokens
    if draft.kind == "percent" and (found := _raised(tokens, draft.first)):
        return found
    at = draft.first if tokens.low[draft.first] == "from" else draft.first - 1
    if at < _SHORTEST or not (tokens.low[at] in _MOVED or at == draft.first):
        return None
    for step in range(at - 1, max(0, at - _REACH), -1):
        low = tokens.low[step]
        if low == "and" and "between" in tokens.low[max(0, step - _PAIR) : step]:
            continue  # `cut journey times between Tarn and Varn from 54 minutes to 31`
        if low in _STOPS or not (low[:1].isalpha() or low == "-"):
            return None
        moves = low in UP or low in DOWN or (low in _BROUGHT and tokens.low[at] == "to")
        if moves and tokens.word[step].islower() and tokens.low[step - 1] not in DETERMINERS:
            found = phrase_after(tokens, step + 1)
            return _up_to(tokens, found, at) if found and found[0] <= step + 2 else None
    return None


def _raised(tokens: Tokens, at: int) -> Phrase | None:
    """Return what a verb raises or cuts where the share stands right behind it: `lifted its dividend 10 per cent`."""
    for step in range(at - 2, max(-1, at - _LONGEST), -1):
        low = tokens.low[step]
        if (low in UP or low in DOWN or low in _BROUGHT) and tokens.word[step].islower():
            found = phrase_after(tokens, step + 1) if low not in _STANDS else None
            return found if found and found[1] == at and found[0] <= step + 2 else None
        if not low[:1].isalpha():
            return None
    return None


def _up_to(tokens: Tokens, phrase: Phrase, at: int) -> Phrase:
    """Go on over plurals that look like verbs: `raise parking charges by`."""
    last = phrase[1]
    while last < at and is_plural(tokens.low[last]):
        last += 1
    return phrase[0], last


def dealt(draft: Draft) -> Phrase | None:
    """Return what was bought or sold for a price, or what money goes on: `sold its mine for`, `spend £5m on roads`."""
    tokens = draft.tokens
    low = tokens.low
    if draft.kind != "money":
        return None
    if low[draft.last] == "on" and low[draft.last + 1] not in _NOT_SPENT_ON:
        spent = any(word in _SPENT for word in low[max(0, draft.first - 2) : draft.first])
        return phrase_after(tokens, draft.last + 1) if spent else None
    at = draft.first - 1
    if at < _SHORTEST or low[at] != "for":
        return None
    for step in range(at - 1, max(-1, at - _REACH), -1):
        if low[step] in _STOPS or not (low[step][:1].isalpha() or low[step] == "-"):
            return None
        if low[step] in _DEALT and tokens.word[step].islower():
            found = phrase_after(tokens, step + 1)
            return found if found and found[0] <= step + 2 else None
    return None


def listed(draft: Draft) -> Phrase | None:
    """Return the name of a row that moved: `the losers were Varn, down 3 per cent, and Tarn, off 2 per cent`."""
    tokens = draft.tokens
    at = draft.first - 1
    if at < _SHORTEST or tokens.low[at] not in _SIDES or tokens.word[at - 1] != ",":
        return None
    found = phrase_before(tokens, at - 1)
    if found is None or not tokens.word[found[0]][0].isupper():
        return None
    return found if found[0] and tokens.low[found[0] - 1] in _BEFORE_LISTED else None


def tied(draft: Draft) -> Phrase | None:
    """Return the noun that a number hangs on from behind: `a speed of 15`, `a grant worth $8m`, `players over 21`."""
    tokens = draft.tokens
    at = draft.first - 1
    if at < 1:
        return None
    before = tokens.low[at]
    if before == "of" and at > 1 and tokens.low[at - 2] in ARTICLES and tokens.low[at - 1] in _MOVEMENTS:
        return at - 1, at  # `a lead of 174 runs`
    if before == "of" and singular(tokens.low[at - 1]) in MOVES and tokens.low[at - 2] not in ARTICLES:
        found = phrase_before(tokens, at - 1)
        return found[0] if found else at - 1, at  # `output cuts of 1.2 million barrels`
    if before == "for" and singular(tokens.low[at - 1]) in _ORDERS and draft.kind != "duration":
        return phrase_before(tokens, at)  # `won orders for 840 megawatts`
    if before in _HANG_ON:
        placed = tokens.low[at - 1] in _WHERE and tokens.low[at - 2] in _IN  # `in front of 41,300 fans`
        if placed or tokens.low[at - 1] in _EMPTY:
            return None
        return phrase_before(tokens, at) or _object(tokens, at)
    if before.endswith("ing") and is_plural(tokens.low[at - 1]):
        return phrase_before(tokens, at)
    return _beside(draft, at)


def owner(draft: Draft) -> Phrase | None:
    """Return whose a number is: `the family's six years in Tarn`, `against her rival's paltry $31,000`."""
    tokens = draft.tokens
    if draft.kind == "age":
        return None
    at = draft.first - 1
    if tokens.low[at] in ADJECTIVES or tokens.low[at] in _OWNED:
        at -= 1
    own = at >= 0 and tokens.low[at].endswith(POSSESSIVE) and without_possessive(tokens.low[at]) not in _TIMES
    return phrase_before(tokens, at + 1) if own else None


def _object(tokens: Tokens, at: int) -> Phrase | None:
    """Return a noun that looks like a verb: `awarded costs of £5m`, `at an all-in cost of $1,150`."""
    if is_plural(tokens.low[at - 1]) and at > 1 and (is_verb(tokens, at - 2) or tokens.low[at - 2] in DETERMINERS):
        return at - 1, at
    for step in range(at - 1, max(0, at - _LONGEST), -1):
        if tokens.low[step - 1] in ARTICLES:
            return step, at
        if not (is_content(tokens, step - 1) or tokens.word[step - 1] == "-"):
            break
    return None


def _put_at(tokens: Tokens, at: int) -> Phrase | None:
    """Return what is put or held at a level: `put the crowd at 12,000`, `held its key rate at 5%`."""
    for step in range(at - 1, max(-1, at - PUT_REACH), -1):
        if tokens.low[step] in _HELD and (found := phrase_after(tokens, step + 1)) and found[0] <= step + 2:
            return found
    return None


def _beside(draft: Draft, at: int) -> Phrase | None:
    """Return the noun right before a number, or before an `at`: `with lows near 19`, `put the crowd at 12,000`."""
    tokens = draft.tokens
    at = at - 1 if tokens.low[at] == "near" else at
    if draft.kind != "count" and "with" in tokens.low[max(0, at - _NEAR_WITH) : at]:
        found = phrase_before(tokens, at + 1)
        if found and tokens.low[found[0] - 1] == "with":
            return found
    level = tokens.low[at] == "at"
    if level and (found := _put_at(tokens, at)):
        return found
    bounded = draft.bound and draft.first < draft.number_first
    if not (level or (bounded and draft.kind != "count") or draft.high is not None):
        return None
    place = at if level else at + 1
    noun = tokens.low[place - 1]
    owed = place > 1 and tokens.low[place - 2] in PRONOUNS  # `he owes up to $163 million`
    if owed or is_verb(tokens, place - 1) or not (is_plural(noun) or tokens.word[place - 1][:1].isupper()):
        return None
    found = phrase_before(tokens, place)
    return found and headed(tokens, found)
