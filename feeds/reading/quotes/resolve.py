"""From the words of an attribution to a full name: `he`, `Peskov`, `the Kremlin spokesman`."""

from feeds.reading.people.fullnames import ORGANISATIONS, behind_office, proper
from feeds.reading.people.index import People, Person
from feeds.reading.people.roles import is_person
from feeds.reading.prose.grammar import DAYS, DETERMINERS, OBLIQUE, RELATIVES
from feeds.reading.prose.lexicon import BODIES, CUES, FEMALE_NOUNS, MALE_NOUNS, PERSONS
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.prose.phrases import Subject, base_left, base_right, is_name, possessive
from feeds.reading.quotes.callings import by_role, native, sex_told, thing_like, varied
from feeds.reading.quotes.cues import Cue
from feeds.reading.quotes.descriptions import (
    NATIONS,
    NOT_THE_PERSON,
    describes,
    from_a_place,
    head_noun,
    head_words,
    name_in_commas,
    of_a_nation,
    owner,
    phrase_end,
)
from feeds.reading.quotes.pronouns import Antecedents
from feeds.reading.words import POSSESSIVE

PRONOUN_SEX = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
RELATED = {"he": MALE_NOUNS, "she": FEMALE_NOUNS}
"""Nouns that say of somebody without a name whether a pronoun agrees."""
SPOKEN_OF = {"it": frozenset(("body", "text")), "they": frozenset(("body", "plural"))}
"""The sorts of subject that these pronouns mean."""
KNOWN = ("the ", "his ", "her ", "its ", "their ")
"""What a phrase begins with that means somebody the text has told of."""
Meant = tuple[Person | None, str | None, str | None]
"""A person of the text, or a name or phrase, and a role as printed."""


