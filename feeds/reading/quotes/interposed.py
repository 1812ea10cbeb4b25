"""The subject of a verb that a comma parts from it: `Ann Roe, a lawyer from Salem, said`."""

from feeds.reading.prose.grammar import (
    DETERMINERS,
    NP_PREPOSITIONS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    STATES,
    SUBORDINATORS,
)
from feeds.reading.prose.heads import chunk_subject
from feeds.reading.prose.narrative import Line
from feeds.reading.prose.phrases import REACH, Subject, base_left, is_name, kind_of

NOMINATIVES = frozenset(("he", "she", "they", "we", "i"))
"""Pronouns that are subjects wherever they stand."""


def comma_subject(line: Line, j: int) -> Subject | None:
    """Step over what is interposed before the word after j, right to left, to the noun phrase that is the subject."""
    chunks = chunks_before(line, j)
    named = named_role(line, chunks)
    if named is not None:
        return named
    best: Subject | None = None
    for number in range(1, len(chunks)):
        a, b = chunks[number]
        outer = number + 1 == len(chunks)
        start = a + 1 if a + 1 < b and (line.low[a] in ("and", "but", "so") or object_relative(line, a)) else a
        place = not outer and line.low[chunks[number + 1][0]] in ("of", "from") and b - start <= 2
        if a >= b or place or line.seps[a] == "(" or stepped_over(line, start, b):
            continue
        subject = head_or_tail(line, start, b)
        if subject is None or (best is not None and subject.kind != "name"):
            continue
        explains = line.words[start][0].islower() and not outer and is_name(line, a - 1)
        if not explains and (subject.kind == "name" or any(is_name(line, m) for m in range(start, b))):
            return subject
        best = best or subject
    return best


def named_role(line: Line, chunks: list[tuple[int, int]]) -> Subject | None:
    """Return the role that a name before the verb explains: `Rates will rise, a banker, Ann Roe, said`."""
    if len(chunks) < 2:
        return None
    (first, last), (a, b) = chunks[:2]
    if not is_name(line, last - 1) or base_left(line, last - 1) != first or line.low[first] in DETERMINERS:
        return None
    if a >= b or line.low[a] not in DETERMINERS or line.seps[a] == "(" or (a > 0 and is_name(line, a - 1)):
        return None
    subject = chunk_subject(line, a, b, "comma")
    return subject if subject is not None and subject.kind == "person" and subject.last == b - 1 else None


def object_relative(line: Line, a: int) -> bool:
    """Whether a relative at a is what the verb behind speaks of: `which Ann Roe, a lawyer, called`."""
    if line.low[a] not in RELATIVES or line.seps[a + 1] != "":
        return False
    return is_name(line, a + 1) or line.low[a + 1] in DETERMINERS or line.low[a + 1] in POSSESSIVES


def chunks_before(line: Line, j: int) -> list[tuple[int, int]]:
    """Return the stretches between separators up to word j, the last first; none reaches over a quote or a stop."""
    edges = [j + 1]
    n = j
    bracketed = j + 1 < line.count and line.seps[j + 1] == ")"
    while n > 0 and n > j - REACH and line.seps[n] not in (";", ".", "Q"):
        sep = line.seps[n]
        if sep == ")":
            bracketed = True
            edges.append(n)
        elif sep == "(" or (sep != "" and not bracketed):
            bracketed = False
            edges.append(n)
        n -= 1
    edges.append(max(n, 0))
    return list(zip(edges[1:], edges[:-1], strict=True))


def stepped_over(line: Line, start: int, b: int) -> bool:
    """Whether a chunk is no noun phrase of its own: a relative clause, a place, an age, a state, an initial."""
    word = line.low[start]
    if word in RELATIVES or word in PREPOSITIONS:
        return True
    if b - start > 1:
        return False
    state = word in STATES or word.replace("-", "").replace(".", "") in STATES
    return len(word) <= 2 or state or word.isdigit() or word[:2] in ("r-", "d-", "i-")


def head_or_tail(line: Line, start: int, b: int) -> Subject | None:
    """Return the noun phrase that heads a chunk, or the name that ends it."""
    if line.low[b - 1] in NOMINATIVES and b - 1 > start:
        return Subject(b - 1, b - 1, "pronoun", "comma")
    first = base_left(line, b - 1)
    tail = Subject(first, b - 1, kind_of(line, first, b - 1), "comma")
    if line.low[start] in SUBORDINATORS:
        return tail if is_name(line, b - 1) else None
    subject = chunk_subject(line, start, b, "comma")
    if not any(is_name(line, m) for m in range(start, b)):
        return subject
    if subject is None:
        return tail
    if subject.last == b - 1 or not is_name(line, b - 1):
        return subject
    following = line.low[subject.last + 1]
    if following == "and" and first == subject.last + 2 and subject.kind == tail.kind == "name":
        return Subject(subject.first, b - 1, "plural", "comma")  # `Ann Roe and Ian Poe, the owners, said`
    heads = following in NP_PREPOSITIONS or (following == "who" and subject.kind in ("person", "plural"))
    return subject if heads else tail
