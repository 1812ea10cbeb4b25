"""The noun after a number that says what it measures: `70% of firms`, `a $300 million contract`, `16-year-old Ana`."""

from feeds.reading.figures.draft import Draft
from feeds.reading.figures.movement import WHERE
from feeds.reading.figures.naming import STATED, named
from feeds.reading.figures.nouns import FUNCTION, counted, is_plural, singular
from feeds.reading.figures.nouns_before import MOVES
from feeds.reading.figures.phrases import Phrase, phrase_after, phrase_before
from feeds.reading.figures.quantities import read_quantity
from feeds.reading.figures.verbs import DETERMINERS, is_code, is_content, is_verb
from feeds.reading.numbers.grammar import read_number
from feeds.reading.numbers.literals import CARDINALS, is_literal
from feeds.reading.numbers.tokens import HYPHENS, Tokens
from feeds.reading.numbers.units import BEFORE
from feeds.reading.prose.grammar import ARTICLES
from feeds.reading.tables import word_set, words_around

_THIS = word_set("this last next")
_MODIFIES = frozenset({"money", "measure", "duration", "percent", "age", "rate", "ratio"})
_SHARES = frozenset({"ratio", "percent"})
_ECONOMY = word_set("gdp gdp's gdp’s")
"""What is measured in shares of these is not they."""
_BEFORE_COUNT = 3
"""Tokens between `of` and a number that counts the whole."""
_AGED = frozenset({"aged", "ages", "now", "then", "age"})
_ALL = frozenset({"all", "some"})
_OPENERS = word_set(", ; and but while that whereas said say says suggest suggests show shows found")
_DEGREES = word_set("higher lower greater bigger larger smaller")
_MORE = word_set("more less fewer")
_IN = frozenset({"in", "for"})
_PERIODS = word_set("year half quarter month week day session hour season trading history period decade")
_MONTHS = words_around("dates", "months")


def following(draft: Draft) -> Phrase | None:
    """Return the noun after a number: `70% of firms`, `four options for fuels`, `a $300 million contract`."""
    tokens = draft.tokens
    after = tokens.low[draft.last]
    if after == "of" and " per " not in (draft.key or "") and tokens.low[draft.first - 1] != "within":
        if draft.kind in _SHARES or (draft.kind == "money" and tokens.low[draft.last + 1] in DETERMINERS):
            return _whole(tokens, draft.last + 1)
        if found := phrase_after(tokens, draft.last + 1):
            return _uncounted(tokens, found)
    aim = tokens.low[draft.last + 1]
    if after == "for" and draft.kind in {"count", "money"} and aim not in _THIS and not aim.endswith(("ly", "ing")):
        return _aim(tokens, draft.last + 1)
    part = draft.number_first + 1
    if draft.kind == "ratio" and "in" in tokens.low[part + 1 : draft.number_last] and is_content(tokens, part):
        return part, part + 1  # `one child in six`
    if draft.kind == "ratio" and tokens.low[draft.last - 1] == "half" and after in DETERMINERS:
        return _whole(tokens, draft.last)  # `half the cabinet`, `half the 40,000 tickets`
    if draft.kind == "measure" and (of := _of_what(draft)):
        return phrase_after(tokens, of)
    if tokens.low[draft.first] in {"from", "between"} or (draft.kind == "age" and draft.last == draft.number_last):
        return None
    return _modified(draft)


def _modified(draft: Draft) -> Phrase | None:
    """Return the noun that a number stands before: `a $300 million contract`, `a 36% higher risk`."""
    tokens, at = draft.tokens, draft.last
    hyphen = tokens.word[draft.number_last] == "-"
    if not (draft.kind in _MODIFIES or (draft.kind == "count" and hyphen)):
        return None
    if draft.kind == "percent" and (found := _compared(tokens, at)):
        return found
    placed = draft.kind == "measure" and tokens.low[at] in WHERE  # `25 kilometres east of Tarn`
    noun = not placed and is_content(tokens, at) and (not is_verb(tokens, at) or tokens.low[at] in MOVES)
    noun = noun and not (draft.kind == "percent" and _is_done(draft))
    if draft.kind == "ratio" and is_plural(tokens.low[at]) and is_verb(tokens, at + 1):
        return at, at + 1  # `7 in 10 calls went unanswered`
    loose = draft.kind == "duration" and is_plural(tokens.low[at - 1])  # `three decades winking and nodding`
    noun = noun and not (tokens.low[at].endswith("ing") and (loose or tokens.low[at + 1] in DETERMINERS))
    hyphened = tokens.word[draft.number_first + 1] == "-"
    if noun and draft.kind == "ratio" and draft.key is None and not hyphened:
        end = next((n for n in range(at, counted(tokens, at)) if is_plural(tokens.low[n])), None)
        return None if end is None else (at, end + 1)  # `one in ten voters trusts`
    found = phrase_after(tokens, at) if noun else None
    if found is None or (found == (at, at + 1) and tokens.low[at] in STATED):
        return None
    return _with_moved(tokens, found)


