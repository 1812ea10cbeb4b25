"""From the words of an attribution to a full name: `he`, `Peskov`, `the Kremlin spokesman`."""

from bisect import bisect_left

from feeds.reading.people.fullnames import bare_word, proper
from feeds.reading.people.index import People, Person
from feeds.reading.prose.grammar import DETERMINERS, POSSESSIVES
from feeds.reading.prose.heads import chunk_subject
from feeds.reading.prose.lexicon import BODIES, CUES, DEMONYMS, FEMALE_NOUNS, MALE_NOUNS, PERSONS, TITLES
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.prose.phrases import FUNCTION, Subject, base_left, base_right, chunk_end, is_name
from feeds.reading.quotes.cues import Cue
from feeds.reading.remembering import remembered

OBLIQUE = frozenset(("of", "for", "to", "with", "by", "in", "at", "from", "about", "against", "on"))
COMPLETING = frozenset(("of", "for", "at", "from", "the", "and"))
BEST_STANDING = 1.71
"""More than a mention gains by where it stands and who spoke last; those farther off cannot win any more."""
ADDRESSING = frozenset(form for form, cue in CUES.items() if cue.cls in ("told", "asked"))
"""Verbs whose object is spoken to."""
PRONOUN_SEX = {"he": "he", "she": "she"}


SPOKEN_OF = {"it": frozenset(("body", "text")), "they": frozenset(("body", "plural"))}
"""The sorts of subject that these pronouns mean."""
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


Meant = tuple[Person | None, str | None, str | None]
"""A person of the text, or a name or phrase, and a role as printed."""


@remembered(20_000)
def head_words(raw: str) -> tuple[str, ...]:
    """Return a noun phrase up to its first preposition: the head of `a spokesman for Ann Roe` is no Roe."""
    words: list[str] = []
    for word in raw.split():
        if words and word in ("of", "for", "by", "at", "from", "in", "on", "with", "to"):
            break
        plain = word.strip('()[],;:“”"')
        if plain.rstrip(".").lower() in TITLES:
            plain = plain.rstrip(".")
        if plain:
            words.append(plain)
    return tuple(words)


def of_a_nation(word: str) -> bool:
    """Whether a word says where one person is from: `the Norwegian`, `the Welshman`."""
    return word in DEMONYMS or word.endswith(("shman", "chman", "shwoman", "chwoman"))


def describes(line: Line, subject: Subject, raw: str) -> bool:
    """Whether a noun phrase says what somebody is: its head or its first noun is a person's."""
    if subject.kind == "person":
        return True
    low = line.low[subject.first : subject.last + 1]
    possessed = low[0] in POSSESSIVES and line.words[subject.last].islower()
    return possessed or ((low[0] in DETERMINERS or raw[0].isupper()) and head_is_person(line, subject))


def head_is_person(line: Line, subject: Subject) -> bool:
    """Whether the last word before the first preposition of a phrase is a noun for a person."""
    for k in range(subject.first, subject.last + 1):
        if k < subject.last and line.low[k + 1] in OBLIQUE:
            return line.low[k] in PERSONS
    return line.low[subject.last] in PERSONS


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
    """Step over what completes a role: `the head of the Zarechny district`, `counsel for the defence`."""
    for _ in range(12):
        if k >= line.count or line.seps[k] != "" or line.low[k] in CUES:
            break
        if line.low[k] in FUNCTION and line.low[k] not in COMPLETING:
            break
        k += 1
    return k


