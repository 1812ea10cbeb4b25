"""Whose saying it is: the subject of a verb of saying, found in its clause without a parser."""

from typing import NamedTuple

from feeds.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CHAINS,
    DAYS,
    DETERMINERS,
    NOT_NAMES,
    NP_PREPOSITIONS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    STATES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from feeds.reading.lexicon import BODIES, CUES, PERSONS, PLURALS, TEXTS, TITLE_LIKE, TITLES
from feeds.reading.narrative import Line

REACH = 40
"""Words looked at on either side of a verb: what keeps a megabyte of one sentence linear."""
PARTICLES = frozenset(
    [
        "de",
        "la",
        "le",
        "von",
        "van",
        "der",
        "den",
        "di",
        "da",
        "del",
        "dos",
        "das",
        "do",
        "du",
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "ben",
        "ter",
        "ten",
        "af",
        "av",
        "e",
        "y",
        "zu",
    ]
)
TIMES = frozenset(
    [
        "second",
        "seconds",
        "minute",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "weekend",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "decades",
        "morning",
        "afternoon",
        "evening",
        "night",
        "nights",
        "later",
        "ago",
        "earlier",
        "time",
        "times",
        "moment",
        "moments",
        "point",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "season",
        "century",
    ]
)
FINITE = frozenset(
    [
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "have",
        "will",
        "would",
        "can",
        "could",
        "should",
        "must",
        "may",
        "might",
        "did",
        "does",
    ]
)
NOUNS = PERSONS | BODIES | TEXTS | PLURALS
FUNCTION = NOT_NAMES | PREPOSITIONS | SUBORDINATORS


class Subject(NamedTuple):
    """A noun phrase in a line: words `first` to `last`, both included."""

    first: int
    last: int
    kind: str
    """name, pronoun, who, person, plural, body, text, other."""
    how: str
    """Where it was found: near, comma, main, right, by, before."""


def capital(word: str) -> bool:
    """Whether a word is written like a name: `Roe`, `al-Mansur`, `d’Orsay`."""
    return word[0].isupper() or (
        len(word) > 3 and (word[2] in "-‐’'" or word[1] in "’'" or word[3] == "-") and not word.islower()
    )


def is_name(line: Line, k: int) -> bool:
    """Whether a word looks like a part of a name."""
    return capital(line.words[k]) and line.low[k] not in NOT_NAMES


def kind_of(line: Line, first: int, last: int) -> str:
    """What sort of speaker a noun phrase is."""
    low = line.low[last]
    if first == last and low in SUBJECT_PRONOUNS:
        return "pronoun"
    if low in RELATIVES:
        return "who"
    if is_name(line, last) and low not in PLURALS:
        return "body" if low in BODIES else "name"
    for cls, words in (("person", PERSONS), ("plural", PLURALS), ("body", BODIES), ("text", TEXTS)):
        if low in words:
            return cls
    return "other"


def verb_left_edge(line: Line, k: int) -> int:
    """Index of the word before the verb's auxiliaries, adverbs and chains (`went on to`)."""
    j = k - 1
    low, seps = line.low, line.seps
    while j >= 0 and seps[j + 1] == "" and j > k - 8:
        word = low[j]
        if (
            word in AUXILIARIES
            or word in ADVERBS
            or word in CHAINS
            or word in DAYS
            or (word.endswith("ly") and line.words[j][0].islower())
        ):
            j -= 1
        else:
            break
    return j


def base_left(line: Line, last: int) -> int:
    """First word of the noun phrase without prepositions that ends at `last`."""
    a = last
    low, seps, words = line.low, line.seps, line.words
    while a > 0 and seps[a] == "" and a > last - 12:
        word = low[a - 1]
        if word in DETERMINERS or word in POSSESSIVES:
            return a - 1
        if word in FUNCTION and not (word in PARTICLES and words[a][0].isupper()):
            break
        if word in CUES and words[a - 1][0].islower() and word not in PERSONS and word not in TEXTS:
            break
        a -= 1
    return a


