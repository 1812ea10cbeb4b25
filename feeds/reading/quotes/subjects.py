"""Whose saying it is: the subject of a verb of saying, found in its clause without a parser."""

from feeds.reading.prose.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CHAINS,
    DAYS,
    DETERMINERS,
    NP_PREPOSITIONS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from feeds.reading.prose.heads import chunk_subject, main_subject, opens, right_subject
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import Line
from feeds.reading.prose.phrases import (
    FINITE,
    FUNCTION,
    REACH,
    Subject,
    base_left,
    base_right,
    extend,
    is_name,
    kind_of,
)
from feeds.reading.quotes.interposed import comma_subject
from feeds.reading.tables import word_set

INVERTED = frozenset(("said", "added", "explained", "wrote", "predicted", "claimed"))
"""Classes of verbs that may stand before their subject without a quote."""
BEFORE_VERBS = AUXILIARIES | ADVERBS | CHAINS | DAYS
"""What may stand between a subject and its verb."""
MEANS = word_set("phone telephone email e-mail text video mistake name then now noon midnight how what a")
"""What follows `by` without being whose saying it is."""
PARTICIPLES = word_set("sent seen led held given taken shot built drawn born hurt caught sworn written made found")
AFTER_SPEAKER = frozenset(("of", "at", "from", "in", "who", "on", "for"))


def left_subject(line: Line, k: int) -> Subject | None:
    """Return the subject before the verb at k, or nothing."""
    low = line.low
    participle = low[k].endswith("ing") and low[k] in CUES and CUES[low[k]].form == "g"
    j = verb_left_edge(line, k)
    if j < 0:
        return None
    separator = line.seps[j + 1]
    if separator in (",", ")", "-", "("):
        return None if participle else comma_subject(line, j)
    if separator != "":
        return None
    word = low[j]
    if word in PERSON_PRONOUNS or (word in RELATIVES and word != "that"):
        return Subject(j, j, kind_of(line, j, j), "near")
    if participle:
        return absolute(line, j)
    if word == "that":
        return Subject(j, j, "who", "near") if j > 0 else None
    if word in FUNCTION and word not in SUBJECT_PRONOUNS and word not in DETERMINERS:
        return main_subject(line, k) or (joint_subject(line, j) if word == "and" else None)
    return head_of(line, clause_start(line, j), j, "near")


def joint_subject(line: Line, j: int) -> Subject | None:
    """Return the subject of the clause that an `and` at j goes on with: `when he stood up and said`."""
    return chunk_subject(line, clause_start(line, j - 1), j, "main") if j > 1 else None


def absolute(line: Line, j: int) -> Subject | None:
    """Return the subject of a participle that has its own: `…, with Ann Roe warning`; j is its last word."""
    first = base_left(line, j)
    if first == 0 or line.seps[first] != "" or line.low[first - 1] not in ("with", "of"):
        return None
    return Subject(first, j, kind_of(line, first, j), "near")


def verb_left_edge(line: Line, k: int) -> int:
    """Index of the word before the verb's auxiliaries, adverbs and chains (`went on to`)."""
    j = k - 1
    low, seps = line.low, line.seps
    while j >= 0 and seps[j + 1] == "" and j > k - 8:
        word = low[j]
        if word.isdigit() and j > 1 and low[j - 1] in ("in", "at", "by", "since") and not (seps[j] or seps[j - 1]):
            j -= 2  # `the court in 2024 said`, `the woman at 14 wrote`
            continue
        adverb = word.endswith("ly") and line.words[j][0].islower()
        if word in BEFORE_VERBS or adverb or (j > 0 and made_to(line, j)):
            j -= 1
        else:
            break
    return j


def made_to(line: Line, j: int) -> bool:
    """Whether the word at j is the participle of `was prompted to say`."""
    return line.low[j + 1] == "to" and line.low[j].endswith("ed") and line.low[j - 1] in BE


def clause_start(line: Line, j: int) -> int:
    """Index of the first word of the stretch without separators or subordinators that ends at j."""
    a = j
    while a > 0 and line.seps[a] == "" and a > j - REACH:
        if line.low[a - 1] in SUBORDINATORS:
            break
        a -= 1
    return a


def head_of(line: Line, a: int, j: int, how: str) -> Subject | None:
    """Return the head noun phrase of the words a..j, which end in a noun phrase before the verb."""
    low = line.low
    while a < j and opens(line, a):
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
    if last < j and reduced(line, last + 1, j):
        return Subject(a, last, kind_of(line, a, last), how)
    if last < j and low[last + 1] not in NP_PREPOSITIONS and low[last + 1] not in RELATIVES:
        # something that is no "X of Y": trust the phrase right before the verb
        first = base_left(line, j)
        return Subject(first, j, kind_of(line, first, j), how)
    return extend(line, Subject(a, last, kind_of(line, a, last), how), j + 1)


def reduced(line: Line, k: int, j: int) -> bool:
    """Whether the word at k begins a relative clause without `who`: `a report released by the court`."""
    low = line.low
    if kind_of(line, k - 1, k - 1) not in ("text", "body", "person", "plural") or not line.words[k][0].islower():
        return False
    if low[k].endswith("ing"):
        return k < j
    past = low[k].endswith("ed") or (low[k] in CUES and CUES[low[k]].form == "d") or low[k] in PARTICIPLES
    return past and k < j and (low[k + 1] in PREPOSITIONS or low[k + 1] in DAYS or low[k + 1] in ADVERBS)


def inverted_subject(line: Line, k: int) -> Subject | None:
    """Return the subject of `…, said Ann Roe, a lawyer`, where no quote stands before the verb."""
    if CUES[line.low[k]].cls not in INVERTED:
        return None
    subject = right_subject(line, k)
    if subject is None or subject.kind not in ("name", "person", "plural"):
        return None
    after = subject.last + 1
    if after >= line.count:
        return subject
    if line.seps[after] == "Q" or (line.seps[after] == "" and line.low[after] not in AFTER_SPEAKER):
        return None
    finite = any(word in FINITE for word in line.low[after : after + 6])
    return None if finite and line.low[after] not in ("who", "which") else subject


def passive(line: Line, k: int) -> bool:
    """Whether the past form at k is a participle in the passive: `was called`, `the ruling, hailed by critics as`."""
    ahead = k + 2
    if ahead < line.count and line.low[k + 1] == "by" and line.seps[ahead] == "":
        agent = line.low[ahead]
        return agent not in MEANS and not agent.endswith("ing") and agent not in DAYS
    j = k - 1
    while j >= 0 and j > k - 4 and line.seps[j + 1] == "":
        word = line.low[j]
        if word in BE:
            return True
        if word not in ADVERBS and not word.endswith("ly") and word != "not":
            return False
        j -= 1
    return False
