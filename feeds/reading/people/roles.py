"""What somebody is, as printed next to the name: `Russian negotiator`, `the Kremlin spokesman`."""

from bisect import bisect_right
from operator import itemgetter

from feeds.reading.page import Page
from feeds.reading.people.fullnames import TRADES
from feeds.reading.prose.grammar import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    PASTS,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from feeds.reading.prose.lexicon import CUES, PERSONS, PLURALS, TITLE_LIKE, TITLES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.prose.phrases import FUNCTION, NOUNS
from feeds.reading.remembering import remembered
from feeds.reading.tables import word_set
from feeds.reading.words import POSSESSIVE

FORMAL = word_set("right most very his her their your excellency honour honor majesty highness eminence grace hon the")
LONGEST_APPOSED = 8
"""Words of a role that a name explains."""
LONGEST_SHORTENED = 4
"""Letters of a title that a stop shortens: `Capt.`; behind a longer word it ends the sentence."""
LONGEST = 14
"""Words of a role; a longer apposition is a clause."""
ROLE_ENDINGS = (
    "man",
    "woman",
    "ologist",
    "ist",
    "ician",
    "icist",
    "maker",
    "keeper",
    "holder",
    "worker",
    "leader",
    "player",
    "tor",
)
"""Endings of nouns for people that no table needs to hold."""
ADDRESSES = word_set("mr mrs ms miss mx dr prof sir dame smt shri sri madam hon")
"""Titles that say how somebody is addressed, not what they are."""
STYLES = FORMAL | word_set(
    "alhaji alhaja hajiya hajia malam mallam engr barr arch lord lady baroness baron dato datuk datin tan sri seri "
    "tengku tunku shri smt pandit ustaz ustad nana chief sheikh sheik mzee comrade herr frau madame don doña señor "
    "señora signor monsieur rev reverend mullah maulana haji hajji igwe ooni "
    "alaafin obong etsu kabaka nawab sayyid"
)
"""Titles that say less of somebody than an apposition does."""
COMPLETED = PREPOSITIONS | {"representing"}
"""What a noun for a person is completed with."""
WITHIN = frozenset((" ", "’ ", "' "))
"""What may stand between two words of a role: the mark of `the nurses’ union secretary`."""
SPEAKING = frozenset(form for form, cue in CUES.items() if cue.form in "ds" and cue.cls in ("said", "told", "added"))
"""Verbs that end no role: `Speaking through her aide, Ann Roe, the mayor said`."""
VERBS = frozenset(form for form, cue in CUES.items() if cue.form in "ds") | PASTS
"""What begins a clause behind a name and no apposition."""
HONOURS = word_set("the his her your honorable honourable")
FORMER = word_set(
    "retired elected appointed acclaimed celebrated renowned disgraced ageing aging leading outgoing incoming "
    "managing acting batting bowling fielding scouting planning marketing operating presiding reigning ruling sitting "
    "nursing shipping banking farming fishing mining housing engineering publishing racing cycling swimming sailing "
    "skiing boxing defending prosecuting"
)
"""Words of a role that look like participles of the sentence."""
OFFICES = word_set("secretary adviser advisor aide assistant ambassador envoy counsel consultant deputy heir")
"""Nouns for people that `to` completes: `the Press Secretary to the Governor`."""
IS = (["is"], ["was"])
STOP = (SUBORDINATORS | RELATIVES | {"whose", "whom"}) - {"and"}
NO_ROLE = PREPOSITIONS | STOP | AUXILIARIES | PERSON_PRONOUNS | frozenset(CUES) | PASTS | {"and"}
"""What stands in no role in front of a name."""


