"""How a cue is joined to the quote of its own sentence: what follows it, and which word leads on to the quote."""

from functools import cache

from feeds.reading.evidence import Evidence, weigh
from feeds.reading.prose.grammar import (
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
)
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import Line
from feeds.reading.quotes.cues import Cue
from feeds.reading.tables import class_of_word

WORD_CLASSES = class_of_word(
    {
        "sub": SUBORDINATORS,
        "prep": PREPOSITIONS,
        "poss": POSSESSIVES,
        "det": DETERMINERS,
        "pron": PERSON_PRONOUNS,
        "be": BE,
        "aux": AUXILIARIES - BE,
        "day": DAYS,
        "that": ("that",),
        "as": ("as",),
        "to": ("to",),
        "and": ("and",),
    }
)


def word_class(word: str) -> str:
    """Return the closed class of a word next to a cue or a quote; of several the last above."""
    return WORD_CLASSES.get(word) or ("cue" if word in CUES else "ing" if word.endswith("ing") else "other")


def joined_before(line: Line, cue: Cue, edge: int) -> tuple[str, int]:
    """Tell what follows a cue in front of a quote, and how many commas and their like part the two."""
    first = cue.place + 1
    if first >= edge:
        return "Q", 0
    breaks = sum(map(bool, line.seps[first : min(edge, first + 60)]))
    return line.seps[first] or word_class(line.low[first]), min(breaks, 2)


def joined_behind(line: Line, cue: Cue) -> str:
    """Tell what follows a cue behind a quote, and its subject where that stands behind it."""
    last = cue.place
    if cue.subject is not None and cue.subject.first == last + 1:
        last = cue.subject.last
    if last + 1 >= line.count:
        return "end"
    return line.seps[last + 1] or word_class(line.low[last + 1])


@cache
def by_join(side: str, join: str, cls: str, form: str, breaks: int, lead: str, rank: int) -> Evidence:
    """Weigh what follows the cue, and the word that leads on to the quote: `saying that “…”`, `is “…”`."""
    return weigh(
        "attribution",
        f"join={join}|side={side}",
        f"join={join}|side={side}|cls={cls}",
        f"join={join}|side={side}|form={form}",
        f"join={join}|side={side}|breaks={breaks}|rank={rank}",
        f"lead={lead}|side={side}|rank={rank}",
        f"lead={lead}|side={side}|cls={cls}",
        f"lead={lead}|join={join}|side={side}",
    )
