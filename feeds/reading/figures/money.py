"""Money: the sign or code before the digits, the name after them, whose dollar it is, and its hundredths."""

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.per import end_unit
from feeds.reading.numbers.grammar import Number, read_number
from feeds.reading.numbers.literals import SCALES, plain
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import Match, unit_after

_HUNDREDTHS = frozenset({"cent", "pence", "paise", "kopeck", "sen", "euro cent", "penny"})
_DOLLARS = {"US": "USD", "USD": "USD", "CAD": "CAD", "Canadian": "CAD", "AUD": "AUD", "Australian": "AUD", "NZD": "NZD"}


def money_before(draft: Draft, number: Number, money: Match) -> None:
    """Take in the sign before a number: `$5m`, `HK $10`, `-€3`; or `per cent of 20`."""
    tokens = draft.tokens
    draft.first = draft.number_first = first = money.first
    minus = first > 0 and tokens.word[first - 1] in {"-", "−"} and tokens.glued(first)
    if minus and (first == 1 or not tokens.glued(first - 1)):
        draft.first, draft.value = first - 1, -draft.value
    draft.kind, draft.key = money.unit.kind, money.unit.key
    if draft.kind == "percent":
        draft.unit, draft.last = tokens.word[first], number.last
        return
    draft.unit = tokens.between(first, money.last).replace(" ", "")
    draft.value *= money.unit.times
    after = number.last
    named = unit_after(tokens, after) if number.scaled else None
    if named and named.unit.kind == "money":
        after = named.last  # `$46.7 million dollars`
    if draft.unit == "$" and (country := _country(tokens, after)):
        after, draft.key = country
        draft.unit = f"$ {tokens.between(number.last, after)}"
    end_unit(draft, after)


def _country(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """Return the token after, and the code of, `U.S.` in `$75 U.S.`, `Canadian` in `$20 Canadian`."""
    if tokens.low[at : at + 3] == ["u", ".", "s"]:
        return at + 4 if tokens.word[min(at + 3, tokens.size)] == "." else at + 3, "USD"
    code = _DOLLARS.get(tokens.word[at])
    return (at + 1, code) if code else None


def money_after(draft: Draft, unit: Match) -> None:
    """Take in a currency's name, with a scale or hundredths after it: `75 USD million`, `3 dollars and 50 cents`."""
    tokens = draft.tokens
    draft.value *= unit.unit.times
    scale = SCALES.get(tokens.low[unit.last])
    if scale is not None and scale >= 1000:
        draft.value = plain(draft.value * scale)
        draft.number_last = draft.last = unit.last + 1
    elif last := _hundredths(draft, unit.last):
        draft.number_last = draft.last = last
    else:
        end_unit(draft, unit.last)


def _hundredths(draft: Draft, at: int) -> int:
    """Add the cents that start at a token; return the token after them, 0 where there are none."""
    tokens = draft.tokens
    part = read_number(tokens, at + 1 if tokens.low[at] == "and" else at)
    if part is None or part.high is not None or not 0 < part.value < 100 or draft.value % 1:
        return 0
    cents = unit_after(tokens, part.last)
    if cents is None or cents.unit.key not in _HUNDREDTHS:
        return 0
    draft.value = plain(draft.value + part.value / 100)
    return cents.last
