"""Who is meant: one index of the people in a text, by which surnames, pronouns and roles find their full name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from feeds.reading.people.fullnames import SUFFIXES, Name, bare_word, behind_office, proper, runs
from feeds.reading.people.roles import head_place, office, only_address, role_after, role_apposed, role_before
from feeds.reading.people.shortnames import short_name, short_runs
from feeds.reading.prose.grammar import PREPOSITIONS
from feeds.reading.prose.lexicon import CUES, DEMONYMS, FEMALE_NAMES, FEMALE_NOUNS, MALE_NAMES, MALE_NOUNS, TITLES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.tables import word_set
from feeds.reading.words import POSSESSIVE, without_possessive

TRIES = 3
"""Times that a name is looked at for a role next to it."""
HOMONYMS = 40
"""People of one name that are looked at: what keeps a megabyte of names linear."""


class Person:
    """One person of the text."""

    __slots__ = ("full", "leaning", "mentions", "name", "role", "role_words", "sex", "suffix", "told", "words")

    def __init__(self, name: str, words: tuple[str, ...], told: str) -> None:
        self.name = name
        """The fullest form, without titles."""
        self.words = words
        """Its words in lower case, without suffixes."""
        self.told = told
        """`he` or `she` where a title or a role says so."""
        self.sex = told or sex_of(words[0], [])
        """`he`, `she`, or nothing."""
        self.leaning = 0.0
        """What little speaks for a man (above nothing) or for a woman (below)."""
        self.suffix = ""
        """`jr`, `sr` and the like, where the name has one."""
        self.role: str | None = None
        """As printed next to the name."""
        self.role_words: frozenset[str] = frozenset()
        """The words of the role in lower case."""
        self.mentions: list[int] = []
        """Offsets, in order."""
        self.full = 0
        """How often the text names the person in full."""


class People:
    """The index of one text."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self.by_word: dict[str, list[Person]] = {}
        self.mention_offsets: list[int] = []
        self.mention_words: list[int] = []
        self.mention_persons: list[Person] = []
        self._known: dict[tuple[str, ...], Person] = {}
        found = runs(narrative)
        for place, (i, j) in enumerate(found):
            if j - i > 1:
                found[place] = self._full_name(i, j), j
                if place and found[place - 1][1] + 1 == i and narrative.lower[i - 1] == "and":
                    self._shared_name(*found[place - 1], i, j)
        for i, j in short_runs(narrative, found):
            self._short_name(i, j)
        self._mentions(found)

    def _full_name(self, i: int, j: int) -> int:
        """Take up the person that the words i..j-1 name in full, if they do; return where the name begins."""
        narrative = self.narrative
        begun = i
        if (
            j - i > 2
            and i > 1
            and narrative.lower[i - 1] in ("of", "for")
            and narrative.words.words[i - 2][0].isupper()
        ):
            i += behind_office(narrative.words.words[i:j])  # `Minister of Works Ann Roe`
        words = tuple(narrative.words.words[i:j])
        known = self._known.get(words)
        if known is not None and (known.role is not None or known.full >= TRIES):
            known.full += 1
            return i
        name = proper(words)
        if not name.full:
            return i
        plain = name.plain
        suffix = name.last if name.last in SUFFIXES else ""
        person = self.find_full(plain, suffix)
        if person is None:
            if plain[0] not in FORENAMES and i and narrative.lower[i - 1] in PLACING and narrative.words.gaps[i] == " ":
                return i
            person = Person(self._printed(name, i, j), plain, sex_of("", before_name(narrative, i, j)))
            person.suffix = suffix
            # of `Juan Roe Paz` the papers say Roe, and Paz too
            for word in {plain[0], plain[-1], *(w for w in plain[1:-1] if len(w) > 3 and w not in FORENAMES)}:
                self.by_word.setdefault(word, []).append(person)
        person.full += 1
        self._known[words] = person
        if person.role is None:
            before = office(narrative, i) if begun < i else role_before(narrative, i + name.first)
            if before is None or only_address(before):
                before = role_after(narrative, j) or role_apposed(narrative, i, j) or before
            self.add_role(person, before)
        return i

    def _shared_name(self, i: int, j: int, first: int, after: int) -> None:
        """Take up Tom of `Tom and Ann Roe`: the words i..j-1 are one forename, first..after-1 a forename and a name."""
        narrative = self.narrative
        forenames = narrative.lower[i], narrative.lower[first]
        if j - i != 1 or after - first != 2 or not FORENAMES.issuperset(forenames):
            return
        if narrative.words.gaps[i + 1 : first + 1] != [" ", " "]:
            return
        given = forenames[0]
        surname = without_possessive(narrative.words.words[after - 1])
        words = (given, bare_word(surname))
        if self.find_full(words) is None and given not in self.by_word:
            person = Person(f"{narrative.words.words[i]} {surname}", words, "")
            for word in words:
                self.by_word.setdefault(word, []).append(person)

    def _short_name(self, i: int, j: int) -> None:
        """Take up the person whom the words i..j-1 name by a title or a relation and a single name."""
        narrative = self.narrative
        found = short_name(narrative, i, j)
        if found is None:
            return
        printed, last, role = found
        told = sex_of("", before_name(narrative, i, j))
        known = self.by_word.get(last, ())
        if any(not told or not person.sex or told == person.sex for person in known[:HOMONYMS]):
            return
        person = Person(printed, (last,), told)
        self.by_word.setdefault(last, []).append(person)
        self.add_role(person, role)

    def add_role(self, person: Person, role: str | None) -> None:
        """Give a person the role that is printed next to the name."""
        if not role:
            return
        person.role = role
        person.role_words = frozenset(map(bare_word, role.split()))
        if not person.told:
            person.told = sex_of("", words_of_head(role))
            person.sex = person.told or person.sex

    def _printed(self, name: Name, i: int, j: int) -> str:
        """Return the name as printed, the stops of initials included."""
        starts = self.narrative.words.starts
        return self.narrative.text[starts[i + name.first] : starts[j - 1] + len(name.run[-1])]

    def find_full(self, plain: tuple[str, ...], suffix: str = "") -> Person | None:
        """Return a known person of the same first and last name; initials do not part them, `Sr` and `Jr` do."""
        for person in self.by_word.get(plain[-1], ())[:HOMONYMS]:
            apart = suffix and person.suffix and suffix != person.suffix
            # `Al Roe` is the Huda Al Roe of before
            alike = person.words[0] == plain[0] or (len(plain) > 1 and person.words[-len(plain) :] == plain)
            if alike and person.words[-1] == plain[-1] and not apart:
                return person
        return None

    def _mentions(self, found: list[tuple[int, int]]) -> None:
        narrative = self.narrative
        words, starts, lower = narrative.words.words, narrative.words.starts, narrative.lower
        by_word, owner = self.by_word, narrative.owner
        alone: dict[str, Person] = {}
        for i, j in found:
            last = words[j - 1]
            if (lower[j - 1] if last.isalpha() else bare_word(last)) not in by_word or owner[i] >= 0:
                continue
            person = alone.get(last) if j - i == 1 else None
            if person is None:
                person = self.named(words[i:j], starts[i])
                if person is not None and j - i == 1 and len(by_word.get(bare_word(last), ())) == 1:
                    alone[last] = person
            if person is not None:
                self.mention_offsets.append(starts[i])
                self.mention_words.append(i)
                self.mention_persons.append(person)
                person.mentions.append(starts[i])

    def named(self, words: Sequence[str], offset: int) -> Person | None:
        """Return the person that a name means at a place of the text."""
        name = proper(tuple(words))
        plain = name.plain
        if not plain:
            return None
        if len(plain) > 1:
            full = self.find_full(plain, name.last)
            if full is not None:
                return full
            if TITLES_OR_DEMONYMS.isdisjoint(plain[:-1]) and words[0].lower() not in PARTICLE_FIRST:
                return None
        homonyms = self.by_word.get(plain[-1], [])
        if len(homonyms) == 1 and (len(plain) == 1 or homonyms[0].words[-1] == plain[-1]):
            only = homonyms[0]
            return None if only.sex and len(words) > 1 and another_sex(words, only.sex) else only
        homonyms = homonyms[:HOMONYMS]
        candidates = [p for p in homonyms if p.words[-1] == plain[-1]] or (homonyms if len(plain) == 1 else [])
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        return self._best(candidates, {bare_word(w) for w in words}, offset)

    def _best(self, candidates: list[Person], lows: set[str], offset: int) -> Person | None:
        """Of people who share a name the one whose title agrees, or who was spoken of last."""
        sex = sex_of("", list(lows))
        candidates = [p for p in candidates if not sex or not p.sex or p.sex == sex]
        exact = [p for p in candidates if lows & p.role_words]
        candidates = exact if len(exact) == 1 else candidates
        if not sex:
            # a bare surname is the leading person's; the others of the name are given in full or with a title
            most = max((p.full for p in candidates), default=0)
            candidates = [p for p in candidates if 2 * p.full > most]
            known = max((len(p.mentions) for p in candidates), default=0)
            candidates = [p for p in candidates if 3 * len(p.mentions) >= known]
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        return max(candidates, key=lambda p: last_before(p.mentions, offset))

    def before(self, offset: int, count: int = 12) -> Iterator[tuple[int, Person]]:
        """Return the last mentions before a place, newest first."""
        at = bisect_right(self.mention_offsets, offset - 1)
        for mention in range(at - 1, max(-1, at - 1 - count), -1):
            yield self.mention_offsets[mention], self.mention_persons[mention]

    def between(self, start: int, end: int) -> Iterator[tuple[int, Person]]:
        """Return the mentions from one place to before another, in order."""
        for n in range(bisect_left(self.mention_offsets, start), bisect_left(self.mention_offsets, end)):
            yield self.mention_offsets[n], self.mention_persons[n]


