"""One speaker over many articles: names that are surely one person's go together, and each tells why.

`feeds.speakers` calls `identify` with the names that quotes were resolved to, those of one surname together. Nothing is
merged that could be two people: a bare surname that thousands bear stays by itself unless a title, a role or its own
article says whose it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from feeds.reading.people.fullnames import SUFFIXES
from feeds.reading.prose.grammar import DETERMINERS, PERSON_PRONOUNS, POSSESSIVES, RELATIVES, SUBJECT_PRONOUNS
from feeds.reading.prose.lexicon import (
    BODIES,
    FEMALE_NAMES,
    FEMALE_NOUNS,
    MALE_NAMES,
    MALE_NOUNS,
    PERSONS,
    PLURALS,
    TEXTS,
    TITLES,
)
from feeds.reading.prose.phrases import PARTICLES
from feeds.reading.remembering import remembered
from feeds.reading.tables import classes

COMMON = frozenset(classes("surnames")["common"])
"""Surnames of so many that one alone tells nobody apart."""
SAME = "the same first and last name"
SPELLINGS = tuple(
    pair.split(">")
    for pair in "yy>y iy>y ii>y ij>y yi>y sch>sh tch>ch dzh>j dj>j kh>h ph>f ou>u oo>u ee>i w>v x>ks".split()  # noqa: SIM905
)
"""Ways to write one sound in Latin letters (Zelenskyy, Zelensky; Gorbachev, Gorbatchev); only of use where the given
names agree too, or the surname is the only one like it."""
MARKS = re.compile(r"[^\w\s’'-]")
_UNSAID = DETERMINERS | POSSESSIVES
_ROLES = (PERSONS | PLURALS) - BODIES
_GENERIC = PERSONS | PLURALS | BODIES | TEXTS | PERSON_PRONOUNS | SUBJECT_PRONOUNS | RELATIVES


class Sighting(NamedTuple):
    """A speaker as one article names them."""

    name: str
    """As `Quote.speaker` has it, or as printed: `President Zelensky`."""
    role: str | None = None
    """As printed: `the Kremlin spokesman`."""
    article: str = ""
    """Which article: names of one article help each other."""


class Identity(NamedTuple):
    """One speaker."""

    name: str
    """The fullest name, the most frequent of equally full ones."""
    aliases: tuple[str, ...]
    """Every name seen, the most frequent first."""
    roles: tuple[str, ...]
    """Every role seen, the most frequent first."""
    why: tuple[str, ...]
    """For each alias that was merged, the reason in words; as long as `aliases`, empty for the name itself."""


class Name(NamedTuple):
    """A name taken apart."""

    given: tuple[str, ...]
    surname: str
    """Folded to lower case without accents; a body's whole name."""
    titles: frozenset[str]
    suffix: str
    person: bool


def fold(word: str) -> str:
    """Return a word in lower case without accents and possessive."""
    plain = word.casefold().replace("’", "'")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return plain.removesuffix("'s").strip("'.-")


@remembered(10_000)
def spelling(name: str) -> str:
    """Return a name in one of several spellings that stand for the same sounds."""
    for one, other in SPELLINGS:
        name = name.replace(one, other)
    return re.sub(r"(.)\1", r"\1", name)


@remembered(10_000)
def parse(name: str) -> Name:
    """Take a name apart: titles, given names, surname with its particles, suffix; what is no person's stays whole."""
    words = [fold(w) for w in MARKS.sub(" ", name).split()]
    words = [w for w in words if w]
    titles = set()
    while len(words) > 1 and (words[0] in TITLES or words[0] in ("the", "former", "ex", "prime", "vice", "foreign")):
        titles.add(words.pop(0))
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words:
        return Name((), fold(name), frozenset(), "", False)
    lower = all(w.islower() or not w.isalpha() for w in name.split())
    if lower or words[-1] in BODIES or words[-1] in TEXTS or words[-1] in PERSONS or len(words) > 5 or "the" in titles:
        return Name((), " ".join(words), frozenset(), "", False)
    first = len(words) - 1
    while first > 0 and words[first - 1] in PARTICLES:
        first -= 1
    return Name(tuple(words[:first]), " ".join(words[first:]), frozenset(titles), suffix, True)


