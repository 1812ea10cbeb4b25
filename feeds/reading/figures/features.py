"""What tells how much a figure matters in its article: general classes, never single words of a headline."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.nouns import singular
from feeds.reading.tables import word_set, words_around

_PERSONS = words_around("salience", "persons")
_HARM = words_around("salience", "harm")
_RECORD = words_around("salience", "record")
_PAST = words_around("salience", "past")
_PERIOD = words_around("salience", "period")
_LEAD = 2
"""Sentences at the head of an article that say what it is about."""
_FEW = 5
_NEAR = 6
"""Tokens on either side of a figure that colour it."""
_SIZES = (2, 3, 5, 10, 20, 50, 100, 1_000, 10_000, 1_000_000, 1_000_000_000)
_SIZE_NAMES = (*(f"<{edge}" for edge in _SIZES), "huge")
_MOST = 4
"""Sentences, figures before and mentions that are told apart; more are as many."""
_EXACT = 100
"""Below it a value that is not whole is a size of its own."""


_AFTER = {word: f"after {word}" for word in word_set("for in after at of to with the his her by from , a")}
_BEFORE = {word: f"before {word}" for word in word_set("of in and , . from for to on at )")}


class Place(NamedTuple):
    """Where a figure stands among the others of its text."""

    sentence: int
    """The number of the sentence of its first mention."""
    rank: int
    """How many figures come before it."""
    total: int
    """How many figures the text has."""
    largest: Decimal
    """The largest value of its kind in the text."""
    second: Decimal
    """The second largest."""


def features(group: Sequence[Draft], place: Place, title: frozenset[str]) -> list[str]:
    """Return the names of what holds for one figure; `group` is its mentions, `title` the words of the title."""
    draft = group[0]
    kind = draft.kind
    near = "lead" if place.sentence < _LEAD else "later"
    value = abs(draft.value)
    sentence, rank, mentions = min(place.sentence, _MOST), min(place.rank, _MOST), min(len(group), _MOST)
    found = [
        *_placed(kind, sentence, rank, mentions, _size(draft)),
        *_form(draft),
        *_near(draft, near),
        *_unit(draft, near),
        *_judged(draft, near, value),
    ]
    if place.total > 2 and value >= place.second:
        found += ["top", f"top {kind}"] if value >= place.largest else ["next", f"next {kind}"]
    if title:
        found += _titled(draft, title)
    return found


@cache
def _placed(kind: str, sentence: int, rank: int, mentions: int, size: str) -> tuple[str, ...]:
    """Return what holds for a figure of a kind and a size by its place among the others."""
    return (
        f"kind={kind}",
        f"sentence={sentence}",
        f"{'lead' if sentence < _LEAD else 'later'} {kind}",
        f"rank={rank}",
        f"mentions={mentions}",
        f"size={size}",
        f"{kind} size={size}",
    )


def _judged(draft: Draft, near: str, value: Decimal) -> list[str]:
    """Return what newsrooms agree on, and short articles with light headlines do not teach."""
    if near == "later" and draft.kind in {"duration", "age"}:
        return ["period later"]
    return ["few later"] if near == "later" and draft.kind in {"count", "number", "ratio"} and value < _FEW else []


def _is_person(draft: Draft) -> bool:
    words = (draft.key or "").split()
    return any(singular(word) in _PERSONS for word in (words[-1:] if "of" not in words else words))


def _size(draft: Draft) -> str:
    value = abs(draft.value)
    if value == 1 and draft.kind in {"count", "number"} and draft.tokens.low[draft.number_last] == "of":
        return "one of"
    if value < _EXACT and value % 1:
        return "part" if value < 1 else "decimal"
    return _SIZE_NAMES[bisect_right(_SIZES, value)]


def _form(draft: Draft) -> list[str]:
    """Return what the figure itself looks like, and how its sentence holds it."""
    tokens = draft.tokens
    found = _said(draft)
    if draft.high is not None:
        found.append("range plural" if draft.unit and draft.word else "range")
    if draft.word:
        found.append("in words")
    if tokens.word[draft.number_last] == "-":
        found.append(f"hyphen {draft.kind}")
    if tokens.word[draft.last] in {"'", "’"}:
        found.append("owner")
    if draft.first == 0:
        found.append("starts sentence")
    if draft.last >= tokens.size - 1:
        found.append("ends sentence")
    return found


def _said(draft: Draft) -> list[str]:
    """Return what is said of the figure."""
    found = []
    if draft.approx:
        found.append("approx")
    if draft.bound:
        found.append(f"bound {draft.bound[0]}")
    if draft.direction:
        found.append(f"moved {draft.kind}")
    if draft.scope:
        found.append("scope")
    if draft.attribution:
        found.append("given")
    return found


def _near(draft: Draft, place: str) -> list[str]:
    tokens = draft.tokens
    before = tokens.low[max(0, draft.first - _NEAR) : draft.first]
    after = tokens.low[draft.last : draft.last + _NEAR]
    found = []
    both = before + after
    if not _HARM.isdisjoint(both):
        found += ["harm", f"harm {place}"]
    if not _RECORD.isdisjoint(both):
        found.append("record")
    if draft.kind == "duration":
        if not _PAST.isdisjoint(after[:2]):
            found.append("ago")
        if not _PERIOD.isdisjoint(before[-3:]):
            found.append("period")
    if before and before[-1] in {"(", "—", "–"}:
        found.append("aside")
    if before and before[-1] in _AFTER:
        found.append(_AFTER[before[-1]])
    if after and after[0] in _BEFORE:
        found.append(_BEFORE[after[0]])
    return found


def _unit(draft: Draft, place: str) -> list[str]:
    if draft.kind not in {"count", "rate", "number"} or not draft.key:
        return [f"unit={draft.key}"] if draft.kind in {"duration", "age"} and draft.key in _PERIODS else []
    if _is_person(draft):
        return ["persons", f"persons {place}"]
    return [f"things {place}"]


_PERIODS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "year of age"})


def _titled(draft: Draft, title: frozenset[str]) -> list[str]:
    found = []
    printed = draft.tokens.low[draft.number_first : draft.number_last]
    if not title.isdisjoint(printed):
        found.append("title value")
    if draft.unit and not title.isdisjoint(draft.unit.lower().split()):
        found.append("title unit")
    if draft.about and not title.isdisjoint(draft.about.lower().split()):
        found.append("title about")
    return found
