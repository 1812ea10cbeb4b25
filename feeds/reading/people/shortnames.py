"""People whom a text never names in full: `Ms Oduya`, `her manager, Ishtiaq,`, `Ishtiaq, 34,`."""

from collections.abc import Iterator

from feeds.reading.people.fullnames import ORGANISATIONS, bare_word, proper
from feeds.reading.people.roles import head_place, role_after, role_apposed, role_before
from feeds.reading.prose.grammar import ARTICLES, DAYS, POSSESSIVES, STATES
from feeds.reading.prose.lexicon import DEMONYMS, PERSONS, TITLES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.tables import word_set
from feeds.reading.words import POSSESSIVE, without_possessive

NOT_ALONE = word_set(
    "opponent rival challenger partner neighbour neighbor owner supplier contractor subcontractor client customer "
    "lender insurer operator maker manufacturer developer broadcaster publisher exporter importer host champion winner "
    "leader provider promoter organiser organizer sponsor employer landlord regulator consultant newcomer seed member "
    "parent speaker chair"
)
"""What a firm, a team or a country may be called too, in front of a single name: `rival Tarn`."""
CALLED = 2
"""Words of a calling and a single name."""
SHORT_RUN = 3
"""Words of a name that is not given in full, its titles with it."""
AGE_DIGITS = 2
"""Digits of an age between commas."""


def short_runs(narrative: Narrative, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Return the runs that may be somebody's by a title, a relation or an age; most names are told without a call."""
    lower, gaps = narrative.lower, narrative.words.gaps
    last = len(lower)
    for i, j in found:
        if j - i == 1:
            before = gaps[i]
            if (
                (before == " " and lower[i - 1] in PERSONS)
                or (before == ", " and gaps[j][:1] in (",", ")"))
                or (gaps[j] == ", " and j < last and (lower[j].isdigit() or lower[j] in ARTICLES))
            ):
                yield i, j
        elif j - i <= SHORT_RUN and (lower[i] in TITLES or (j - i == CALLED and lower[i] in PERSONS)):
            yield i, j


def short_name(narrative: Narrative, i: int, j: int) -> tuple[str, str, str | None] | None:
    """Return the name in the words i..j-1 as it is to be shown, its word, and the role, if it is somebody's."""
    words, lower = narrative.words, narrative.lower
    last = bare_word(words.words[j - 1])
    if narrative.owner[i] >= 0 or last in STATES or last in DAYS or last in DEMONYMS or last in PERSONS:
        return None
    if last in ORGANISATIONS or len(last) < 2 or words.words[j - 1].isupper():
        return None
    printed = without_possessive(narrative.text[words.starts[i] : words.ends[j - 1]])
    if j - i > 1:
        if len(proper(tuple(words.words[i:j])).run) != 1 or lower[i] in NOT_ALONE:
            return None
        if lower[i] not in TITLES:
            printed = without_possessive(words.words[j - 1])  # `Goalkeeper Josué`
        return printed, last, role_before(narrative, j - 1)
    role = role_apposed(narrative, i, j) or related(narrative, i) or explained(narrative, j)
    if role is None and not aged(narrative, j):
        return None
    return printed, last, role


def related(narrative: Narrative, i: int) -> str | None:
    """Return what somebody is, before the name: `her brother Ishtiaq`, `Roe’s wife Ngozi`, `the goalkeeper Josué`."""
    role = role_before(narrative, i)
    if role is None:
        return None
    said = role.lower().split()
    owned = said[0] in POSSESSIVES or said[0].endswith(POSSESSIVE)
    return role if owned or said[-1] not in NOT_ALONE else None


def explained(narrative: Narrative, j: int) -> str | None:
    """Return what an apposition with an article says that somebody is: `Imelda, the youngest sister,`."""
    if j >= len(narrative.lower) or narrative.lower[j] not in ARTICLES:
        return None
    role = role_after(narrative, j)
    return None if role is None or not of_a_person(role) else role


def of_a_person(role: str) -> bool:
    """Whether the head of a role is a noun for a person by the table, as places have none: `the capital of Tarn`."""
    words = role.lower().split()
    return words[head_place(words)] in PERSONS


def aged(narrative: Narrative, j: int) -> bool:
    """Whether an age stands between commas behind a name."""
    gaps = narrative.words.gaps
    digits = narrative.lower[j] if j < len(narrative.lower) else ""
    return digits.isdigit() and len(digits) == AGE_DIGITS and gaps[j] == ", " and gaps[j + 1][:1] in (",", ".")
