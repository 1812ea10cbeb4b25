"""A number with its unit: what stands right before it, or right after it, decides what sort of quantity it is."""

from feeds.reading.figures.counts import count
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.measures import part_of_unit, read_measure
from feeds.reading.figures.money import money_before
from feeds.reading.figures.ratios import PARTS_FROM, fold, one_in, over
from feeds.reading.numbers.grammar import Number, read_number
from feeds.reading.numbers.literals import is_literal
from feeds.reading.numbers.tokens import HYPHENS, Tokens
from feeds.reading.numbers.units import unit_before
from feeds.reading.tables import word_set

_MINUS = frozenset("-−–")
_TAILS = frozenset({"odd", "plus", "some"})
_BEFORE_MINUS = frozenset("([<>=")
_WHOLES = word_set("of the as that this his its their her all a an")


def read_quantity(tokens: Tokens, at: int) -> Draft | None:
    """Return the quantity whose number starts at a token."""
    number = read_number(tokens, at)
    if number is None:
        return None
    if tokens.low[number.last] in PARTS_FROM or tokens.low[number.last + 1] == "in":  # `one person in three`
        number = one_in(tokens, over(tokens, number))
    draft = Draft(tokens, number.first, number.last, number.value, "number")
    number = _tail(draft, number)
    draft.high = number.high
    draft.word = number.form != "digits"
    _sign(draft)
    draft.number_first = draft.first
    _attach(draft, number)
    return draft


def _tail(draft: Draft, number: Number) -> Number:
    """Take in what is written to a number: `40-odd`, `20-plus`, `£1m+`; return the number with it."""
    tokens = draft.tokens
    at = number.last
    if tokens.word[at] == "+" and tokens.glued(at) and not tokens.word[at + 1][:1].isdecimal():
        draft.bound, last = ">=", at + 1
    elif tokens.word[at] in HYPHENS and tokens.glued(at) and tokens.glued(at + 1) and tokens.low[at + 1] in _TAILS:
        draft.approx = tokens.low[at + 1] != "plus"
        draft.bound = None if draft.approx else ">="
        last = at + 2
    else:
        return number
    draft.last = draft.number_last = last
    return number._replace(last=last)


def _sign(draft: Draft) -> None:
    """Take in a minus: written to the number and to nothing before it, or spelt."""
    tokens = draft.tokens
    before = draft.first - 1
    if before < 0:
        return
    free = before == 0 or not tokens.glued(before) or tokens.word[before - 1] in _BEFORE_MINUS
    written = tokens.word[before] in _MINUS and tokens.glued(draft.first) and free
    spelt = tokens.low[before] in {"minus", "negative"} and (
        before == 0 or not (is_literal(tokens.word[before - 1]) or tokens.low[before - 1] == "or")
    )  # `plus or minus two points` are two
    if written or spelt:
        draft.value, draft.first = -draft.value, before


def _attach(draft: Draft, number: Number) -> None:
    """Find the unit of a number."""
    tokens = draft.tokens
    money = unit_before(tokens, draft.first)
    if money is None and draft.first != number.first:
        money = unit_before(tokens, number.first)
    if money:
        money_before(draft, number, money)
        return
    share = number.form in {"fraction", "ratio"}
    if number.form == "ratio" and tokens.word[number.first + 1] == "-":
        draft.kind = "ratio"  # `a one-in-100-year flood`
        return
    if share and tokens.low[number.last] in _WHOLES:
        draft.kind = "ratio"
        if number.form == "fraction" or tokens.low[number.last] == "of":  # not `four in ten a year ago`
            part_of_unit(draft, number.last)
        return
    if fold(draft, number) or read_measure(draft, number):
        return
    count(draft, number)
    if share and draft.kind in {"number", "count"}:
        draft.kind, draft.unit, draft.key = "ratio", None, None
        draft.last = number.last
