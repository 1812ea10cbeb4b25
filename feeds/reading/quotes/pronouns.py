"""Whom `he` or `she` means: the newest subject that agrees, and who cannot be meant."""

from typing import NamedTuple

from feeds.reading.people.gender import settle
from feeds.reading.people.index import People, Person
from feeds.reading.prose.grammar import OBLIQUE
from feeds.reading.prose.heads import chunk_subject, main_subject, right_subject
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.prose.phrases import REACH, Subject, chunk_end
from feeds.reading.quotes.cues import Cue
from feeds.reading.quotes.descriptions import before_role, phrase_end
from feeds.reading.tables import word_set
from feeds.reading.words import POSSESSIVE

BEST_STANDING = 1.71
"""More than a mention gains by where it stands and who spoke last; those farther off cannot win any more."""
ADDRESSING = frozenset(form for form, cue in CUES.items() if cue.cls in ("told", "asked"))
"""Verbs whose object is spoken to."""
ANSWERS = word_set("reply answer respond retort counter snap")
"""Verbs of saying of somebody who was asked."""
ASKING = word_set("asked asks ask asking questioned questions pressed quizzed")
AGAINST_SAID = 2.0
"""What is taken from somebody who asked, and given to whom was asked, before an answer."""
UNKNOWN = 0.9
"""What is taken from somebody of whom nothing says that the pronoun agrees: a sentence's distance, nearly."""
AGREES = 0.3
"""What an ending of a forename is worth."""
NAMELESS_REACH = 3
"""Sentences before a pronoun in which somebody without a name is looked for, where nobody by name agrees."""
ANSWER_REACH = 2
"""Sentences before an answer in which its question is looked for."""


class Asked(NamedTuple):
    """Who asked and who was asked, where the text says so."""

    asker: Person | None
    asked: Person | None
    block: int
    phrase: Subject | None
    """The noun phrase behind the verb, where it names nobody: `asked the suspect`."""