def base_right(line: Line, first: int, stop: int) -> int:
    """Last word of the noun phrase without prepositions that begins at `first`."""
    low, words = line.low, line.words
    b = first
    stop = min(stop, first + 12)
    named = is_name(line, first) and low[first] not in TITLES and low[first] not in TITLE_LIKE
    while b + 1 < stop and line.seps[b + 1] == "" and goes_on(line, b, stop, named, b > first):
        b += 1
        word = low[b]
        named = named or (words[b][0].isupper() and word not in TITLES and word not in TITLE_LIKE)
    return b


def goes_on(line: Line, b: int, stop: int, named: bool, begun: bool) -> bool:
    """Whether the word after b still belongs to the noun phrase."""
    low, words = line.low, line.words
    word, upper = low[b + 1], capital(words[b + 1])
    if word in PARTICLES and not upper and particle_ahead(line, b + 1, stop):
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
    """A body or a role with the phrase that completes it: `the ministry of health`, `a spokesman for the union`."""
    if subject.kind in ("name", "pronoun", "who"):
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
        last = base_right(line, k + 1, stop)
    return subject._replace(last=last)


def lower_goes_on(line: Line, b: int, stop: int, named: bool, begun: bool) -> bool:
    """The same for a word in lower case."""
    low, words = line.low, line.words
    word = low[b + 1]
    noun = word in NOUNS
    if (word in CUES and not noun) or (word.endswith(("ly", "ing")) and not noun):
        return False
    if word.endswith("ed") and low[b] in NOUNS and not noun:
        return False
    if named:
        return possessive(words[b]) or role_ahead(line, b + 1, stop)
    return noun or not (begun and low[b] in PERSONS and not words[b][0].isupper())


def possessive(word: str) -> bool:
    """Whether a word ends in a possessive."""
    return word.endswith(("’s", "'s", "s’", "s'"))


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


def right_subject(line: Line, k: int, how: str = "right") -> Subject | None:
    """The noun phrase that begins right after word k."""
    r = k + 1
    if r >= len(line.at) or line.seps[r] not in ("", "."):
        return None
    word = line.low[r]
    if word in PERSON_PRONOUNS:
        return Subject(r, r, "pronoun", how)
    if (
        word in DAYS
        or (word in FUNCTION and word not in DETERMINERS)
        or word in ("that", "this", "these", "those", "it")
    ):
        return None
    if not (
        word in DETERMINERS
        or is_name(line, r)
        or word in PERSONS
        or word in PLURALS
        or word in TITLE_LIKE
        or how == "by"
        or word in TEXTS
        or word in BODIES
    ):
        # a role in lower case before a name: "veteran campaigner Ann Roe"
        ahead = [n for n in range(r, min(r + 5, len(line.at))) if is_name(line, n)]
        if not ahead or any(line.seps[n] or line.low[n] in FUNCTION for n in range(r + 1, ahead[0] + 1)):
            return None
    last = base_right(line, r, len(line.at))
    return extend(line, Subject(r, last, kind_of(line, r, last), how), len(line.at))


def clause_start(line: Line, j: int) -> int:
    """Index of the first word of the stretch without separators or subordinators that ends at j."""
    a = j
    while a > 0 and line.seps[a] == "" and a > j - REACH:
        if line.low[a - 1] in SUBORDINATORS:
            break
        a -= 1
    return a


def head_of(line: Line, a: int, j: int, how: str) -> Subject | None:
    """The head noun phrase of the words a..j, which end in a noun phrase before the verb."""
    low = line.low
    while a < j and low[a] in ADVERBS:
        a += 1
    if low[a] in PREPOSITIONS:
        if a > 0 and line.seps[a] == ",":
            interposed = comma_subject(line, j)
            if interposed is not None:
                return interposed
        first = base_left(line, j)
        if first <= a:
            return None
        return Subject(first, j, kind_of(line, first, j), how)
    last = base_right(line, a, j + 1)
    if last + 1 < j and low[last + 1] in RELATIVES and (is_name(line, last + 2) or low[last + 2] in DETERMINERS):
        # "one which the historian calls": the relative is the object
        first = base_left(line, j)
        return Subject(first, j, kind_of(line, first, j), how)
    if last < j and low[last + 1] not in NP_PREPOSITIONS and low[last + 1] not in RELATIVES:
        # something that is no "X of Y": trust the phrase right before the verb
        first = base_left(line, j)
        return Subject(first, j, kind_of(line, first, j), how)
    return extend(line, Subject(a, last, kind_of(line, a, last), how), j + 1)


