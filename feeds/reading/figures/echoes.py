"""A quantity that says another again (`100 km (60 miles)`, `162 points, or 2%`), or lends its unit (`45 and 50 mg`)."""

from decimal import Decimal

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.nouns import FUNCTION, is_plural
from feeds.reading.figures.verbs import is_verb
from feeds.reading.numbers.literals import CARDINALS
from feeds.reading.tables import word_set

_ELLIPSIS = word_set("including compared versus vs from against whom while and with only to")
_REACH = 24
_OPENS = 3
"""Tokens at the start of a sentence that says of how many: `Of 5,600 people screened, 214 had it`."""
_CLOSE = Decimal("0.001")
_NEAR = 20
"""What is set against a level is at most so many times it."""
_LEVELS = frozenset({"measure", "percent", "duration", "rate", "age"})
_AGAINST = word_set("from against versus vs with than")
_AIMS = word_set("target average goal aim limit norm median mean forecast capacity")
_TIED = frozenset({"for", "in", "among"})
"""After both numbers they set one against the other: `81.2 years for women and 77.4 for men`."""
_SHARED = frozenset({"and", "or", ",", "to"})
_MEASURED = frozenset({"money", "measure", "percent", "duration"})


def echo(drafts: list[Draft], draft: Draft) -> None:
    """Let a new draft take from the one before it what is said of both, or give it its unit."""
    if not drafts:
        return
    before = drafts[-1]
    if before.tokens is not draft.tokens:
        return
    _carry(drafts, draft)
    gap = draft.tokens.low[before.last : draft.first]
    if len(gap) > 2 and not (gap[-1] == "by" and len(gap) < _REACH):
        return
    if gap[-1:] == ["by"] and before.key == draft.key and draft.direction is None:
        draft.direction = before.direction
    if _says_again(before, draft, gap):
        if not draft.approx:
            draft.bound = draft.bound or before.bound
        draft.direction = draft.direction or before.direction
    elif before.unit is None and before.kind == "number" and gap and gap[-1] in _SHARED and gap != [","]:
        _share(before, draft)


def _carry(drafts: list[Draft], draft: Draft) -> None:
    """Give a bare number the noun counted before it: `6 million homes …, including 1.5 million in …`."""
    if draft.kind != "number" or draft.unit is not None:
        return
    tokens = draft.tokens
    following = tokens.low[draft.last]
    if following[:1].isalpha() and following not in FUNCTION and following not in CARDINALS:
        return
    before = next((known for known in reversed(drafts[-3:]) if known.kind == "count"), None)
    if before is None or before.tokens is not tokens or draft.first - before.last > _REACH:
        _compare(drafts[-1], draft)
        return
    between = tokens.low[max(before.last, draft.first - 4) : draft.first]
    if between[-1:] == ["to"] and between[-2:] != ["compared", "to"] and any(map(is_plural, between)):
        return  # `41 patients …, bringing total recoveries to 654`
    ratio = abs(draft.value / before.value) if before.value else 0
    less = tokens.low[draft.number_first - 1] == "than" and not following[:1].isalpha()
    out_of = tokens.low[before.first - 1] == "of" and before.first < _OPENS and is_verb(tokens, draft.last)
    if (less or out_of or not _ELLIPSIS.isdisjoint(between)) and _CLOSE <= ratio <= 1 / _CLOSE:
        draft.unit, draft.key, draft.kind = before.unit, before.key, "count"


def _compare(before: Draft, draft: Draft) -> None:
    """Give a bare number the unit of the level it is set against: `53 minutes, up from 39`, `a target of 12`."""
    low = draft.tokens.low
    named = before.kind == "money" and before.last > before.number_last  # `15,000 euros from 12,500`
    if not (named or before.kind in _LEVELS) or before.direction or before.unit is None:
        return
    if draft.first - before.last > _REACH:
        return
    ratio = abs(draft.value / before.value) if before.value else 0
    if not 1 / _NEAR <= ratio <= _NEAR or low[draft.last] == "-":
        return
    ahead = low[draft.first - 1]
    if ahead == "of":
        against = low[draft.first - 2] in _AIMS
    elif ahead in {"and", ","}:
        tie = low[before.last]
        against = tie in _TIED and low[draft.last] == tie
    else:
        against = ahead in _AGAINST or (ahead == "to" and low[draft.first - 2] == "compared")
    if against:
        draft.unit, draft.key, draft.kind = before.unit, before.key, before.kind


def _says_again(before: Draft, draft: Draft, gap: list[str]) -> bool:
    if gap in (["("], ["["]):
        return before.kind == draft.kind and before.key != draft.key and draft.kind in _MEASURED
    if gap in (["or"], [",", "or"]):
        return before.key != draft.key and draft.kind in {"percent", before.kind}
    return False


def _share(before: Draft, draft: Draft) -> None:
    """Give the first of two numbers the unit that stands once, after the second: `7- or 8-inch`, `45 and 50 mg`."""
    if draft.unit is None or draft.kind not in {"measure", "percent", "duration", "count"} or before.value == 1:
        return
    before.unit, before.key, before.kind = draft.unit, draft.key, draft.kind