class Antecedents:
    """The people of one text as pronouns mean them."""

    def __init__(self, narrative: Narrative, people: People) -> None:
        self.narrative = narrative
        self.people = people
        self._settled = False
        self._subjects: dict[int, Subject | None] = {}
        self._openings: dict[int, Subject | None] = {}

    def newest(self, sex: str, offset: int, cue: Cue, last: Person | None, said: str = "") -> Person | None:
        """Return the newest subject before a place that agrees; `last` spoke last, and `said` is the verb of that."""
        if not self._settled:
            settle(self.people)
            self._settled = True
        best: Person | None = None
        top = -1e9
        narrative = self.narrative
        here = narrative.block_at(narrative.word_at(offset))
        paragraph = narrative.blocks[here].paragraph if narrative.blocks else 0
        barred = self.barred(offset, here)
        exchange = self.exchange(here, offset) if cue.lemma in ANSWERS else None
        for rank, (place, person) in enumerate(self.people.before(offset)):
            if (sex and person.sex and person.sex != sex) or person in barred:
                continue
            block = narrative.block_at(narrative.word_at(place))
            apart = here - block if here - block < 6 else 6
            if top > BEST_STANDING - apart and exchange is None:
                break
            score = -1.0 * apart - 0.5 * min(paragraph - narrative.blocks[block].paragraph, 4) - 0.05 * rank
            score += self.standing(place, block)
            score += 0.0 if person is not last else -AGAINST_SAID if turns(said, cue.lemma) else 0.9
            score -= 0.0 if person.sex or not sex else UNKNOWN - leans(person, sex)
            if exchange is not None:
                score += AGAINST_SAID * ((person is exchange.asked) - (person is exchange.asker))
            if score > top:
                best, top = person, score
        return best

    def barred(self, offset: int, block: int) -> list[Person]:
        """Return the people named behind a pronoun in its clause: in `she told Roe` she is not Roe."""
        narrative = self.narrative
        line = narrative.lines[block]
        k = line.place(narrative.word_at(offset)) + 1
        first = k
        stop = min(line.count, first + REACH)
        while k < stop and line.seps[k] not in (".", ";", "Q"):
            k += 1
        if k == first or first >= line.count:
            return []
        starts = narrative.words.starts
        return [person for _, person in self.people.between(starts[line.at[first]], starts[line.at[k - 1]] + 1)]

    def exchange(self, block: int, offset: int) -> Asked | None:
        """Return who asked and who was asked in the sentences before an answer."""
        narrative = self.narrative
        starts = narrative.words.starts
        for number in range(block, max(-1, block - ANSWER_REACH - 1), -1):
            line = narrative.lines[number]
            held = narrative.blocks[number]
            asks = [k for k in range(line.count) if asking(line, k) and starts[line.at[k]] < offset]
            if not asks:
                continue
            k = asks[-1]
            named = list(self.people.between(held.start, min(held.end, offset)))
            before = [person for place, person in named if place < starts[line.at[k]]]
            behind = [person for place, person in named if place > starts[line.at[k]]]
            if line.seps[k] == "Q":  # `“…?” asked Roe`
                return Asked(behind[0] if behind else None, None, number, None)
            phrase = None if behind else right_subject(line, k)
            return Asked(before[-1] if before else None, behind[0] if behind else None, number, phrase)
        return None

    def nameless(self, cue: Cue, offset: int) -> tuple[int, Subject] | None:
        """Return the block and the noun phrase of somebody without a name who was asked what a pronoun answers."""
        block = self.narrative.block_at(self.narrative.word_at(offset))
        asked = self.exchange(block, offset) if cue.lemma in ANSWERS else None
        if asked is None or asked.phrase is None or asked.phrase.kind != "person":
            return None
        return asked.block, asked.phrase

    def somebody(self, offset: int) -> tuple[int, Subject] | None:
        """Return the block and the noun phrase of the last subject that is a person without a name."""
        narrative = self.narrative
        here = narrative.block_at(narrative.word_at(offset))
        for block in range(here, max(-1, here - NAMELESS_REACH), -1):
            subject = self.subject(block)
            line = narrative.lines[block]
            if subject is None or narrative.words.starts[line.at[subject.first]] >= offset:
                continue
            if subject.kind == "person":
                return block, subject
        return None

    def subject(self, block: int) -> Subject | None:
        """Return the subject of a sentence."""
        if block not in self._subjects:
            line = self.narrative.lines[block]
            self._subjects[block] = main_subject(line, line.count) if line.count else None
        return self._subjects[block]

    def opening(self, block: int) -> Subject | None:
        """Return the noun phrase that a sentence begins with, up to its first separator, if it is no adjunct."""
        if block not in self._openings:
            line = self.narrative.lines[block]
            begins = past_clock(line)
            whole = chunk_end(line, begins, line.count)
            self._openings[block] = chunk_subject(line, begins, whole, "main") if begins < line.count else None
        return self._openings[block]

    def standing(self, place: int, block: int) -> float:
        """How much like a subject a mention stands: the subject, no possessive, no words behind a preposition."""
        narrative = self.narrative
        line = narrative.lines[block]
        k = line.place(narrative.word_at(place))
        bonus = 0.0
        if k == 0 or (k <= 3 and not self.object_of(k, block)) or self.in_subject(line, k, block):
            bonus += 0.8
        n = before_role(line, k)
        if n > 0 and line.seps[n] == "" and (line.low[n - 1] in OBLIQUE or line.low[n - 1] in ADDRESSING):
            bonus -= 0.8
        if k < line.count and line.words[k].endswith(POSSESSIVE):
            bonus -= 0.4
        return bonus

    def object_of(self, k: int, block: int) -> bool:
        """Whether the name at k stands behind somebody who is the subject: Poe in `Roe met Poe`."""
        subject = self.subject(block)
        return subject is not None and subject.kind in ("name", "person") and subject.last < k

    def in_subject(self, line: Line, k: int, block: int) -> bool:
        """Whether the name at k is the subject, or explains it: `The head of the board, Ann Roe, left`."""
        subject = self.subject(block)
        if subject is None:
            return False
        if subject.kind == "name" and subject.first <= k <= subject.last:
            return True
        after = phrase_end(line, subject.last + 1)
        return subject.kind in ("person", "other") and k == after < line.count and line.seps[k] == ","


def past_clock(line: Line) -> int:
    """Return the first word behind the time that begins an entry of a live page: `13:55 The ministry says …`."""
    timed = line.count > 1 and line.words[0].isdecimal() and line.words[1][0].isdecimal() and line.seps[1] in (":", ".")
    return 2 if timed else 0


def turns(said: str, lemma: str) -> bool:
    """Whether a verb tells that somebody else speaks now than who spoke last: a question and its answer."""
    return (said in ANSWERS and lemma == "ask") or (said == "ask" and lemma in ANSWERS)


def asking(line: Line, k: int) -> bool:
    """Whether the word at k asks: `asked`, `put it to her`."""
    return line.low[k] in ASKING or (line.low[k] == "put" and line.low[k + 1 : k + 3] == ["it", "to"])


def leans(person: Person, sex: str) -> float:
    """Return what the ending of a name adds, or takes away."""
    towards = person.leaning if sex == "he" else -person.leaning
    return AGREES if towards > 0 else -AGREES if towards < 0 else 0.0
