"""Two quantities that are the ends of one: `10.4 to 12 million`, `between 5% and 6%`, `$10-15bn`, `one or two`."""

from decimal import Decimal

from feeds.reading.figures.dates import is_date
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.movement import moved_by
from feeds.reading.figures.quantities import read_quantity
from feeds.reading.numbers.literals import is_literal, plain, ratio
from feeds.reading.numbers.tokens import DASHES, Tokens
from feeds.reading.numbers.units import BEFORE, unit_after

_HALVES = frozenset({"am", "pm"})
_DASHES = DASHES | {"~"}
_FAR = 5
"""A level is this many times how far something moved to it; the ends of a range lie closer together."""
_HUNDRED = Decimal(100)
_DIGITS = 10
"""`two to three hundred` are hundreds both; `20 to three hundred` are not."""
_WORDS = 5
"""Tokens in which a range goes on: `from 0.5% of the price to 0.35%`."""
_APART = 20
"""Ends that share a scale fall to no less than this part: `200 to three thousand` share none."""
_THOUSAND = Decimal(1000)


def read_range(draft: Draft) -> Draft:
    """Return the range that a quantity opens, or the quantity as it is."""
    if draft.high is not None or (draft.kind == "age" and draft.unit is None):
        return draft
    tokens = draft.tokens
    joint = _joint(draft)
    if joint is None:
        return draft
    word, start = joint
    number = _number_at(tokens, start)
    if is_literal(tokens.word[number]) and (is_date(tokens, number) or tokens.low[number + 1] in _HALVES):
        return draft  # `the 26 weeks to 31 October`, `by 48 minutes to 7.06am`
    second = read_quantity(tokens, number)
    if second is None or second.high is not None or second.first > start + 4 or second.first < start - (word == "-"):
        return draft
    if word == "to" and _are_odds(draft, second):
        return _odds(draft, second)
    scale = _shared_scale(draft, second)
    if word == "or" and scale is not None:  # `six or seven hundred`
        return _join(draft, second, word, scale) if _close(draft, second, scale) else draft
    return _join(draft, second, word, scale) if _fits(draft, second, word) else draft


def _are_odds(draft: Draft, second: Draft) -> bool:
    """Tell whether two bare numbers are set against each other: `a 3 to 1 margin`, `voted seven to two`."""
    if draft.unit is not None or second.kind == "money" or not 0 < second.value < draft.value:
        return False
    low = draft.tokens.low[max(0, draft.first - 2) : draft.first]
    voted = second.unit is None and (low[-1:] == ["voted"] or low in (["vote", "of"], ["margin", "of"]))
    return second.value == 1 or voted


def _odds(draft: Draft, second: Draft) -> Draft:
    """Read `a 3 to 1 margin`: so many times the other."""
    draft.kind, draft.unit, draft.key = "ratio", None, None
    draft.value = ratio(draft.value, second.value)
    draft.last = draft.number_last = second.number_last
    return draft


def join_bounds(before: Draft, draft: Draft) -> bool:
    """Make one range of two bounds that stand together: `more than 10 and less than 20`; tell whether that was done."""
    gap = draft.tokens.low[before.last : draft.first]
    if before.tokens is not draft.tokens or len(gap) > 2 or not {"and", "but", ","}.issuperset(gap) or not gap:
        return False
    if not before.bound or not draft.bound or before.bound[0] == draft.bound[0] or before.high or draft.high:
        return False
    low, high = (before.value, draft.value) if before.bound[0] == ">" else (draft.value, before.value)
    if low >= high or not (before.unit is None or before.key == draft.key):
        return False
    before.value, before.high, before.bound = low, high, None
    before.unit, before.key, before.kind = draft.unit, draft.key, draft.kind
    before.last, before.number_last = draft.last, draft.number_last
    return True


def _joint(draft: Draft) -> tuple[str, int] | None:
    """Return the word that joins the two ends, and the token after it."""
    tokens = draft.tokens
    at = draft.last
    word, low = tokens.word, tokens.low
    if word[draft.number_last] in _DASHES and draft.number_last + 1 < tokens.size:
        at = draft.number_last
    if word[at] in _DASHES:
        step = at + 1
        if low[step] == "to" and step + 1 < tokens.size:
            return "to", step + 1
        if not tokens.glued(at) and draft.last > draft.number_last and not unit_after(tokens, at - 1):
            return None  # `10m viewers - about four million fewer`
        if tokens.glued(at) == tokens.glued(step):
            return "-", step
        return None
    if low[at] == "up" and low[at + 1] == "to" and at + 2 < tokens.size and _opener(draft) == "from":
        return "to", at + 2
    far = low[at] != "to" and word[at].isalpha() and at + 2 < tokens.size and _opener(draft) == "from" and draft.unit
    if far and (step := _far_to(tokens, at)):
        return "to", step + 1
    if low[at] in {"to", "and", "or", "through", "till", "until"} and at + 1 < tokens.size:
        return low[at], at + 1
    return None


def _far_to(tokens: Tokens, at: int) -> int:
    """Return the `to` that a word or a few stand before: `from 5% in 2008 to 6%`, `from 0.5% of the price to 0.35%`."""
    low = tokens.low
    step = at + 1 if low[at + 1] == "to" else at + 2
    if low[step] != "to" and all(map(str.isalpha, low[at : step + 1])):
        step = next((n for n in range(step, min(at + _WORDS, tokens.size)) if low[n] == "to"), step)
    fits = low[step] == "to" and not {"and", "or", "but"} & set(low[at:step]) and step + 1 < tokens.size
    return step if fits else 0


