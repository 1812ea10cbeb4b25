"""Which noun phrase heads a stretch of words: the subject of a clause that stands whole before or behind its verb."""

from feeds.reading.prose.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    NP_PREPOSITIONS,
    OPENING_ADVERBS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from feeds.reading.prose.lexicon import CUES, PERSONS, TITLE_LIKE
from feeds.reading.prose.narrative import Line
from feeds.reading.prose.phrases import (
    FUNCTION,
    NOUNS,
    REACH,
    TIMES,
    Subject,
    base_right,
    chunk_end,
    extend,
    is_name,
    kind_of,
)

MOST_CHUNKS = 12
"""Chunks between commas before a verb that may hold its subject; more are a list, or a text made to be slow."""
OBJECTS = frozenset(("him", "her", "them"))
"""Pronouns behind `by` and `according to`."""
NO_PHRASE = PREPOSITIONS | SUBORDINATORS | AUXILIARIES | RELATIVES
CONJUNCTIONS = frozenset(("and", "but", "so", "or", "yet"))
DEICTIC = frozenset(("that", "this", "these", "those", "it"))
RECENT = frozenset(("late", "early", "last", "next", "earlier", "later"))


def right_subject(line: Line, k: int, how: str = "right") -> Subject | None:
    """Return the noun phrase that begins right after word k."""
    r = k + 1
    if r >= line.count or line.seps[r] not in ("", "."):
        return None
    word = line.low[r]
    if word in PERSON_PRONOUNS and word != "it":
        return Subject(r, r, "pronoun", how)
    if how == "by" and word in OBJECTS and (word != "her" or r + 1 == line.count or line.seps[r + 1] != ""):
        return Subject(r, r, "pronoun", how)
    if word in DAYS or (word in FUNCTION and word not in DETERMINERS) or word in DEICTIC:
        return None
    if how != "by" and not begins_speaker(line, r):
        return None
    last = base_right(line, r, line.count)
    return extend(line, Subject(r, last, kind_of(line, r, last), how), line.count)


def begins_speaker(line: Line, r: int) -> bool:
    """Whether a speaker may begin at r: a name, a determiner, a role, or lower case that leads on to a name."""
    word = line.low[r]
    if word in DETERMINERS or word in NOUNS or word in TITLE_LIKE or is_name(line, r):
        return True
    ahead = next((n for n in range(r, min(r + 5, line.count)) if is_name(line, n)), None)
    return ahead is not None and not any(
        line.seps[n] or (line.low[n] in FUNCTION and line.low[n] != "of") for n in range(r + 1, ahead + 1)
    )


def main_subject(line: Line, k: int, how: str = "main") -> Subject | None:
    """Return the subject of the clause that word k depends on: the first noun phrase that heads a chunk before it."""
    seps = line.seps
    a = k - REACH if k > REACH else 0
    stretch = seps[a + 1 : k]
    if "." in stretch or ";" in stretch:
        a = next(n for n in range(k - 1, a, -1) if seps[n] in (";", "."))
    adjunct = False
    for _ in range(MOST_CHUNKS):
        if a >= k:
            break
        b = chunk_end(line, a, k)
        subject = chunk_subject(line, a, b, how)
        if subject is not None and adjunct and subject.last == b - 1 and b < k:
            # "Speaking in Salem, New Hampshire, Roe said": a place goes on with the adjunct before it
            after = chunk_end(line, b, k)
            ahead = chunk_subject(line, b, after, how)
            if ahead is not None and ahead.last < after - 1 and ahead.kind in ("name", "pronoun"):
                return ahead
        if subject is not None:
            return subject
        adjunct = True
        a = b
    return None


def following_subject(line: Line, k: int) -> Subject | None:
    """Return the subject that follows a participle which opens its sentence (`Calling it a lie, Roe left`)."""
    low, seps = line.low, line.seps
    a = k + 1
    stop = min(line.count, k + REACH)
    while a < stop:
        a = chunk_end(line, a - 1, stop)
        if a >= stop or seps[a] in (".", ";"):
            return None
        b = chunk_end(line, a, stop)
        subject = chunk_subject(line, a, b, "main")
        if subject is not None and subject.last < b - 1 and low[subject.last + 1] not in NP_PREPOSITIONS:
            return subject
        a = b if b == stop else a + 1
    return None


def chunk_subject(line: Line, a: int, b: int, how: str) -> Subject | None:
    """Return the noun phrase that heads the words a..b-1, if they are no adjunct."""
    low = line.low
    while a < b and opens(line, a):
        a += 1
    if a >= b:
        return None
    word = low[a]
    if word in PERSON_PRONOUNS or word in CONTRACTED or word in ("someone", "everyone", "nobody"):
        return Subject(a, a, "pronoun", how)
    if word in CUES and CUES[word].form in "ds" and a + 1 < b and not line.words[a][0].isupper():
        return right_subject(line, a, how)
    if adjunct(line, a, b):
        return None
    last = base_right(line, a, b)
    kind = kind_of(line, a, last)
    timed = low[last] in TIMES and not line.words[last][0].isupper()
    if timed or (kind == "other" and word not in DETERMINERS and word not in POSSESSIVES):
        return None
    return extend(line, Subject(a, last, kind, how), b)


def opens(line: Line, a: int) -> bool:
    """Whether a word only leads into its clause; `both` and `all` belong to the noun behind them."""
    word = line.low[a]
    if word in DETERMINERS:
        return line.low[a + 1 : a + 2] == ["of"] and word in ADVERBS
    return word in ADVERBS or word in OPENING_ADVERBS or word in CONJUNCTIONS


def adjunct(line: Line, a: int, b: int) -> bool:
    """Whether the words a..b-1 begin like no noun phrase: a preposition, a participle, a day, `late last week`."""
    word = line.low[a]
    if word in NO_PHRASE:
        return True
    if word in DAYS or word == "there" or (word in RECENT and line.low[b - 1] in TIMES):
        return True
    participle = word.endswith(("ing", "ed")) and word not in PERSONS and a + 1 < b
    return participle and (a == 0 or not line.words[a][0].isupper())
