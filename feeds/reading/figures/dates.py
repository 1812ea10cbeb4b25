"""Dates, years and decades: numbers that say when, and are no figures."""

from feeds.reading.figures.clock import BEHIND_TIMES, read_time
from feeds.reading.figures.draft import Draft, typed
from feeds.reading.figures.nouns import is_plural
from feeds.reading.numbers.literals import ORDINAL_ENDINGS
from feeds.reading.numbers.tokens import DASHES, Tokens
from feeds.reading.numbers.units import unit_after, unit_before
from feeds.reading.tables import word_set, words_around

MONTHS = words_around("dates", "months")
_ERAS = frozenset({"BC", "BCE", "AD", "CE"})
_BEFORE_YEAR = words_around("dates", "before_year")
_BEFORE_YEARS = _BEFORE_YEAR | {"the"}
_OF_YEARS = word_set("levels prices dollars standards figures terms rates")
"""What is given as it was in a year: `compared to 1990 levels`."""
_BEFORE_OLD = word_set("in since by until circa of late early around")
_COUNTED_BEFORE = words_around("dates", "before_count")
_IN_FRONT = MONTHS | frozenset(".'’‘")
"""What stands before a time of some sort, if nothing shows it behind and it is no year."""
_BEHIND = MONTHS | BEHIND_TIMES | ORDINAL_ENDINGS | DASHES | {"of", "and", "or", "s", "'", "’"}
_BEHIND |= {era.lower() for era in _ERAS}
_OPENERS = frozenset("([{'’‘“\"/-–—,")


def read_when(tokens: Tokens, at: int) -> Draft | None:
    """Return the date, year, decade or time that the literal at a token belongs to."""
    low = tokens.low
    if low[at + 1] not in _BEHIND and len(low[at]) != len("2025") and (not at or low[at - 1] not in _IN_FRONT):
        return None  # what most numbers are, told without asking each reader
    return (
        read_time(tokens, at)
        or _month_first(tokens, at)
        or _day_first(tokens, at)
        or _decade(tokens, at)
        or _years(tokens, at)
        or _of_era(tokens, at)
        or _year(tokens, at)
    )


def is_year(word: str) -> bool:
    """Tell whether digits may be a year."""
    return len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199