def _is_done(draft: Draft) -> bool:
    """Tell whether a share that opens a clause does something: `40% stay`, `while 12 per cent own a car`."""
    low = draft.tokens.low
    opens = not draft.first or low[draft.first - 1] in _OPENERS
    after = low[draft.last + 1]
    return opens and not is_plural(low[draft.last]) and (after in FUNCTION or not after[:1].isalpha())


def _compared(tokens: Tokens, at: int) -> Phrase | None:
    """Return what is so much more: the risk of `a 36% higher risk of rain`, the boats of `12% more boats`."""
    if tokens.low[at] not in _DEGREES and tokens.low[at] not in _MORE:
        return None
    found = phrase_after(tokens, at + 1)
    if found is None or found[0] != at + 1 or is_verb(tokens, at + 1):
        return None
    return found if tokens.low[at] in _DEGREES or is_plural(tokens.low[found[1] - 1]) else None


def _with_moved(tokens: Tokens, found: Phrase) -> Phrase:
    """Go on to what moved: `a 16% surge in food prices`."""
    last = found[1]
    if singular(tokens.low[last - 1]) not in MOVES or tokens.low[last] not in _IN:
        return found
    more = phrase_after(tokens, last + 1)
    when = more is None or tokens.low[more[0]] in _MONTHS or singular(tokens.low[more[1] - 1]) in _PERIODS
    return found if more is None or when else (found[0], more[1])


def _of_what(draft: Draft) -> int:
    """Return the token of what is measured inside a unit: the olives of `1.1 tonnes of olives per hectare`, or 0."""
    low = draft.tokens.low
    return next((at + 1 for at in range(draft.number_last + 1, draft.last - 2) if low[at] == "of"), 0)


def _aim(tokens: Tokens, at: int) -> Phrase | None:
    """Return what so much was given for, with the size of it left out: `$35,000 for an 8.5 kW system`."""
    if tokens.low[at] in ARTICLES and (size := read_quantity(tokens, at + 1)) and size.kind == "measure":
        return phrase_after(tokens, size.last)
    found = phrase_after(tokens, at)
    return found and _uncounted(tokens, found)


def _whole(tokens: Tokens, at: int) -> Phrase | None:
    """Return what a share is a share of, whatever counts it left out: the schools of `the country's 4,300 schools`."""
    if tokens.low[at] in _ECONOMY or (tokens.low[at] in DETERMINERS and tokens.low[at + 1] in _ECONOMY):
        return None  # `narrowed to 3.8% of GDP`
    found = phrase_after(tokens, at)
    for step in range(at, min(at + _BEFORE_COUNT, tokens.size) if found is None else found[1] + 1):
        if (number := read_number(tokens, step)) and not is_code(tokens, step):
            return _counted_whole(tokens, step, number.last) or found
        if found is None and not (
            tokens.low[step] in DETERMINERS or tokens.low[step] in _ALL or tokens.word[step] in BEFORE
        ):
            break
    return found


def _counted_whole(tokens: Tokens, first: int, at: int) -> Phrase | None:
    """Return what is counted by the number that token `first` starts, and `at` is behind."""
    if tokens.word[at] in HYPHENS and tokens.glued(at):
        found = phrase_after(tokens, at + 1)
        return found and (first, found[1])  # `85% of 5-year-olds`
    end = counted(tokens, at)
    return (at, end) if end > at and is_plural(tokens.low[end - 1]) else phrase_after(tokens, at)


def _uncounted(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return a phrase; nothing where a number counts it: `four of five patients`, `one of their last nine games`."""
    word, low = tokens.word, tokens.low
    counts = any(
        (low[at] in CARDINALS and word[at].islower()) or (is_literal(word[at]) and not is_code(tokens, at))
        for at in range(phrase[0], min(phrase[0] + 2, phrase[1]))
    )
    return None if counts else phrase


def aged(draft: Draft) -> Phrase | None:
    """Return whose age it is: `16-year-old Ater Good`, `Ana Moreau, 43,`, `the brothers, aged 24 and 31,`."""
    if draft.kind != "age":
        return None
    tokens = draft.tokens
    at = draft.first - 1
    while at > 0 and tokens.low[at] in _AGED:
        at -= 1
    if at > 0 and tokens.word[at] in {",", "("}:
        found = phrase_before(tokens, at)
        return found and named(tokens, found)
    hyphened = tokens.word[draft.number_last] == "-"
    old = hyphened or draft.last > draft.number_last
    found = following(draft) if old and not draft.bound else None
    if found is None and old and at > 1 and tokens.low[at] in ARTICLES and tokens.word[at - 1] == ",":
        found = phrase_before(tokens, at - 1)  # `Ana Moreau, a 14-year-old from Tarn`
        return found and named(tokens, found)
    if found is None and old and not hyphened and is_content(tokens, at) and not is_verb(tokens, at):
        return phrase_before(tokens, at + 1)  # `air bubbles 900 years old`
    doing = next((n for n in range(found[0] + 1, found[1]) if tokens.low[n].endswith("ing")), 0) if found else 0
    return (found[0], doing) if found and doing else found  # `a 28-year-old man walking his dog`
