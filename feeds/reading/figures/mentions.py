"""The figures of one sentence, read from left to right at the places where a number may start."""

import re

from feeds.model import Span
from feeds.reading.figures.about import say
from feeds.reading.figures.ages import read_age
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.echoes import echo
from feeds.reading.figures.gate import places
from feeds.reading.figures.givers import attribute
from feeds.reading.figures.idioms import read_idiom
from feeds.reading.figures.movement import moved_by
from feeds.reading.figures.nouns import FUNCTION
from feeds.reading.figures.qualifiers import qualify
from feeds.reading.figures.quantities import read_quantity
from feeds.reading.figures.ranges import join_bounds, read_range
from feeds.reading.figures.typed import NOTHING, TYPED, read_typed
from feeds.reading.numbers.grammar import VAGUE
from feeds.reading.numbers.tokens import Tokens

_FEW = 2
"""A `one` or `two` that is no figure is no name either."""
_PLACES = frozenset({"number", "no", "nos"})
_AGED = frozenset({"aged", "ages"})
_ROW = 8
"""Tokens of a row of ages that are looked at."""
_JOINTS = ([","], ["and"], ["or"], ["&"], [",", "and"])
_ADDRESS = re.compile(r"(?:\w{1,12}://|www\.|[\w.-]{1,60}\.com/)\S*+")


def read_sentence(tokens: Tokens, most: int) -> list[Draft]:
    """Return what is read in a sentence, typed numbers included: the first `most` of them."""
    drafts: list[Draft] = []
    done = 0
    masked = _addresses(tokens)[::-1]
    for at in places(tokens):
        if at < done:
            continue
        if len(drafts) >= most:
            break
        while masked and masked[-1][1] <= tokens.start[at]:
            masked.pop()
        if masked and masked[-1][0] <= tokens.start[at]:
            continue
        draft = _read_at(tokens, at, done, drafts)
        if draft is not None:
            if not (drafts and join_bounds(drafts[-1], draft)):
                drafts.append(draft)
            done = draft.last if draft.last > at else at + 1
    drafts = [draft for draft in drafts if draft.kind != NOTHING]
    attribute([draft for draft in drafts if draft.kind not in TYPED])
    return drafts


def _read_at(tokens: Tokens, at: int, done: int, drafts: list[Draft]) -> Draft | None:
    """Return what is read at a token where a number may start; an article before it may belong to it."""
    draft = read_idiom(tokens, at, done)
    if draft is None and (back := _opener(tokens, at, done)) >= 0:
        draft = read_quantity(tokens, back)
    if draft is None:
        draft = read_typed(tokens, at)
        if draft is not None:
            return draft
        draft = read_quantity(tokens, at)
    if draft is None:
        return None
    draft = read_range(draft)
    if _is_denied(draft):
        draft.kind = NOTHING
        return draft
    if _is_named(drafts, draft):
        draft.kind = NOTHING if draft.word and draft.value <= _FEW else "name"
    elif drafts and _goes_on(drafts[-1], draft):
        draft.kind, draft.key = drafts[-1].kind, drafts[-1].key
    qualify(draft)
    read_age(draft)
    if draft.direction is None and tokens.low[draft.first] != "from":
        draft.direction = moved_by(draft)
    echo(drafts, draft)
    say(drafts, draft)
    return draft


def _opener(tokens: Tokens, at: int, done: int) -> int:
    """Return the token of what opens a number before its first token (`a third`, `several hundred`), or -1."""
    low = tokens.low
    back = at - 2 if tokens.word[at - 1] == "-" or (low[at - 1] == "few" and low[at - 2] == "a") else at - 1
    if back < done and low[at - 1] in VAGUE:
        back = at - 1
    return back if back >= done and (low[back] in {"a", "an"} or low[back] in VAGUE) else -1


def _is_denied(draft: Draft) -> bool:
    """Tell whether a number is said not to hold: `not 40 but 50`; `50, not 40`."""
    low = draft.tokens.low
    at = draft.first - 1
    if at < 0 or low[at] != "not":
        return False
    after = draft.last + 1 if low[draft.last] == "," else draft.last
    return low[after] == "but" or (at > 0 and low[at - 1] in {",", "and"} and not low[draft.last][:1].isalpha())


def _is_named(drafts: list[Draft], draft: Draft) -> bool:
    """Tell whether a bare number is part of a name (`iPhone 11 and 11 Pro`), or a `one` that counts nothing."""
    if draft.kind == "number" and draft.value == 2 and draft.tokens.low[draft.first - 1] == "or" and draft.word:
        return draft.first > 2 and draft.tokens.low[draft.first - 3] in {"a", "an"}  # `a girlfriend or two`
    if draft.kind == "number" and draft.value == 1 and draft.word and draft.tokens.size > 4:
        before = draft.tokens.low[draft.first - 1] if draft.first else ""
        return before not in {"only", "just", "than", "least", "minus", "negative"} and draft.high is None
    following = draft.tokens.word[draft.last]
    bare = draft.kind == "number" or (draft.kind == "count" and draft.tokens.word[draft.number_last][:1].isupper())
    return (
        bare
        and (following[:1].isupper() or draft.kind == "count")
        and any(known.kind == "name" and known.value == draft.value for known in drafts[-8:])
    )


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Tell whether a bare number goes on a row: `Articles 5, 6 and 9`, `number eight and 10`, `aged six and 12`."""
    low = draft.tokens.low
    if draft.kind != "number" or low[before.last : draft.first] not in _JOINTS:
        return False
    after = low[draft.last]
    if after[:1].isalpha() and after not in FUNCTION and not after.endswith("ly"):
        return False
    if before.kind == "age" and low[before.first - 1] == "," == after:
        return True  # `the brothers Ivo and Jan Koll, 33 and 27,`
    if before.kind == "age":
        return not _AGED.isdisjoint(low[max(0, before.first - _ROW) : before.first])
    return before.kind == "section" or (before.kind == "name" and low[before.first] in _PLACES)


def _addresses(tokens: Tokens) -> list[Span]:
    """Return where web addresses stand in a sentence: their digits are no figures."""
    if not tokens.size:
        return []
    start, end = tokens.start[0], tokens.end[tokens.size - 1]
    find = tokens.text.find
    if find("://", start, end) < 0 and find("www.", start, end) < 0 and find(".com/", start, end) < 0:
        return []
    return [m.span() for m in _ADDRESS.finditer(tokens.text, start, end)]