def role_before(narrative: Narrative, first: int) -> str | None:
    """Return the role in front of the name whose first word is `first`."""
    words = narrative.words
    a = first
    while a > 0 and first - a < 8:
        gap = words.gaps[a]
        low = narrative.lower[a - 1]
        short = len(low) <= LONGEST_SHORTENED
        if gap not in WITHIN and not (gap == ". " and ((short and low in TITLES) or "." in low)):
            break
        if low in DETERMINERS:
            a -= 1
            break
        named = low in CUES and a < first and CUES[low].form == "b" and is_person(narrative.lower[a])
        if not named and not in_role(low) and not titled(narrative, a - 1):
            break
        a -= 1
    while first - a > 1 and narrative.lower[first - 1] in ADDRESSES and narrative.lower[first - 2] not in HONOURS:
        first -= 1
    while first > a and not is_person(narrative.lower[first - 1]):
        first -= 1
    a = behind_verb(narrative, a, first)
    return with_stop(narrative, words.starts[a], first) if first > a else None


def behind_verb(narrative: Narrative, a: int, first: int) -> int:
    """Return where a role begins in the words a..first-1: behind a time of day, and behind a verb before an office.

    In `The senator supports Majority Leader` and in `meet Prime Minister` the capitals end what the small word does.
    """
    words, lower = narrative.words.words, narrative.lower
    while a < first and words[a].isdigit():
        a += 1
    for k in range(first - 2, a - 1, -1):
        office = words[k + 1][0].isupper() and words[first - 1][0].isupper()
        verb = words[k].isalpha() and (k > a or (k > 0 and lower[k - 1] in AUXILIARIES) or words[k].endswith("s"))
        if office and verb and words[k].islower() and lower[k] not in TITLE_LIKE and lower[k] not in NOUNS:
            return k + 1
    return a


def with_stop(narrative: Narrative, start: int, after: int) -> str:
    """Return the text from an offset up to before the word `after`, with the stop that shortens a title: `Rep.`."""
    end = narrative.words.ends[after - 1]
    shortened = narrative.lower[after - 1] in TITLES and narrative.text[end : end + 2] == ". "
    return narrative.text[start : end + shortened]


def office(narrative: Narrative, first: int) -> str | None:
    """Return the office whose `of` leads on to the name at `first`: `Minister of Works Ann Roe`."""
    words, lower = narrative.words, narrative.lower
    a = first
    while a > 0 and first - a < LONGEST_APPOSED and words.gaps[a] == " ":
        if not (words.words[a - 1][0].isupper() or lower[a - 1] in ("of", "for", "the", "and")):
            break
        a -= 1
    head = next((k for k in range(a, first) if is_person(lower[k])), first)
    while a < head and (lower[a] in FUNCTION or lower[a] in DAYS):
        a += 1
    return narrative.text[words.starts[a] : words.ends[first - 1]] if head < first else None


def titled(narrative: Narrative, word: int) -> bool:
    """Whether a word that is often a verb or the like is written as a part of an office: `Food Processing Minister`."""
    if not narrative.words.words[word][0].isupper():
        return False
    if not narrative.leads(word):
        return True
    gap = narrative.words.gaps[word]
    inside = word > 0 and gap == " " and narrative.words.words[word - 1][0].isupper()
    return inside or narrative.lower[word] in TITLE_LIKE


def in_role(low: str) -> bool:
    """Whether a word in lower case may stand in a role in front of a name."""
    if low in PERSONS or low in FORMER:
        return True
    return low not in NO_ROLE and not low.endswith(("ed", "ing", "ly"))


@remembered(20_000)
def is_person(word: str) -> bool:
    """Whether a word says what somebody is, by the table or by a part of it: `mother-of-three`, `actor-director`."""
    return word in PERSONS or ("-" in word and not PERSONS.isdisjoint(word.split("-"))) or calling(word)


def calling(word: str) -> bool:
    """Whether the ending of a word says that it is somebody's calling: `palynologist`."""
    return len(word) > 7 and word.endswith(("ographer", *TRADES))


