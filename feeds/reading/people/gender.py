"""Whether somebody is a he or a she: by titles and roles, by the forename, and by the pronouns that follow the name."""

from itertools import compress

from feeds.reading.people.fullnames import bare_word
from feeds.reading.people.index import People, Person
from feeds.reading.prose.grammar import OBLIQUE
from feeds.reading.prose.lexicon import FEMALE_NAMES, MALE_NAMES
from feeds.reading.prose.narrative import Block, Narrative
from feeds.reading.prose.phrases import FUNCTION
from feeds.reading.remembering import remembered

SAID = {"he": 2.0, "himself": 3.0, "his": 1.0, "she": -2.0, "herself": -3.0, "her": -1.0}
"""What a pronoun behind a name says of its bearer: above nothing a man, below a woman."""
TELLING = frozenset(("him", *SAID))
"""Pronouns behind a name that tell of its bearer, or that somebody else is meant."""
REFLEXIVE = frozenset(("himself", "herself"))
"""What goes with the nearest name, whoever else is named before."""
OWN = {"his": "he", "her": "she"}
DOUBTFUL = 0.5
"""How much of a possessive counts where it may be somebody else's."""
TITLED = {"mr": 9.0, "sir": 9.0, "mrs": -9.0, "ms": -9.0, "miss": -9.0, "dame": -9.0, "madam": -9.0}
"""What a title before a name says."""
FORENAME = 2.5
"""What the table of forenames says: less than a reflexive pronoun, for the same name is a man's here and a woman's
there."""
ENDINGS = {"a": -0.5, "o": 0.5, "elle": -0.5, "ette": -0.5, "ine": -0.5, "us": 0.5, "os": 0.5}
"""What the ending of a forename says, where nothing else does."""
SURNAMES = {
    "ova": -2.0,
    "ová": -2.0,
    "eva": -2.0,
    "skaya": -2.0,
    "ska": -2.0,
    "aitė": -2.0,
    "ytė": -2.0,
    "ienė": -2.0,
    "dóttir": -2.0,
    "dottir": -2.0,
    "kyzy": -2.0,
    "ov": 1.5,
    "ev": 1.5,
    "sky": 0.8,
    "skyy": 1.5,
    "skis": 1.5,
    "aitis": 1.5,
    "evich": 1.5,
}
"""What a surname says that has a form for men and one for women."""
NO_FORMS = frozenset(("casanova", "villanova", "villanueva", "terranova", "genova", "cueva", "leva"))
"""Surnames that end so for men and women alike."""
INSIDE = {"ni": -2.0, "ní": -2.0, "nic": -2.0, "bint": -2.0, "binti": -2.0, "thị": -2.0, "thi": -2.0, "kaur": -2.0}
INSIDE |= {"begum": -2.0, "khatun": -2.0, "bibi": -2.0, "devi": -2.0, "kumari": -2.0}
INSIDE |= {"mac": 1.5, "bin": 2.0, "ibn": 2.0, "văn": 2.0, "singh": 1.5, "kumar": 1.5}
"""What a word behind the forename says of its bearer: `bint` and `bin` are daughter and son."""
ENOUGH = 1.0
"""How much must be said before it counts as known."""
REACH = 25
"""Words behind a name in which its pronoun is looked for."""
MENTIONS = 6
"""Mentions of one person that are looked at."""
DOUBTS = 2
"""The same where the table of forenames knows."""


def settle(people: People) -> None:
    """Set the sex of everybody in a text whom no title or role has told of."""
    said: dict[int, float] = {}
    looked: dict[int, int] = {}
    persons = people.mention_persons
    for number, person in enumerate(persons):
        known = id(person)
        times = looked.get(known, 0)
        if times < (DOUBTS if person.sex else MENTIONS) and not person.told:
            looked[known] = times + 1
            said[known] = said.get(known, 0.0) + mention_says(people, number)
    for person in {id(p): p for p in persons}.values():
        if not person.told:
            decide(person, said[id(person)])