def _is_day(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31


def _month_first(tokens: Tokens, at: int) -> Draft | None:
    """`July 25, 2025`, `Feb. 11`, `May 2016`, `January 8 and 9`."""
    low, word = tokens.low, tokens.word
    month = at - 2 if at > 1 and word[at - 1] == "." else at - 1
    if month < 0 or low[month] not in MONTHS or not word[month][0].isupper():
        return None
    if is_year(word[at]):
        return typed(tokens, month, at + 1, "date", at)
    if not _is_day(word[at]) or unit_after(tokens, at + 1):
        return None
    last = at + 2 if low[at + 1] in ORDINAL_ENDINGS and tokens.glued(at + 1) else at + 1
    joined = low[last] in {"and", "or"} and not low[last + 2 if last + 2 < tokens.size else -1][:1].isalnum()
    if (joined or word[last] in DASHES) and _is_day(word[last + 1]):
        last += 2
    return typed(tokens, month, _with_year(tokens, last), "date", at)


def _with_year(tokens: Tokens, last: int) -> int:
    """Take in the year of a date that ends before a token."""
    step = last + 1 if tokens.word[last] == "," else last
    return step + 1 if is_year(tokens.word[step]) else last


def _day_first(tokens: Tokens, at: int) -> Draft | None:
    """`25 July 2025`, `3rd of May`, `5-7 June`, `9 and 10 July`, `4 or 5 April`."""
    low, word = tokens.low, tokens.word
    if not _is_day(word[at]):
        return None
    step = at + 1
    if (low[step] in {"and", "or"} or word[step] in DASHES) and _is_day(word[step + 1]):
        step += 2
    if low[step] in ORDINAL_ENDINGS and tokens.glued(step):
        step += 1
    if low[step] == "of":
        step += 1
    if low[step] not in MONTHS or not word[step][0].isupper():
        return None
    last = step + 1
    if word[last] == "." and tokens.glued(last) and len(low[step]) <= 4 and is_year(word[last + 1]):
        last += 1
    return typed(tokens, at, _with_year(tokens, last), "date", at)


def is_date(tokens: Tokens, at: int) -> bool:
    """Tell whether the literal at a token is the day of a month."""
    return _day_first(tokens, at) is not None or _month_first(tokens, at) is not None


def numeric_date(tokens: Tokens, at: int) -> Draft | None:
    """Return the date that digits alone make: `5/17/2018`, `2018-05-17`, `17.05.2018`."""
    word = tokens.word
    sign = word[at + 1]
    if sign not in {"/", "-", "."} or at + 4 >= tokens.size or word[at + 3] != sign:
        return None
    parts = word[at], word[at + 2], word[at + 4]
    if not all(part.isdecimal() and len(part) in {1, 2, 4} for part in parts) or len(parts[1]) == 4:
        return None
    if not all(tokens.glued(n) for n in range(at + 1, at + 5)):
        return None
    return typed(tokens, at, at + 5, "date", at)


def _decade(tokens: Tokens, at: int) -> Draft | None:
    """`1980s`, `'90s`, `his 30s`; `2018s`, a year whose apostrophe was lost, is a year."""
    word, low = tokens.word[at], tokens.low
    last = at + 1
    if tokens.word[last] in {"'", "’"} and tokens.glued(last):
        last += 1
    if not (low[last] == "s" and tokens.glued(last) and word.isdecimal() and len(word) in {2, 4}):
        return None
    if word.endswith("0"):
        return typed(tokens, at, last + 1, "decade", at)
    return typed(tokens, at, last + 1, "year", at) if is_year(word) else None


def _years(tokens: Tokens, at: int) -> Draft | None:
    """`2014-15`, `1995-2001`, `2006/07`."""
    word = tokens.word
    if (
        not is_year(word[at])
        or not 1500 <= int(word[at]) <= 2100
        or not (word[at + 1] in DASHES or word[at + 1] == "/")
        or at + 2 >= tokens.size
    ):
        return None
    right = word[at + 2]
    follows = (len(right) == 2 and right.isdecimal()) or (is_year(right) and 0 < int(right) - int(word[at]) <= 200)
    if not follows or not tokens.glued(at + 1) or (at and word[at - 1] in {"$", "£", "€", "¥", "₹"}):
        return None
    if unit_after(tokens, at + 3) or is_plural(tokens.low[at + 3]):
        return None
    return typed(tokens, at, at + 3, "year", at)


def _of_era(tokens: Tokens, at: int) -> Draft | None:
    """`300 BC`, `’05`: years that their era, or the apostrophe for the century, shows."""
    word = tokens.word[at]
    if tokens.word[at + 1] in _ERAS and word.isdecimal():
        return typed(tokens, at, at + 2, "year", at)
    short = at and tokens.word[at - 1] in {"'", "’", "‘"} and tokens.glued(at) and not tokens.glued(at - 1)
    return typed(tokens, at - 1, at + 1, "year", at) if short and word.isdecimal() and len(word) == 2 else None


def _year(tokens: Tokens, at: int) -> Draft | None:
    """`2022`: four digits that nothing shows to be counted or measured."""
    word = tokens.word
    if not is_year(word[at]) or (tokens.glued(at) and word[at - 1] not in _OPENERS) or unit_before(tokens, at):
        return None
    before = tokens.low[at - 1] if at else ""
    following = tokens.low[at + 1]
    if _is_measured(tokens, at, before, following):
        return None
    year = int(word[at])
    if not 1900 <= year <= 2100 and (before not in _BEFORE_OLD or is_plural(following)):
        return None
    if before == "to" and is_plural(following) and following not in _OF_YEARS:
        return None
    if before in _COUNTED_BEFORE and (following[:1].isalpha() or before not in {"over", "under", "another"}):
        return None
    if (
        following in DASHES
        and at + 2 < tokens.size
        and tokens.word[at + 2][:1].isdecimal()
        and not is_year(tokens.word[at + 2])
    ):
        return None
    if is_plural(following) and (year % 100 == 0 or not 1900 <= year <= 2100) and before not in _BEFORE_YEARS:
        return None
    return typed(tokens, at, at + 1, "year", at)


def _is_measured(tokens: Tokens, at: int, before: str, following: str) -> bool:
    if following == "%" or following in {"million", "billion", "trillion", "thousand", "hundred"}:
        return True
    unit = unit_after(tokens, at + 1)
    if unit is None:
        return False
    return not (unit.unit.kind == "duration" and before in _BEFORE_YEAR and not is_plural(tokens.low[at + 1]))
