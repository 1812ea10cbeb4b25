"""Noun phrases that say who somebody is without a name, or around it: where their head is, and where they end."""

from feeds.reading.prose.grammar import DAYS, DETERMINERS, OBLIQUE, POSSESSIVES
from feeds.reading.prose.lexicon import CUES, NATIVES, PERSONS, TITLES
from feeds.reading.prose.narrative import Line
from feeds.reading.prose.phrases import FUNCTION, NOUN_MARKERS, TIMES, Subject, base_right, is_name
from feeds.reading.remembering import remembered
from feeds.reading.tables import word_set
from feeds.reading.words import POSSESSIVE

COMPLETING = OBLIQUE | NOUN_MARKERS | {"and", "between", "behind", "near"}
"""Small words inside what completes a role: `the head of the board and the fund`."""
LONGEST_PHRASE = 14
"""Words behind a noun that complete it."""
LONGEST_NAME = 6
"""Words of a body's name between commas."""
NATIONS = ("shman", "chman", "shwoman", "chwoman")
"""Endings of nouns for people of a nation: `the Welshman`."""
NOT_THE_PERSON = (
    "campaign",
    "team",
    "administration",
    "office",
    "government",
    "camp",
    "family",
    "estate",
    "aides",
    "lawyers",
    "supporters",
)
"""`the Roe campaign` is not Roe."""


SAYINGS = word_set(
    "verdict response reply answer retort riposte comeback reaction advice message motto mantra conclusion explanation "
    "assessment prediction prognosis plea excuse reasoning rationale diagnosis prescription summary"
)
"""Nouns for what somebody says: `Roe’s verdict: “…”` is Roe's."""


def owner(raw: str) -> str:
    """Return whose words a phrase is about: `Ann Roe` for `Ann Roe’s verdict`; nothing for a time or a plural."""
    head, _, noun = raw.rpartition(" ")
    if noun.lower() not in SAYINGS or not head.endswith(POSSESSIVE):
        return ""
    told = head[:-2]
    last = told.rpartition(" ")[2].lower()
    return "" if last in DAYS or last in TIMES or last in ("today", "tomorrow", "yesterday") else told


@remembered(20_000)
def head_words(raw: str) -> tuple[str, ...]:
    """Return a noun phrase up to its first preposition: the head of `a spokesman for Ann Roe` is no Roe."""
    words: list[str] = []
    for word in raw.split():
        if words and (word in ("of", "for", "by", "at", "from", "in", "on", "with", "to") or word == "representing"):
            break
        plain = word.strip('()[],;:“”"')
        if plain.rstrip(".").lower() in TITLES:
            plain = plain.rstrip(".")
        if plain:
            words.append(plain)
    return tuple(words)


def of_a_nation(word: str) -> bool:
    """Whether a word says where one person is from: `the Norwegian`, `the Welshman`."""
    return word in NATIVES or word.endswith(NATIONS)


def describes(line: Line, subject: Subject, raw: str) -> bool:
    """Whether a noun phrase says what somebody is: its head or its first noun is a person's."""
    if subject.kind == "person":
        return True
    low = line.low[subject.first : subject.last + 1]
    if low[:2] == ["one", "of"]:
        return True
    possessed = low[0] in POSSESSIVES and line.words[subject.last].islower()
    return possessed or ((low[0] in DETERMINERS or raw[0].isupper()) and head_is_person(line, subject))


def head_is_person(line: Line, subject: Subject) -> bool:
    """Whether the last word before the first preposition of a phrase is a noun for a person."""
    for k in range(subject.first, subject.last + 1):
        if k < subject.last and (line.low[k + 1] in OBLIQUE or participle(line, k + 1)):
            return line.low[k] in PERSONS
    return line.low[subject.last] in PERSONS


def participle(line: Line, k: int) -> bool:
    """Whether a clause without `who` begins at k: `the lawmaker representing Tarn`."""
    return line.words[k][0].islower() and line.low[k].endswith("ing") and line.low[k] not in PERSONS


def before_role(line: Line, k: int) -> int:
    """Index of the first word of the role in front of the name at k: `told radio host Ann Roe`."""
    n = k
    while (
        n > 0 and n > k - 5 and line.seps[n] == "" and line.low[n - 1] not in FUNCTION and line.low[n - 1] not in CUES
    ):
        n -= 1
    if PERSONS.isdisjoint(line.low[n:k]):
        return k
    return n - 1 if n > 0 and line.seps[n] == "" and line.low[n - 1] in DETERMINERS else n


def phrase_end(line: Line, k: int) -> int:
    """Step over what completes a role: `the head of the Zarechny district`, `the woman who found the body`."""
    relative = k < line.count and line.seps[k] == "" and line.low[k] == "who"
    for _ in range(LONGEST_PHRASE):
        if k >= line.count or line.seps[k] != "":
            break
        if relative:
            k += 1
            continue
        if line.low[k] in CUES and line.low[k - 1] not in OBLIQUE:
            break  # but `the minister in charge`
        if line.low[k] in FUNCTION and line.low[k] not in COMPLETING:
            break
        k += 1
    return k


def name_in_commas(line: Line, k: int) -> int:
    """Return where the name between commas at k ends (`, Varden Metals,`, `, the People’s Front,`); k where none is."""
    end = k + (line.low[k] == "the")
    last = end
    while last < line.count and last < end + LONGEST_NAME and (last == end or line.seps[last] == ""):
        if line.low[last] in DAYS or not (is_name(line, last) or line.low[last] in ("of", "the", "and", "for")):
            return k
        last += 1
    whole = last < line.count and line.seps[last] == "," and is_name(line, last - 1) and is_name(line, end)
    return last if whole and ("and" not in line.low[end:last] or last - end > 3) else k


def from_a_place(line: Line, k: int) -> bool:
    """Whether a place or a body behind a name ends the clause: `Ann Roe of Norrvik`, `from the University of Tarn`."""
    while k < line.count and line.seps[k] == "" and line.low[k] in ("of", "from", "at"):
        end = base_right(line, k + 1, line.count)
        if not is_name(line, end):
            return False
        k = end + 1
    return k >= line.count or line.seps[k] not in ("", "'")


def head_noun(line: Line, subject: Subject) -> str:
    """Return the noun that says what a subject is: `wife` of `Roe’s wife Ann`, `spokesman` of `a spokesman for Roe`."""
    last = subject.first
    for k in range(subject.first, subject.last + 1):
        if line.low[k] in OBLIQUE:
            break
        if line.words[k][0].islower():
            last = k
    return line.low[last]