def role_after(narrative: Narrative, after: int) -> str | None:
    """Return the apposition behind the name whose last word is before `after`: `, the Kremlin spokesman,`."""
    words = narrative.words
    if after >= len(words.words) or words.gaps[after] not in (", ", " ("):
        return None
    start = b = role_begins(narrative, after)
    end = sentence_end(narrative.page, words.starts[after - 1])
    while b < len(words.words) and b - start < LONGEST and words.starts[b] < end:
        if b > start and narrative.separators[b] != "":
            break
        if narrative.lower[b] in STOP:
            break
        b += 1
    lows = narrative.lower[start:b]
    if lows and lows[0] in TITLES and b - start > 1 and words.words[start + 1][0].isupper():
        return None  # `the member for Tarn East, Hon. Ann Roe,`: somebody by name
    if not SPEAKING.isdisjoint(lows) or (lows and lows[0] in VERBS):
        return None  # `Ann Roe, 51, kept her husband’s books`
    if not names_role(lows) or not PLURALS.isdisjoint(lows[:2]) or lows[0] in PREPOSITIONS:
        return None
    return narrative.text[words.starts[start] : words.ends[b - 1]]


def role_begins(narrative: Narrative, after: int) -> int:
    """Step over an age and over `who is`: `Ann Roe, 41, a teacher`, `Ann Roe, who is the mayor of Tarn,`."""
    lower = narrative.lower
    b = after
    if lower[b].isdigit() and narrative.words.gaps[b + 1 : b + 2] == [", "]:
        b += 1
    return b + 2 if lower[b : b + 1] == ["who"] and lower[b + 1 : b + 2] in IS else b


def role_apposed(narrative: Narrative, first: int, after: int) -> str | None:
    """Return the role that the name first..after-1 explains between commas: `Tarn's mayor, Ann Roe, said`."""
    words, lower = narrative.words, narrative.lower
    while first > 1 and lower[first - 1] in TITLES and narrative.separators[first] == "":
        first -= 1  # `the senator, Chief (Mrs.) Ann Roe`
    if first == 0 or words.gaps[first] != ", " or not words.gaps[after].startswith((",", ")", " (")):
        return None
    a = first - 1
    while a > 0 and first - a < LONGEST_APPOSED and words.gaps[a] == " ":
        before = lower[a - 1]
        completes = before in ("of", "for", "representing") or (before == "to" and a > 1 and lower[a - 2] in OFFICES)
        written = words.words[a - 1][0].isupper() and not narrative.leads(a - 1)
        if not completes and (lower[a] in DETERMINERS or not (in_role(before) or written)):
            break
        a -= 1
    row = lower[a:first]
    begun = row[0] in DETERMINERS or lower[a].endswith(POSSESSIVE) or narrative.leads(a)
    if not begun or not is_person(row[head_place(row)]):
        return None
    return narrative.text[words.starts[a] : words.ends[first - 1]]


def head_place(words: list[str]) -> int:
    """Index of the noun that the lower-case words of a role hang on: `mayor` of `the mayor of Tarn`."""
    return next((n for n, word in enumerate(words) if n and word in COMPLETED), len(words)) - 1


def sentence_end(page: Page, at: int) -> int:
    """Return where the sentence ends in which an offset lies."""
    return page.sentences[bisect_right(page.sentences, at, key=itemgetter(0)) - 1][1]


def only_address(role: str) -> bool:
    """Whether a role in front of a name is a mere form of address, which an apposition says better."""
    return all(word.strip(".()").lower() in ADDRESSES | STYLES for word in role.split())


def names_role(words: list[str]) -> bool:
    """Whether a phrase names what somebody is: by a word of the table, or by the ending of its head."""
    if not words:
        return False
    head = head_place(words)
    if any(map(is_person, words[: head + 1])):
        return True
    return (
        len(words[head]) > 5
        and words[head].endswith(ROLE_ENDINGS)
        and (words[0] in DETERMINERS or head == len(words) - 1)
    )
