"""A number with its unit: the currency before it, the measure, the percent or the counted noun after it, and `per`."""

from decimal import Decimal

from feeds.reading.draft import Draft
from feeds.reading.literals import SCALES, SUFFIXES, is_literal, plain, ratio, value_of
from feeds.reading.nouns import ADJECTIVES, counted, is_plural, key_of, singular
from feeds.reading.numbers import Number, read_number
from feeds.reading.tables import cue_words
from feeds.reading.tokens import Tokens
from feeds.reading.units import Match, Unit, unit_after, unit_before

_PER = cue_words("per", "words")
_SORTS = cue_words("names", "sorts")
_BETWEEN = frozenset(
    "full straight consecutive more additional whole long short square working business calendar extra further solid".split()
)
_THEN = frozenset("earlier ago later before after since previously prior".split())
"""After `a year`, these say when and not how often."""
_DASHES = frozenset("-–‑")
_HUNDREDTHS = frozenset({"cent", "pence", "paise", "kopeck", "sen", "euro cent", "penny"})
_DOLLARS = {"US": "USD", "USD": "USD", "CAD": "CAD", "Canadian": "CAD", "AUD": "AUD", "Australian": "AUD", "NZD": "NZD"}
_A_DOZEN = 12
_INCHES = Decimal(12)


def read_quantity(tokens: Tokens, at: int) -> Draft | None:
    """Return the quantity whose number starts at a token."""
    number = read_number(tokens, at)
    if number is None:
        return None
    number = _one_in(tokens, _over(tokens, number))
    draft = Draft(tokens, number.first, number.last, number.value, "number")
    draft.high = number.high
    draft.number_last = number.last
    draft.word = number.form != "digits"
    _sign(draft)
    _attach(draft, number)
    return draft


def _one_in(tokens: Tokens, number: Number) -> Number:
    """`one in five`, `9 out of 10`: a ratio."""
    low = tokens.low
    at = number.last
    step = (
        at + 2
        if low[at] == "out" and low[at + 1] == "of"
        else at + 3
        if low[at] == "out" and low[at + 1] == "of"
        else 0
    )
    if low[at] == "in" or (low[at] == "of" and low[at + 1] == "every") or (low[at] == "in" and low[at + 1] == "every"):
        step = at + 2 if low[at + 1] == "every" else at + 1
    if low[at] == "out" and low[at + 1] == "of" and low[at + 2 if at + 2 < tokens.size else -1] in {"every", "the"}:
        step = at + 3
    if not step or step >= tokens.size or number.value > 999 or number.form not in {"digits", "words"}:
        return number
    if low[at] == "in" and number.value > 20:
        return number
    whole = read_number(tokens, step)
    if (
        whole is None
        or whole.value <= number.value
        or whole.high
        or whole.value != whole.value.to_integral_value()
        or whole.form == "fraction"
    ):
        return number
    if 1500 <= whole.value <= 2100 and whole.form == "digits" and not whole.scaled and "," not in tokens.word[step]:
        return number
    if low[at] == "in" and (unit_after(tokens, whole.last) or tokens.word[whole.last] in _DASHES):
        return number
    return Number(number.first, whole.last, ratio(number.value, whole.value), None, "ratio")


def _over(tokens: Tokens, number: Number) -> Number:
    """`one over twenty`: a fraction, where neither number counts anything."""
    if (
        tokens.low[number.last] != "over"
        or number.value % 1
        or number.high is not None
        or number.last + 1 >= tokens.size
    ):
        return number
    whole = read_number(tokens, number.last + 1)
    if whole is None or whole.high is not None or whole.value <= 0 or whole.form not in {"digits", "words"}:
        return number
    if tokens.word[whole.last] not in {"", ".", ",", ")"} or unit_before(tokens, number.first):
        return number
    return Number(number.first, whole.last, ratio(number.value, whole.value), None, "ratio")


