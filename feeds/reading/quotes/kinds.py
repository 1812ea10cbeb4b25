"""What words between marks are: somebody's words, or a term, a nickname, the title of a work."""

from functools import cache
from operator import itemgetter

from feeds.reading.evidence import Evidence, weigh
from feeds.reading.prose.grammar import BE, DETERMINERS, POSSESSIVES, PREPOSITIONS
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.quotes.candidates import Candidate, bucket
from feeds.reading.quotes.statements import whole_of
from feeds.reading.tables import word_set
from feeds.reading.words import POSSESSIVE

NAMING = word_set(
    "titled entitled called dubbed nicknamed known named labeled labelled termed word phrase term so-called "
    "slogan motto "
    "hashtag nickname theme terms words phrases as or"
)
WORKS = word_set(
    "book memoir novel film movie documentary show series program programme play musical song single album "
    "hit magazine "
    "episode podcast column essay painting opera ballet poem sitcom drama soundtrack video ad spot game tune anthem "
    "bestseller comedy thriller starring host watched sang on's on"
)
PROSE = word_set(
    "i we you he she it they is are was were be been am will would can could should must have has had do "
    "does did don't not "
    "don’t it's it’s that's that’s i'm i’m i've i’ve we're we’re you're you’re they're they’re there my our "
    "your me us them this "
    "what who how because if want think know believe going"
)
DIGITS = frozenset("0123456789")
FIRST = itemgetter(0)
SIGNS = frozenset(".,;:!?-–—―…()[]/“”‘’\"'")
"""Signs beside the marks that are told apart. All others are one: what is weighed is kept, and 6,000 signs that
somebody made up kept 7 MB."""
SMALL = word_set("a an the of in on at to for and or from with by de la")
CLASS_OF = {
    word: cls
    for cls, words in (
        ("cue", CUES),
        ("be", BE),
        ("prep", PREPOSITIONS),
        ("poss", POSSESSIVES),
        ("det", DETERMINERS),
        ("work", WORKS),
        ("naming", NAMING),
    )
    for word in words
}
"""The closed class of a word before the marks; of several the last here."""


def evidence(narrative: Narrative, number: int, best: Candidate, margin: float) -> tuple[Evidence, ...]:
    """Tell what speaks for or against somebody's words in the marked stretch `number`."""
    marked = narrative.marked[number]
    lower, text = narrative.lower, narrative.text
    a, b = narrative.inside[number]
    inner = lower[a : b if b < a + 40 else a + 40]
    prose = sum(map(PROSE.__contains__, inner))
    size = bucket(b - a)
    titled = b > a and all_capital(narrative, a, min(b, a + 12))
    case = "T" if titled else "U" if text[marked.start].isupper() else "l"
    last = text[marked.end - 1]
    end = "," if last == "," else "." if last in ".!?" else "_"
    before = lower[a - 1] if a > 0 else ""
    cue = best.cue
    cls = "none" if cue is None else cue.cls or cue.form
    block = narrative.blocks[narrative.block_of[number]]
    right, cued = behind(narrative, marked.closing, b)
    single = text[marked.opening] in "'‘’" and marked.start - marked.opening == 1
    naming = before in NAMING or (a > 1 and lower[a - 2] in NAMING)
    return (
        by_words(size, case, end, prose if prose < 2 else 2),
        by_left(left_of(narrative, marked.opening, before), case, size),
        by_right(right, end, cued),
        by_speaker(best.evidence[0].names[0], cls, cue.subject.kind if cue is not None and cue.subject else "no"),
        by_place(best.evidence[0].names[1] if cue is not None and cue.lemma else "", end, case, size),
        by_margin("hi" if margin > 4 else "mid" if margin > 1.5 else "lo" if margin > 0 else "none", case, size),
        by_role(block.paragraph == 0, single, case, naming, size),
        by_work(not WORKS.isdisjoint(lower[max(0, a - 4) : a]), case, before in ("on", "of")),
        by_rest(marked.closed, not DIGITS.isdisjoint(map(FIRST, inner)), len(block.quotes) > 1, size),
        by_row(row_of(narrative, number), end, case, size),
        by_whole(whole_of(narrative, number), end, case, size, cls),
    )


@cache
def by_whole(whole: str, end: str, case: str, size: str, cls: str) -> Evidence:
    """Weigh where in its sentence the stretch stands."""
    return weigh(
        "kind",
        f"whole={whole}",
        f"whole={whole}|{end}",
        f"whole={whole}|{case}|{end}",
        f"whole={whole}|n={size}",
        f"whole={whole}|cls={cls}",
    )


def row_of(narrative: Narrative, number: int) -> str:
    """Tell whether another marked stretch stands right before (`b`) or behind (`a`), but for a comma or one word."""
    first, last = narrative.inside[number]
    before = number > 0 and first - narrative.inside[number - 1][1] <= 1
    after = number + 1 < len(narrative.inside) and narrative.inside[number + 1][0] - last <= 1
    return ("b" if before else "") + ("a" if after else "")


