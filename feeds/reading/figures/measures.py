"""Measures, per cent, durations and ages: the unit after a number, and what tells it from a word that looks like it."""

from decimal import Decimal

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.money import money_after
from feeds.reading.figures.nouns import counted, is_plural
from feeds.reading.figures.per import end_unit
from feeds.reading.numbers.grammar import Number, read_number
from feeds.reading.numbers.literals import SUFFIXES, plain, ratio
from feeds.reading.numbers.tokens import HYPHENS, Tokens
from feeds.reading.numbers.units import Match, unit_after
from feeds.reading.tables import word_set
from feeds.reading.words import without_possessive

_BETWEEN = word_set(
    "full straight consecutive more additional whole long short square working business calendar extra further solid"
)
"""Adjectives between a number and its unit: `three full days`."""
_SYSTEMS = word_set("US UK imperial")
"""Whose unit it is: `one US fluid ounce`."""
_AFTER_METRE = word_set(
    "x and to in from of high tall long wide deep overnight above below on at by before after under over off since per "
    "yesterday last this across away further"
)
_VERBS = word_set("won real sol mark")
"""Currencies that are other words with a small number before them: `5 won the race`."""
_PARTED = frozenset({"measure", "duration", "percent", "money"})
_OF_THEM = word_set("them these those the us its their his her our")
"""`1.2m of them` are a million and more; `1.2m of snow` is a height."""
_INCHES = Decimal(12)
_COLDEST_F = 20
_HOTTEST_F = 140
"""Outside of these `13F`, `777F` are names of forms and planes."""
_OVENS = word_set("fan gas f c")
"""What follows a degree with a stroke: `180C/350F`, `200C/gas 6`."""
_LONG_COURSE = 1_000_000_000
"""As many (`5,000m`) are printed as billions; without a sign of money they are metres."""
_MONEY_POUNDS = 100_000
"""Pounds of this many, in scaled words (`20 million pounds`), are money."""


def read_measure(draft: Draft, number: Number) -> bool:
    """Take in the unit after a number; tell whether there is one."""
    tokens = draft.tokens
    at = number.last
    hyphen = is_hyphened(tokens, at)
    if number.suffix and not number.scaled and not hyphen and _suffix_is_unit(draft, number):
        return True
    unit = _unit(tokens, at + 1 if hyphen else at, number)
    if unit is None or not _is_unit_here(tokens, unit, number):
        return False
    _take(draft, unit, number)
    return True


def is_hyphened(tokens: Tokens, at: int) -> bool:
    """Tell whether a hyphen at a token ties a number to the word after it: `24-hour`."""
    return (
        tokens.word[at] in HYPHENS and tokens.glued(at) and tokens.glued(at + 1) and tokens.word[at + 1][:1].isalpha()
    )


def _unit(tokens: Tokens, at: int, number: Number) -> Match | None:
    if number.form == "plural" and tokens.low[at] == "of":
        return unit_after(tokens, at + 1)
    if unit := unit_after(tokens, at + 1 if tokens.word[at] in _SYSTEMS else at):
        return unit
    if tokens.low[at] not in _BETWEEN and not tokens.low[at].endswith("ing"):
        return None
    unit = unit_after(tokens, at + 1)
    fits = unit and unit.unit.kind in {"duration", "measure"} and is_plural(tokens.low[unit.first])
    return unit if fits else None


def _suffix_is_unit(draft: Draft, number: Number) -> bool:
    """Take `m` or `t` after digits for a metre or a tonne, unless something is counted or measured in them."""
    tokens = draft.tokens
    last = number.last
    unit = unit_after(tokens, last - 1)
    if unit is None or unit.last != last or tokens.word[last - 1] not in {"m", "t"}:
        return False
    end = counted(tokens, last)
    if tokens.low[last] == "of" and tokens.low[last + 1] in _OF_THEM:
        return False
    many = end > last and is_plural(tokens.low[end - 1])
    named = many and tokens.word[last].islower() and tokens.word[end - 1][0].isupper()  # `100m champion Ana Chambers`
    course = number.value >= _LONG_COURSE  # `the 1,500m and 5,000m titles`
    if unit_after(tokens, last) or tokens.word[last] == "-" or (many and not named and not course):
        return False
    draft.value = plain(draft.value / SUFFIXES[number.suffix])
    draft.number_last = last - 1
    _take(draft, unit, number)
    return True


