"""Numbers that are no figures: dates, years, times, ordinals, scores, names, sections, phones. Typed, not dropped."""

from decimal import Decimal

from feeds.reading.draft import Draft
from feeds.reading.literals import CARDINALS, ORDINALS, is_literal, value_of
from feeds.reading.nouns import FUNCTION, is_plural
from feeds.reading.tables import TableError, load
from feeds.reading.tokens import Tokens

_CUES = load("cues")


def _words(section: str, key: str) -> frozenset[str]:
    rows = _CUES.get(section)
    if not isinstance(rows, dict) or not isinstance(rows.get(key), str):
        raise TableError(f"cues.toml: {section}.{key} is missing")
    return frozenset(rows[key].split())


_KEYWORDS = _words("names", "keywords")
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
_DASHES = frozenset("-–—−‑")
_YEAR_BEFORE = frozenset(
    "in since by until till from of during before after through around mid early late circa to and for the".split()
)
_SCORE_CUES = frozenset(
    "win wins won winning beat beats beating beaten defeat defeats defeated victory loss lost lose draw drew drawn tie tied lead leads led "
    "score scored scoreline aggregate penalties shootout sets set record vote voted ruling ruled decision season trailed trailing "
    "trail down up ahead behind advantage triumph rout routed edged downed thrashed hammered upset over final semi-final leading "
    "outscored outlasted match game split series rout finish finished mark start overtime".split()
)
_MERIDIEM = frozenset({"am", "pm", "a.m", "p.m"})
_TIMEZONES = frozenset("est edt pst pdt gmt bst cet utc et pt ct mt ist eastern local".split())


def read_typed(tokens: Tokens, at: int) -> Draft | None:
    """Return the number that starts at a token, where it is no figure."""
    word = tokens.word[at]
    if is_literal(word):
        return (
            _glued_name(tokens, at)
            or _time(tokens, at)
            or _date(tokens, at)
            or _ordinal(tokens, at)
            or _decade(tokens, at)
            or _dashed(tokens, at)
            or _year(tokens, at)
            or _named(tokens, at)
        )
    low = tokens.low[at]
    if low in ORDINALS:
        return _ordinal(tokens, at)
    if low == "one" and tokens.low[at - 1 if at else -1] in {
        "no",
        "number",
        "any",
        "every",
        "-",
        "this",
        "that",
        "which",
        "another",
        "each",
    }:
        return None if tokens.low[at - 1] in {"this", "that"} else _typed(tokens, at, at + 1, "name", Decimal(1))
    return None


def _typed(tokens: Tokens, first: int, last: int, kind: str, value: Decimal | None) -> Draft:
    return Draft(tokens, first, last, value if value is not None else Decimal(0), kind)


def _number(tokens: Tokens, at: int) -> Decimal | None:
    return value_of(tokens.word[at])


def _glued_name(tokens: Tokens, at: int) -> Draft | None:
    """`F-16`, `G7`, `COVID-19`, `A320`, `MH370`, `B-52s`: digits written to a word before them."""
    word = tokens.word
    if not tokens.glued(at):
        if len(word[at]) > 24:
            return _typed(tokens, at, at + 1, "name", None)
        return None
    before = word[at - 1]
    first = at - 1
    if before in _DASHES and at > 1 and tokens.glued(at - 1) and word[at - 2][0].isalpha():
        if (
            word[at - 2].lower() in {"mid", "pre", "post", "sub", "under", "over", "non", "to"}
            or word[at - 2].islower()
        ):
            return None
        first = at - 2
    elif before == "#":
        pass
    elif not (before[0].isalpha() and _is_code(tokens, at)):
        return None
    last = at + 1
    while last < tokens.size and tokens.glued(last) and (word[last].isalnum() or word[last] in "-/") and last < at + 8:
        last += 1
    if word[last - 1] in "-/":
        last -= 1
    return _typed(tokens, first, last, "name", _number(tokens, at))


def _is_code(tokens: Tokens, at: int) -> bool:
    from feeds.reading.units import unit_before

    return unit_before(tokens, at) is None


