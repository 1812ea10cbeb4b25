"""Digits that dashes or blanks tie: the scores of games, and phone numbers."""

from decimal import Decimal

from feeds.reading.figures.draft import Draft, typed
from feeds.reading.figures.nouns import FUNCTION, is_plural
from feeds.reading.numbers.literals import CARDINALS, value_of
from feeds.reading.numbers.tokens import DASHES, Tokens
from feeds.reading.numbers.units import unit_after
from feeds.reading.tables import words_around

_SCORES = words_around("names", "scores")
_CALLED = words_around("names", "called")
_NIL = frozenset({"nil", "all"})
_BEST = 10
_NAME = 6
"""Tokens of the longest name before a mark, colon included."""
_FEWEST = 7
"""Digits of the shortest phone number that blanks part."""


def spelt(tokens: Tokens, at: int) -> Draft | None:
    """Return the score of `nil-nil`, `one-nil`, `two-all`."""
    if tokens.word[at + 1] not in DASHES or not (tokens.glued(at + 1) and tokens.glued(at + 2)):
        return None
    value = CARDINALS[tokens.low[at]]
    return Draft(tokens, at, at + 3, value, "score") if tokens.low[at + 2] in _NIL else None


def rating(tokens: Tokens, at: int) -> Draft | None:
    """Return the mark that a list gives to a player: `Ines Koll: 7 Won every header`."""
    word = tokens.word
    if not 2 <= at <= _NAME or word[at - 1] != ":" or not word[at + 1][:1].isupper():
        return None
    value = value_of(word[at])
    if value is None or value > _BEST:
        return None
    named = all(part[0].isupper() or part in "-'’." for part in word[: at - 1])
    return Draft(tokens, at, at + 1, value, "score") if named else None


def phone(tokens: Tokens, at: int) -> Draft | None:
    """Return the phone number of groups that blanks part: `0800 123 456`, `call 116 123`, `+44 20 7946 0018`."""
    word, low = tokens.word, tokens.low
    if not word[at].isdecimal() or not (word[at + 1].isdecimal() or word[at].startswith("0")):
        return None
    before = low[at - 1] if at else ""
    grouped = word[at + 1].startswith("0") and word[at + 2].isdecimal()  # `on 1800 020 080`
    if not (word[at].startswith("0") or grouped or before == "+" or before in _CALLED):
        return None
    last = at + 1
    while last < min(at + 6, tokens.size) and word[last].isdecimal() and 2 <= len(word[last]) <= len("00000000"):
        last += 1
    digits = sum(map(len, word[at:last]))
    if last == at + 1 or digits < (_FEWEST if before not in _CALLED else 6):
        return None
    return typed(tokens, at - 1 if before == "+" else at, last, "phone", at)


def dashed(tokens: Tokens, at: int) -> Draft | None:
    """Return the score or phone that digits, a dash and digits make: `555-0123`, `9-2`, `6-4-1`, `2-nil`."""
    word = tokens.word
    if word[at + 1] in DASHES and tokens.low[at + 2] in _NIL and tokens.glued(at + 1) and tokens.glued(at + 2):
        return typed(tokens, at, at + 3, "score", at)
    last = _dash_end(tokens, at)
    if last == at + 1 or (at and word[at - 1] in {"$", "£", "€", "¥", "₹"}):
        return None
    digits = sum(map(len, word[at:last:2]))
    if last > at + 3:
        return typed(tokens, at, last, "phone" if digits >= 7 else "score", at)
    left, right = word[at], word[at + 2]
    if digits >= 7 and len(right) == 4 and len(left) == 3 and (right[0] == "0" or at + 1 == last - 2):
        return (
            typed(tokens, at, last, "phone", at)
            if unit_after(tokens, last) is None and not is_plural(tokens.low[last])
            else None
        )
    return typed(tokens, at, last, "score", at) if _is_score(tokens, at, Decimal(left), Decimal(right)) else None


def _dash_end(tokens: Tokens, at: int) -> int:
    word = tokens.word
    last = at + 1
    while (
        last < min(at + 9, tokens.size - 1)
        and word[last] in DASHES
        and tokens.glued(last)
        and tokens.glued(last + 1)
        and word[at].isdecimal()
        and word[last + 1].isdecimal()
    ):
        last += 2
    return last


def _is_score(tokens: Tokens, at: int, left: Decimal, right: Decimal) -> bool:
    after = tokens.low[at + 3]
    if (
        left > 199
        or right > 199
        or after == "%"
        or (after == "-" and tokens.glued(at + 3))
        or unit_after(tokens, at + 3)
    ):
        return False
    if left >= right:
        return True
    near = tokens.low[max(0, at - 6) : at] + tokens.low[at + 3 : at + 6]
    return not _SCORES.isdisjoint(near) or not after[:1].isalpha() or after in FUNCTION