def tells_who(name: str) -> bool:
    """Whether a name means the same speaker in every article: not `they`, `the company`, `the Minister`."""
    words = [word for word in MARKS.sub(" ", name).split() if word.lower() not in _UNSAID]
    folded = [fold(word) for word in words]
    if all(word[:1].islower() for word in words) or folded[-1] in _ROLES:
        return False
    return not all(word in _GENERIC or word.removesuffix("s") in _GENERIC for word in folded)


def given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two rows of given names can be one person's: the first alike, the others alike where both have them."""
    if not one or not other or spelling(one[0]) != spelling(other[0]):
        return False
    return all(
        a[0] == b[0] and (len(a) == 1 or len(b) == 1 or a == b) for a, b in zip(one[1:], other[1:], strict=False)
    )


def sex(titles: Iterable[str]) -> str:
    """Return what titles and role nouns tell: `he`, `she`, or nothing where they tell nothing or both."""
    words = set(titles)
    he, she = bool(words & MALE_NOUNS), bool(words & FEMALE_NOUNS)
    return "" if he == she else "he" if he else "she"


class _Group:
    """An identity in the making."""

    def __init__(self, key: Name) -> None:
        self.key = key
        self.names: dict[str, int] = {}
        self.why: dict[str, str] = {}
        self.roles: dict[str, int] = {}
        self.articles: set[str] = set()
        self.words: set[str] = set()

    def add(self, sighting: Sighting, key: Name, why: str) -> None:
        self.names[sighting.name] = self.names.get(sighting.name, 0) + 1
        self.why.setdefault(sighting.name, why)
        self.articles.add(sighting.article)
        self.words |= key.titles
        if sighting.role:
            self.roles[sighting.role] = self.roles.get(sighting.role, 0) + 1
            self.words |= {fold(w) for w in sighting.role.split()}
        if len(key.given) > len(self.key.given):
            self.key = key

    def sex(self) -> str:
        """Return what titles, roles and the forename tell."""
        first = self.key.given[0] if self.key.given else ""
        return sex(self.words) or ("he" if first in MALE_NAMES else "she" if first in FEMALE_NAMES else "")

    def identity(self) -> Identity:
        aliases = sorted(self.names, key=lambda n: (-self.names[n], n))
        full = max(aliases, key=lambda n: (len(parse(n).given), not parse(n).titles, self.names[n]))
        roles = tuple(sorted(self.roles, key=lambda r: (-self.roles[r], r)))
        why = tuple("" if n == full else self.why[n] or SAME for n in aliases)
        return Identity(full, tuple(aliases), roles, why)


_Named = dict[tuple[str, ...], list[_Group]]
"""Groups by how their surname sounds and by what else tells them apart: the first given name, an article, a word of a
role. A walk over all of one surname was quadratic: 4 s for 4,000 of them, or for 2,000 and as many bare surnames."""


def identify(sightings: Iterable[Sighting]) -> tuple[Identity, ...]:
    """Merge the names of speakers that are surely one person's or body's, in the order of their first full sighting.

    Full names go first: they are one where surname, given names and suffix agree, middle names only where both have
    them, spellings of one sound counting as alike, titles of different sex as different. Then a bare surname, or a
    title with it, joins the only full name that fits, if it is rare, or a title, a role or its article agrees.
    """
    read = [(sighting, parse(sighting.name)) for sighting in sightings]
    groups: list[_Group] = []
    by_name: _Named = {}
    bodies = _Bodies(groups)
    for sighting, key in read:
        if not key.person:
            bodies.take(sighting, key)
        elif key.given:
            _full(sighting, key, groups, by_name)
    for sighting, key in read:
        if key.person and not key.given:
            _bare(sighting, key, groups, by_name)
    return tuple(group.identity() for group in groups)


