"""Numbers that name or number a thing: `F-16`, `Boeing 737`, `Section 230`, `No. 1`, phones and scores."""

from feeds.reading.figures.dashed import dashed, phone, rating
from feeds.reading.figures.draft import Draft, typed
from feeds.reading.figures.nouns import FUNCTION, is_plural
from feeds.reading.figures.qualifiers import is_cue
from feeds.reading.figures.titles import RANKS, ranked
from feeds.reading.numbers.literals import CARDINALS, LONGEST, SCALES
from feeds.reading.numbers.tokens import DASHES, Tokens
from feeds.reading.numbers.units import unit_after, unit_before
from feeds.reading.tables import words_around
from feeds.reading.words import POSSESSIVE

_KEYWORDS = words_around("names", "keywords")
_COUNTERS = words_around("names", "counters")
_PREFIXES = words_around("names", "prefixes")
_STREETS = words_around("names", "streets")
_NOT_NAMES = words_around("names", "capitals")
_SLASHED = frozenset({"9/11", "24/7", "7/7", "20/20", "50/50"})
_PLACES = frozenset({"no", "number", "nos"})
_BEFORE_NAMED = _KEYWORDS | _PLACES | RANKS
"""Small words that digits behind them may be named by."""
_MONEY = frozenset("$£€")
_AFTER_PLAIN = frozenset({"%", ",", ")", ""})


def read_name(tokens: Tokens, at: int) -> Draft | None:
    """Return the name, section, score or phone that the literal at a token belongs to."""
    if _is_plain(tokens, at):
        return None  # what most numbers are, told without asking each reader
    found = phone(tokens, at) or rating(tokens, at) or ranked(tokens, at)
    if found is None and tokens.start[at + 1] == tokens.end[at]:
        found = _slashed(tokens, at) or _code(tokens, at) or _address(tokens, at) or dashed(tokens, at)
    elif found is None and (tokens.glued(at) or len(tokens.word[at]) > LONGEST):
        found = _code(tokens, at)
    return found or _numbered(tokens, at) or _street(tokens, at)


def _is_plain(tokens: Tokens, at: int) -> bool:
    """Tell whether nothing on either side can make a name of digits: `rose 5%`, `the 12 people`, `$3.2m`."""
    before, after = tokens.word[at - 1], tokens.word[at + 1]
    if before not in _MONEY and (not before.islower() or before in _BEFORE_NAMED or tokens.glued(at)):
        return False
    return (after.islower() or after in _AFTER_PLAIN) and after != "zip" and len(tokens.word[at]) <= LONGEST


def _code(tokens: Tokens, at: int) -> Draft | None:
    """`F-16`, `G7`, `COVID-19`, `A320`, `MH370`, `scp-173`, `#5`: digits written to a word; or far too many digits."""
    word = tokens.word
    if not tokens.glued(at):
        spaced = at > 1 and word[at - 1] == "-" and tokens.glued(at) and word[at - 2].isupper()
        return typed(tokens, at, at + 1, "name", at) if len(word[at]) > LONGEST and not spaced else None
    before = word[at - 1]
    first = at - 1
    if before in {"-", "‑"} and at > 1 and word[at - 2][0].isalpha():
        if not tokens.glued(at - 1) and not (word[at - 2].isupper() and len(word[at - 2]) > 2):
            return None
        if tokens.low[at - 2] in _PREFIXES and not _is_side(tokens, at):
            return None
        first = at - 2
    elif before == "." and at > 1 and tokens.glued(at - 1) and word[at - 2][0].isupper():
        first = at - 2
    elif not (before == "#" or (before[0].isalpha() and unit_before(tokens, at) is None)):
        return None
    return typed(tokens, first, _code_end(tokens, at), "name", at)


def _is_side(tokens: Tokens, at: int) -> bool:
    """Tell whether digits name a side, or a group, by its age: `the Under-19 captain`, `under-21s`."""
    low = tokens.low
    if low[at - 2] not in {"under", "over"} or not tokens.glued(at - 1):
        return False
    if low[at + 1] == "s" and tokens.glued(at + 1):
        return True
    return tokens.word[at - 2][0].isupper() and at > 2 and not is_plural(low[at + 1])


def _street(tokens: Tokens, at: int) -> Draft | None:
    """`100 Varn Avenue`, `10 Lowmere Hall Rd`: the number of a house."""
    word = tokens.word
    last = at + 1
    while last < at + 5 and word[last][:1].isupper():
        last += 1
        if tokens.low[last - 1] in _STREETS and last > at + 2:
            return typed(tokens, at, last, "name", at) if word[at].isdecimal() else None
    return None


