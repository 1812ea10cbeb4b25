"""Verbs of saying in the narrative, each with its subject, its negation and whether it may be a noun."""

from bisect import bisect_left
from typing import NamedTuple

from feeds.model import Span
from feeds.reading.prose.grammar import (
    ADVERBS,
    ARTICLES,
    CONTRACTED,
    DETERMINERS,
    NEGATIONS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
)
from feeds.reading.prose.heads import CONJUNCTIONS, following_subject, main_subject, right_subject
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.prose.phrases import FINITE, Subject, possessive
from feeds.reading.quotes.clause_subjects import clause_subject, noun_subject, participle_subject, stretch_before
from feeds.reading.quotes.subjects import inverted_subject, left_subject, passive
from feeds.reading.tables import word_set, words_around

MOST_PARTICIPLES = 12
"""Cues before a participle among which its finite verb is looked for."""
SHARES = word_set("cent percent")
REFUSALS = word_set(
    "refused refuses refusing declined declines declining failed fails denied denies denying avoided avoids avoiding "
    "stopped"
)
"""Verbs that say of the verb behind them that it was not done."""
TRANSITIVE = frozenset(("told", "praised", "criticized", "showed", "ruled"))
"""Classes of verbs that are not said behind their own words: in `…, known as “Roe,” thanked Poe` Poe is thanked."""
QUANTITIES = word_set("some many few most all both several more half two three four five six seven eight nine ten")
"""Determiners that speak: `some say`, `one in five fear`."""
NEVER_NOUNS = word_set(
    "says adds tells argues insists believes thinks knows asks writes explains admits denies declares describes "
    "suggests warns urges predicts confirms agrees demonstrates finds concludes acknowledges reveals "
    "maintains asserts contends recalls remembers reads"
)
"""Forms in -s that are verbs wherever a noun stands before them."""
NOUNS = words_around("clause", "nouns")
"""Plural nouns that are also forms of cues: `Pass rates`."""
CLAUSE_REACH = 12
"""Words behind such a form among which a `that` makes it a verb after all."""


class Cue(NamedTuple):
    """A verb of saying in the narrative, with whose saying it is."""

    word: int
    """Index of its word in the page; the last one for `according to`."""
    span: Span
    lemma: str
    cls: str
    form: str
    """`b s d g`, `p` passive, `a` according to, `:` a bare colon, `m` no verb at all."""
    block: int
    place: int
    """Index in the block's line."""
    subject: Subject | None
    negated: bool
    noun: bool
    """It may well be a noun: `its report`."""


class Cues:
    """The cues of a page, worked out when asked for."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self._known: dict[int, Cue] = {}
        self.by_block: list[list[int]] = list(map(narrative.verbs_of_saying, narrative.lines))
        """The places in the line of each block where forms of cue verbs stand."""

    def at(self, k: int, block: int) -> Cue:
        """Return the cue at a place of a block's line."""
        word = self.narrative.lines[block].at[k]
        cue = self._known.get(word)
        if cue is None:
            cue = self._known[word] = self._read(word, k, block)
        return cue

    def _read(self, word: int, k: int, block: int) -> Cue:
        line = self.narrative.lines[block]
        low = line.low
        words = self.narrative.words
        entry = CUES[low[k]]
        span = (words.starts[word], words.ends[word])
        form = entry.form
        if form == "d" and passive(line, k):
            form = "p"
        noun = looks_noun(line, k, form)
        negated = not NEGATIONS.isdisjoint(low[k - 3 if k > 3 else 0 : k]) or refused(line, k)
        subject = noun_subject(line, k) if noun else self._subject(line, k, form, block)
        if subject is not None and low[subject.last] in SHARES:
            subject = None  # `Fifty-two per cent said`
        doubtful = form == "s" and not noun and low[k] not in NEVER_NOUNS
        if doubtful and subject is not None and subject.kind == "other" and subject.how == "near":
            noun, subject = True, noun_subject(line, k) or subject
        return Cue(word, span, entry.lemma, entry.cls, form, block, k, subject, negated, noun)

    def _subject(self, line: Line, k: int, form: str, block: int) -> Subject | None:
        if form == "p":
            by = next((n for n in range(k + 1, min(k + 14, line.count)) if line.low[n] == "by"), None)
            return None if by is None else right_subject(line, by, "by")
        found = inverted(line, k, form) or left_subject(line, k)
        if found is not None:
            return found
        if form == "g":
            return self._participle_subject(line, k, block)
        return right_subject(line, k) if k == 0 else main_subject(line, k, "far")

    def _participle_subject(self, line: Line, k: int, block: int) -> Subject | None:
        """Return the subject of the finite verb before a participle, else of the clause before or after it."""
        own = participle_subject(line, k)
        if own is not None:
            return own
        inside = self.by_block[block]
        place = bisect_left(inside, k)
        joint = k > 0 and line.low[k - 1] == "and"
        nearest = k - 1 if k == 0 or line.seps[k] == "" else stretch_before(line, k)
        for other in reversed(inside[max(0, place - MOST_PARTICIPLES) : place]):
            if CUES[line.low[other]].form in ("dsg" if joint else "ds"):
                cue = self.at(other, block)
                if cue.noun:
                    continue
                if cue.place < nearest and not joint:
                    found = clause_subject(line, k, "main")
                    if found is not None and found.first > cue.place:
                        return found
                if cue.subject is not None:
                    return cue.subject._replace(how="main")
                break
        return main_subject(line, k) or following_subject(line, k)


