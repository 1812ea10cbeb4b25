"""Whether somebody is a he or a she: by titles and roles, by the forename, and by the pronouns that follow the name."""

from feeds.reading.people.fullnames import bare_word
from feeds.reading.people.index import People, Person
from feeds.reading.prose.lexicon import FEMALE_NAMES, MALE_NAMES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.prose.phrases import FUNCTION

SAID = {"he": 2.0, "himself": 3.0, "his": 1.0, "she": -2.0, "herself": -3.0, "her": -1.0}
"""What a pronoun behind a name says of its bearer: above nothing a man, below a woman."""
REFLEXIVE = frozenset(("himself", "herself"))
"""What goes with the nearest name, whoever else is named before."""
TITLED = {"mr": 9.0, "sir": 9.0, "mrs": -9.0, "ms": -9.0, "miss": -9.0, "dame": -9.0, "madam": -9.0}
"""What a title before a name says."""
FORENAME = 2.5
"""What the table of forenames says: less than a reflexive pronoun, for the same name is a man's here and a woman's
there."""
ENDINGS = {"a": -0.5, "o": 0.5, "elle": -0.5, "ette": -0.5, "ine": -0.5, "us": 0.5, "os": 0.5}
"""What the ending of a forename says, where nothing else does."""
ENOUGH = 1.0
"""How much must be said before it counts as known."""
REACH = 25
"""Words behind a name in which its pronoun is looked for."""
MENTIONS = 12
"""Mentions of one person that are looked at."""


def settle(people: People) -> None:
    """Set the sex of everybody in a text whom no title or role has told of."""
    said: dict[int, float] = {}
    looked: dict[int, int] = {}
    for number, (offset, person) in enumerate(zip(people.mention_offsets, people.mention_persons, strict=True)):
        known = id(person)
        looked[known] = looked.get(known, 0) + 1
        if looked[known] <= MENTIONS:
            said[known] = said.get(known, 0.0) + mention_says(people, number, offset)
    for person in {id(p): p for p in people.mention_persons}.values():
        if not person.told:
            decide(person, said.get(id(person), 0.0))


def mention_says(people: People, number: int, offset: int) -> float:
    """Weigh the title in one mention and the pronouns behind it, where nobody else is named between."""
    narrative = people.narrative
    lower = narrative.lower
    word = narrative.word_at(offset)
    titled = TITLED.get(lower[word], 0.0) or (TITLED.get(lower[word - 1], 0.0) if word else 0.0)
    block = narrative.blocks[narrative.block_at(word)]
    offsets, persons = people.mention_offsets, people.mention_persons
    alone = number == 0 or offsets[number - 1] < block.start or persons[number - 1] is persons[number]
    following = number + 1
    while following < len(offsets) and persons[following] is persons[number]:
        following += 1
    stop = narrative.word_at(offsets[following]) if following < len(offsets) else len(lower)
    for n in range(word + 1, min(stop, block.last, word + REACH)):
        if lower[n] in SAID and narrative.owner[n] < 0 and (alone or lower[n] in REFLEXIVE):
            return titled if lower[n] == "her" and object_form(narrative, n) else titled + SAID[lower[n]]
    return titled


def object_form(narrative: Narrative, n: int) -> bool:
    """Whether the `her` at word n is somebody that something is done to: `told her that`, no `her brother`."""
    return n + 1 >= len(narrative.lower) or narrative.separators[n + 1] != "" or narrative.lower[n + 1] in FUNCTION


def decide(person: Person, said: float) -> None:
    """Set a person's sex by what was said, and by the forename."""
    forename = bare_word(person.words[0]) if len(person.words) > 1 else ""
    said += FORENAME if forename in MALE_NAMES else -FORENAME if forename in FEMALE_NAMES else 0.0
    person.sex = "he" if said >= ENOUGH else "she" if said <= -ENOUGH else ""
    person.leaning = said or next((w for ending, w in ENDINGS.items() if forename.endswith(ending)), 0.0)
