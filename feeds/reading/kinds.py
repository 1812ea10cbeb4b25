"""What words between marks are: somebody's words, or a term, a nickname, the title of a work."""

import math
from bisect import bisect_left

from feeds.reading.candidates import Candidate, bucket
from feeds.reading.grammar import BE, DETERMINERS, POSSESSIVES, PREPOSITIONS, word_set
from feeds.reading.lexicon import CUES
from feeds.reading.narrative import Narrative

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


def features(narrative: Narrative, number: int, best: Candidate, margin: float) -> list[str]:
    """Tell what speaks for or against somebody's words in the marked stretch `number`."""
    marked = narrative.marked[number]
    words = narrative.words
    starts, lower = words.starts, narrative.lower
    a, b = bisect_left(starts, marked.start), bisect_left(starts, marked.end)
    count = b - a
    inner = lower[a : min(b, a + 40)]
    size = bucket(count)
    titled = count > 0 and all_capital(narrative, a, min(b, a + 12))
    text = narrative.text
    last = text[marked.end - 1]
    end = "," if last == "," else "." if last in ".!?" else "_"
    prose = min(2, len([w for w in inner if w in PROSE]))
    case = "T" if titled else "U" if text[marked.start].isupper() else "l"
    before = lower[a - 1] if a > 0 else ""
    joined = text[max(0, marked.opening - 2) : marked.opening]
    left = (
        word_class(before)
        if joined[-1:].isspace() and joined[:1].isalnum()
        else "punct" + joined.strip()[-1:]
        if joined.strip()
        else "start"
    )
    if before.endswith(("’s", "'s")) and left == "other":
        left = "poss"
    after = text[marked.closing : marked.closing + 2]
    right = after.strip()[:1]
    right = right if right and not right.isalnum() else "w" if right else "end"
    nextlow = lower[b] if b < len(lower) else ""
    cue = best.cue
    cls = "none" if cue is None else cue.cls or cue.form
    speaker = cue.subject.kind if cue is not None and cue.subject else "no"
    side = best.features[0] if best.features else ""
    sure = "hi" if margin > 3 else "mid" if margin > 1 else "lo" if margin > 0 else "none"
    block = narrative.blocks[narrative.block_of[number]]
    headline = "head" if block.paragraph == 0 else ""
    work = "" if WORKS.isdisjoint(lower[max(0, a - 4) : a]) else "work"
    digits = True in [w[0].isdigit() for w in inner]
    naming = "naming" if before in NAMING or (a > 1 and lower[a - 2] in NAMING) else ""
    single = "single" if text[marked.opening] in "'‘’" and marked.start - marked.opening == 1 else ""
    return [
        "bias",
        f"n={size}",
        f"n={size}|{case}",
        f"{case}|{end}",
        f"prose={prose}",
        f"prose={prose}|n={size}",
        f"left={left}",
        f"left={left}|{case}",
        f"left={left}|n={size}",
        f"right={right}",
        f"right={right}|{end}",
        f"cls={cls}",
        f"side={side}",
        f"sure={sure}",
        f"sure={sure}|{case}",
        f"sure={sure}|n={size}",
        f"{headline}|{single}",
        f"{headline}|{case}",
        f"{work}|{case}",
        f"{naming}|{case}",
        f"{naming}|n={size}",
        f"cls={cls}|{side}",
        f"cls={cls}|subj={speaker}",
        f"closed={marked.closed}",
        f"work|{work}|{before in ('on', 'of')}",
        f"nextcue={nextlow in CUES and right != '.'}|{end}",
        f"digits={digits}|n={size}",
        f"one={len(block.quotes) > 1}|n={size}",
    ]


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


def probability(weights: dict[str, float], found: list[str]) -> float:
    """How sure it is that the words are somebody's, 0..1."""
    return logistic(sum([weights[feature] for feature in found if feature in weights]))


def logistic(total: float) -> float:
    """Return the share, 0..1, that a sum of weights stands for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def is_title(narrative: Narrative, number: int) -> bool:
    """Whether a marked stretch that is nobody's words names a work rather than being a term."""
    marked = narrative.marked[number]
    words = narrative.words
    a, b = bisect_left(words.starts, marked.start), bisect_left(words.starts, marked.end)
    capital = all_capital(narrative, a, min(b, a + 20))
    near = narrative.lower[max(0, a - 4) : a]
    return capital and (b - a > 1 or any(w in WORKS or w in NAMING for w in near)) and words.words[a][0].isupper()


def is_direct(narrative: Narrative, number: int, part_of: int | None) -> bool:
    """Whether the words are whole sentences of somebody's, rather than a part of the writer's sentence."""
    marked = narrative.marked[number]
    text = narrative.text
    before = text[max(0, marked.opening - 3) : marked.opening].rstrip()[-1:]
    block = narrative.blocks[narrative.block_of[number]]
    first, last = text[marked.start], text[marked.end - 1]
    whole = last in ".!?,…—–-" or not marked.closed
    capital = first.isupper() or not first.isalpha()
    if marked.opening <= block.start or before in ("", ".", "!", "?"):
        return whole or capital
    if before == ":":
        return True
    if before == ",":
        return capital or (part_of is not None and whole)
    return capital and whole and (not before.isalnum() or marked.end - marked.start > 40)
