"""Whose saying it is: the subject of a verb of saying, found in its clause without a parser."""

from feeds.reading.prose.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CHAINS,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    NP_PREPOSITIONS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from feeds.reading.prose.heads import main_subject, opens, right_subject
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import Line
from feeds.reading.prose.phrases import (
    FINITE,
    FUNCTION,
    NOUNS,
    REACH,
    TIMES,
    Subject,
    base_left,
    base_right,
    extend,
    is_name,
    kind_of,
    postposed,
)
from feeds.reading.quotes.clause_subjects import clause_subject, controlled, joint_subject
from feeds.reading.quotes.interposed import NOMINATIVES, comma_subject
from feeds.reading.tables import word_set

INVERTED = frozenset(
    ("said", "added", "explained", "wrote", "predicted", "claimed", "warned", "admitted", "confirmed", "suggested")
)
"""Classes of verbs that may stand before their subject without a quote."""
BEFORE_VERBS = AUXILIARIES | ADVERBS | CHAINS | DAYS
"""What may stand between a subject and its verb."""
BARE = frozenset(("to", "not", "also", "even", "then", "later"))
"""What an infinitive begins with."""
ASIDES = frozenset((("in", "particular"), ("in", "turn"), ("at", "first"), ("of", "course"), ("in", "fact")))
"""Phrases that stand like adverbs between a subject and its verb."""
MEANS = word_set("phone telephone email e-mail text video mistake name then now noon midnight how what a")
"""What follows `by` without being whose saying it is."""
PARTICIPLES = word_set("sent seen led held given taken shot built drawn born hurt caught sworn written made found")
JOINING = {"and": "both", "nor": "neither", "or": "either"}
"""What stands between two noun phrases, and what may stand before them."""
SPEAKING = frozenset(("name", "person", "plural", "body"))
"""Sorts of noun phrases that speak together: `both the union and the employer`."""
AFTER_SPEAKER = frozenset(("of", "at", "from", "in", "who", "on", "for"))


def left_subject(line: Line, k: int) -> Subject | None:
    """Return the subject before the verb at k, or nothing."""
    low = line.low
    j = verb_left_edge(line, k)
    if j < 0:
        return None
    participle = low[k] in CUES and CUES[low[k]].form == "g" and not progressive(line, j, k)
    separator = line.seps[j + 1]
    if separator in (",", ")", "-", "("):
        return None if participle else comma_subject(line, j)
    if separator != "":
        return None
    word = low[j]
    if word in PERSON_PRONOUNS or word in CONTRACTED or (word in RELATIVES and word != "that"):
        return Subject(j, j, kind_of(line, j, j), "near")
    if participle:
        return absolute(line, j)
    return finite_subject(line, j, k)


def finite_subject(line: Line, j: int, k: int) -> Subject | None:
    """Return the subject of a verb at k that is no participle, behind a word j that is no pronoun."""
    word = line.low[j]
    if word == "that":
        return Subject(j, j, "who", "near") if j > 0 else None
    if word in FUNCTION and word not in SUBJECT_PRONOUNS and word not in DETERMINERS:
        joined = joint_subject(line, j) or main_subject(line, k)
        return joined or (clause_subject(line, j, "main") if word == "and" else None)
    if infinitive(line, j, k) and not controlled(line, j):
        found = clause_subject(line, k, "main")
        if found is not None:
            return found
    start = clause_start(line, j)
    return coordinated(line, start, j) or head_of(line, start, j, "near")


def coordinated(line: Line, a: int, j: int) -> Subject | None:
    """Return two noun phrases with `and` between them, of which a..j is the second, where they begin their clause."""
    low, seps = line.low, line.seps
    if a < 2 or low[a - 1] not in JOINING or seps[a] or seps[a - 1] or base_left(line, j) != a:
        return None
    first = base_left(line, a - 2)
    if first > 0 and low[first - 1] in JOINING.values() and seps[first] == "":
        first -= 1
    paired = low[first] == JOINING[low[a - 1]]
    begins = first == 0 or seps[first] != "" or low[first - 1] in SUBORDINATORS
    speaking = kind_of(line, first, a - 2) in SPEAKING and kind_of(line, a, j) in SPEAKING
    if not begins or not (paired or (speaking and low[a - 1] == "and")):
        return None
    return Subject(first, j, "plural", "near")


def progressive(line: Line, j: int, k: int) -> bool:
    """Whether the form in -ing at k has a helping verb behind word j: `is warning`, `he’s warning`."""
    return not BE.isdisjoint(line.low[j + 1 : k]) or line.low[j] in CONTRACTED


