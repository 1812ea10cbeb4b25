"""Whose doing a word is that has no subject of its own: the subject of the clause that holds it.

`Roe won the vote by promising`, `when Roe went on air to say`, `Roe thanked the town and said`: the nearest stretch
before the word that has both a noun phrase and a verb of its own tells it.
"""

from collections.abc import Iterator

from feeds.reading.prose.grammar import (
    ADVERBS,
    DAYS,
    NEGATIONS,
    PASTS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from feeds.reading.prose.heads import CONJUNCTIONS, chunk_subject, main_subject
from feeds.reading.prose.lexicon import CUES, TEXTS
from feeds.reading.prose.narrative import Line
from feeds.reading.prose.phrases import FINITE, FUNCTION, REACH, TIMES, Subject, base_left, kind_of, possessive
from feeds.reading.tables import word_set

MOST_STRETCHES = 6
"""Stretches between separators that are looked at."""
OPENERS = (SUBORDINATORS - NEGATIONS) | RELATIVES
"""What a clause may begin behind."""
STARTS = word_set("has have do does did makes take takes keeps keep gets goes come comes gives puts sets runs leads")
CONTROL = word_set(
    "allow allowed allows allowing ask asked asks asking beg begged cause caused causes causing challenge "
    "challenged convince convinced enable enabled enables encourage encouraged encourages encouraging expect "
    "expected expects force forced forces forcing get got help helped helps instruct instructed invite invited "
    "invites lead leads led leave left leaves leaving leading let make makes motivate motivated need needs order "
    "ordered permit permitted permits persuade persuaded press pressed prompt prompted prompts prompting push "
    "pushed pushing request requested require required requires task tasked teach taught tell telling told trust "
    "trusted urge urged urges urging want wanted wants warn warned compel compelled direct directed drive drove "
    "empower empowered hire hired inspire inspired pressure pressured remind reminded"
)
"""Verbs whose object does what is said behind `to`: `urged voters to say`."""


LEANED = word_set("call calls called calling pressure rely relies relied count counts prevailed leaned onus")
"""Words behind which `on` leads to whom: `called on voters to say`."""


def clause_subject(line: Line, k: int, how: str) -> Subject | None:
    """Return the subject of the clause that holds word k, or that k goes on with."""
    for first, last in stretches(line, k):
        found = stretch_subject(line, first, last, how)
        if found is not None:
            return found
    return None


def stretches(line: Line, k: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches without separators before word k, the last first; none in brackets, none over a stop."""
    seps = line.seps
    last = k
    lowest = max(0, k - REACH)
    bracketed = k < line.count and seps[k] == ")"
    for _ in range(MOST_STRETCHES):
        first = last - 1
        if first < lowest:
            return
        while first > lowest and seps[first] == "":
            first -= 1
        if not bracketed:
            yield first, last
        if seps[first] in (".", ";"):
            return
        bracketed = seps[first] == ")" or (bracketed and seps[first] != "(")
        last = first


def stretch_subject(line: Line, first: int, last: int, how: str) -> Subject | None:
    """Return the subject of the last clause in the words first..last-1 that has a verb behind it."""
    low = line.low
    verb = last_verb(line, first, last)
    for n in range(verb, first - 1, -1):
        if n > first and low[n - 1] not in OPENERS:
            continue
        if n > first and low[n - 1] in RELATIVES and (low[n - 1] != "that" or not begins_phrase(line, n)):
            return Subject(n - 1, n - 1, "who", how)
        found = chunk_subject(line, n, last, how)
        if found is not None and found.last < verb:
            return found
    return None


def begins_phrase(line: Line, n: int) -> bool:
    """Whether a noun phrase begins at n, so that a `that` before it opens a clause: `that Roe won`."""
    return line.low[n] in PERSON_PRONOUNS or (line.low[n] not in FUNCTION and not is_verb(line, n))


def last_verb(line: Line, first: int, last: int) -> int:
    """Index of the last verb among the words first..last-1, or -1."""
    return next((n for n in range(last - 1, first - 1, -1) if is_verb(line, n)), -1)


def is_verb(line: Line, n: int) -> bool:
    """Whether a word has the form of a finite verb, as far as tables and endings tell."""
    word = line.low[n]
    if word in FINITE or word in PASTS or word in STARTS:
        return True
    if word in CUES:
        return CUES[word].form in "ds"
    return len(word) > 4 and word.endswith("ed") and line.words[n][0].islower()


def controlled(line: Line, j: int) -> bool:
    """Whether the noun phrase that ends at j is told, asked or made to do what follows it: `urged voters to say`."""
    first = base_left(line, j)
    if first == 0 or line.seps[first] != "":
        return False
    timed = line.low[j] in DAYS or line.low[j] in TIMES
    leaned = line.low[first - 1] == "on" and first > 1 and line.low[first - 2] in LEANED
    return not timed and (
        leaned or line.low[first - 1] == "for" or not CONTROL.isdisjoint(line.low[first - 1 : min(first + 1, j)])
    )


def joint_subject(line: Line, j: int) -> Subject | None:
    """Return the subject of a clause in the middle of its sentence that `and` at j goes on with.

    `…, when Roe thanked the town and said`; where the clause opens its sentence, or follows a noun, the verb behind
    `and` is the sentence's.
    """
    if line.low[j] not in CONJUNCTIONS or line.seps[j] != "":
        return None
    first, last = next(stretches(line, j), (0, 0))
    if first >= last or line.low[first] not in OPENERS or line.low[first] in ("that", "and", "but"):
        return None
    return stretch_subject(line, first + (line.low[first] not in RELATIVES), last, "main")


def participle_subject(line: Line, k: int) -> Subject | None:
    """Return the subject of a participle behind a preposition or a text: `won by promising`, `sent a letter saying`."""
    if k == 0 or line.seps[k] != "":
        return None
    before = k - 1
    while before > 0 and line.low[before] in ADVERBS and line.seps[before] == "":
        before -= 1
    word = line.low[before]
    if line.seps[before] == "" and (word in PREPOSITIONS or word in ("when", "while") or word in TEXTS):
        first, last = next(stretches(line, before), (0, 0))
        return stretch_subject(line, first, last, "main") if last > first else None
    return None


def stretch_before(line: Line, k: int) -> int:
    """Index of the first word of the stretch without separators before word k."""
    return next(stretches(line, k), (0, k))[0]


def noun_subject(line: Line, k: int) -> Subject | None:
    """Return whose the noun at k is: `Roe’s comments`, else who does something with it: `Roe made comments`."""
    first = base_left(line, k - 1) if k > 0 and line.seps[k] == "" else k
    owner = next((n for n in range(k - 1, first - 1, -1) if possessive(line.low[n])), None)
    if owner is not None:
        return Subject(first, owner, kind_of(line, first, owner), "near")
    begin, end = next(stretches(line, k), (k, k))
    found = stretch_subject(line, begin, end, "main") if end > begin else None
    if found is not None:
        return found
    if first < k and line.low[first] in POSSESSIVES:
        return Subject(first, first, "other", "near")
    return main_subject(line, k)
