"""Clock times: `10:30`, `9 a.m.`, `0900 GMT`, `half past seven`."""

from feeds.reading.figures.draft import Draft, typed
from feeds.reading.numbers.literals import CARDINALS
from feeds.reading.numbers.tokens import DASHES, Tokens
from feeds.reading.tables import word_set, words_around

_ZONES = words_around("dates", "zones")
_CLOCK_ZONES = _ZONES - word_set("eastern local")
_OCLOCK = frozenset({"o'clock", "o’clock"})
BEHIND_TIMES = _OCLOCK | {"a", "p", "am", "pm", ":"}
"""What follows the hour of a time that is not written as four digits."""
_PARTS = frozenset({"half", "quarter"})
_HOURS = 12


def read_time(tokens: Tokens, at: int) -> Draft | None:
    """Return the time that starts with the literal at a token: `10:30`, `1.05am`, `9 a.m.`, `1:36.6`, `0930`."""
    low, word = tokens.low, tokens.word
    if last := _hours(tokens, at):
        return typed(tokens, at, last, "time", at)
    if len(word[at]) > 5 or not word[at].replace(".", "").replace(",", "").isdecimal():
        return None
    last = _clock(tokens, at)
    clock = last > at + 1
    if clock and word[last] in DASHES and tokens.glued(last) and tokens.glued(last + 1) and word[last + 1].isdecimal():
        last = _clock(tokens, last + 1)  # `5:30-6:30 p.m.`
    if low[last] in {"a", "p"} and word[last + 1] == "." and last + 2 < tokens.size and low[last + 2] == "m":
        last = (
            last + 4 if word[last + 3 if last + 3 < tokens.size else -1] == "." and tokens.glued(last + 3) else last + 3
        )
    elif low[last] in {"am", "pm"} or low[last] in _OCLOCK:
        last += 1
    elif not clock:
        return None
    while low[last] in _ZONES:
        last += 1
    return typed(tokens, at, last, "time", at)


def _hours(tokens: Tokens, at: int) -> int:
    """Return the token after `0930`, `1430 GMT`, `1130 to 1215 GMT`; 0 where no such time stands there."""
    low = tokens.low
    if not _is_clock(tokens.word[at]):
        return 0
    last = at + 1
    if low[last] in {"to", "and", "-", "–"} and _is_clock(tokens.word[last + 1]):
        last += 2
    if low[last] in _CLOCK_ZONES:
        return last + 1
    return last if tokens.word[at][0] == "0" and last == at + 1 else 0


def _is_clock(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and int(word[:2]) < 24 and int(word[2:]) < 60


def spoken_time(tokens: Tokens, at: int) -> Draft | None:
    """Return the time whose hour is the number word at a token: `four o'clock`, `half past seven`."""
    low = tokens.low
    hour = CARDINALS[low[at]]
    if not 1 <= hour <= _HOURS:
        return None
    clock = low[at + 1] in _OCLOCK
    past = at > 1 and low[at - 1] == "past" and low[at - 2] in _PARTS
    if not clock and not past:
        return None
    first = at - 2 if past else at
    if past and first and low[first - 1] == "a":
        first -= 1
    return Draft(tokens, first, at + 2 if clock else at + 1, hour, "time")


def _clock(tokens: Tokens, at: int) -> int:
    word = tokens.word
    last = at + 1
    while (
        last < at + 5
        and word[last] == ":"
        and tokens.glued(last)
        and tokens.glued(last + 1)
        and word[last + 1][:1].isdecimal()
    ):
        last += 2
    return last