def infinitive(line: Line, j: int, k: int) -> bool:
    """Whether a bare `to` behind word j leads on to the verb at k: `went on air to say`."""
    return "to" in line.low[j + 1 : k] and line.low[j + 1] in BARE


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
        if word in TIMED and (timed := time_phrase(line, j)):
            j -= timed
            continue
        adverb = word.endswith("ly") and line.words[j][0].islower()
        if word in BEFORE_VERBS or adverb or (j > 0 and made_to(line, j)):
            j -= 1
        else:
            break
    return j


SPANS = frozenset(("past", "date", "end", "time"))
"""The last words of `in the past`, `to date`, `at the end`."""
TIMED = TIMES | DAYS | SPANS | {word for _, word in ASIDES}
"""The last words of what `time_phrase` knows."""


def time_phrase(line: Line, j: int) -> int:
    """Count the words of a time that ends at word j: `this past week`, `on Monday`, `in the past`, `to date`."""
    low = line.low
    word = low[j]
    if j < 2 or line.seps[j] != "":
        return 0
    if word in DAYS:
        return 2 if low[j - 1] in ("on", "in", "since", "last", "next", "this", "late", "early") else 0
    if word in SPANS:
        before = (low[j - 2], low[j - 1])
        return 2 if word == "date" and low[j - 1] == "to" else 3 if before in (("in", "the"), ("at", "the")) else 0
    if (low[j - 1], word) in ASIDES:
        return 2
    if word in TIMES:
        n = j - 1 - (low[j - 1] == "past")
        return j - n + 1 if low[n] in ("this", "last", "next") else 0
    return 0


def made_to(line: Line, j: int) -> bool:
    """Whether the word at j is the participle of `was prompted to say`."""
    return line.low[j + 1] == "to" and line.low[j].endswith("ed") and line.low[j - 1] in BE


def clause_start(line: Line, j: int) -> int:
    """Index of the first word of the stretch without separators or subordinators that ends at j."""
    a = j
    while a > 0 and line.seps[a] == "" and a > j - REACH:
        word = line.low[a - 1]
        if word in SUBORDINATORS or (word in ("which", "whom") and a > 1 and line.low[a - 2] in PREPOSITIONS):
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
        if a > 1 and low[a - 1] in ("but", "and") and low[a] in ("in", "at", "during", "on"):
            return main_subject(line, a - 1)  # `Roe left, but in a letter said`
        return Subject(first, j, kind_of(line, first, j), how)
    last = opened_by_adjective(line, a, base_right(line, a, j + 1), j)
    if last + 1 < j and low[last + 1] in RELATIVES and (is_name(line, last + 2) or low[last + 2] in DETERMINERS):
        # "one which the historian calls": the relative is the object
        first = base_left(line, j)
        return Subject(first, j, kind_of(line, first, j), how)
    end = qualified(line, last, j) if last < j else None
    if end is not None:
        return Subject(a, end, kind_of(line, a, last), how)
    if last < j and low[last + 1] not in NP_PREPOSITIONS and low[last + 1] not in RELATIVES:
        # something that is no "X of Y": trust the phrase right before the verb
        first = base_left(line, j)
        return Subject(first, j, kind_of(line, first, j), how)
    return extend(line, Subject(a, last, kind_of(line, a, last), how), j + 1)


def qualified(line: Line, last: int, j: int) -> int | None:
    """Return where the noun phrase ends whose noun is at `last`, if an adjective or a participle follows it."""
    if postposed(line, last + 1) and line.low[last] in NOUNS:
        return j
    return last if reduced(line, last + 1, j) else None


def opened_by_adjective(line: Line, a: int, last: int, j: int) -> int:
    """Return the noun's place in `Medical staff in Tarn` where its capital made a name of the first word alone."""
    if a > 0 and line.seps[a] == "" and line.low[a - 1] not in SUBORDINATORS:
        return last
    n = last + 1
    while n < min(j, last + 3) and line.low[n] not in FUNCTION and line.low[n] not in CUES and line.words[n].islower():
        n += 1
    noun = n > last + 1 and n < j and line.low[n] in NP_PREPOSITIONS
    return n - 1 if noun and last == a and not line.low[n - 1].endswith(("ed", "ly")) else last


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
    if k > 0 and line.seps[k] == "" and line.low[k - 1] in NOMINATIVES:
        return False  # `he said by satellite phone`
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