def refused(line: Line, k: int) -> bool:
    """Whether the verb at k is what somebody would not do: `refused to say`, `denied ever saying`."""
    n = k - 1
    while n > 0 and n > k - 3 and line.seps[n] == "" and (line.low[n] in ADVERBS or line.low[n] in ("to", "having")):
        n -= 1
    return n >= 0 and line.seps[n + 1] == "" and line.low[n] in REFUSALS


def inverted(line: Line, k: int, form: str) -> Subject | None:
    """Return the subject behind its verb, where a quote or a comma stands before the verb."""
    start = k
    while start > 0 and line.seps[start] == "" and line.low[start - 1] in ADVERBS:
        start -= 1
    if line.seps[start] == "Q":
        behind = form != "g" and (CUES[line.low[k]].cls not in TRANSITIVE or form not in "ds")
        return right_subject(line, k) if behind else None
    if line.seps[start] == "," and form in "ds":
        if k > 3:
            return inverted_subject(line, k)
        if all(word in CONJUNCTIONS for word in line.low[:start]):
            return right_subject(line, k)  # `But, said Ann Roe, “…”`
    return None


def looks_noun(line: Line, k: int, form: str) -> bool:
    """Whether a cue form stands where a noun does."""
    if k == 0 or line.seps[k] != "":
        return False
    before = line.low[k - 1]
    if form == "d":
        return before in ARTICLES or before in POSSESSIVES
    if before in CONTRACTED:
        return False
    if (form == "b" and before in QUANTITIES) or (form == "s" and before in PERSON_PRONOUNS):
        return False
    return (
        (before in DETERMINERS and before not in ("that", "who"))
        or before in POSSESSIVES
        or possessive(before)
        or (form == "s" and (before in PREPOSITIONS or before_verb(line, k)))
        or (k == 1 and line.low[k] in NOUNS and line.low[k + 1 : k + 2] != ["that"] and in_phrase(line, k))
    )


def before_verb(line: Line, k: int) -> bool:
    """Whether a finite verb right behind a form in -s makes it a plural noun: `Some member states have`."""
    if k + 1 >= line.count or line.seps[k + 1] != "" or line.low[k] in ("says", "thinks", "believes"):
        return False
    return line.low[k + 1] in FINITE or line.low[k + 1] == "have"


def in_phrase(line: Line, k: int) -> bool:
    """Whether a preposition goes on with the noun at k, and no clause follows: `Pass rates in Tarn fell`."""
    ahead = line.low[k + 1 : k + 1 + CLAUSE_REACH]
    return bool(ahead) and ahead[0] in PREPOSITIONS and "that" not in ahead