def _time(tokens: Tokens, at: int) -> Draft | None:
    """`10:30`, `1.05am`, `9 a.m.`, `2 o'clock`."""
    low, word = tokens.low, tokens.word
    last = at + 1
    clock = False
    while (
        word[last] == ":"
        and tokens.glued(last)
        and tokens.glued(last + 1)
        and word[last + 1][:1].isdecimal()
        and last < at + 5
    ):
        last, clock = last + 2, True
    if low[last] in {"a", "p"} and word[last + 1] == "." and low[last + 2 if last + 2 < len(low) else -1] == "m":
        last += 3
        if word[last] == "." and tokens.glued(last):
            last += 1
        clock = True
    elif low[last] in _MERIDIEM and len(word[at]) <= 5 and (low[last] == "pm" or not tokens.glued(last) or True):
        last, clock = last + 1, True
    elif low[last] == "o" and low[last + 1] in {"'", "’"}:
        return None
    elif low[last] in {"o'clock", "o’clock"}:
        last, clock = last + 1, True
    if not clock:
        return None
    while low[last] in _TIMEZONES:
        last += 1
    return _typed(tokens, at, last, "time", _number(tokens, at))


def _date(tokens: Tokens, at: int) -> Draft | None:
    """`25 July`, `July 25, 2025`, `Feb. 11`, `5/17/2018`, `2018-05-17`."""
    return _month_first(tokens, at) or _day_first(tokens, at) or _numeric_date(tokens, at)


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31


def _month_first(tokens: Tokens, at: int) -> Draft | None:
    low, word = tokens.low, tokens.word
    before = at - 1
    if before > 0 and word[before] == ".":
        before -= 1
    if before < 0 or low[before] not in MONTHS or not word[before][0].isupper():
        return None
    if _is_day(word[at]):
        last = at + 1
        if low[last] in {"st", "nd", "rd", "th"} and tokens.glued(last):
            last += 1
        if word[last] in _DASHES and _is_day(word[last + 1]):
            last += 2
        step = last + 1 if word[last] == "," else last
        if _is_year_word(word[step]):
            last = step + 1
        return _typed(tokens, before, last, "date", _number(tokens, at))
    if _is_year_word(word[at]):
        return _typed(tokens, before, at + 1, "date", _number(tokens, at))
    return None


def _day_first(tokens: Tokens, at: int) -> Draft | None:
    low, word = tokens.low, tokens.word
    if not _is_day(word[at]):
        return None
    step = at + 1
    if low[step] in {"st", "nd", "rd", "th"} and tokens.glued(step):
        step += 1
        if low[step] == "of":
            step += 1
    if (
        low[step] in MONTHS
        and word[step][0].isupper()
        and not (low[step] == "may" and low[step + 1] in {"be", "have", "not"})
    ):
        last = step + 1
        if word[last] == "." and low[step] not in {"may"} and len(low[step]) <= 4:
            last += 1
        after = last + 1 if word[last] == "," else last
        if _is_year_word(word[after]):
            last = after + 1
        elif word[last - 1] == ".":
            last -= 1
        return _typed(tokens, at, last, "date", _number(tokens, at))
    if word[step] in _DASHES and _is_day(word[step + 1]) and low[step + 2 if step + 2 < len(low) else -1] in MONTHS:
        return _typed(tokens, at, step + 3, "date", _number(tokens, at))
    return None


def _numeric_date(tokens: Tokens, at: int) -> Draft | None:
    word = tokens.word
    sign = word[at + 1]
    if sign not in {"/", "-", "."} or at + 4 >= tokens.size + 1 or not word[at].isdecimal():
        return None
    if not (tokens.glued(at + 1) and tokens.glued(at + 2) and word[at + 3] == sign and tokens.glued(at + 3)):
        return None
    parts = [word[at], word[at + 2], word[at + 4] if at + 4 < tokens.size else ""]
    if not all(p.isdecimal() and len(p) in {1, 2, 4} for p in parts):
        return None
    if sum(len(p) == 4 for p in parts) + sum(len(p) <= 2 for p in parts) != 3 or len(parts[1]) == 4:
        return None
    return _typed(tokens, at, at + 5, "date", _number(tokens, at))