def main_subject(line: Line, k: int, how: str = "main") -> Subject | None:
    """The subject of the clause that word k depends on: the first noun phrase that heads a chunk before it."""
    low, seps = line.low, line.seps
    a = max(0, k - REACH)
    for n in range(k - 1, a, -1):
        if seps[n] in (";", "."):
            a = n
            break
    adjunct = False
    while a < k:
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


def chunk_end(line: Line, a: int, k: int) -> int:
    """Index after the chunk without separators that begins at a, at most k."""
    b = a + 1
    while b < k and line.seps[b] == "":
        b += 1
    return min(b, k)


def following_subject(line: Line, k: int) -> Subject | None:
    """The subject that follows a participle which opens its sentence: `Calling it a lie, Roe left.`"""
    low, seps = line.low, line.seps
    a = k + 1
    stop = min(len(line.at), k + REACH)
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
    """The noun phrase that heads the words a..b-1, if they are no adjunct."""
    low = line.low
    while a < b and (low[a] in ADVERBS or low[a] in ("and", "but", "so", "or", "yet")):
        a += 1
    if a >= b:
        return None
    word = low[a]
    if word in PERSON_PRONOUNS or word in ("someone", "everyone", "nobody"):
        return Subject(a, a, "pronoun", how)
    if word in CUES and CUES[word].form in "ds" and a + 1 < b and not line.words[a][0].isupper():
        return right_subject(line, a, how)
    if word in PREPOSITIONS or word in SUBORDINATORS or word in AUXILIARIES or word in RELATIVES:
        return None
    if (
        word.endswith(("ing", "ed"))
        and word not in PERSONS
        and (a + 1 < b)
        and (a == 0 or not line.words[a][0].isupper())
    ):
        return None
    if (
        word in DAYS
        or word == "there"
        or (word in ("late", "early", "last", "next", "earlier", "later") and low[b - 1] in TIMES)
    ):
        return None
    last = base_right(line, a, b)
    if low[last] in TIMES and not line.words[last][0].isupper():
        return None
    kind = kind_of(line, a, last)
    if kind == "other" and not (word in DETERMINERS or word in POSSESSIVES):
        return None
    return extend(line, Subject(a, last, kind, how), b)