def mention_says(people: People, number: int) -> float:
    """Weigh the title in one mention and the pronouns behind it, where nobody else is named between."""
    narrative = people.narrative
    lower, owner = narrative.lower, narrative.owner
    named, persons = people.mention_words, people.mention_persons
    word = named[number]
    titled = TITLED.get(lower[word], 0.0) or (TITLED.get(lower[word - 1], 0.0) if word else 0.0)
    block = narrative.blocks[narrative.block_at(word)]
    oblique = word > 0 and lower[word - 1] in OBLIQUE
    # `Asked by Ann Roe if he was ill, Ian Poe nodded`
    alone = not oblique and (number == 0 or named[number - 1] < block.first or persons[number - 1] is persons[number])
    following = number + 1
    stop = block.last if block.last < word + REACH else word + REACH
    while following < len(named) and named[following] < stop:
        if persons[following] is not persons[number]:
            stop = named[following]
        following += 1
    for n in compress(range(word + 1, stop), map(TELLING.__contains__, lower[word + 1 : stop])):
        pronoun = lower[n]
        if pronoun == "him" and owner[n] < 0:
            return titled  # somebody else, and so may be the next sentence's pronoun
        if pronoun in SAID and owner[n] < 0 and (alone or pronoun in REFLEXIVE):
            if pronoun == "her" and object_form(narrative, n):
                return titled
            return titled + (DOUBTFUL if anothers(people, number, pronoun) else 1.0) * SAID[pronoun]
    if not alone or stop != block.last or any(w in SAID for w in lower[max(block.first, word - REACH) : word]):
        return titled
    return titled + next_says(narrative, block)


def anothers(people: People, number: int, pronoun: str) -> bool:
    """Whether a possessive may be that of whoever was named before: `Ann Roe won. Poe, who paid on her behalf, …`."""
    if pronoun not in OWN or number == 0:
        return False
    before = people.mention_persons[number - 1]
    return before is not people.mention_persons[number] and before.sex == OWN[pronoun]


def next_says(narrative: Narrative, block: Block) -> float:
    """Weigh the pronoun that opens the sentence behind one in which nobody else is named."""
    n = block.last
    if n >= len(narrative.lower) or narrative.owner[n] >= 0 or narrative.lower[n] not in SAID:
        return 0.0
    following = narrative.blocks[narrative.block_at(n)]
    return SAID[narrative.lower[n]] if following.paragraph == block.paragraph else 0.0


def object_form(narrative: Narrative, n: int) -> bool:
    """Whether the `her` at word n is somebody that something is done to: `told her that`, no `her brother`."""
    return n + 1 >= len(narrative.lower) or narrative.separators[n + 1] != "" or narrative.lower[n + 1] in FUNCTION


@remembered(5_000)
def surname_says(words: tuple[str, ...]) -> float:
    """Weigh what stands behind the forename: `Nguyễn Thị Bích`, `Ní Dhuibhne`, `Petrova`."""
    last = words[-1]
    for size in range(2, 7):
        if last[-size:] in SURNAMES and len(last) > size + 1 and last not in NO_FORMS:
            return SURNAMES[last[-size:]]
    return next((INSIDE[word] for word in words[1:] if word in INSIDE), 0.0)


def decide(person: Person, said: float) -> None:
    """Set a person's sex by what was said, and by the forename."""
    given = len(person.words) > 1 or " " not in person.name  # `Ms Oduya` gives none
    forename = bare_word(person.words[0]) if given else ""
    said += FORENAME if forename in MALE_NAMES else -FORENAME if forename in FEMALE_NAMES else 0.0
    said += surname_says(person.words)
    person.sex = "he" if said >= ENOUGH else "she" if said <= -ENOUGH else ""
    person.leaning = said or next((w for ending, w in ENDINGS.items() if forename.endswith(ending)), 0.0)