def _slashed(tokens: Tokens, at: int) -> Draft | None:
    """`9/11`, `24/7`: what is known by a date, or by a share of the week; `04/15`, a date; `9/4`, odds."""
    left, sign, right = tokens.word[at : at + 3]
    if sign != "/" or not tokens.glued(at + 1) or not tokens.glued(at + 2) or not (left + right).isdecimal():
        return None
    if left + sign + right in _SLASHED:
        return typed(tokens, at, at + 3, "name", at)
    if len(left) > 3 or len(right) > 3 or tokens.word[at + 3] == "/":
        return None
    if "0" in {left[0], right[0]}:
        return typed(tokens, at, at + 3, "date", at)
    return typed(tokens, at, at + 3, "score", at) if int(left) >= int(right) else None


def _code_end(tokens: Tokens, at: int) -> int:
    word = tokens.word
    last = at + 1
    while last < min(at + 8, tokens.size) and tokens.glued(last):
        if not (word[last].isalnum() or word[last] in "-/" or (word[last] == "." and _point_goes_on(tokens, last))):
            break
        last += 1
    return last - 1 if word[last - 1] in "-/" else last


def _address(tokens: Tokens, at: int) -> Draft | None:
    """`192.168.1.2`, `2.3.1`: more points than a number has."""
    word = tokens.word
    last = at
    while last < at + 6 and "." in word[last] and tokens.glued(last + 1) and _point_goes_on(tokens, last + 1):
        last += 1 if len(word[last + 1]) > 1 else 2
    return typed(tokens, at, last + 1, "name", at) if last > at else None


def _point_goes_on(tokens: Tokens, at: int) -> bool:
    word = tokens.word
    if word[at][:1] != ".":
        return False
    return len(word[at]) > 1 or (at + 1 < tokens.size and word[at + 1][:1].isdecimal() and tokens.glued(at + 1))


def _numbered(tokens: Tokens, at: int) -> Draft | None:
    """`Section 230`, `No. 1`, `Boeing 737`, `iPhone 11`: bare digits after a keyword or a name."""
    low, word = tokens.low, tokens.word
    before = at - 2 if at > 1 and word[at - 1] == "." and low[at - 2] in _KEYWORDS else at - 1
    if low[at + 1] == "zip" or (low[at + 1] == "-" and low[min(at + 2, tokens.size)] == "yarder"):
        return typed(tokens, at, at + 1, "section", at)
    if at == 0 and word[1] == "." and tokens.glued(1) and word[2][:1].isupper():
        return typed(tokens, at, at + 1, "section", at)  # `19. Ana Moreau`, of a list
    if before < 0 or tokens.glued(at) or not word[at].replace(",", "").isdecimal() or len(word[at]) > 5:
        return None
    if low[before] in _PLACES:
        return typed(tokens, before, at + 1, "name", at)
    if low[before] in _KEYWORDS and word[before] != "P" and not (low[before] in _COUNTERS and is_plural(low[at + 1])):
        owner = low[at + 1] == "s" and tokens.glued(at + 1)  # `Channel 5s coverage`
        return typed(tokens, before, at + 1, "section", at) if owner or not unit_after(tokens, at + 1) else None
    if _is_name(tokens, at, before):
        return typed(tokens, before, at + 3 if _is_series(tokens, at) else at + 1, "name", at)
    return None


def _is_series(tokens: Tokens, at: int) -> bool:
    """Tell whether a dash adds the model to a series: `Boeing 737-800`."""
    word = tokens.word
    tied = word[at + 1] in DASHES and tokens.glued(at + 1) and tokens.glued(at + 2)
    both = word[at + 2].isdecimal() and len(word[at]) == 3 == len(word[at + 2])
    return tied and both and at > 1 and not is_plural(tokens.low[at + 3])


def _is_name(tokens: Tokens, at: int, before: int) -> bool:
    """Tell whether the word before bare digits is a name that they belong to."""
    low, word = tokens.low, tokens.word
    if word[before].islower() or not word[before][0].isalpha() or low[before].endswith(POSSESSIVE):
        return False
    if low[before] in FUNCTION or low[before] in CARDINALS or low[before] in _NOT_NAMES or is_cue(low[before]):
        return False
    if before == 0 and low[before].endswith(("ly", "ing", "ed")):
        return False
    if low[at + 1] in SCALES or unit_before(tokens, at):
        return False
    if word[at + 1] in DASHES and tokens.glued(at + 1) and not _is_series(tokens, at):
        return False
    return unit_after(tokens, at + 1) is None