class _Bodies:
    """Bodies that speak, by name: one with a capital is the same everywhere, `the ministry` only in one article.

    Found by key: a walk over the groups of one name was quadratic, 8 s for 9,000 articles.
    """

    def __init__(self, groups: list[_Group]) -> None:
        self._groups = groups
        self._first: dict[str, int] = {}
        self._by_article: dict[tuple[str, str], int] = {}

    def take(self, sighting: Sighting, key: Name) -> None:
        """Add a sighting to the first body that it names, or to a new one."""
        place = key.surname, sighting.article
        known = self._first if any(map(str.isupper, sighting.name[1:])) else None
        number = self._by_article.get(place) if known is None else known.get(key.surname)
        why = "the same name"
        if number is None:
            number, why = len(self._groups), ""
            self._groups.append(_Group(key))
            self._first.setdefault(key.surname, number)
        self._groups[number].add(sighting, key, why)
        self._by_article[place] = min(number, self._by_article.get(place, number))


def _add(group: _Group, sighting: Sighting, key: Name, why: str, by_name: _Named) -> None:
    """Add a sighting to a group, and find the group by its article and its role from now on."""
    surname = spelling(group.key.surname)
    told = group.words & PERSONS
    if sighting.article and sighting.article not in group.articles:
        by_name.setdefault((surname, "in", sighting.article), []).append(group)
    group.add(sighting, key, why)
    for word in (group.words & PERSONS) - told:
        by_name.setdefault((surname, "is", word), []).append(group)


def _found(sighting: Sighting, key: Name, groups: list[_Group], by_name: _Named) -> None:
    group = _Group(key)
    groups.append(group)
    surname = spelling(key.surname)
    by_name.setdefault((surname, "full" if key.given else "bare", ""), []).append(group)
    if key.given:
        by_name.setdefault((surname, spelling(key.given[0])), []).append(group)
    _add(group, sighting, key, "", by_name)


def _full(sighting: Sighting, key: Name, groups: list[_Group], by_name: _Named) -> None:
    for group in by_name.get((spelling(key.surname), spelling(key.given[0])), []):
        if key.suffix != group.key.suffix or not given_agree(key.given, group.key.given):
            continue
        if {sex(key.titles), group.sex()} != {"he", "she"}:
            same = key.surname == group.key.surname and key.given[0] == group.key.given[0]
            _add(group, sighting, key, SAME if same else "another spelling of the same name", by_name)
            return
    _found(sighting, key, groups, by_name)


def _bare(sighting: Sighting, key: Name, groups: list[_Group], by_name: _Named) -> None:
    words = key.titles | {fold(w) for w in (sighting.role or "").split()}
    surname, told = spelling(key.surname), sex(words)

    def fitting(*places: tuple[str, ...]) -> Iterator[_Group]:
        known: set[int] = set()
        for group in chain.from_iterable(by_name.get(place, ()) for place in places):
            if id(group) not in known and {told, group.sex()} != {"he", "she"}:
                known.add(id(group))
                yield group

    article = (surname, "in", sighting.article)
    titled = [(surname, "is", word) for word in words & PERSONS]
    anywhere = [] if key.surname in COMMON else [(surname, "full", "")]
    for places, why in (
        ([article] if sighting.article else [], "named in full in the same article"),
        (titled, "the only one of this surname with this title"),
        (anywhere, "the only one of this surname"),
    ):
        few = list(islice((group for group in fitting(*places) if group.key.given), 2))
        if len(few) == 1:
            _add(few[0], sighting, key, why, by_name)
            return
    same = next((g for g in fitting((surname, "bare", "")) if g.key.surname == key.surname), None)
    if same is not None and (
        key.surname not in COMMON or words & same.words & PERSONS or sighting.article in same.articles
    ):
        _add(same, sighting, key, "the same surname", by_name)
        return
    _found(sighting, key, groups, by_name)