def _ordinal(tokens: Tokens, at: int) -> Draft | None:
    low = tokens.low
    if is_literal(tokens.word[at]):
        if low[at + 1] in {"st", "nd", "rd", "th"} and tokens.glued(at + 1):
            return _typed(tokens, at, at + 2, "ordinal", _number(tokens, at))
        return None
    if (
        low[at] == "second"
        and at
        and (low[at - 1] in {"a", "per", "split", "each", "every", "-"} or is_literal(low[at - 1]))
    ):
        return None
    return _typed(tokens, at, at + 1, "ordinal", ORDINALS[low[at]])


def _decade(tokens: Tokens, at: int) -> Draft | None:
    """`1980s`, `'90s`, `mid-1980s`, `in his 30s`."""
    word = tokens.word[at]
    if (
        tokens.low[at + 1] in {"s", "'s", "’s"}
        and tokens.glued(at + 1)
        and word.isdecimal()
        and word.endswith("0")
        and len(word) in {2, 4}
    ):
        return _typed(tokens, at, at + 2, "decade", _number(tokens, at))
    if (
        tokens.word[at + 1] in {"'", "’"}
        and tokens.glued(at + 1)
        and tokens.low[min(at + 2, tokens.size)] == "s"
        and len(word) == 4
    ):
        return _typed(tokens, at, at + 3, "decade", _number(tokens, at))
    return None


