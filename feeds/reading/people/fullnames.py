"""Where a text names somebody: runs of capitals, and the name proper in them."""

from collections.abc import Sequence
from itertools import compress
from operator import ne
from typing import NamedTuple

from feeds.reading.prose.grammar import DAYS, NOT_NAMES, STATES
from feeds.reading.prose.lexicon import BODIES, DEMONYMS, FEMALE_NAMES, MALE_NAMES, PERSONS, TITLE_LIKE, TITLES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.prose.phrases import PARTICLES, capital
from feeds.reading.remembering import remembered
from feeds.reading.tables import word_set
from feeds.reading.words import POSSESSIVE

SUFFIXES = word_set("jr sr ii iii iv")
LETTERS = word_set("kc qc sc mp mep msp mla mlc ias ips ifs obe mbe cbe dbe kbe frs esq phd md sj op")
"""What stands in capitals behind a name and is no part of it."""
QUALITIES = word_set(
    "brave heroic courageous plucky gutsy fearless heartbroken grieving tearful devastated distraught furious angry "
    "jubilant ecstatic delighted proud defiant desperate exhausted lucky unlucky poor tragic late "
    "retired outgoing incoming elderly ageing aging outspoken controversial disgraced embattled beleaguered "
    "injured wounded unbeaten undefeated fellow local "
    "self-taught self-made newly-elected record-breaking award-winning prize-winning best-selling bestselling "
    "trailblazing popular beloved famed famous legendary influential celebrated acclaimed experienced ambitious "
    "charismatic flamboyant reclusive teenage australian-born us-born british-born pensive weary unrepentant "
    "old remorseful stunned shocked relieved overjoyed homesick penniless homeless jobless sprightly spry stoic"
)
"""What somebody is called before the name, in capitals only because a sentence begins with it: `Brave Ann Roe`."""
INITIALS = frozenset(("A", "I"))
"""Initials that are words too."""
QUALIFYING = ("less", "tful", "ologist", "ographer", "icist", "ician", "maker", "keeper", "holder", "worker", "-born")
"""Endings of such words, and of callings that no table needs to hold."""
LONGEST_RUN = 9
RUN_GAPS = frozenset((" ", "\xa0", ". ", " ’", " '"))
"""What may stand between two words of a name."""
SHORTENED = TITLES | {"st", "ste", "mt"}
"""Words with a stop that a name goes on behind."""
TRADES = ("ologist", "nalist", "ralist", "icist", "ician", "ogist", "keeper", "maker", "worker", "paigner")
"""Endings of trades that stand in front of a name, and of few forenames."""
BEFORE_NAMES = TITLES | PERSONS | DEMONYMS | TITLE_LIKE
ORGANISATION = word_set(
    "inc corp ltd llc plc ag gmbh group party house university college institute center centre council "
    "committee association "
    "union company bank court department ministry news times post journal street avenue county city state states club "
    "league campaign foundation fund agency office bureau service network press act bill day night week show "
    "fm tv herald radio roundtable summit conference forum business festival championship museum theatre theater "
    "airlines airways motors holdings industries partners treaty convention prize games morning evening "
    "tribune gazette guardian road bridge river island airport hospital church"
)
ORGANISATIONS = ORGANISATION | BODIES


class Name(NamedTuple):
    """The name proper in some words."""

    run: tuple[str, ...]
    """Its words as printed, without titles before it and a possessive behind it."""
    plain: tuple[str, ...]
    """In lower case, without suffixes and leading particles."""
    last: str
    """Its last word in lower case, be it a suffix."""
    full: bool
    """Whether it is a person's in full."""
    first: int
    """Which of the words it begins with."""


@remembered(20_000)
def bare_word(word: str) -> str:
    """Return a word in lower case without a possessive and the stop of an initial."""
    low = word.lower()
    if low.isalpha():
        return low
    return low[:-2] if low.endswith(POSSESSIVE) else low.strip("’'.")


def name_words(words: list[str]) -> list[str]:
    """Return the words of the name proper in a noun phrase: after titles, roles and whatever is in lower case."""
    run: list[str] = []
    for place, word in enumerate(words):
        low = bare_word(word)
        free = low not in NOT_NAMES or (word == "Will" and any(words[place + 1 : place + 2]))
        named = free and (word[0].isupper() or capital(word))
        if named or low in PARTICLES or (run and word in INITIALS and place + 1 < len(words)):
            run.append(word)
        else:
            run = []
    while run and run[0].islower():
        run.pop(0)
    while run and (run[-1].islower() or (len(run) > 2 and run[-1].isupper() and run[-1].lower() in LETTERS)):
        run.pop()
    if len(run) > 1:
        run = after_title(run)
    while len(run) > 2 and qualifies(bare_word(run[0])):
        run.pop(0)
    if run and run[-1].endswith(POSSESSIVE):
        run[-1] = run[-1][:-2]
    return run


def after_title(run: list[str]) -> list[str]:
    """Return what follows the last title, role or possessive of a run, or all where only a suffix would be left."""
    for place in range(len(run) - 2, -1, -1):
        before = bare_word(run[place]) in BEFORE_NAMES or run[place].endswith(POSSESSIVE)
        before = before or (place + 2 < len(run) and (run[place].endswith(TRADES) or is_rank(run, place)))
        if before and any(bare_word(word) not in SUFFIXES for word in run[place + 1 :]):
            return run[place + 1 :]
    return run


def is_rank(run: list[str], place: int) -> bool:
    """Whether three capitals or more before a name are an office: `Nominated MCA Ann Roe`, no `ANN ROE`."""
    word = run[place]
    return len(word) > 2 and word.isalpha() and word.isupper() and not run[-1].isupper()