def _number_at(tokens: Tokens, start: int) -> int:
    """Step over the currency, sign or qualifier in front of the second number."""
    at = start + 1 if tokens.word[start] == "-" and tokens.low[start - 1] == "to" else start
    while at < min(start + 3, tokens.size) and (
        tokens.word[at] in BEFORE or tokens.low[at] in {"between", "from", "about", "as", "minus"}
    ):
        if tokens.word[at][:1].isdecimal():
            break
        at += 1
    return at


def _fits(left: Draft, right: Draft, word: str) -> bool:
    if left.kind == "ratio" or right.kind == "ratio":
        return word in {"to", "-"} and left.kind == right.kind
    opener = _opener(left)
    if word in {"till", "until"} or (word == "and" and opener != "between"):
        return False
    if word == "or":
        return _close(left, right)
    if not _same_unit(left, right):
        return False
    if word == "to" and opener not in {"from", "between"} and _is_result(left, right):
        return False
    if word == "to" and left.tokens.low[left.first - 1] == "by" and left.value > right.value:
        return False  # `rejected by 54% to 46%`
    return not (word == "-" and left.value >= right.value and left.unit is None and right.kind == "number")


def _is_result(left: Draft, right: Draft) -> bool:
    """`fell 12 to 140`, `by 40 metres to 280 metres`: how far and to where; `by 312 votes to 201`: for and against."""
    printed = left.last > left.number_last
    against = left.kind == "count" and right.unit is None and printed
    extended = left.kind == "measure" and printed and left.tokens.low[left.first - 1] == "by"
    return against or extended or (moved_by(left) is not None and _is_level(left, right))


def _is_level(left: Draft, right: Draft) -> bool:
    """`fell 12 to 140`: how far, and the level that was reached."""
    far = right.unit is None and right.value > _FAR * left.value
    return left.unit is not None or left.value > right.value or far


def _opener(draft: Draft) -> str:
    low = draft.tokens.low
    first = draft.first
    reach = 5 if low[first - 1] == "of" and first else 4
    for step in range(first - 1, max(-1, first - reach), -1):
        word = low[step]
        if word in {"between", "from"}:
            return word
    return ""


def _close(left: Draft, right: Draft, scale: Decimal = Decimal(1)) -> bool:
    """`one or two`, `five or six people`: ends that lie next to each other."""
    if (left.unit is not None and left.key != right.key) or (left.unit is None and right.kind == "money"):
        return False
    return (
        left.last == left.number_last
        and 0 < left.value * scale < right.value <= min(2 * left.value + 1, _HUNDRED) * scale
        and right.kind != "ratio"
    )


def _same_unit(left: Draft, right: Draft) -> bool:
    if left.key == right.key or left.unit is None or right.unit is None:
        return True
    if left.kind == right.kind == "money" and {left.key, right.key} <= {"USD", "AUD", "CAD", "NZD", "HKD", "SGD"}:
        return True
    return bool(right.key and left.key and right.key.startswith(left.key + " per "))


def _shared_scale(left: Draft, right: Draft) -> Decimal | None:
    """Return the scale of the second end that the first is meant with too; none where that puts them far apart."""
    low, high = abs(left.value), abs(right.value)
    if not low < _THOUSAND or high < _HUNDRED or low >= high:
        return None
    scale = _scale(left, right)
    if scale is None or (scale == _HUNDRED and low >= _DIGITS) or low * scale > high * _APART:
        return None
    return scale if scale == _HUNDRED or high >= _THOUSAND else None


def _join(left: Draft, right: Draft, word: str, scale: Decimal | None) -> Draft:
    if scale is not None:
        left.value = plain(left.value * scale)
    left.high = right.value
    if word in {"-", "to"} and left.tokens.word[left.last] in _DASHES and right.value < 0 and right.first == left.last:
        left.high = -right.value
    if right.unit is not None and (left.unit is None or right.kind != "money" or len(right.unit) > len(left.unit)):
        left.unit, left.key, left.kind = right.unit, right.key, right.kind
    left.scope = left.scope or right.scope
    left.last, left.number_last = right.last, right.number_last
    low = left.tokens.low
    if left.first and low[left.first - 1] in {"between", "from"}:
        left.first -= 1
    return left


def _scale(left: Draft, right: Draft) -> Decimal | None:
    """Return the scale that only the second end is printed with: `10.4 to 12 million`."""
    tokens = left.tokens
    if left.number_last - left.number_first > 1 and left.kind != "money":
        printed = tokens.low[left.number_last - 1]
        if not printed[:1].isdecimal() and left.word is False:
            return None
    digits = right.value
    scale = Decimal(1)
    text = tokens.text[tokens.start[right.number_first] : tokens.end[right.number_last - 1]].lower()
    for name, worth in (
        ("thousand", 3),
        ("million", 6),
        ("billion", 9),
        ("trillion", 12),
        ("bn", 9),
        ("mn", 6),
        ("tn", 12),
        ("k", 3),
        ("m", 6),
        ("b", 9),
        ("crore", 7),
        ("lakh", 5),
        ("hundred", 2),
    ):
        if text.endswith(name) and abs(digits) >= (scale := Decimal(10) ** worth):
            return scale
    return None