def _is_unit_here(tokens: Tokens, unit: Match, number: Number) -> bool:
    """Refuse words and letters that only look like a unit: `one second chance`, `5 A grades`, `5 won the race`."""
    word = tokens.word[unit.first]
    following = tokens.word[unit.last]
    if word in {"C", "F"} and unit.unit.kind == "measure":
        oven = following == "/" and (tokens.word[unit.last + 1][:1].isdecimal() or tokens.low[unit.last + 1] in _OVENS)
        beside = number.first > 0 and tokens.word[number.first - 1] == "/"
        fits = word == "C" or beside or _COLDEST_F <= number.value <= _HOTTEST_F
        return (following != "/" or oven) and fits
    if word == "MP" and number.value == 1:
        return False  # a member of a parliament
    if word == "second" and number.value == 1 and not number.scaled:
        return tokens.word[unit.first - 1] in HYPHENS
    if word in _VERBS:
        large = number.scaled or len(tokens.word[unit.first - 1]) > 3
        return number.value == 1 or large
    if len(word) > 1 or not word.isalpha() or unit.last != unit.first + 1 or tokens.glued(unit.first) or word == "p":
        return True
    if following == "/" and tokens.glued(unit.last):
        return True
    if word in {"m", "g"}:
        return not following[:1].isalpha() or (word == "m" and tokens.low[unit.last] in _AFTER_METRE)
    ended = not following[:1].isalpha()
    return word.isupper() and (ended or (not following[:1].isupper() and word not in {"A", "K", "I"}))


def _take(draft: Draft, unit: Match, number: Number) -> None:
    tokens = draft.tokens
    draft.key, draft.kind, _ = unit.unit
    if draft.key == "pound-mass" and number.scaled and number.value >= _MONEY_POUNDS:
        draft.kind, draft.key = "money", "GBP"
    draft.unit = tokens.between(unit.first, unit.last)
    if draft.kind == "money":
        money_after(draft, unit)
    elif draft.kind == "duration" and (last := _age(tokens, unit)):
        draft.kind, draft.key = "age", f"{draft.key} of age"
        draft.unit, draft.last = without_possessive(tokens.between(unit.first, last)), last
    elif not (draft.key == "foot" and _take_inches(draft, unit.last)):
        end_unit(draft, unit.last)


def _take_inches(draft: Draft, at: int) -> bool:
    """Add the inches of `5 feet 10 inches`, `5ft 10in` to the feet; tell whether there were any."""
    tokens = draft.tokens
    step = at + 1 if tokens.low[at] == "and" or tokens.word[at] in {",", "-"} else at
    part = read_number(tokens, step)
    if part is None or part.high is not None or not 0 <= part.value < _INCHES:
        return False
    inches = unit_after(tokens, part.last)
    if inches and inches.unit.key == "inch":
        last = inches.last
    elif tokens.low[part.last] == "in" and (tokens.glued(part.last) or not tokens.low[part.last + 1][:1].isalpha()):
        last = part.last + 1
    elif tokens.word[at] == "-" and tokens.glued(at) and tokens.glued(step) and is_hyphened(tokens, at - 2):
        last = part.last  # `7-foot-2`
    else:
        return False
    draft.value = plain(draft.value + ratio(part.value, _INCHES))
    draft.number_last = draft.last = last
    return True


def _age(tokens: Tokens, unit: Match) -> int:
    """Return the token after `-year-old`, `years old`, `years of age`; 0 where it is no age."""
    low = tokens.low
    step = unit.last + 1 if tokens.word[unit.last] == "-" else unit.last
    if without_possessive(low[step]) in {"old", "olds"}:
        return step + 1
    return step + 2 if low[step] == "of" and low[step + 1] == "age" else 0


def part_of_unit(draft: Draft, at: int) -> None:
    """Take in the unit of `a quarter of a mile`, `half an hour`, `1/16 of a US pint`: that much of it."""
    tokens = draft.tokens
    step = at + 1 if tokens.low[at] == "of" else at
    if tokens.low[step] not in {"a", "an"} or step + 1 >= tokens.size:
        return
    step += 2 if tokens.word[step + 1] in {"US", "UK"} else 1
    unit = unit_after(tokens, step)
    if unit and unit.unit.kind in _PARTED and unit.unit.key != "percent" and not is_plural(tokens.low[unit.first]):
        draft.kind, draft.key, draft.unit = unit.unit.kind, unit.unit.key, tokens.between(unit.first, unit.last)
        draft.last = unit.last