ELSEWHERE = (PREPOSITIONS | frozenset(CUES) | {"and", "or", "but", "that", "who"}) - {"chair", "coach"}
"""Words that part a name from what is said before it."""
TITLES_OR_DEMONYMS = TITLES | DEMONYMS
PLACING = frozenset(("in", "at", "near"))
"""What stands before a place, and hardly ever before a person whom nothing else in the text names in full."""
FORENAMES = MALE_NAMES | FEMALE_NAMES
PARTICLE_FIRST = word_set("de la le von van der den di da del dos das du al el bin")


def another_sex(words: Sequence[str], sex: str) -> bool:
    """Whether a title says that a name is not that of somebody of this sex: `Mrs Roe` is not Ian Roe."""
    told = sex_of("", [bare_word(word).strip(".") for word in words[:-1]])
    return bool(told) and told != sex


def before_name(narrative: Narrative, i: int, j: int) -> list[str]:
    """Return the words that may say what the name i..j-1 is: up to three before it, none of another phrase."""
    first = i
    while first > 0 and i - first < 3 and narrative.separators[first] in ("", ","):
        if narrative.lower[first - 1] in ELSEWHERE or narrative.words.words[first - 1].endswith(POSSESSIVE):
            break
        first -= 1
    return narrative.lower[first:j]


def words_of_head(role: str) -> list[str]:
    """Return the words of a role that say what its bearer is: `son` of `son of the queen`, `lawyer` of `his wife’s`."""
    words = role.lower().split()
    return [word for word in words[: head_place(words) + 1] if not word.endswith(POSSESSIVE)]


def last_before(offsets: list[int], offset: int) -> int:
    """Return the last of some offsets before a place, or -1."""
    place = bisect_left(offsets, offset)
    return offsets[place - 1] if place else -1


def sex_of(forename: str, context: list[str]) -> str:
    """Tell what titles, roles and the forename say: `he`, `she`, or nothing."""
    if not FEMALE_NOUNS.isdisjoint(context):
        return "she"
    if not MALE_NOUNS.isdisjoint(context):
        return "he"
    if forename in MALE_NAMES:
        return "he"
    return "she" if forename in FEMALE_NAMES else ""
