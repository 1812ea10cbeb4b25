"""What a number counts: the noun phrase after it, `of the` and `of Moreau's` included."""

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.measures import is_hyphened
from feeds.reading.figures.nouns import ADJECTIVES, FUNCTION, counted, is_plural, key_of
from feeds.reading.figures.per import end_unit
from feeds.reading.numbers.grammar import Number, read_number
from feeds.reading.numbers.literals import CARDINALS, SUFFIXES, is_literal
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import unit_after
from feeds.reading.tables import word_set, words_around
from feeds.reading.words import POSSESSIVE, without_possessive

_SORTS = words_around("names", "sorts")
_NEWS = words_around("names", "news")
_DETERMINERS = word_set("the these those its their his her our my your")
_NOT_IN_KEYS = word_set("more other additional further extra another")
_NOT_ADVERBS = word_set("family early daily weekly monthly elderly only friendly deadly")
_IN_ROW = word_set("last first top next past final previous remaining other")
_NEAREST = word_set("last next this")
_PERIODS = word_set("year month week night quarter season spring summer autumn winter")
_OWNERS = ("'s", "’s", "s'", "s’")
_A_DOZEN = 12
_CHANNELS = word_set("media news radio network eyewitness live")
"""With a capital they make the name of a station of the digits before them."""
_NO_NOUNS = word_set("x ×")
"""Nothing is counted in these: `10 x 12 metres`."""


def count(draft: Draft, number: Number) -> None:
    """Take in the noun that a number counts, if there is one."""
    tokens = draft.tokens
    at = number.last
    if is_hyphened(tokens, at):
        _hyphened(draft, at + 1, number)
    elif tokens.low[at] == "per":
        end_unit(draft, at)
    elif tokens.low[at] == "of":
        _of(draft, at + 1, number)
    elif tokens.low[at] not in _NO_NOUNS and "magnitude" not in tokens.low[max(0, number.first - 2) : number.first]:
        _plain(draft, at, number)


def _hyphened(draft: Draft, at: int, number: Number) -> None:
    """Count with `a 20-member council`; `four-door`, `six-speed` only name a sort of thing."""
    low = draft.tokens.low[at]
    news = low in _NEWS and number.value > (1 if low == "time" else 2)  # a two-way street is a name
    if number.form == "words" and number.value <= _A_DOZEN and low in _SORTS and not news:
        draft.kind, draft.last = "name", at + 1
    elif low == "magnitude":
        draft.kind, draft.unit, draft.key, draft.last = "index", low, low, at + 1
    elif low == "strong":  # `a 5,000-strong crowd` counts whom the noun names
        draft.kind, draft.last = "count", at + 1
    elif low not in FUNCTION:  # `3-to-1`, `6-by-10-foot`
        _take(draft, at, at + 1)


def _of(draft: Draft, at: int, number: Number) -> None:
    """Count `two of the students`, `one of Moreau's deputies`, `hundreds of people`."""
    tokens = draft.tokens
    low = tokens.low
    step = at + 2 if low[at + 1] in _IN_ROW else at + 1
    owned = low[at] in _DETERMINERS
    if not owned and number.form != "plural":
        step = at  # `58 of 73 drones`
    if (owned or step == at) and (is_literal(tokens.word[step]) or low[step] in CARDINALS):
        _lent(draft, step)
        return
    if low[at] in _DETERMINERS:
        start = at + 1
    elif number.form == "plural":
        start = at
    else:
        start = next((n + 1 for n in range(at, min(at + 4, tokens.size)) if low[n].endswith(_OWNERS)), 0)
    end = counted(tokens, start) if start else 0
    while start < end - 1 and (low[start] == "most" or low[start].endswith("est")):
        start += 1
    if end == start:
        return
    _take(draft, start, end)
    if tokens.low[end - 1].endswith(_OWNERS):
        _owned(draft, end)


def _owned(draft: Draft, at: int) -> None:
    """Count with the noun of the number after an owner: `nine of the delta's 14 districts` are districts."""
    draft.last = draft.number_last
    draft.unit = draft.key = None
    _lent(draft, at)


