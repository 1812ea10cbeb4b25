"""One number out of another: `one in five`, `9 out of 10`, `one over twenty`, `sixfold`."""

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.nouns import FUNCTION, VERBS, is_plural
from feeds.reading.numbers.grammar import Number, read_number
from feeds.reading.numbers.literals import CARDINALS, ratio
from feeds.reading.numbers.tokens import HYPHENS, Tokens
from feeds.reading.numbers.units import unit_after, unit_before

PARTS_FROM = frozenset({"in", "of", "out", "over", "-"})
"""What may part a number from the whole that it is a part of."""
_TIMES = frozenset("x×")
_LARGEST_PART = 999
_LARGEST_IN = 20
"""`one in five`, `three in 10`; above it, `in` says where (`40 in hospital`)."""


def one_in(tokens: Tokens, number: Number) -> Number:
    """Return the ratio that a number opens, or the number."""
    word, step = _whole_at(tokens, number)
    if not step and number.value == 1 and number.form == "words" and not number.scaled:
        word, step = _noun_between(tokens, number.last)
    if not step or step >= tokens.size or number.form not in {"digits", "words"}:
        return number
    if number.value > (_LARGEST_IN if word == "in" else _LARGEST_PART):
        return number
    whole = read_number(tokens, step)
    if whole is None or whole.high or whole.form == "fraction" or whole.value % 1 or whole.value <= number.value:
        return number
    year = 1500 <= whole.value <= 2100 and whole.form == "digits" and not whole.scaled and "," not in tokens.word[step]
    placed = (
        word == "in"
        and tokens.word[step - 1] != "-"
        and (unit_after(tokens, whole.last) or tokens.word[whole.last] in HYPHENS)
    )
    if year or placed:
        return number
    share = ratio(number.value, whole.value)
    return Number(number.first, whole.last, share, None, "ratio") if share else number


def _noun_between(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return the same of `one person in three`, whose noun stands between."""
    low = tokens.low
    if low[at + 1] != "in" or not low[at].isalpha() or low[at] in FUNCTION or is_plural(low[at]):
        return "", 0
    at = at + 1 if low[at + 2] == "every" else at  # `one child in every six`
    whole = low[min(at + 2, tokens.size)]
    ends = not low[min(at + 3, tokens.size)][:1].isalpha() or low[at + 3] in FUNCTION | VERBS
    return ("in", at + 2) if ends and (whole in CARDINALS or whole.isdecimal()) else ("", 0)


def _whole_at(tokens: Tokens, number: Number) -> tuple[str, int]:
    """Return the word between a part and its whole, and the token where the whole starts; 0 where there is none."""
    low = tokens.low
    at = number.last
    if low[at] == "out" and low[at + 1] == "of":
        return "out", at + 3 if low[min(at + 2, tokens.size)] in {"every", "the"} else at + 2
    if low[at] in {"in", "of"} and low[at + 1] == "every":
        return "in", at + 2
    if tokens.word[at] == "-" and low[at + 1] == "in" and tokens.word[min(at + 2, tokens.size)] == "-":
        return "in", at + 3  # `a one-in-100-year flood`
    return low[at], at + 1 if low[at] == "in" else 0


def over(tokens: Tokens, number: Number) -> Number:
    """Return the fraction `one over twenty`, where neither number counts anything; or the number."""
    if tokens.low[number.last] != "over" or number.value % 1 or number.high is not None:
        return number
    whole = read_number(tokens, number.last + 1)
    if whole is None or whole.high is not None or whole.value <= 0 or whole.form not in {"digits", "words"}:
        return number
    if tokens.word[whole.last] not in {"", ".", ",", ")"} or unit_before(tokens, number.first):
        return number
    return Number(number.first, whole.last, ratio(number.value, whole.value), None, "ratio")


def fold(draft: Draft, number: Number) -> bool:
    """Make a ratio of `sixfold`, `10-fold`, `ten fold`, `4x`; tell whether it was one."""
    tokens = draft.tokens
    if tokens.low[number.last] in _TIMES and tokens.glued(number.last) and not tokens.word[number.last + 1].isdecimal():
        draft.kind, draft.unit, draft.key, draft.last = "ratio", tokens.word[number.last], "time", number.last + 1
        return True
    at = number.last + 1 if tokens.word[number.last] == "-" else number.last
    if number.form != "fold" and tokens.low[at] != "fold":
        return False
    draft.kind, draft.unit, draft.key = "ratio", "fold", "time"
    draft.last = number.last if number.form == "fold" else at + 1
    return True