def _sign(draft: Draft) -> None:
    tokens = draft.tokens
    before = draft.first - 1
    if before < 0:
        return
    word = tokens.word[before]
    if (
        word in {"-", "−", "–"}
        and tokens.glued(draft.first)
        and (before == 0 or not tokens.glued(before) or tokens.word[before - 1] in {"(", "[", "<", ">", "="})
    ):
        draft.value, draft.first = -draft.value, before
    elif tokens.low[before] in {"minus", "negative"} and (before == 0 or not is_literal(tokens.word[before - 1])):
        draft.value, draft.first = -draft.value, before


def _attach(draft: Draft, number: Number) -> None:
    tokens = draft.tokens
    draft.number_first = draft.first
    money = unit_before(tokens, draft.first)
    if money is None and draft.first == number.first:
        money = unit_before(tokens, number.first)
    if money:
        _money_before(draft, number, money)
        return
    if number.form in {"fraction", "ratio"} and tokens.low[number.last] in {
        "of",
        "the",
        "as",
        "that",
        "this",
        "his",
        "its",
        "their",
        "her",
        "all",
    }:
        draft.kind = "ratio"
        _part_of_unit(draft, number.last)
        return
    if _fold(draft, number):
        return
    _unit_behind(draft, number)
    if number.form in {"fraction", "ratio"} and draft.kind in {"number", "count"}:
        draft.kind, draft.unit, draft.key = "ratio", None, None
        draft.last = draft.after = number.last


def _part_of_unit(draft: Draft, at: int) -> None:
    """`a quarter of a mile`, `half an hour`, `1/16 of a US pint`: a part of a unit is that much of it."""
    tokens = draft.tokens
    step = at + 1 if tokens.low[at] == "of" else at
    if tokens.low[step] not in {"a", "an"}:
        return
    step += 2 if tokens.word[step + 1] in {"US", "UK"} else 1
    unit = unit_after(tokens, step) if step < tokens.size else None
    if unit and unit.unit.kind in {"measure", "duration"} and not is_plural(tokens.low[unit.first]):
        draft.kind, draft.key, draft.unit = unit.unit.kind, unit.unit.key, tokens.between(unit.first, unit.last)
        draft.last = draft.after = unit.last


def _fold(draft: Draft, number: Number) -> bool:
    """`sixfold`, `10-fold`, `ten fold`."""
    tokens = draft.tokens
    at = number.last + 1 if tokens.word[number.last] == "-" else number.last
    if number.form != "fold" and tokens.low[at] != "fold":
        return False
    draft.kind, draft.unit, draft.key = "ratio", "fold", "time"
    draft.last = draft.after = number.last if number.form == "fold" else at + 1
    return True


def _money_before(draft: Draft, number: Number, money: Match) -> None:
    tokens = draft.tokens
    if number.suffix and not number.scaled:
        draft.value = draft.value if draft.value == number.value else draft.value
    draft.first = draft.number_first = money.first
    if (
        money.first
        and tokens.word[money.first - 1] in {"-", "−"}
        and (money.first == 1 or not tokens.glued(money.first - 1))
        and tokens.glued(money.first)
    ):
        draft.first, draft.value = money.first - 1, -draft.value
    draft.kind, draft.key = money.unit.kind, money.unit.key
    if draft.kind == "percent":
        draft.unit = tokens.word[money.first]
        draft.last = draft.after = number.last
        return
    draft.unit = tokens.between(money.first, money.last).replace(" ", "")
    draft.value *= money.unit.times
    after = number.last
    if draft.unit == "$" and (country := _country(tokens, after)):
        after, draft.key = country
        draft.unit = f"$ {tokens.between(number.last, after)}"
    _per(draft, after)


