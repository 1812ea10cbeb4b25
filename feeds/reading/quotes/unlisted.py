"""Candidates whose verb stands in no list: behind a quote (`“…,” she surmised`) or before it (`which examined “…”`)."""

from functools import cache

from feeds.reading.evidence import Evidence, weigh
from feeds.reading.prose.grammar import PASTS, PERSON_PRONOUNS, PREPOSITIONS, RELATIVES
from feeds.reading.prose.heads import right_subject
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.prose.phrases import FUNCTION, NOUNS, Subject, base_right, is_name, kind_of
from feeds.reading.quotes.candidates import Candidate, Setting, bucket, by_cue
from feeds.reading.quotes.cues import Cue
from feeds.reading.quotes.joins import word_class
from feeds.reading.quotes.subjects import left_subject

GOVERNS = 12
"""Words before a quote among which the verb is looked for that holds it."""
IRREGULAR = {
    "began": "begin", "spat": "spit", "wept": "weep", "blew": "blow", "threw": "throw", "went": "go", "came": "come",
    "ran": "run", "leapt": "leap", "bit": "bite", "rang": "ring", "shook": "shake", "drew": "draw", "led": "lead",
}  # fmt: skip
"""Past tenses without an ending that may stand behind somebody's words."""


def unlisted(narrative: Narrative, seen: Setting) -> list[Candidate]:
    """Return a verb of no list right behind a quote that ends like speech: `“…,” he surmised`."""
    line, edge = seen.line, seen.edge
    if edge >= line.count or line.seps[edge] != "Q":
        return []
    if line.words[edge].islower() and (like_a_verb(line.low[edge]) or present(line, edge)):
        subject, verb = right_subject(line, edge), edge
    else:
        subject, verb = named_then_verb(line, edge)
    if subject is None or subject.kind not in ("name", "person", "pronoun", "plural"):
        return []
    word = line.at[verb]
    words = narrative.words
    span = (words.starts[word], words.ends[word])
    cue = Cue(word, span, stem(line.low[verb]), "said", "d", seen.block, verb, subject, False, False)
    return [by_cue(cue, "R", 0, verb - edge, seen, "=" if subject.first <= edge + 1 else ">")]


def named_then_verb(line: Line, edge: int) -> tuple[Subject | None, int]:
    """Return a speaker and behind it a verb that ends its clause or goes on with a preposition."""
    last = base_right(line, edge, line.count)
    while last > edge and line.words[last].islower() and tells(line, last):
        last -= 1
    verb = last + 1
    if verb >= line.count or line.seps[verb] != "" or not line.words[verb].islower():
        return None, verb
    if not tells(line, verb):
        return None, verb
    if verb + 1 < line.count and line.seps[verb + 1] == "" and line.low[verb + 1] not in PREPOSITIONS:
        return None, verb
    return Subject(edge, last, kind_of(line, edge, last), "near"), verb


def tells(line: Line, k: int) -> bool:
    """Whether a word may be what the one before it does: `she surmised`, `Ana Moreau shrugs`."""
    word = line.low[k]
    return like_a_verb(word) or (word not in CUES and in_the_present(word) and is_one(line, k - 1))


def like_a_verb(word: str) -> bool:
    """Whether a word that no list holds has the form of a past tense."""
    if word in IRREGULAR:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in CUES and word not in NOUNS


def present(line: Line, k: int) -> bool:
    """Whether a word of no list has the form of a present tense, with a name or a pronoun right behind it."""
    behind = k + 1
    return (
        in_the_present(line.low[k])
        and line.low[k] not in CUES
        and behind < line.count
        and line.seps[behind] == ""
        and is_one(line, behind)
    )


def in_the_present(word: str) -> bool:
    """Whether a word has the form of a present tense of one, and is no noun that is known."""
    return word.endswith("s") and not word.endswith(("ss", "’s", "'s")) and word not in FUNCTION and word not in NOUNS


def is_one(line: Line, k: int) -> bool:
    """Whether a word is he, she or a name."""
    return line.low[k] in ("he", "she") or is_name(line, k)


def stem(past: str) -> str:
    """Return the lemma of a regular past tense: `surmised` is of `surmise`, `quipped` of `quip`."""
    if past in IRREGULAR:
        return IRREGULAR[past]
    if past.endswith("s"):
        return past[:-1]
    if past.endswith("ied"):
        return past[:-3] + "y"
    root = past[:-2]
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in "slz":
        return root[:-1]
    mute = (
        root.endswith(("is", "iz", "at", "v", "c", "g", "u", "rs", "ur", "as", "in", "id", "ir", "ol"))
        and len(root) > 3
    )
    return root + "e" if mute else root


def governing(narrative: Narrative, seen: Setting) -> list[Candidate]:
    """Return the last verb of no list before a quote with its subject: `he monitored the “road map”`."""
    line, edge = seen.line, seen.edge
    for k in range(edge - 1, max(0, edge - GOVERNS), -1):
        if line.low[k] in CUES or (k + 1 < edge and line.seps[k + 1] not in ("", ",")):
            return []
        if not governs(line, k):
            continue
        subject = left_subject(line, k)
        if subject is None:
            return []
        words = narrative.words
        word = line.at[k]
        low = line.low[k]
        cue = Cue(
            word, (words.starts[word], words.ends[word]), stem(low), "", "v", seen.block, k, subject, False, False
        )
        follow = word_class(line.low[k + 1]) if k + 1 < edge else "Q"
        form = "s" if low.endswith("s") else "d"
        broken = any(line.seps[k + 1 : edge])
        told = by_verb(form, subject.kind, subject.how, bucket(edge - 1 - k), follow, broken)
        return [Candidate(cue, None, told, by_lead(seen.lead, follow, seen.sep, seen.ends, seen.size))]
    return []


def governs(line: Line, k: int) -> bool:
    """Whether a word that no list of cues holds is a verb with its subject before it."""
    low = line.low[k]
    if not line.words[k][0].islower() or line.seps[k] not in ("", ",") or k == 0:
        return False
    if low in PASTS or like_a_verb(low):
        return True
    if not in_the_present(low):
        return False
    before = line.low[k - 1]
    return line.seps[k] == "" and (before in PERSON_PRONOUNS or before in RELATIVES or is_name(line, k - 1))


@cache
def by_verb(form: str, kind: str, how: str, near: str, follow: str, broken: bool) -> Evidence:
    """Weigh a verb of no list before a quote: its subject, how far off it is, and what follows it."""
    return weigh(
        "attribution",
        "verb",
        f"verb|{form}",
        f"verb|kind={kind}",
        f"verb|how={how}",
        f"verb|d={near}",
        f"verb|{follow}",
        f"verb|{follow}|d={near}",
        f"verb|broken={broken}",
    )


@cache
def by_lead(lead: str, follow: str, sep: str, ends: str, size: str) -> Evidence:
    """Weigh the word that leads from a verb of no list on to the quote, and the edges of the quote."""
    return weigh(
        "attribution",
        f"verb|lead={lead}",
        f"verb|{follow}|lead={lead}",
        f"verb|{sep}|{ends}",
        f"verb|{ends}{size}",
    )