@remembered(20_000)
def qualifies(word: str) -> bool:
    """Whether a word in front of a full name is none of its own: `brave`, `tearful`, `ex-champion`, `palynologist`."""
    if "-" in word and not PERSONS.isdisjoint(word.split("-")):
        return True
    return word in QUALITIES or (len(word) > 6 and word.endswith(QUALIFYING))


def plain_words(run: list[str]) -> list[str]:
    """Return the words of a name in lower case, without suffixes and leading particles."""
    plain = [low for low in map(bare_word, run) if low not in SUFFIXES]
    while len(plain) > 1 and plain[0] in PARTICLES and not (plain[0] in MALE_NAMES and run[0][0].isupper()):
        plain.pop(0)  # `van der Meulen`, but `Ben Roe`
    return plain


@remembered(20_000)
def proper(words: tuple[str, ...]) -> Name:
    """Return the name in some words; the same names come again and again in the news."""
    run = name_words(list(words))
    plain = plain_words(run)
    first = words.index(run[0]) if run and run[0] in words else 0
    return Name(tuple(run), tuple(plain), bare_word(run[-1]) if run else "", is_full_name(run, plain), first)


def behind_office(words: Sequence[str]) -> int:
    """Count the words that belong to the office in what follows its `of`: one of `Works Ann Roe`, none of `Ann Roe`."""
    lows = [bare_word(word).rstrip(".") for word in words]
    known = next((n for n in range(1, len(lows) - 1) if lows[n] in MALE_NAMES or lows[n] in FEMALE_NAMES), None)
    if known is not None:
        return known
    first = len(lows) - 2
    while first > 1 and (lows[first] in PARTICLES or lows[first] in SHORTENED):
        first -= 1
    return max(first, 0)


def is_full_name(run: list[str], plain: list[str]) -> bool:
    """Whether a name is a person's in full: two to five words, no body, no place, no headline in capitals."""
    if not 2 <= len(plain) <= 5 or plain[-1] in STATES or (plain[0] in DAYS and plain[1] in PERSONS):
        return False
    if not ORGANISATIONS.isdisjoint(plain[1:]) or (plain[0] in ORGANISATIONS and plain[0] not in MALE_NAMES):
        return False
    return not (len(run[0]) > 2 and run[-1].isupper() and all(map(str.isupper, run)))


def joins(narrative: Narrative, j: int) -> bool:
    """Whether only a blank, or the stop of an initial or a title, parts word j from the one before."""
    gap = narrative.words.gaps[j]
    if gap == " " or gap == "\xa0":  # noqa: PLR1714 (half the time of a tuple)
        return True
    if gap in (" ’", " '"):
        return narrative.lower[j] == "t"
    before = narrative.words.words[j - 1]
    return gap == ". " and (len(before) == 1 or before[1:2] == "." or narrative.lower[j - 1] in SHORTENED)


def runs(narrative: Narrative) -> list[tuple[int, int]]:
    """Return runs of words that look like names, as half-open word indices."""
    words, lower = narrative.words.words, narrative.lower
    found: list[tuple[int, int]] = []
    done = 0
    gaps = narrative.words.gaps
    last = len(words) - 1
    for i in compress(range(last + 1), map(ne, words, lower)):
        if i < done or not words[i][0].isupper():
            continue
        if lower[i] in NOT_NAMES and (words[i] != "Will" or not given(narrative, i)):
            continue
        gap = gaps[i + 1]
        if gap == " " and i < last:
            # a plain word in small letters ends the run: half of all runs, told without a call
            following = words[i + 1]
            alone = following == lower[i + 1] and following not in PARTICLES and following.isalpha()
            done = i + 1 if alone else run_end(narrative, i)
        else:
            done = run_end(narrative, i) if gap in RUN_GAPS else i + 1
        found.append((i, done if done - i < 3 else without_letters(words, i, done)))
    return found


def kept(narrative: Narrative, i: int) -> bool:
    """Whether a word that is mostly no name goes on with one: an initial or a forename."""
    word = narrative.words.words[i]
    return (word in INITIALS and narrative.words.gaps[i + 1] == ". ") or (word == "Will" and given(narrative, i))


def given(narrative: Narrative, i: int) -> bool:
    """Whether a helping verb is written as a forename, before a capital in the middle of a sentence: `Will Roe`."""
    words, gaps = narrative.words.words, narrative.words.gaps
    if i == 0 or i + 1 >= len(words) or gaps[i + 1] != " " or narrative.leads(i):
        return False
    return words[i + 1][0].isupper() and (words[i - 1][0].islower() or narrative.lower[i - 1] in PERSONS)


def without_letters(words: list[str], i: int, j: int) -> int:
    """Return the end of a run without the letters behind its name: `Ann Roe KC`."""
    while j - i > 2 and words[j - 1].isupper() and words[j - 1].lower() in LETTERS:
        j -= 1
    return j


def run_end(narrative: Narrative, i: int) -> int:
    """Index after the last word of the run that begins at word i."""
    words, lower, owner = narrative.words.words, narrative.lower, narrative.owner
    count = len(words)
    gaps = narrative.words.gaps
    j = i + 1
    stop = i + LONGEST_RUN if i + LONGEST_RUN < count else count
    while j < stop and (gaps[j] == " " or joins(narrative, j)) and owner[j] == owner[i]:
        ahead = j
        while lower[ahead] in PARTICLES and ahead < count - 1 and ahead - j < 3 and joins(narrative, ahead + 1):
            ahead += 1
        word = words[ahead]
        if not (word[0].isupper() or (not word.isalpha() and capital(word))):
            break
        if lower[ahead] in NOT_NAMES and not kept(narrative, ahead):
            break
        if words[j - 1].endswith(POSSESSIVE):
            break
        j = ahead + 1
    return j
