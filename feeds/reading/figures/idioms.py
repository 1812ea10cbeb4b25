"""Quantities without a numeral of their own: `a pair of boats`, `doubled`, `twice the size`, `a day and a half`.

Birthdays and anniversaries are read here too: their ordinal says how many years it has been.
"""

from decimal import Decimal

from feeds.reading.figures.counts import count
from feeds.reading.figures.draft import Draft
from feeds.reading.numbers.grammar import Number
from feeds.reading.numbers.literals import ORDINALS, is_literal, section, value_of
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import unit_after
from feeds.reading.tables import cue_words

GROUPS = section("groups")
"""Nouns for so many of a thing: `a pair of`, `a trio of`."""
MULTIPLES = section("multiples")
"""Verbs and adverbs for so many times: `doubled`, `twice`."""
_FOLLOWERS = cue_words("idioms", "multiples")
_PARTICLES = cue_words("idioms", "particles")
_PAIRED = cue_words("idioms", "paired")
_LOOSE = frozenset({"couple", "score"})
_ARTICLES = frozenset({"a", "another", "the", "this", "that"})
_SPANS = {"anniversary": ("duration", "year"), "birthday": ("age", "year of age")}


def read_idiom(tokens: Tokens, at: int, done: int) -> Draft | None:
    """Return the quantity whose word stands at a token; nothing before token `done` is taken in."""
    low = tokens.low[at]
    if low in GROUPS:
        return _group(tokens, at, GROUPS[low])
    if low in MULTIPLES:
        return _multiple(tokens, at, MULTIPLES[low])
    if low == "half":
        return _and_a_half(tokens, at, done)
    return _span(tokens, at) if tokens.low[at + 1] in _SPANS or tokens.low[at + 2] in _SPANS else None


def _group(tokens: Tokens, at: int, value: Decimal) -> Draft | None:
    """Count with `a pair of boats`; a pair of shoes is one thing."""
    low = tokens.low
    if not at or low[at - 1] not in _ARTICLES or low[at + 1] != "of" or low[min(at + 2, tokens.size)] in _PAIRED:
        return None
    draft = Draft(tokens, at - 1 if low[at - 1] == "a" else at, at + 1, value, "number")
    draft.number_first, draft.word = at, True
    count(draft, Number(at, at + 1, value, None, "plural"))
    draft.approx = low[at] in _LOOSE
    return draft if draft.kind == "count" else None


def _multiple(tokens: Tokens, at: int, value: Decimal) -> Draft | None:
    """`doubled`, `halving`: how far something moved; `twice as many`, `double the price`: so many times."""
    low = tokens.low
    moves = low[at].endswith(("ed", "ing"))
    if moves:
        if low[at + 1] in _PARTICLES or (at and low[at - 1] in {"a", "the"}):
            return None
    elif low[at + 1] not in _FOLLOWERS or (low[at + 1] == "as" and low[at] != "twice"):
        return None
    draft = Draft(tokens, at, at + 1, value, "ratio")
    draft.word, draft.key = True, "time"
    if moves:
        draft.direction = "up" if value > 1 else "down"
    return draft


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