def _is_year_word(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199


def _dashed(tokens: Tokens, at: int) -> Draft | None:
    """`2014-15`, `555-0123`, `9-2`, `1995-2001`: digits, dash, digits."""
    word = tokens.word
    if (
        word[at + 1] not in _DASHES
        or not word[at + 2 if at + 2 < len(word) else -1].isdecimal()
        or not word[at].isdecimal()
    ):
        return None
    if not (tokens.glued(at + 1) and tokens.glued(at + 2)):
        return None
    left, right = word[at], word[at + 2]
    if at and tokens.word[at - 1] in {"$", "£", "€", "¥", "₹"}:
        return None
    if (
        _is_year_word(left)
        and 1500 <= int(left) <= 2100
        and (len(right) == 2 or (_is_year_word(right) and 0 < int(right) - int(left) <= 200))
    ):
        if tokens.low[at + 3] not in {"%"} and not is_plural(tokens.low[at + 3]):
            return _typed(tokens, at, at + 3, "year", _number(tokens, at))
    last = at + 3
    while (
        word[last] in _DASHES
        and tokens.glued(last)
        and word[last + 1].isdecimal()
        and tokens.glued(last + 1)
        and last < at + 9
    ):
        last += 2
    if last > at + 3:
        long = sum(map(len, word[at:last:2])) >= 7
        return _typed(tokens, at, last, "phone" if long else "score", _number(tokens, at))
    if len(right) >= 4 and len(left) in {3, 4, 5} and len(left) + len(right) >= 7 and right[0] == "0":
        return _typed(tokens, at, last, "phone", _number(tokens, at))
    if _is_score(tokens, at, int(left), int(right)):
        return _typed(tokens, at, last, "score", _number(tokens, at))
    return None


def _is_score(tokens: Tokens, at: int, left: int, right: int) -> bool:
    if left > 199 or right > 199:
        return False
    after = tokens.low[at + 3]
    if after == "%" or (after == "-" and tokens.glued(at + 3)):
        return False
    from feeds.reading.units import unit_after

    if unit_after(tokens, at + 3):
        return False
    if left >= right:
        return True
    near = tokens.low[max(0, at - 6) : at] + tokens.low[at + 3 : at + 6]
    return not _SCORE_CUES.isdisjoint(near) or not (after[:1].isalpha() and after not in FUNCTION)


def _year(tokens: Tokens, at: int) -> Draft | None:
    low, word = tokens.low, tokens.word
    if not _is_year_word(word[at]) or (at and word[at - 1] in {"$", "£", "€", "¥", "₹"}):
        return None
    from feeds.reading.units import unit_after, unit_before

    year = int(word[at])
    before = low[at - 1] if at else ""
    if tokens.glued(at) and before not in {"(", "[", "'", "’", "“", '"', "-", "–", "—", "/", ","}:
        return None
    if before in {"'", "’"}:
        pass
    if unit_before(tokens, at):
        return None
    unit = unit_after(tokens, at + 1)
    if unit and not (unit.unit.kind == "duration" and before in _YEAR_BEFORE and tokens.word[at + 1] != "years"):
        return None
    following = low[at + 1]
    if following in {"%", "-"} and tokens.glued(at + 1) and following == "%":
        return None
    recent = 1900 <= year <= 2100
    if not recent and not (
        before in {"in", "since", "of", "by", "until", "from", "circa", "before", "after"} and not is_plural(following)
    ):
        return (
            None
            if year < 1500 or year > 2100 or is_plural(following) or before in {"about", "some", "nearly", "over"}
            else _typed(tokens, at, at + 1, "year", Decimal(year))
        )
    if (
        is_plural(following)
        and before not in {"the", "in", "since", "'s", "this", "its", "their", "his", "her", "from", "of", "for", "’s"}
        and not (at and word[at - 1][0].isupper() and at > 1)
        and year % 100 == 0
    ):
        return None
    if before in {
        "than",
        "about",
        "nearly",
        "some",
        "approximately",
        "least",
        "roughly",
        "almost",
    } and following not in {"", ".", ","}:
        return None
    return _typed(tokens, at, at + 1, "year", Decimal(year))


def _named(tokens: Tokens, at: int) -> Draft | None:
    """`Section 230`, `No. 1`, `Boeing 737`, `S&P 500`, `iPhone 11`: a bare number right after a name or a keyword."""
    low, word = tokens.low, tokens.word
    before = at - 1
    if before > 0 and word[before] == "." and low[before - 1] in _KEYWORDS:
        before -= 1
    if before < 0 or tokens.glued(at):
        return None
    if not word[at].isdecimal() or len(word[at]) > 5:
        return None
    following = low[at + 1]
    if low[before] in _KEYWORDS and low[before] not in {
        "week",
        "day",
        "number",
        "type",
        "game",
        "no",
        "test",
        "grade",
        "act",
        "step",
        "round",
        "set",
    }:
        return _typed(tokens, before, at + 1, "section", _number(tokens, at))
    if low[before] in {"week", "day", "game", "type", "test", "grade", "round", "step"} and not is_plural(following):
        return _typed(tokens, before, at + 1, "section", _number(tokens, at))
    if low[before] in {"no", "number", "nos"}:
        return _typed(tokens, before, at + 1, "name", _number(tokens, at))
    if (
        word[before][0].isupper()
        and low[before] not in FUNCTION
        and low[before] not in CARDINALS
        and low[before] not in _WEEKDAYS
    ):
        return _capital(tokens, at, before)
    if word[before][0].islower() and not word[before].islower():
        return _typed(tokens, before, at + 1, "name", _number(tokens, at))
    return None


def _capital(tokens: Tokens, at: int, before: int) -> Draft | None:
    from feeds.reading.qualifiers import is_cue
    from feeds.reading.units import unit_after

    low, word = tokens.low, tokens.word
    if is_cue(low[before]) or (before == 0 and low[before].endswith(("ly", "ing"))):
        return None
    hyphen = word[at + 1] in _DASHES and tokens.glued(at + 1)
    if hyphen or unit_after(tokens, at + 1):
        return None
    if len(word[before]) > 1 and word[before].isupper() and False:
        return None
    if low[at + 1] in {"million", "billion", "thousand", "hundred", "trillion"}:
        return None
    first = before
    return _typed(tokens, first, at + 1, "name", _number(tokens, at))
