"""Quantities whose number stands in an odd place: `a day and a half`, `her 60th birthday`, `the tenth anniversary`.

`Doubled`, `twice the size` and `a pair of boats` are no figures: whoever labels news by hand marks none of them.
"""

from decimal import Decimal

from feeds.reading.figures.draft import Draft
from feeds.reading.numbers.literals import ORDINALS, is_literal, value_of
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import unit_after

_SPANS = {"anniversary": ("duration", "year"), "birthday": ("age", "year of age")}


def read_idiom(tokens: Tokens, at: int, done: int) -> Draft | None:
    """Return the quantity whose word stands at a token; nothing before token `done` is taken in."""
    if tokens.low[at] == "half":
        return _and_a_half(tokens, at, done)
    return _span(tokens, at) if tokens.low[at + 1] in _SPANS or tokens.low[at + 2] in _SPANS else None


def _and_a_half(tokens: Tokens, at: int, done: int) -> Draft | None:
    """Read `a day and a half`: the noun stands before the half."""
    low = tokens.low
    if at - 4 < done or low[at - 2 : at] != ["and", "a"] or low[at - 4] not in {"a", "an"}:
        return None
    unit = unit_after(tokens, at - 3)
    if unit is None or unit.last != at - 2 or unit.unit.kind not in {"duration", "measure"}:
        return None
    draft = Draft(tokens, at - 4, at + 1, Decimal("1.5"), unit.unit.kind)
    draft.word, draft.unit, draft.key = True, tokens.word[at - 3], unit.unit.key
    return draft


def _span(tokens: Tokens, at: int) -> Draft | None:
    """`her 60th birthday`, `the tenth anniversary`: an age, or so many years."""
    literal = is_literal(tokens.word[at])
    noun = at + 2 if literal else at + 1
    found = _SPANS.get(tokens.low[noun])
    value = value_of(tokens.word[at]) if literal else ORDINALS.get(tokens.low[at])
    if found is None or value is None or (literal and not tokens.glued(at + 1)):
        return None
    draft = Draft(tokens, at, noun + 1, value, found[0])
    draft.number_last, draft.unit, draft.key = noun, tokens.word[noun], found[1]
    draft.word = not literal
    return draft