def _country(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """`$75 U.S.`, `$20 Canadian`: whose dollar it is, said after the number."""
    if tokens.low[at : at + 3] == ["u", ".", "s"]:
        return at + 4 if tokens.word[min(at + 3, tokens.size)] == "." else at + 3, "USD"
    code = _DOLLARS.get(tokens.word[at])
    return (at + 1, code) if code else None


def _unit_behind(draft: Draft, number: Number) -> None:
    tokens = draft.tokens
    at = number.last
    hyphen = (
        tokens.word[at] in _DASHES and tokens.glued(at) and tokens.glued(at + 1) and tokens.word[at + 1][:1].isalpha()
    )
    if hyphen:
        at += 1
    if number.suffix and not number.scaled and not hyphen and _suffix_is_unit(draft, number):
        return
    if number.form == "plural" and tokens.low[at] == "of" and (of := unit_after(tokens, at + 1)):
        _take_unit(draft, of, at, number)
        return
    unit = unit_after(tokens, at)
    if unit is None and (tokens.low[at] in _BETWEEN or tokens.low[at].endswith("ing")):
        unit = unit_after(tokens, at + 1)
        if unit and (unit.unit.kind not in {"duration", "measure"} or not is_plural(tokens.low[unit.first])):
            unit = None
    if unit and _is_unit_here(draft, unit, number):
        _take_unit(draft, unit, at, number)
        return
    _count(draft, at, hyphen, number)


def _suffix_is_unit(draft: Draft, number: Number) -> bool:
    """Decide what `m`, `b`, `t` after digits are: a scale where something is counted or measured in it, else a unit."""
    tokens = draft.tokens
    unit = unit_after(tokens, number.last - 1)
    if unit is None or unit.last != number.last:
        return False
    after = unit_after(tokens, number.last)
    if after or tokens.word[number.last] == "-":
        return False
    end = counted(tokens, number.last)
    if end > number.last and is_plural(tokens.low[end - 1]):
        return False
    if tokens.word[number.last - 1] != "m" and tokens.word[number.last - 1] != "t":
        return False
    draft.value = plain(draft.value / SUFFIXES[number.suffix])
    draft.number_last = number.last - 1
    _take_unit(draft, unit, number.last - 1, number)
    return True


def _is_unit_here(draft: Draft, unit: Match, number: Number) -> bool:
    """Refuse short symbols that are words: `in`, `a`, `A`, `b` with a blank before them and a word after."""
    tokens = draft.tokens
    word = tokens.word[unit.first]
    if (
        unit.unit.key == "second"
        and word == "second"
        and not tokens.word[unit.first - 1] in _DASHES
        and number.value == 1
        and not number.scaled
    ):
        return False
    if (
        word in {"m", "g"}
        and not tokens.low[unit.last][:1].isalpha()
        or tokens.low[unit.last] in {"x", "and", "to", "in", "from", "of", "high", "tall", "long", "wide", "deep"}
        and word == "m"
    ):
        return True
    if word == "p" or (tokens.word[unit.last] == "/" and tokens.glued(unit.last)):
        return True
    if len(word) == 1 and word.isalpha() and unit.last == unit.first + 1 and not tokens.glued(unit.first):
        following = tokens.word[unit.last]
        return (
            word.isupper()
            and not following[:1].isupper()
            and word not in {"A", "K", "I"}
            or not following[:1].isalpha()
            and word.isupper()
        )
    return not (
        word in {"won", "real", "sol", "lev", "mark", "crown", "reals", "rand", "bar", "pound", "points"}
        and number.value != 1
        and word in {"won", "real", "sol", "mark"}
        and not _currency_won(tokens, unit)
    )


def _currency_won(tokens: Tokens, unit: Match) -> bool:
    """`5 won the race`: the verb, unless the number is large or a unit of money is likely."""
    return (
        tokens.low[unit.first - 1] in {"million", "billion", "trillion", "thousand"}
        or len(tokens.word[unit.first - 1]) > 3
    )


def _take_unit(draft: Draft, unit: Match, at: int, number: Number) -> None:
    tokens = draft.tokens
    key, kind, _ = unit.unit
    if key == "pound-mass" and (number.scaled and number.value >= 100000):
        kind, key = "money", "GBP"
    draft.kind, draft.key = kind, key
    draft.unit = tokens.between(unit.first, unit.last)
    if kind == "money":
        draft.value *= unit.unit.times
        _take_parts(draft, unit)
        return
    if key == "foot" and _take_inches(draft, unit.last):
        return
    if kind == "duration" and (age := _age(tokens, unit)):
        draft.kind, draft.key = "age", f"{key} of age"
        draft.unit = tokens.between(unit.first, age)
        draft.last = draft.after = age
        return
    _per(draft, unit.last)


def _take_parts(draft: Draft, unit: Match) -> None:
    """Take in the scale or the hundredths after a currency's name: `75 USD million`, `3 dollars and 50 cents`."""
    tokens = draft.tokens
    low = tokens.low
    scale = SCALES.get(low[unit.last])
    if scale is not None and scale >= 1000:
        draft.value = plain(draft.value * scale)
        draft.number_last = draft.last = draft.after = unit.last + 1
        return
    step = unit.last + 1 if low[unit.last] == "and" else unit.last
    part = read_number(tokens, step)
    if part and part.high is None and 0 < part.value < 100 and not draft.value % 1:
        cents = unit_after(tokens, part.last)
        if cents and cents.unit.kind == "money" and cents.unit.key in _HUNDREDTHS:
            draft.value = plain(draft.value + part.value / 100)
            draft.number_last = draft.last = draft.after = cents.last
            return
    _per(draft, unit.last)


def _take_inches(draft: Draft, at: int) -> bool:
    """`5 feet 10 inches`, `5ft 10in`: feet, with inches as their part."""
    tokens = draft.tokens
    step = at + 1 if tokens.low[at] == "and" or tokens.word[at] in {",", "-"} else at
    part = read_number(tokens, step)
    if part is None or part.high is not None or not 0 <= part.value < 12:
        return False
    inches = unit_after(tokens, part.last)
    if inches is None or inches.unit.key != "inch":
        if tokens.low[part.last] != "in" or tokens.low[part.last + 1][:1].isalpha() and not tokens.glued(part.last):
            return False
        last = part.last + 1
    else:
        last = inches.last
    draft.value = plain(draft.value + ratio(part.value, _INCHES))
    draft.number_last = draft.last = draft.after = last
    return True


def _age(tokens: Tokens, unit: Match) -> int:
    """`-year-old`, `years old`, `years of age`: the token after it, or 0."""
    low = tokens.low
    step = unit.last + 1 if tokens.word[unit.last] == "-" else unit.last
    if low[step] in {"old", "olds"}:
        return step + 1
    if low[step] == "of" and low[step + 1] == "age":
        return step + 2
    return 0


def _per(draft: Draft, at: int) -> None:
    """Take in `per barrel`, `a day`, `/kg`, `per 100,000 people`, and end the draft there."""
    tokens = draft.tokens
    low, word = tokens.low, tokens.word
    draft.last = draft.after = at
    base = draft.unit or ""
    step = at
    if word[step] == "-" and low[step + 1] in {"a", "an", "per"} and tokens.glued(step):
        step += 1
    sign = low[step]
    if sign == "/" and step + 1 < tokens.size and word[step + 1][:1].isalpha():
        after = unit_after(tokens, step + 1)
        last = after.last if after else step + 2
        _set_per(draft, base, step, last, after.unit.key if after else singular(low[step + 1]))
        return
    if sign not in {"per", "a", "an", "each", "every"} or low[min(step + 2, tokens.size)] in _THEN:
        return
    step += 1
    if word[step] == "-" and tokens.glued(step):
        step += 1
    if sign == "per" and is_literal(word[step]):
        number = read_number(tokens, step)
        if number:
            last = counted(tokens, number.last)
            _set_per(draft, base, at, last, str(number.value))
            draft.kind = "rate" if draft.kind in {"count", "number"} else draft.kind
        return
    after = unit_after(tokens, step)
    if after and after.unit.kind in {"measure", "duration", "money"} and (sign == "per" or low[step] in _PER):
        _set_per(draft, base, at, after.last, after.unit.key)
    elif low[step] in _PER or (sign == "per" and low[step][:1].isalpha() and low[step] not in {"cent", "se"}):
        _set_per(draft, base, at, step + 1, singular(low[step]))


def _set_per(draft: Draft, base: str, at: int, last: int, key: str) -> None:
    tokens = draft.tokens
    printed = tokens.between(at, last).lstrip("-")
    draft.unit = f"{base}{'' if printed.startswith('/') else ' '}{printed}".strip()
    draft.key = f"{draft.key} per {key}" if draft.key else f"per {key}"
    draft.last = draft.after = last
    if draft.kind == "count":
        draft.kind = "rate"
    if key in {"person", "head", "capita", "household", "family"}:
        draft.scope = printed


def _count(draft: Draft, at: int, hyphen: bool, number: Number) -> None:
    tokens = draft.tokens
    low = tokens.low
    if low[at] == "of" and number.form == "plural":
        at += 1
        if low[at] in {"the", "these", "those", "its", "their", "his", "her", "our", "my", "your"}:
            at += 1
    if low[at] == "of" and low[at + 1] in {
        "the",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "them",
    }:
        end = counted(tokens, at + 2)
        if end > at + 2:
            _set_count(draft, at + 2, end)
        return
    if hyphen:
        _hyphened(draft, at, number)
        return
    if low[at] == "per":
        _per(draft, at)
        draft.kind = "rate" if draft.key else draft.kind
        return
    at = _past_modifier(tokens, at)
    one = number.value == 1 and number.form == "words" and not number.scaled
    end = counted(tokens, at, one=one)
    if end == at:
        return
    if not one and not any(is_plural(low[n]) for n in range(at, end)):
        if tokens.word[at][0].isupper() and number.value < 1000 and end - at > 1 and False:
            return
        end = _singular_end(tokens, at, end)
    _set_count(draft, at, end)


def _hyphened(draft: Draft, at: int, number: Number) -> None:
    """`a 20-member council` counts; `four-door`, `six-speed` name a sort of thing."""
    if number.form == "words" and number.value <= _A_DOZEN and draft.tokens.low[at] in _SORTS:
        draft.kind = "name"
        draft.last = draft.after = at + 1
    else:
        _set_count(draft, at, at + 1)


def _past_modifier(tokens: Tokens, at: int) -> int:
    """Step over a size between a number and its noun: `eight million 250ml bottles`, `two 12-inch shells`."""
    if not is_literal(tokens.word[at]):
        return at
    step = at + 2 if tokens.word[at + 1] == "-" else at + 1
    size = unit_after(tokens, step)
    if size is None or not tokens.glued(step):
        return at
    end = counted(tokens, size.last)
    return size.last if end > size.last and is_plural(tokens.low[end - 1]) else at


def _count_of(draft: Draft, at: int) -> None:
    """`two of the students`, `one of Moreau's deputies`."""
    tokens = draft.tokens
    low = tokens.low
    if low[at] in {"the", "these", "those", "its", "their", "his", "her", "our", "my", "your"}:
        start = at + 1
    else:
        start = next(
            (n + 1 for n in range(at, min(at + 4, tokens.size)) if low[n].endswith(("'s", "’s", "s'", "s’"))), 0
        )
    end = counted(tokens, start) if start else 0
    while start < end - 1 and (low[start] == "most" or low[start].endswith("est")):
        start += 1
    if end > start:
        _set_count(draft, start, end)


def _singular_end(tokens: Tokens, at: int, end: int) -> int:
    """Of nouns without a plural (`12 page document`) only the first is counted, with the adjectives before it."""
    last = at
    while last < end - 1 and tokens.low[last] in ADJECTIVES:
        last += 1
    return last + 1


def _set_count(draft: Draft, first: int, last: int) -> None:
    tokens = draft.tokens
    draft.unit = tokens.between(first, last)
    draft.key = key_of(_plain_phrase(tokens, first, last))
    draft.kind = "count"
    _per(draft, last)


def _plain_phrase(tokens: Tokens, first: int, last: int) -> str:
    while first < last - 1 and tokens.low[first] in {"more", "other", "additional", "further", "extra", "another"}:
        first += 1
    return tokens.between(first, last)


__all__ = ["Unit", "read_quantity", "value_of", "Decimal"]