@cache
def by_row(row: str, end: str, case: str, size: str) -> Evidence:
    """Weigh whether the stretch is one of a row: `“ugly,” “a shock” and “a fight”`."""
    return weigh("kind", f"row={row}", f"row={row}|{end}", f"row={row}|{case}", f"row={row}|n={size}")


def left_of(narrative: Narrative, opening: int, before: str) -> str:
    """Class what stands before the opening mark; `before` is the word before it."""
    joined = narrative.text[max(0, opening - 2) : opening]
    if joined[-1:].isspace() and joined[:1].isalnum():
        left = word_class(before)
    else:
        left = "punct" + sign(joined.strip()[-1]) if joined.strip() else "start"
    return "poss" if left == "other" and before.endswith(POSSESSIVE) else left


def behind(narrative: Narrative, closing: int, word: int) -> tuple[str, bool]:
    """Class what stands behind the closing mark; tell whether `word`, the next one, is a cue in the same sentence."""
    right = narrative.text[closing : closing + 2].strip()[:1]
    right = "end" if not right else "w" if right.isalnum() else sign(right)
    lower = narrative.lower
    return right, word < len(lower) and lower[word] in CUES and right != "."


def sign(mark: str) -> str:
    """Return a sign beside the marks, or nothing for one that is not told apart."""
    return mark if mark in SIGNS else ""


@cache
def by_words(size: str, case: str, end: str, prose: int) -> Evidence:
    """Weigh how many words there are, how they are written and how they end."""
    return weigh(
        "kind", "bias", f"n={size}", f"n={size}|{case}", f"{case}|{end}", f"prose={prose}", f"prose={prose}|n={size}"
    )


@cache
def by_left(left: str, case: str, size: str) -> Evidence:
    """Weigh what stands before the marks."""
    return weigh("kind", f"left={left}", f"left={left}|{case}", f"left={left}|n={size}")


@cache
def by_right(right: str, end: str, cued: bool) -> Evidence:
    """Weigh what stands behind the marks."""
    return weigh("kind", f"right={right}", f"right={right}|{end}", f"nextcue={cued}|{end}")


@cache
def by_speaker(side: str, cls: str, speaker: str) -> Evidence:
    """Weigh where the chosen cue stands, what sort of saying it is, and whose."""
    return weigh("kind", f"cls={cls}", f"side={side}", f"cls={cls}|{side}", f"cls={cls}|subj={speaker}")


@cache
def by_place(place: str, end: str, case: str, size: str) -> Evidence:
    """Weigh how near the chosen cue stands: one word is a whole answer right behind `replied:`."""
    return weigh("kind", f"at={place}|{end}", f"at={place}|{case}", f"at={place}|n={size}")


@cache
def by_margin(sure: str, case: str, size: str) -> Evidence:
    """Weigh how clearly the speaker wins over nobody."""
    return weigh("kind", f"sure={sure}", f"sure={sure}|{case}", f"sure={sure}|n={size}")


@cache
def by_role(head: bool, single: bool, case: str, naming: bool, size: str) -> Evidence:
    """Weigh the headline, single marks, and words such as `so-called`."""
    headline, one, named = "head" if head else "", "single" if single else "", "naming" if naming else ""
    return weigh("kind", f"{headline}|{one}", f"{headline}|{case}", f"{named}|{case}", f"{named}|n={size}")


@cache
def by_work(near: bool, case: str, of: bool) -> Evidence:
    """Weigh a sort of work named before the marks: `the novel “…”`."""
    work = "work" if near else ""
    return weigh("kind", f"{work}|{case}", f"work|{work}|{of}")


@cache
def by_rest(closed: bool, digits: bool, several: bool, size: str) -> Evidence:
    """Weigh the closing mark, digits inside, and other quotes in the sentence."""
    return weigh("kind", f"closed={closed}", f"digits={digits}|n={size}", f"one={several}|n={size}")


def word_class(word: str) -> str:
    """Return the closed class of the word before the marks."""
    return CLASS_OF.get(word, "other")


def all_capital(narrative: Narrative, a: int, b: int) -> bool:
    """Whether the words a..b-1 are written like a title's: capitals, digits and small words."""
    lower = narrative.lower
    for n, word in enumerate(narrative.words.words[a:b], a):
        first = word[0]
        if not (first.isupper() or lower[n] in SMALL or first.isdigit()):
            return False
    return True


def is_title(narrative: Narrative, number: int) -> bool:
    """Whether a marked stretch that is nobody's words names a work rather than being a term."""
    words = narrative.words
    a, b = narrative.inside[number]
    capital = all_capital(narrative, a, min(b, a + 20))
    near = narrative.lower[max(0, a - 4) : a]
    return capital and (b - a > 1 or any(w in WORKS or w in NAMING for w in near)) and words.words[a][0].isupper()
