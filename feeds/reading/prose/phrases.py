"""Noun phrases in a line of words, found by closed classes and capitals: where they begin, end, and what they are."""

from typing import NamedTuple

from feeds.reading.prose.grammar import (
    ARTICLES,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    NOT_NAMES,
    PASTS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from feeds.reading.prose.lexicon import BODIES, CUES, PERSONS, PLURALS, TEXTS, TITLE_LIKE, TITLES
from feeds.reading.prose.narrative import Line
from feeds.reading.tables import word_set

REACH = 40
"""Words looked at on either side of a verb: what keeps a megabyte of one sentence linear."""
PARTICLES = word_set(
    "de la le von van der den di da del dela dello della delos degli dei dos das do du al el bin bint binti ibn abu "
    "ben ter ten te af av e y zu zum zur vom ap op ould t ul"
)
"""Small words inside names; `t` is that of `van ’t Hoff`."""
TIMES = word_set(
    "second seconds minute minutes hour hours day days week weeks weekend month months year years decade decades "
    "morning afternoon evening night nights later ago earlier time times moment moments point spring summer "
    "autumn fall winter season century"
)
SHARES = word_set("one some both each most many several few all none")
FINITE = word_set("is was are were has had have will would can could should must may might did does")
NOUNS = PERSONS | BODIES | TEXTS | PLURALS
NOMINALS = frozenset(("accused", "deceased", "injured", "bereaved"))
"""Participles that are nouns for people behind `the`."""
NOUN_MARKERS = ARTICLES | {"its", "his", "her", "their"}
"""Behind these a word that may be a verb or a preposition is a noun or an adjective: `a show insider`."""
ADJECTIVES = frozenset(("outside", "inside", "above", "opposite", "following", "near", "under"))
"""Prepositions that are adjectives behind an article: `an outside panel`."""
FUNCTION = NOT_NAMES | PREPOSITIONS | SUBORDINATORS
ENDS = FUNCTION - PARTICLES - ADJECTIVES - {"a"}
"""What ends a noun phrase on its right, but for prepositions in capitals."""
GLUE = FUNCTION | DETERMINERS | POSSESSIVES | frozenset(CUES)
"""What may end a noun phrase on its left."""
KIND_OF = {
    word: cls
    for cls, words in (("text", TEXTS), ("body", BODIES), ("plural", PLURALS), ("person", PERSONS | NOMINALS))
    for word in words
}
"""What sort of speaker a noun in lower case is; of several the last here."""
POSTPOSED = {
    "close": ("to",),
    "next": ("to",),
    "familiar": ("with",),
    "loyal": ("to",),
    "opposed": ("to",),
    "sympathetic": ("to",),
    "responsible": ("for",),
    "critical": ("of",),
    "aware": ("of",),
    "privy": ("to",),
    "briefed": ("on", "about"),
    "based": ("in", "at", "on"),
    "involved": ("in", "with"),
    "present": ("at", "in", "when"),
}
"""Adjectives that stand behind their noun, with what they lead on to: `a source close to the council`."""


class Subject(NamedTuple):
    """A noun phrase in a line: words `first` to `last`, both included."""

    first: int
    last: int
    kind: str
    """name, pronoun, who, person, plural, body, text, other."""
    how: str
    """Where it was found: near, comma, main, right, by, before."""


def possessive(word: str) -> bool:
    """Whether a word ends in a possessive."""
    return word.endswith(("’s", "'s", "s’", "s'"))


def capital(word: str) -> bool:
    """Whether a word is written like a name: `Roe`, `al-Mansur`, `d’Orsay`."""
    return word[0].isupper() or (
        len(word) > 3 and (word[2] in "-‐’'" or word[1] in "’'" or word[3] == "-") and not word.islower()
    )


def is_name(line: Line, k: int) -> bool:
    """Whether a word looks like a part of a name."""
    word = line.words[k]
    return (word[0].isupper() or (not word.isalpha() and capital(word))) and line.low[k] not in NOT_NAMES


def kind_of(line: Line, first: int, last: int) -> str:
    """Tell what sort of speaker a noun phrase is."""
    low = line.low[last]
    if first == last and (low in SUBJECT_PRONOUNS or low in CONTRACTED):
        return "pronoun"
    if low in RELATIVES:
        return "who"
    if is_name(line, last) and low not in PLURALS:
        return "body" if low in BODIES else "name"
    return KIND_OF.get(low, "other")


def base_left(line: Line, last: int) -> int:
    """First word of the noun phrase without prepositions that ends at `last`."""
    a = last
    low, seps, words = line.low, line.seps, line.words
    lowest = last - 12 if last > 12 else 0
    while a > lowest and seps[a] == "":
        word = low[a - 1]
        if word not in GLUE:
            a -= 1
            continue
        if word in DETERMINERS or word in POSSESSIVES:
            return a - 1
        if word == "own" and a > 1 and low[a - 2] in POSSESSIVES:
            return a - 2
        if word in FUNCTION and not ((word in PARTICLES or in_capitals(line, a - 1)) and words[a][0].isupper()):
            break
        if word in CUES and words[a - 1][0].islower() and word not in NOUNS and not determined(line, a - 1):
            break
        a -= 1
    return a


def determined(line: Line, k: int) -> bool:
    """Whether an article right before a form of a verb makes it a noun: `a show insider`."""
    return k > 0 and line.seps[k] == "" and line.low[k - 1] in NOUN_MARKERS


def in_capitals(line: Line, k: int) -> bool:
    """Whether a preposition is written as a part of a name: `Doctors Across Frontiers`."""
    words = line.words
    if not (words[k][0].isupper() and line.low[k] in PREPOSITIONS and 0 < k < line.count - 1):
        return False
    near = words[k - 1][0].isupper() and words[k + 1][0].isupper() and line.low[k - 1] not in FUNCTION
    return near and line.seps[k] == "" and line.seps[k + 1] == ""


def base_right(line: Line, first: int, stop: int) -> int:
    """Last word of the noun phrase without prepositions that begins at `first`."""
    b = first
    seps = line.seps
    if first + 1 >= stop or seps[first + 1] != "":
        return first
    stop = stop if stop < first + 12 else first + 12
    low, words = line.low, line.words
    named = is_name(line, first) and low[first] not in TITLES and low[first] not in TITLE_LIKE
    while b + 1 < stop and seps[b + 1] == "":
        if low[b + 1] in ENDS and not (named and in_capitals(line, b + 1)):
            break
        if not goes_on(line, b, stop, named, b > first):
            break
        b += 1
        if not named and words[b][0].isupper():
            word = low[b]
            named = word not in TITLES and word not in TITLE_LIKE
    return b


def goes_on(line: Line, b: int, stop: int, named: bool, begun: bool) -> bool:
    """Whether the word after b still belongs to the noun phrase."""
    word, printed = line.low[b + 1], line.words[b + 1]
    if printed == "A" and named and b + 2 < stop and line.words[b + 2][0].isupper() and line.seps[b + 2] == "":
        return True  # `Ann A. Roe`
    upper = printed[0].isupper() or (not printed.isalpha() and capital(printed))
    if not upper and word in PARTICLES and particle_ahead(line, b + 1, stop):
        return True
    if word in PREPOSITIONS and b + 2 < stop and line.seps[b + 2] == "":
        if not begun and word in ADJECTIVES and line.low[b] in NOUN_MARKERS:
            return True
        if named and in_capitals(line, b + 1):
            return True
    if (
        word in FUNCTION
        or (word in DAYS and word not in ("may", "march", "april", "june"))
        or (begun and word.isdigit())
    ):
        return False
    return upper or lower_goes_on(line, b, stop, named, begun)


def particle_ahead(line: Line, k: int, stop: int) -> bool:
    """Whether the particles at k lead on to a name: `van der Meulen`."""
    while k < stop and line.low[k] in PARTICLES and line.seps[k] == "":
        k += 1
    return k < stop and line.seps[k] == "" and capital(line.words[k])


def extend(line: Line, subject: Subject, stop: int) -> Subject:
    """Return a body or role with the phrase that completes it: `the ministry of health`."""
    if subject.kind == "pronoun":
        return share_of(line, subject, stop)
    if subject.kind == "who" or (subject.kind == "name" and line.low[subject.last] not in PERSONS):
        return subject
    last = subject.last
    for _ in range(2):
        k = last + 1
        if (
            k + 1 >= stop
            or line.seps[k] != ""
            or line.seps[k + 1] != ""
            or line.low[k] not in ("of", "for", "by", "at", "from")
        ):
            break
        if line.low[k + 1] in FUNCTION and line.low[k + 1] not in DETERMINERS:
            break
        end = base_right(line, k + 1, stop)
        if line.words[end].isdecimal() and line.seps[end + 1 : end + 2] == [","] and line.words[end + 1].isdecimal():
            break  # in the middle of `an order for the 1,200 people`
        last = end
    return subject if last == subject.last else subject._replace(last=last)


def share_of(line: Line, subject: Subject, stop: int) -> Subject:
    """Return `one of the emails` whole."""
    k = subject.last + 1
    if line.low[subject.last] not in SHARES or k + 1 >= stop or line.low[k] != "of" or line.seps[k] or line.seps[k + 1]:
        return subject
    last = base_right(line, k + 1, stop)
    return subject._replace(last=last, kind=kind_of(line, k + 1, last))


def lower_goes_on(line: Line, b: int, stop: int, named: bool, begun: bool) -> bool:
    """Return the same for a word in lower case."""
    low, words = line.low, line.words
    word = low[b + 1]
    if (word == "own" and low[b] in POSSESSIVES) or (word in NOMINALS and low[b] == "the"):
        return True
    if word in PASTS and begun and low[b] not in DETERMINERS:
        return False
    if word in POSTPOSED and postposed(line, b + 1):
        return False
    noun = word in NOUNS or (word.endswith("s") and word in CUES and low[b] in DETERMINERS)
    adjective = word.endswith("ing") and low[b] in DETERMINERS and b + 2 < stop and line.seps[b + 2] == ""
    if adjective and (
        low[b + 2] in NOUNS or (low[b] in NOUN_MARKERS and words[b + 2].islower() and low[b + 2] not in FUNCTION)
    ):
        return True  # `its planning director`, `one of the missing boys`
    if (word in CUES and not noun) or (word.endswith(("ly", "ing")) and not noun):
        return False
    if word.endswith("ed") and low[b] in NOUNS and not noun:
        return False
    if named:
        return possessive(words[b]) or role_ahead(line, b + 1, stop)
    return noun or not (begun and low[b] in PERSONS and not words[b][0].isupper())


def postposed(line: Line, k: int) -> bool:
    """Whether the word at k is an adjective behind its noun, and leads on: `a source close to the council`."""
    return line.low[k + 1 : k + 2] != [] and line.low[k + 1] in POSTPOSED.get(line.low[k], ()) and line.seps[k] == ""


def role_ahead(line: Line, k: int, stop: int) -> bool:
    """Whether a role or a body follows within three words: `House press secretary`."""
    for n in range(k, min(k + 3, stop)):
        if n > k and (line.seps[n] != "" or line.low[n] in FUNCTION):
            return False
        if line.low[n] in NOUNS:
            return True
        if line.low[n] in CUES:
            return False
    return False


def chunk_end(line: Line, a: int, k: int) -> int:
    """Index after the chunk without separators that begins at a, at most k."""
    seps = line.seps
    b = a + 1
    while b < k and seps[b] == "":
        b += 1
    return b if b < k else k
