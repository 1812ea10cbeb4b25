"""The counted noun phrase after a number: where it ends, and its singular."""

from feeds.reading.numbers.literals import CARDINALS, SCALES
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.remembering import remembered
from feeds.reading.tables import load, pairs, word_set, words, words_around

_TABLE = load("phrases")
FUNCTION = words(_TABLE, "function", "phrases")
VERBS = words(_TABLE, "verbs", "phrases")
NOT_PLURAL = words(_TABLE, "not_plural", "phrases")
PLURALS = words(_TABLE, "plurals", "phrases")
COMPOUND = words(_TABLE, "compound", "phrases")
OF_NAMES = words(_TABLE, "of_names", "phrases")
ADJECTIVES = words(_TABLE, "adjectives", "phrases")

STATES = word_set("dead alive missing free available long short high old wide deep")
"""They end `four dead`, and go on `four dead soldiers`."""
_COMPARATIVES = word_set(
    "cheaper higher lower older younger bigger smaller faster larger shorter longer stronger weaker"
)
"""They end a noun phrase, and stand in one right after the number: `two younger sisters`."""
SPANS = word_set("seconds minutes hours days nights weeks months years decades times miles metres meters")
"""Plurals that say when or where behind a counted noun: `killed 12 people days before`."""
_NO_SECOND = VERBS | FUNCTION | SPANS | words_around("clause", "present")
_LETTERS = 4
"""A word of more small letters than this is none of those that headlines print small."""
_OF_ONE = word_set("back known similar like made seen given taken shown built written unlike")
_REACH = 8
"""Tokens of the longest noun phrase that is looked at."""
_IRREGULAR = pairs(_TABLE, "irregular", "phrases")


@remembered(10_000)
def singular(noun: str) -> str:
    """Return the singular of a lower-case noun."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-2] + "an"
    if noun.endswith("children"):
        return noun[:-3]
    if len(noun) < 4 or not noun.endswith("s") or noun in NOT_PLURAL:
        return noun
    if noun.endswith(("ss", "us", "is")) and noun not in PLURALS:
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return noun[:-1]


@remembered(10_000)
def is_plural(low: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if low in PLURALS or low.endswith(("men", "children")):
        return low not in {"men's", "specimen", "regimen", "omen", "amen", "abdomen", "women's", "acumen", "yemen"}
    return (
        len(low) > 3
        and low[-1] == "s"
        and not low.endswith(("ss", "us", "is"))
        and "'" not in low
        and "’" not in low
        and low not in NOT_PLURAL
    )


def is_headline(tokens: Tokens) -> bool:
    """Tell whether each word of a sentence has a capital: then capitals show no names."""
    return not any(len(word) > _LETTERS and word.islower() for word in tokens.word)


def _stops(tokens: Tokens, at: int) -> bool:
    low = tokens.low[at]
    if tokens.word[at] == "US":
        return False
    if at >= tokens.size or low in FUNCTION or low in CARDINALS or low in SCALES:
        return not (tokens.word[at] == "A" and tokens.glued(at + 1) and tokens.word[at + 1].isdecimal())  # `Varn A320`
    return not low[0].isalpha() or low.endswith(("n't", "n’t"))


def counted(tokens: Tokens, at: int, *, one: bool = False) -> int:
    """Return the token after the noun phrase that starts at a token; `at` itself where there is none.

    The phrase ends with its first plural, or with the nouns that follow when that plural begins a compound; where no
    plural comes before a function word, a verb or a sign, it is what stands before them.
    """
    low, word = tokens.low, tokens.word
    if one and is_plural(low[at]) and low[at] not in COMPOUND:
        return at
    last = min(tokens.size, at + _REACH)
    step = bare = at + 1 if low[at] in _COMPARATIVES and _plural_ahead(tokens, at + 1, min(at + 3, last)) else at
    while step < last:
        if _stops(tokens, step):
            if not _goes_through(tokens, step, at, last):
                break
            step += 1
            continue
        if not one and is_plural(low[step]):
            return _compound(tokens, step, last)
        if one and step == at and _is_pronoun(tokens, at):
            break
        loose = low[step] not in VERBS or low[step] in STATES
        if not one and _is_verb(tokens, step) and not (loose and _plural_ahead(tokens, step, last)):
            break
        if (
            one
            and step > at
            and (low[step] in VERBS or low[step].endswith(("ed", "s", "ing")))
            and word[step].islower()
            and low[step - 1] not in ADJECTIVES
        ):
            break
        step += 1
        bare = step
        if one and low[step - 1] not in ADJECTIVES and not word[step - 1][0].isupper() and step - at >= 2:
            break
    return _without_tail(tokens, at, bare)


def _is_pronoun(tokens: Tokens, at: int) -> bool:
    """Tell whether `one` before a token stands for something named before: `one using it`, `one known as Varn`."""
    low = tokens.low[at]
    if is_tied(tokens, at) or not tokens.word[at].islower():
        return False
    return low.endswith("ing") or (tokens.low[at + 1] in FUNCTION and (low.endswith("ed") or low in _OF_ONE))


def _goes_through(tokens: Tokens, step: int, at: int, last: int) -> bool:
    """Tell whether a sign or `and` does not end the phrase: `first-team players`, `digital and physical sales`."""
    low, word = tokens.low, tokens.word
    if step == at or step + 1 >= last:
        return False
    if word[step] == "-" and tokens.glued(step) and tokens.glued(step + 1):
        return word[step + 1][0].isalnum()
    if word[step - 1] == "-" and tokens.glued(step):
        return True
    if low[step] in {"and", "or", ","}:
        return word[step + 1].islower() == word[step - 1].islower() and _plural_ahead(
            tokens, step + 1, min(step + 4, last)
        )
    if word[step] == "." and tokens.glued(step) and word[step - 1][0].isupper() and len(word[step - 1]) == 1:
        return True
    if word[step].isdecimal() and word[step - 1][0].isupper():
        tied = tokens.glued(step) and _plural_ahead(tokens, step + 1, min(step + 3, last))  # `Varn A320neo planes`
        return tied or is_plural(low[step + 1])
    return low[step] == "&" and word[step + 1][:1].isupper()


def _plural_ahead(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a plural comes before the phrase must end."""
    for step in range(at, last):
        if _stops(tokens, step) and tokens.low[step] not in {"-", "and", ",", "only"} and not is_tied(tokens, step):
            return False
        if is_plural(tokens.low[step]):
            return True
    return False


