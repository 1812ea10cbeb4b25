"""Who is meant: one index of the people in a text, by which surnames, pronouns and roles find their full name."""

from bisect import bisect_right

from feeds.reading.grammar import NOT_NAMES, STATES
from feeds.reading.lexicon import (
    BODIES,
    DEMONYMS,
    FEMALE_NAMES,
    FEMALE_NOUNS,
    MALE_NAMES,
    MALE_NOUNS,
    PERSONS,
    TITLE_LIKE,
    TITLES,
)
from feeds.reading.narrative import Narrative
from feeds.reading.roles import role_after, role_before
from feeds.reading.subjects import PARTICLES, capital

SUFFIXES = frozenset("jr sr ii iii iv".split())
ORGANISATION = frozenset(
    "inc corp ltd llc plc group party house university college institute center centre council committee association union "
    "company bank court department ministry news times post journal street avenue county city state states club league "
    "campaign foundation fund agency office bureau service network press act bill day night week show".split()
)


class Person:
    """One person of the text."""

    __slots__ = ("mentions", "name", "role", "role_words", "sex", "words")

    def __init__(self, name: str, words: tuple[str, ...], sex: str) -> None:
        self.name = name
        """The fullest form, without titles."""
        self.words = words
        """Its words in lower case, without suffixes."""
        self.sex = sex
        """`he`, `she`, or nothing."""
        self.role: str | None = None
        self.role_words: frozenset[str] = frozenset()
        self.mentions: list[int] = []
        """Offsets, in order."""


def bare_word(word: str) -> str:
    """A word in lower case without a possessive."""
    low = word.lower()
    return low[:-2] if low.endswith(("’s", "'s")) else low.rstrip("’'")


def name_words(words: list[str]) -> list[str]:
    """The words of the name proper in a noun phrase: after titles, roles and whatever is in lower case."""
    run: list[str] = []
    for word in words:
        low = bare_word(word)
        if capital(word) and low not in NOT_NAMES:
            run.append(word)
        elif low in PARTICLES and word[0].islower():
            run.append(word)
        else:
            run = []
    while run and bare_word(run[0]) in PARTICLES and run[0][0].islower():
        run.pop(0)
    while run and run[-1].islower():
        run.pop()
    for place in range(len(run) - 2, -1, -1):
        low = bare_word(run[place])
        rest = [w for w in run[place + 1 :] if bare_word(w) not in SUFFIXES]
        if rest and (
            low in TITLES
            or low in PERSONS
            or low in DEMONYMS
            or (low in TITLE_LIKE)
            or run[place].endswith(("’s", "'s"))
        ):
            run = run[place + 1 :]
            break
    if run and run[-1].endswith(("’s", "'s")):
        run[-1] = run[-1][:-2]
    return run