class Resolver:
    """Resolves the subjects of one text; keeps who spoke last."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self.people = People(narrative)
        self.last: Person | None = None
        self.last_phrase: str | None = None
        self.last_is_text = False
        """Whether that is a report, a letter or the like: `it`, never `they`."""
        self.heads: set[int] = set()
        """Marked stretches that later ones go on from."""

    def resolve(self, cue: Cue, raw: str, offset: int) -> tuple[str, str | None]:
        """Return the speaker's full name or phrase, and the role as printed."""
        person, name, role = self._who(cue, raw, offset)
        if person is not None:
            self.last = person
            return person.name, role or person.role
        if name:
            self.last_phrase = name
            self.last_is_text = cue.subject is not None and cue.subject.kind == "text"
        return name or raw, role

    def _who(self, cue: Cue, raw: str, offset: int) -> Meant:
        low = raw.lower()
        kind = cue.subject.kind if cue.subject else ""
        if low in PRONOUN_SEX:
            person = self.pronoun(PRONOUN_SEX[low], offset)
            if person is not None and not person.sex:
                person.sex = PRONOUN_SEX[low]
            return person, None, None
        if kind == "who":
            return self.antecedent(offset)
        if kind == "pronoun":
            return None, self.body(low, offset) if low in ("they", "it") else None, None
        words = head_words(raw)
        person = self.people.named(words, offset) if words else None
        if person is not None and not low.endswith(NOT_THE_PERSON):
            return person, None, None
        if kind == "name" and " of " in raw:
            named = self.in_office(raw)
            if named is not None:
                return named
        if kind == "name" and len(words) == 2 and words[0].lower() == "the" and of_a_nation(words[1].lower()):
            return self.pronoun("", offset), None, None
        found = self._by_description(cue, raw, offset)
        if found is not None:
            return found
        run = proper(words).run if kind == "name" else ()
        return None, " ".join(run) if len(run) > 1 or (run and len(words) == 1) else raw, None

    def in_office(self, raw: str) -> Meant | None:
        """Return whom an office with its `of` leads on to: `Secretary of State Ann Roe`, no `aide of Ann Roe`."""
        head, _, rest = raw.partition(" of ")
        office = head.split()[-1]
        run, plain, *_ = proper(tuple(rest.removeprefix("the ").split()))
        if not office[0].isupper() or office.lower() not in PERSONS or len(plain) < 2 or " ".join(run) == rest:
            return None
        if not OBLIQUE.isdisjoint(rest.split()):
            return None
        person = self.people.find_full(plain)
        if person is None:
            return None
        return person, None, person.role or raw[: raw.rindex(run[0])].rstrip()

    def _by_description(self, cue: Cue, raw: str, offset: int) -> Meant | None:
        """Find who a phrase without a name means: by apposition, by age, by role."""
        subject = cue.subject
        low = raw.lower()
        if subject is None or subject.kind not in ("person", "other", "name", "body"):
            return None
        named = self.apposition(cue.block, subject, raw)
        if named is not None or subject.kind in ("name", "body"):
            return named
        if low.startswith("the ") and ("year-old" in low or low.endswith(("shman", "chman", "shwoman", "chwoman"))):
            # `the 28-year-old`, `the Welshman`: whoever was spoken of last
            return self.pronoun("she" if low.endswith("woman") else "", offset), None, None
        if low.startswith(("the ", "his ", "her ", "its ", "their ")):
            found = self.by_role(low.split(), offset)
            return None if found is None else (found, None, raw)
        return None

    def apposition(self, block: int, subject: Subject, raw: str) -> Meant | None:
        """Return the name that explains a role: `the mayor, Ann Roe`, `her aide, the lawyer Ian Roe, called`."""
        line = self.narrative.lines[block]
        k = subject.last + 1
        k = phrase_end(line, k)
        if k >= line.count or line.seps[k] != "," or not describes(line, subject, raw):
            return None
        end = base_right(line, k, line.count)
        if not is_name(line, end) or line.low[end] in BODIES:
            return None
        after = end + 1
        if after < line.count and line.seps[after] == "" and line.low[after] not in CUES:
            return None
        words = line.words[k:after]
        run = proper(tuple(words)).run
        if not run or (not is_name(line, k) and PERSONS.isdisjoint(line.low[k:after])):
            return None
        person = self.people.named(words, self.narrative.words.starts[line.at[k]])
        if person is not None:
            return person, None, raw
        alone = subject.kind == "person" and after < line.count and line.seps[after] == ","
        return (None, " ".join(run), raw) if len(run) > 1 or alone else None

    def pronoun(self, sex: str, offset: int) -> Person | None:
        """Return the newest subject that agrees."""
        best: Person | None = None
        top = -1e9
        narrative = self.narrative
        here = narrative.block_at(self.word_at(offset))
        paragraph = narrative.blocks[here].paragraph if narrative.blocks else 0
        for rank, (place, person) in enumerate(self.people.before(offset)):
            if sex and person.sex and person.sex != sex:
                continue
            block = narrative.block_at(self.word_at(place))
            apart = here - block if here - block < 6 else 6
            if top > BEST_STANDING - apart:
                break
            score = -1.0 * apart - 0.5 * min(paragraph - narrative.blocks[block].paragraph, 4) - 0.05 * rank
            score += self.standing(place, block)
            score += 0.9 if person is self.last else 0.0
            score -= 0.0 if person.sex else 0.4
            if score > top:
                best, top = person, score
        return best

    def body(self, pronoun: str, offset: int) -> str | None:
        """Return the body, text or group that `it` or `they` means: the last such subject, else who spoke last."""
        narrative = self.narrative
        here = narrative.block_at(self.word_at(offset))
        for block in range(here, max(-1, here - 3), -1):
            line = narrative.lines[block]
            subject = chunk_subject(line, 0, chunk_end(line, 0, line.count), "main") if line.count else None
            if subject is None or narrative.words.starts[line.at[subject.first]] >= offset:
                continue
            if subject.kind in SPOKEN_OF[pronoun]:
                words = narrative.words
                return narrative.text[words.starts[line.at[subject.first]] : words.ends[line.at[subject.last]]]
            if subject.kind not in ("pronoun", "other"):
                break
        return self.last_phrase if pronoun == "it" or not self.last_is_text else None

    def standing(self, place: int, block: int) -> float:
        """How much like a subject a mention stands: first in its block, in no preposition's phrase, no possessive."""
        narrative = self.narrative
        word = self.word_at(place)
        line = narrative.lines[block]
        k = line.place(word)
        bonus = 0.0
        if k <= 3:
            bonus += 0.8
        n = before_role(line, k)
        if n > 0 and line.seps[n] == "" and (line.low[n - 1] in OBLIQUE or line.low[n - 1] in ADDRESSING):
            bonus -= 0.8
        if k < line.count and line.words[k].endswith(("’s", "'s")):
            bonus -= 0.4
        return bonus

    def word_at(self, offset: int) -> int:
        """Index of the first word at or after an offset."""
        return bisect_left(self.narrative.words.starts, offset)

    def antecedent(self, offset: int) -> Meant:
        """Who `who` is: the name or noun before it."""
        before = next(self.people.before(offset, 1), None)
        narrative = self.narrative
        word = self.word_at(offset)
        block = narrative.block_at(word)
        line = narrative.lines[block]
        k = line.place(word)
        if before and before[0] >= narrative.blocks[block].start:
            return before[1], None, None
        if k == 0:
            return None, None, None
        first = base_left(line, k - 1)
        words = narrative.words
        return None, narrative.text[words.starts[line.at[first]] : words.ends[line.at[k - 1]]], None

    def by_role(self, words: list[str], offset: int) -> Person | None:
        """Return the person whose role the head of a definite phrase names."""
        heads = [w for w in map(bare_word, words) if w in PERSONS]
        if not heads:
            return None
        head = heads[-1]
        sex = "she" if head in FEMALE_NOUNS else "he" if head in MALE_NOUNS else ""
        for _, person in self.people.before(offset, 30):
            if head in person.role_words and not (sex and person.sex and sex != person.sex):
                return person
        return None