def _compound(tokens: Tokens, step: int, last: int) -> int:
    low = tokens.low
    if _is_doubled(tokens, step, last):
        return _tail(tokens, step + 2)
    if low[step] in COMPOUND and step + 1 < last and not _stops(tokens, step + 1):
        if is_plural(low[step + 1]) and low[step + 1] not in VERBS:
            return _tail(tokens, step + 2)
        if (
            step + 2 < last
            and is_plural(low[step + 2])
            and not _stops(tokens, step + 2)
            and not _is_verb(tokens, step + 1)
        ):
            return _tail(tokens, step + 3)
    return _tail(tokens, step + 1)


def _is_doubled(tokens: Tokens, step: int, last: int) -> bool:
    """Tell whether a second plural follows the first: `burns victims`; no verb in -s stands with a plural."""
    low, after = tokens.low, tokens.low[min(step + 1, last)]
    if step + 1 >= last or not (low[step].endswith("s") and after.endswith("s") and is_plural(after)):
        return False
    small = tokens.word[step].islower() and tokens.word[step + 1].islower()
    return small and after not in _NO_SECOND and low[step] not in VERBS


def _tail(tokens: Tokens, at: int) -> int:
    """Take in `of war` and its like."""
    if tokens.low[at] == "of" and tokens.low[at + 1] in OF_NAMES and not is_tied(tokens, at + 1):
        return at + 2
    return at


def _is_verb(tokens: Tokens, at: int) -> bool:
    if is_tied(tokens, at):
        return False
    low = tokens.low[at]
    return low in VERBS or (low.endswith(("ed", "ing", "ly")) and len(low) > 4 and tokens.word[at].islower())


def is_tied(tokens: Tokens, at: int) -> bool:
    """Tell whether a hyphen ties a word to another: `highest-paid`, `bailed-out`; such a word is no verb."""
    word = tokens.word
    if word[at - 1] == "-" and tokens.glued(at) and at:
        return True
    return at + 1 < tokens.size and word[at + 1] == "-" and tokens.glued(at + 1) and tokens.glued(at + 2)


def _without_tail(tokens: Tokens, at: int, last: int) -> int:
    while last > at and (tokens.low[last - 1] in VERBS or tokens.low[last - 1].endswith("ly")):
        last -= 1
    return last


def key_of(phrase: str) -> str:
    """Return the singular lower-case form by which a counted noun is grouped: the noun before `of`, else the last."""
    parts = phrase.lower().split()
    if "of" in parts[1:]:
        head = parts.index("of") - 1
        parts[head] = singular(parts[head])
    elif parts:
        parts[-1] = singular(parts[-1])
    return " ".join(parts)