class People:
    """The index of one text."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self.persons: list[Person] = []
        self.by_word: dict[str, list[Person]] = {}
        self.mention_offsets: list[int] = []
        self.mention_persons: list[Person] = []
        self.runs = self._runs()
        self._full_names()
        self._mentions()

    def _runs(self) -> list[tuple[int, int]]:
        """Runs of words that look like names, as half-open word indices."""
        n = self.narrative
        words, lower, gaps, owner = n.words.words, n.lower, n.words.gaps, n.owner
        runs: list[tuple[int, int]] = []
        i, count = 0, len(words)
        while i < count:
            if not words[i][0].isupper() or lower[i] in NOT_NAMES:
                i += 1
                continue
            j = i + 1
            while j < count and j - i < 9 and owner[j] == owner[i]:
                gap = gaps[j]
                if gap not in (" ", "\xa0") and not (
                    gap == ". " and (len(words[j - 1]) == 1 or lower[j - 1] in TITLES or words[j - 1][1:2] == ".")
                ):
                    break
                ahead = j
                while ahead < count - 1 and ahead - j < 3 and lower[ahead] in PARTICLES and gaps[ahead + 1] == " ":
                    ahead += 1
                if not capital(words[ahead]) or lower[ahead] in NOT_NAMES:
                    break
                j = ahead + 1
                if words[j - 1].endswith(("’s", "'s")):
                    break
            runs.append((i, j))
            i = j
        return runs

    def _full_names(self) -> None:
        n = self.narrative
        for i, j in self.runs:
            run = name_words(n.words.words[i:j])
            plain = [w for w in run if bare_word(w) not in SUFFIXES]
            if len(plain) < 2 or len(plain) > 5:
                continue
            lows = tuple(bare_word(w) for w in plain)
            if any(w in ORGANISATION or w in BODIES for w in lows) or lows[-1] in STATES:
                continue
            if all(map(str.isupper, plain)) and len(plain[0]) > 2:
                continue
            person = self.find_full(lows)
            if person is None:
                sex = self.sex_of(lows, n.lower[max(0, i - 3) : j])
                person = Person(self.printed(run, i, j), lows, sex)
                self.persons.append(person)
                for word in {lows[0], lows[-1]}:
                    self.by_word.setdefault(word, []).append(person)
            if person.role is None:
                first = j - len(run)
                person.role = role_before(n, first) or role_after(n, j)
                if person.role:
                    person.role_words = frozenset(bare_word(w) for w in person.role.split())
                    if not person.sex:
                        person.sex = (
                            "she"
                            if person.role_words & FEMALE_NOUNS
                            else "he"
                            if person.role_words & MALE_NOUNS
                            else ""
                        )

    def printed(self, run: list[str], i: int, j: int) -> str:
        """The name as printed, the stops of initials included."""
        words = self.narrative.words
        first = next(k for k in range(i, j) if words.words[k] == run[0])
        end = words.starts[j - 1] + len(run[-1])
        return self.narrative.text[words.starts[first] : end]

    def find_full(self, lows: tuple[str, ...]) -> Person | None:
        """A known person of the same first and last name; initials in between do not part them."""
        for person in self.by_word.get(lows[-1], ())[:40]:
            if person.words[-1] == lows[-1] and (person.words[0] == lows[0]):
                return person
        return None

    def sex_of(self, lows: tuple[str, ...], context: list[str]) -> str:
        """What forename, title or role say."""
        if any(w in FEMALE_NOUNS for w in context):
            return "she"
        if any(w in MALE_NOUNS for w in context):
            return "he"
        if lows[0] in MALE_NAMES:
            return "he"
        return "she" if lows[0] in FEMALE_NAMES else ""

    def _mentions(self) -> None:
        n = self.narrative
        for i, j in self.runs:
            if n.owner[i] >= 0:
                continue
            person = self.named(n.words.words[i:j], n.words.starts[i])
            if person is not None:
                self.mention_offsets.append(n.words.starts[i])
                self.mention_persons.append(person)
                person.mentions.append(n.words.starts[i])

    def named(self, words: list[str], offset: int) -> Person | None:
        """The person that a name means at a place of the text."""
        run = name_words(words)
        plain = [bare_word(w) for w in run if bare_word(w) not in SUFFIXES]
        if not plain:
            return None
        if len(plain) > 1:
            full = self.find_full(tuple(plain))
            if full is not None:
                return full
        candidates = [p for p in self.by_word.get(plain[-1], ())[:40] if p.words[-1] == plain[-1]]
        if not candidates and len(plain) == 1:
            candidates = self.by_word.get(plain[-1], [])[:40]
        if len(plain) > 1 and not any(w in TITLES or w in DEMONYMS for w in plain[:-1]):
            return None
        lows = {bare_word(w) for w in words}
        sex = "she" if lows & FEMALE_NOUNS else "he" if lows & MALE_NOUNS else ""
        agreeing = [p for p in candidates if not sex or not p.sex or p.sex == sex]
        if len(agreeing) > 1:
            exact = [p for p in agreeing if lows & p.role_words]
            agreeing = exact if len(exact) == 1 else agreeing
        if not agreeing:
            return None
        before = [p for p in agreeing if p.mentions and p.mentions[-1] < offset]
        return max(before, key=lambda p: p.mentions[-1]) if before else agreeing[0]

    def before(self, offset: int, count: int = 12) -> list[tuple[int, Person]]:
        """The last mentions before a place, newest first."""
        at = bisect_right(self.mention_offsets, offset - 1)
        low = max(0, at - count)
        return list(zip(self.mention_offsets[low:at], self.mention_persons[low:at], strict=True))[::-1]
