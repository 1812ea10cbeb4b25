"""Whom a phrase without a name means by what it calls them: by an office, by a nation, by a noun for people."""

from feeds.reading.people.fullnames import bare_word
from feeds.reading.people.index import People, Person
from feeds.reading.people.sorts import SORTS, VARIED
from feeds.reading.prose.lexicon import FEMALE_NAMES, FEMALE_NOUNS, MALE_NAMES, MALE_NOUNS, PERSONS, TITLE_LIKE
from feeds.reading.tables import word_set

IRREGULAR = {"dane": ("denmark", "danish"), "dutchman": ("netherl", "holland"), "welshman": ("wales", "welsh")}
"""Demonyms that begin otherwise than the country."""
ALIKE = 4
"""Letters of a demonym that its country begins with as well."""
BESIDE = 3
"""Words before a name, and twice as many from its beginning, among which the country is looked for."""
RANKS = word_set("prime vice deputy assistant former ex foreign shadow")
"""Words of an office that make another one of it."""
OTHERS = word_set("prime vice deputy shadow")
"""Those that are not left out: the foreign minister is the minister later on, and the prime minister is not."""
LOOKED_AT = 30
"""Mentions before a phrase among which somebody of its role is looked for."""


def by_role(people: People, words: list[str], offset: int) -> Person | None:
    """Return the person whose role the head of a definite phrase names, else one of the sort that it means."""
    words = list(map(bare_word, words))
    heads = [word for word in words if word in PERSONS]
    if not heads:
        return None
    head = heads[-1]
    sex = sex_told(head)
    before = [person for _, person in people.before(offset, LOOKED_AT) if not opposed(sex, person.sex)]
    told = frozenset(words[1:-1])
    exact = [person for person in before if head in person.role_words and same_office(told, person.role_words)]
    whole = (person for person in exact if told and told <= person.role_words)
    found = next(whole, None) or next(iter(exact), None)
    sort = SORTS.get(head, frozenset())
    return found or next((person for person in before if not sort.isdisjoint(person.role_words)), None)


def same_office(told: frozenset[str], role: frozenset[str]) -> bool:
    """Whether the words before an office may be those of somebody's role: the minister is no prime minister."""
    if not told & RANKS <= role & RANKS or told & OTHERS != role & OTHERS:
        return False
    kinds, known = told & TITLE_LIKE, role & TITLE_LIKE
    return not kinds or not known or not kinds.isdisjoint(known)


def native(people: People, demonym: str, offset: int) -> Person | None:
    """Return who was named beside a country that begins like a demonym: the Ethiopian is `Ethiopia’s Ann Roe`."""
    narrative = people.narrative
    country = IRREGULAR.get(demonym, demonym[:ALIKE])
    for _, person in people.before(offset):
        word = narrative.word_at(person.mentions[0])
        if any(near.startswith(country) for near in narrative.lower[max(0, word - BESIDE) : word + 2 * BESIDE]):
            return person
    return None


def thing_like(person: Person | None) -> bool:
    """Whether nothing but two capitals says that a name is somebody's: `Quilm Marine`, which `it` may mean."""
    if person is None:
        return True
    given = person.words[0]
    return not (person.sex or person.role or given in MALE_NAMES or given in FEMALE_NAMES)


def varied(words: list[str]) -> bool:
    """Whether a phrase only calls somebody again who was named: `the singer`, `the veteran midfielder`."""
    return words[0] == "the" and 1 < len(words) < 4 and words[-1] in VARIED


def sex_told(noun: str) -> str:
    """Return what a noun says of somebody: `he`, `she`, or nothing."""
    return "she" if noun in FEMALE_NOUNS else "he" if noun in MALE_NOUNS else ""


def opposed(one: str, other: str) -> bool:
    """Whether both are known and differ."""
    return bool(one and other) and one != other