def comma_subject(line: Line, j: int) -> Subject | None:
    """The subject of a verb that a comma parts from it: interposed chunks are stepped over, right to left."""
    low, seps = line.low, line.seps
    edges = [j + 1]
    n = j
    while n > 0 and n > j - REACH:
        if seps[n] in (";", ".", "Q"):
            break
        if seps[n] != "":
            edges.append(n)
        n -= 1
    edges.append(max(n, 0))
    chunks = list(zip(edges[1:], edges[:-1], strict=True))
    best: Subject | None = None
    for number, (a, b) in enumerate(chunks):
        if number == 0 or a >= b:
            continue
        start = a
        if low[start] in ("and", "but", "so") and start + 1 < b:
            start += 1
        word = low[start]
        if b - start == 1 and len(word) <= 2:
            continue
        if word in RELATIVES or (word in PREPOSITIONS and number + 1 < len(chunks)):
            continue
        if b - start == 1 and (
            word in STATES
            or word.replace("-", "").replace(".", "") in STATES
            or word.isdigit()
            or word[:2] in ("r-", "d-", "i-")
        ):
            continue
        following = low[chunks[number - 1][0]]
        if number + 1 < len(chunks) and low[chunks[number + 1][0]] in ("of", "from") and b - start <= 2:
            continue
        if word in SUBORDINATORS:
            inner = base_left(line, b - 1)
            if is_name(line, b - 1):
                return Subject(inner, b - 1, kind_of(line, inner, b - 1), "comma")
            continue
        # the last noun phrase of the chunk, or its head where "of Y" follows
        named = [m for m in range(start, b) if is_name(line, m)]
        if word in PREPOSITIONS:
            continue
        if named:
            subject = chunk_subject(line, start, b, "comma")
            tail_first = base_left(line, b - 1)
            if subject is None or (
                subject.last < b - 1
                and subject.last + 1 < b
                and low[subject.last + 1] not in NP_PREPOSITIONS
                and is_name(line, b - 1)
            ):
                subject = Subject(tail_first, b - 1, kind_of(line, tail_first, b - 1), "comma")
            lower_role = (
                not line.words[start][0].isupper() and word not in DETERMINERS and low[subject.last] not in PERSONS
            )
            if best is None or subject.kind == "name":
                if not (
                    line.words[start][0].islower()
                    and number + 1 < len(chunks)
                    and is_name(line, a - 1)
                    and following is not None
                ) or (lower_role and number + 1 >= len(chunks)):
                    return subject
                best = best or subject
        elif best is None:
            best = chunk_subject(line, start, b, "comma")
    return best


def left_subject(line: Line, k: int) -> Subject | None:
    """The subject before the verb at k, or nothing."""
    low, seps = line.low, line.seps
    form = CUES[low[k]].form if low[k] in CUES else "d"
    j = verb_left_edge(line, k)
    if j < 0:
        return None
    word = low[j]
    separator = seps[j + 1]
    if separator == "":
        if word in PERSON_PRONOUNS or (word in RELATIVES and word != "that"):
            return Subject(j, j, kind_of(line, j, j), "near")
        if form == "g" and not (j > 0 and low[base_left(line, j) - 1] in ("with", "of")):
            return None
        if (
            word in ("and", "but", "then", "or", "by", "to", "before", "after", "while", "when", "for", "in", "that")
            or word in PREPOSITIONS
        ):
            return RELATIVE_THAT(line, j) if word == "that" else main_subject(line, k)
        if word in FUNCTION and word not in SUBJECT_PRONOUNS and word not in DETERMINERS:
            return main_subject(line, k)
        return head_of(line, clause_start(line, j), j, "near")
    if separator in (",", ")", "-", "("):
        if form == "g":
            return None
        return comma_subject(line, j)
    return None


def RELATIVE_THAT(line: Line, j: int) -> Subject | None:  # noqa: N802
    """`a statement that said`: the noun before the relative."""
    if j == 0:
        return None
    return Subject(j, j, "who", "near")


def passive(line: Line, k: int) -> bool:
    """Whether the participle at k stands in the passive."""
    j = k - 1
    while j >= 0 and j > k - 4 and line.seps[j + 1] == "":
        if line.low[j] in BE:
            return line.low[k] in CUES and CUES[line.low[k]].form == "d"
        if line.low[j] not in ADVERBS and not line.low[j].endswith("ly") and line.low[j] not in ("not",):
            return False
        j -= 1
    return False


def inverted_subject(line: Line, k: int) -> Subject | None:
    """`…, said Ann Roe, a lawyer.` without a quote before it: a name or role that no verb follows."""
    if CUES[line.low[k]].cls not in ("said", "added", "explained", "wrote", "predicted", "claimed"):
        return None
    subject = right_subject(line, k)
    if subject is None or subject.kind not in ("name", "person", "plural"):
        return None
    after = subject.last + 1
    if after < len(line.at) and line.seps[after] == "Q":
        return None
    if (
        after < len(line.at)
        and line.seps[after] == ""
        and line.low[after] not in ("of", "at", "from", "in", "who", "on", "for")
    ):
        return None
    if (
        after < len(line.at)
        and any(w in FINITE for w in line.low[after : after + 6])
        and line.low[after] not in ("who", "which")
    ):
        return None
    return subject