class Resolver:
    """Resolves the subjects of one text; keeps who spoke last."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self.people = People(narrative)
        self.antecedents = Antecedents(narrative, self.people)
        self.last: Person | None = None
        self.said = ""
        """The verb with which that was."""
        self.last_phrase: str | None = None
        self.unnamed: tuple[str, int] | None = None
        """The employee or the witness without a name who spoke last, and where."""
        self.last_is_text = False
        """Whether that is a report, a letter or the like: `it`, never `they`."""
        self.heads: set[int] = set()
        """Marked stretches that later ones go on from."""

    def resolve(self, cue: Cue, raw: str, offset: int) -> tuple[str, str | None]:
        """Return the speaker's full name or phrase, and the role as printed."""
        person, name, role = self._who(cue, raw, offset)
        if person is not None:
            self.last, self.said = person, cue.lemma
            self.unnamed = None
            if role and person.role is None:
                self.people.add_role(person, role)
            return person.name, role or person.role
        if name:
            self.last_phrase = name
            speaks = cue.subject is not None and cue.subject.kind == "person" and raw.lower().startswith(("a ", "an "))
            self.unnamed = (name, offset) if speaks else None
            self.last_is_text = cue.subject is not None and cue.subject.kind == "text"
        return name or raw, role

    def _who(self, cue: Cue, raw: str, offset: int) -> Meant:
        low = raw.lower()
        kind = cue.subject.kind if cue.subject else ""
        if low in PRONOUN_SEX:
            return self.by_pronoun(PRONOUN_SEX[low], offset, cue)
        if kind == "who":
            return self.antecedent(offset)
        if kind == "pronoun":
            low = "they" if low == "them" else low
            return None, self.body(low, offset) if low in ("they", "it") else None, None
        if cue.form == ":" and (told := owner(raw)):
            person = self.people.named(head_words(told), offset)
            return person, None if person else told, None
        words = head_words(raw)
        person = self.people.named(words, offset) if words else None
        if person is not None and not low.endswith(NOT_THE_PERSON) and not (kind == "plural" and " and " in raw):
            return person, None, None
        if kind == "name" and len(words) == 2 and words[0].lower() == "the" and of_a_nation(words[1].lower()):
            return native(self.people, words[1].lower(), offset) or self.again("", offset, cue), None, None
        found = self._by_description(cue, raw, offset)
        if found is None and kind == "name" and (" of " in raw or " for " in raw):
            found = self.in_office(raw)
        if found is not None:
            return found
        run = proper(words).run if kind == "name" else ()
        return None, " ".join(run) if len(run) > 1 or (run and len(words) == 1) else raw, None

    def by_pronoun(self, sex: str, offset: int, cue: Cue) -> Meant:
        """Return the newest subject that agrees; from now on it is known whether that is a he or a she."""
        unnamed = self.newest_unnamed(sex, offset)
        if unnamed is not None:
            return None, unnamed, None
        found = self.related(sex, offset)
        if found is not None:
            return found
        asked = self.antecedents.nameless(cue, offset)
        person = None if asked else self.antecedents.newest(sex, offset, cue, self.last, self.said)
        nameless = asked or (self.antecedents.somebody(offset) if person is None else None)
        if nameless is not None:
            return self.phrase(*nameless)
        if person is not None and not person.sex:
            person.sex = sex
        return person, None, None

    def newest_unnamed(self, sex: str, offset: int) -> str | None:
        """Return the speaker without a name who spoke last, if nobody was named since and nothing says otherwise."""
        if self.unnamed is None:
            return None
        phrase, place = self.unnamed
        newest = next(iter(self.people.before(offset, 1)), None)
        other = FEMALE_NOUNS if sex == "he" else MALE_NOUNS
        if (newest is not None and newest[0] >= place) or not other.isdisjoint(phrase.lower().split()):
            return None
        return phrase

    def in_office(self, raw: str) -> Meant | None:
        """Return whom an office with its `of` leads on to: `Secretary of State Ann Roe`, no `aide of Roe`."""
        sign = " of " if " of " in raw else " for "
        rest = raw.rpartition(sign)[2]
        office = raw.split(sign, maxsplit=1)[0].rsplit(maxsplit=1)[-1]
        run, plain, *_ = proper(tuple(rest.removeprefix("the ").split()))
        if not office[0].isupper() or not is_person(office.lower()) or len(plain) < 2:
            return None
        if not OBLIQUE.isdisjoint(rest.split()):
            return None
        if " ".join(run) == rest:
            run = run[behind_office(run) :]
            if len(run) == len(rest.split()):
                return None
        person = self.people.find_full(proper(run).plain)
        role = raw[: raw.rindex(run[0])].rstrip()
        return (None, " ".join(run), role) if person is None else (person, None, person.role or role)

    def _by_description(self, cue: Cue, raw: str, offset: int) -> Meant | None:
        """Find who a phrase without a name means: by apposition, by age, by role."""
        subject = cue.subject
        low = raw.lower()
        if subject is None or not (subject.kind in ("person", "other", "name", "body") or low.endswith(" union")):
            return None  # `union` may stand for its members
        named = self.apposition(cue.block, subject, raw) or self.called(cue.block, subject, low)
        titled = subject.kind == "name" and low.startswith("the ") and low.rsplit(maxsplit=1)[-1] in PERSONS
        if named is not None or subject.kind in ("body", "plural") or (subject.kind == "name" and not titled):
            return named
        if low.startswith("the ") and ("year-old" in low or low.endswith(NATIONS)):
            # `the 28-year-old`, `the Welshman`: whoever was spoken of last
            sex = "she" if low.endswith("woman") else ""
            return native(self.people, low.removeprefix("the "), offset) or self.again(sex, offset, cue), None, None
        if not low.startswith(KNOWN):
            return None
        found = by_role(self.people, low.split(), offset)
        if found is not None:
            return found, None, raw
        if not varied(low.split()):
            return None
        found = self.again(sex_told(low.split()[-1]), offset, cue)
        return None if found is None else (found, None, None)

    def again(self, sex: str, offset: int, cue: Cue) -> Person | None:
        """Return whom a phrase means that only says of which sex somebody is: the newest subject."""
        return self.antecedents.newest(sex, offset, cue, self.last)

    def apposition(self, block: int, subject: Subject, raw: str) -> Meant | None:
        """Return the name that explains a role: `the mayor, Ann Roe`, `her aide, the lawyer Ian Roe, called`."""
        line = self.narrative.lines[block]
        k = subject.last + 1
        k = phrase_end(line, k)
        if k >= line.count or line.seps[k] != "," or not describes(line, subject, raw):
            return None
        end = base_right(line, k, line.count)
        if not is_name(line, end) or line.low[end] in BODIES or line.low[end] in DAYS:
            return None
        after = end + 1
        if after < line.count and line.seps[after] == "" and not from_a_place(line, after):
            told = line.seps[after + 1 : after + 2] == [","]  # `The guide who led her, Ann Roe recalled, asked`
            if told or line.low[after] not in CUES:
                return None
        words = line.words[k:after]
        run = proper(tuple(words)).run
        owned = "year-old" in line.low[k] or line.low[k : k + 2] == ["the", "late"]
        owned = owned or any(word.endswith(POSSESSIVE) for word in words)
        if not run or not (is_name(line, k) or owned or not PERSONS.isdisjoint(line.low[k:after])):
            return None
        person = self.people.named(words, self.narrative.words.starts[line.at[k]])
        texts = self.narrative.words
        raw = self.narrative.text[texts.starts[line.at[subject.first]] : texts.ends[line.at[k - 1]]]
        if person is not None:
            return person, None, raw
        alone = subject.kind == "person" and after < line.count and line.seps[after] == ","
        return (None, " ".join(run), raw) if len(run) > 1 or alone else None

    def called(self, block: int, subject: Subject, low: str) -> Meant | None:
        """Return the name that a phrase for a body is given: `the airline, Skyways, said`, `its owner, Roe Group,`."""
        line = self.narrative.lines[block]
        k = phrase_end(line, subject.last + 1)
        if k >= line.count or line.seps[k] != "," or not low.startswith(KNOWN) or is_name(line, k - 1):
            return None  # `the court in Hamburg, Germany, said`
        end = name_in_commas(line, k)
        person = subject.kind == "person"
        if end == k or (person and line.low[end - 1] not in ORGANISATIONS) or line.low[end] not in CUES:
            return None
        starts, ends, text = self.narrative.words.starts, self.narrative.words.ends, self.narrative.text
        first = k + (line.low[k] == "the")
        name = text[starts[line.at[first]] : ends[line.at[end - 1]]]
        return None, name, text[starts[line.at[subject.first]] : ends[line.at[k - 1]]]

    def related(self, sex: str, offset: int) -> Meant | None:
        """Return the wife, the spokesman or the like that a pronoun means: the subject of this sentence or the last."""
        narrative = self.narrative
        words = narrative.words
        here = narrative.block_at(self.narrative.word_at(offset))
        for block in range(here, max(-1, here - 2), -1):
            line = narrative.lines[block]
            subject = self.antecedents.opening(block)
            if subject is None or words.starts[line.at[subject.first]] >= offset:
                continue
            low = line.low[subject.first : subject.last + 1]
            noun = head_noun(line, subject)
            if noun not in RELATED[sex] or (low[0] not in DETERMINERS and not any(map(possessive, low))):
                return None
            return self.described(line, subject, " ".join(low))
        return None

    def phrase(self, block: int, subject: Subject) -> Meant:
        """Return whom a noun phrase means that stands elsewhere in the text, or the phrase as printed."""
        line, words = self.narrative.lines[block], self.narrative.words
        start, end = words.starts[line.at[subject.first]], words.ends[line.at[subject.last]]
        low = " ".join(line.low[subject.first : subject.last + 1])
        return self.described(line, subject, low) or (None, self.narrative.text[start:end], None)

    def described(self, line: Line, subject: Subject, low: str) -> Meant | None:
        """Return whom a subject that says what somebody is means: by its name, by an apposition, else as printed."""
        starts, ends = self.narrative.words.starts, self.narrative.words.ends
        start, end = starts[line.at[subject.first]], ends[line.at[subject.last]]
        raw = self.narrative.text[start:end]
        named = is_name(line, subject.last) and OBLIQUE.isdisjoint(line.low[subject.first : subject.last])
        run = proper(tuple(line.words[subject.first : subject.last + 1])).run if named else ()
        if run:
            person = self.people.named(run, start)
            return (person, None, None) if person is not None else (None, " ".join(run), None)
        after = subject.last + 1
        if after < line.count and line.seps[after] == "," and line.low[after] not in RELATIVES:
            return None  # an apposition, whose name is the newest subject
        known = by_role(self.people, low.split(), start) if low.startswith(KNOWN) else None
        return (known, None, None) if known is not None else (None, raw, None)

    def body(self, pronoun: str, offset: int) -> str | None:
        """Return the body, text or group that `it` or `they` means: the last such subject, else who spoke last."""
        narrative = self.narrative
        here = narrative.block_at(self.narrative.word_at(offset))
        for block in range(here, max(-1, here - 3), -1):
            line = narrative.lines[block]
            subject = self.antecedents.opening(block)
            if subject is None or narrative.words.starts[line.at[subject.first]] >= offset:
                continue
            named = line.words[subject.first : subject.last + 1]
            if pronoun == "it" and subject.kind == "name" and thing_like(self.people.named(named, offset)):
                return " ".join(named)  # a firm or a country
            thing = pronoun == "it" and line.low[subject.last + 1 : subject.last + 2] == ["which"]
            if subject.kind in SPOKEN_OF[pronoun] or thing:
                words = narrative.words
                return narrative.text[words.starts[line.at[subject.first]] : words.ends[line.at[subject.last]]]
            if subject.kind not in ("pronoun", "other"):
                break
        return self.last_phrase if pronoun == "it" or not self.last_is_text else None

    def antecedent(self, offset: int) -> Meant:
        """Who `who` is: the name or noun before it."""
        before = next(self.people.before(offset, 1), None)
        narrative = self.narrative
        word = self.narrative.word_at(offset)
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