def _lent(draft: Draft, at: int) -> None:
    """Count with the noun that stands after another number: `three of the five judges` are judges."""
    tokens = draft.tokens
    number = read_number(tokens, at)
    start = number.last if number else at
    end = counted(tokens, start)
    if end > start:
        draft.kind, draft.unit = "count", tokens.between(start, end)
        draft.key = key_of(draft.unit)


def _plain(draft: Draft, at: int, number: Number) -> None:
    tokens = draft.tokens
    if tokens.low[at] == "more" and not tokens.word[at + 1][:1].isalnum():
        return  # `dozens more, police said`
    if tokens.glued(at) and _is_model(tokens, at):
        draft.kind, draft.last = "name", at + 2 if tokens.glued(at + 1) and is_literal(tokens.word[at + 1]) else at + 1
        return  # `3D`, `5G`, `6MFY26`
    if tokens.low[at] == "magnitude":
        draft.kind, draft.unit, draft.key, draft.last = "index", "magnitude", "magnitude", at + 1
        return
    if number.form == "digits" and tokens.low[at] in _CHANNELS and tokens.word[at][0].isupper():
        draft.kind, draft.last = "name", at + 1  # `404 Media`, `1 News`
        return
    at = _past_size(tokens, at)
    one = number.value == 1 and number.form == "words" and not number.scaled
    end = counted(tokens, at, one=one)
    if end == at or _is_when(tokens, at):
        return
    if number.form == "plural" and tokens.low[at] != "more":
        return  # `thousands join a march`, `tens of thousands marched, organisers said`
    if not one and not any(is_plural(tokens.low[n]) for n in range(at, end)):
        if (
            number.form == "words"
            and not number.scaled
            and tokens.word[number.first][0].isupper()
            and tokens.word[at][0].isupper()
        ):
            draft.kind = "name"  # `Zero Hedge`, `Three Mile Island`
            return
        end = _singular_end(tokens, at, end)
    _take(draft, at, end)


def _is_when(tokens: Tokens, at: int) -> bool:
    """Tell whether a time stands where a noun would be counted: `lost 310 million last year`."""
    return tokens.low[at] in _NEAREST and tokens.low[at + 1] in _PERIODS


def _is_model(tokens: Tokens, at: int) -> bool:
    """Tell whether letters written to digits make a name of them: `3D`, `23andMe`; `40M` is a million."""
    word = tokens.word[at]
    return word[0].isalpha() and not word.islower() and (word[0].isupper() or tokens.low[at] not in SUFFIXES)


def _past_size(tokens: Tokens, at: int) -> int:
    """Step over a size between a number and its noun: `eight million 250ml bottles`, `two 12-inch shells`."""
    if not is_literal(tokens.word[at]):
        return at
    step = at + 2 if tokens.word[at + 1] == "-" else at + 1
    size = unit_after(tokens, step)
    if size is None or not tokens.glued(step):
        return at
    end = counted(tokens, size.last)
    return size.last if end > size.last and is_plural(tokens.low[end - 1]) else at


def _singular_end(tokens: Tokens, at: int, end: int) -> int:
    """Of nouns without a plural (`12 page document`) only the first is counted, with the adjectives before it."""
    last = at
    while last < end - 1 and tokens.low[last] in ADJECTIVES:
        last += 1
    return last + 1


def _take(draft: Draft, first: int, last: int) -> None:
    tokens = draft.tokens
    if last == first + 1 and tokens.low[first] == "more":
        return
    draft.kind, draft.unit = "count", tokens.between(first, last)
    if draft.unit.endswith(POSSESSIVE):
        draft.unit = draft.unit[:-2]  # `one professor's experiments` counts professors
    while first < last - 1 and tokens.low[first] in _NOT_IN_KEYS:
        first += 1
    if first < last - 2 and tokens.low[first] not in _NOT_ADVERBS and tokens.low[first].endswith("ly"):
        first += 2  # `decently sized power plants` are power plants
    draft.key = key_of(without_possessive(tokens.between(first, last)))
    end_unit(draft, last)
