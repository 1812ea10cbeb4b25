"""What a quantity is given for one of: `per barrel`, `a day`, `/kg`, `per 100,000 people`."""

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.nouns import counted, singular
from feeds.reading.numbers.grammar import read_number
from feeds.reading.numbers.literals import is_literal
from feeds.reading.numbers.units import unit_after
from feeds.reading.tables import word_set, words_around

_ONES = words_around("per", "words")
_SIGNS = word_set("per a an each every")
_THEN = word_set("earlier ago later before after since previously prior")
"""After `a year`, these say when and not how often."""
_PERIODS = word_set("second minute hour day night week month year quarter season decade century")
_EACH = frozenset({"a", "per"})
_DEGREES = frozenset({"celsius", "fahrenheit"})
"""A stroke after these parts two scales: `180C/350F`."""
_HEADS = word_set("person head capita household family")
_NOT_ONES = word_set("cent se")


def end_unit(draft: Draft, at: int) -> None:
    """End a draft at token `at`, or after the `per` that starts there."""
    tokens = draft.tokens
    low, word = tokens.low, tokens.word
    draft.last = at
    if low[at] == "of" and draft.kind == "measure" and low[at + 1].isalpha():
        if low[at + 2] in _EACH:
            at += 2  # `barrels of oil a day`
        elif at + 3 < tokens.size and low[at + 3] == "per" and low[at + 2].isalpha():
            at += 3  # `barrels of oil equivalent per day`
    step = at + 1 if word[at] == "-" and low[at + 1] in {"a", "an", "per"} and tokens.glued(at) else at
    if low[step] == "/" and draft.key not in _DEGREES and step + 1 < tokens.size and word[step + 1][:1].isalpha():
        unit = unit_after(tokens, step + 1)
        _take(draft, step, unit.last if unit else step + 2, unit.unit.key if unit else singular(low[step + 1]))
    elif low[step] in _SIGNS and not (low[min(step + 2, tokens.size)] in _THEN and low[step + 1] in _PERIODS):
        _spelt(draft, at, step)


def _spelt(draft: Draft, at: int, step: int) -> None:
    """Take in the words from token `at`, whose `per` or article is token `step`."""
    tokens = draft.tokens
    low, word = tokens.low, tokens.word
    is_per = low[step] == "per"
    if is_per and low[step + 1] == "the":
        return  # `3.5% per the Tarn Post`
    step = step + 2 if word[step + 1] == "-" and tokens.glued(step + 1) and step + 2 < tokens.size else step + 1
    if is_per and is_literal(word[step]):
        if number := read_number(tokens, step):
            _take(draft, at, counted(tokens, number.last), str(number.value))
        return
    unit = unit_after(tokens, step)
    if unit and unit.unit.kind in {"measure", "duration", "money"} and (is_per or low[step] in _ONES):
        _take(draft, at, unit.last, unit.unit.key)
    elif low[step] in _ONES or (is_per and low[step][:1].isalpha() and low[step] not in _NOT_ONES):
        _take(draft, at, step + 1, singular(low[step]))


def _take(draft: Draft, at: int, last: int, key: str) -> None:
    printed = draft.tokens.between(at, last).lstrip("-")
    joint = "" if printed.startswith("/") else " "
    draft.unit = f"{draft.unit or ''}{joint}{printed}".strip()
    draft.key = f"{draft.key} per {key}" if draft.key else f"per {key}"
    draft.last = last
    if draft.kind in {"count", "number"}:
        draft.kind = "rate"
    if key in _HEADS:
        draft.scope = printed
