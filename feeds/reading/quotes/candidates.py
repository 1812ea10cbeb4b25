"""For each quote the cues that compete for it, and what speaks for each: features that a learned weight sums up."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from feeds.reading.evidence import TOTAL, Evidence, weigh
from feeds.reading.prose.marks import Marked
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.quotes.cues import Cue, Cues
from feeds.reading.quotes.joins import by_join, joined_before, joined_behind, word_class

NEXT_CUES = 2
"""Cues looked at in the sentence after or before the quote's."""
BUCKETS = tuple(str(next(edge for edge in (0, 1, 2, 4, 7, 12, 20) if count <= edge)) for count in range(21))
AWAY = 6
"""Blocks over which a quote may inherit its speaker."""


class Candidate:
    """One way to attribute a quote; some fifty are made for an article, in half the time of a named tuple."""

    __slots__ = ("cue", "evidence", "inherits", "total")

    def __init__(self, cue: Cue | None, inherits: int | None, *evidence: Evidence) -> None:
        self.cue = cue
        self.inherits = inherits
        """The quote whose attribution it takes over."""
        self.evidence = evidence
        """What speaks for it: shapes and distances only, no word of the text."""
        self.total = sum(map(TOTAL, evidence))
        """What that weighs, in hundredths."""

    @property
    def features(self) -> tuple[str, ...]:
        """All its features by name."""
        return tuple(name for group in self.evidence for name in group.names)


class Setting(NamedTuple):
    """A quote in its block, seen by all that list candidates."""

    quote: int
    block: int
    line: Line
    edge: int
    """Index in the line of the first word after the quote."""
    ends: str
    """How it starts (`U`pper, `l`ower) and ends (`, . - _`)."""
    size: str
    """`s m l`."""
    sep: str
    """What stands before it: `,`, `:`, `w` a word, `o` other."""
    lead: str
    """The class of the word before it, or the sign."""


def bucket(count: int) -> str:
    """Return a distance in words, coarse."""
    return BUCKETS[count] if 0 <= count <= 20 else "far" if count > 0 else "0"


def setting(narrative: Narrative, quote: int) -> Setting:
    """Look at a quote once for all its candidates."""
    block = narrative.block_of[quote]
    line = narrative.lines[block]
    edge = line.place(narrative.inside[quote][0])
    ends, size = shape(narrative.text, narrative.marked[quote])
    sep = before_quote(narrative, quote)
    lead = word_class(line.low[edge - 1]) if edge > 0 and sep == "w" else sep
    return Setting(quote, block, line, edge, ends, size, sep, lead)


def shape(text: str, marked: Marked) -> tuple[str, str]:
    """How a quote starts and ends, and its size."""
    first, last = text[marked.start], text[marked.end - 1]
    start = "U" if first.isupper() or not first.isalpha() else "l"
    end = "_"
    if last == "," or text[marked.closing : marked.closing + 1] == ",":
        end = ","
    elif last in ".!?":
        end = "."
    elif last in "—–-…":
        end = "-"
    length = marked.end - marked.start
    return start + end, "s" if length < 25 else "m" if length < 70 else "l"


def before_quote(narrative: Narrative, quote: int) -> str:
    """Tell what stands before the opening mark."""
    before = last_sign(narrative.text, narrative.marked[quote].opening, 6)
    if before in (",", ":"):
        return before
    return "w" if before.isalnum() else "o"


def last_sign(text: str, at: int, reach: int) -> str:
    """Return the last sign before a place that is no blank, at most `reach` before it; empty where there is none."""
    return text[at - reach if at > reach else 0 : at].rstrip()[-1:]


def by_cue(cue: Cue, side: str, rank: int, distance: int, seen: Setting, sep: str, *more: Evidence) -> Candidate:
    """Return the candidate that a cue on some side of the quote makes; `rank` counts the cues between."""
    subject = cue.subject
    kind, how = (subject.kind, subject.how) if subject else ("no", "no")
    ends = seen.ends
    rank = rank if rank < 2 else 2
    return Candidate(
        cue,
        None,
        by_place(side, bucket(distance), rank, sep),
        by_shape(side, rank, sep, ends, seen.size),
        by_class(side[0], cue.cls, sep, ends),
        by_subject(side, cue.form, kind, how, cue.noun),
        *more,
    )


@cache
def by_place(side: str, near: str, rank: int, sep: str) -> Evidence:
    """Weigh where the cue stands: on which side, how far off, behind how many other cues, and what is between."""
    return weigh(
        "attribution",
        f"side={side}",
        f"side={side}|d={near}",
        f"side={side}|rank={rank}",
        f"sep={sep}|side={side}",
        f"sep={sep}|side={side}|d={near}",
    )


@cache
def by_shape(side: str, rank: int, sep: str, ends: str, size: str) -> Evidence:
    """Weigh how the quote starts and ends against where the cue stands."""
    return weigh(
        "attribution",
        f"shape={ends}|side={side}|sep={sep}",
        f"shape={size}|side={side}",
        f"side={side}|rank={rank}|shape={ends}",
    )


@cache
def by_class(side: str, cls: str, sep: str, ends: str) -> Evidence:
    """Weigh what sort of saying it is."""
    return weigh("attribution", f"side={side}|cls={cls}", f"cls={cls}|sep={sep}|side={side}", f"shape={ends}|cls={cls}")


@cache
def by_subject(side: str, form: str, kind: str, how: str, noun: bool) -> Evidence:
    """Weigh whose saying it is, and in which form of the verb."""
    return weigh(
        "attribution",
        f"form={form}|side={side}",
        f"kind={kind}",
        f"how={how}|side={side[0]}|form={form}",
        f"noun={noun}|form={form}",
        f"noun={noun}|kind={kind}",
    )


def subject_side(cue: Cue, edge: int) -> str:
    """Tell where a cue’s subject stands: `<` before the quote, `=` right behind it, `>` beyond, `0` nowhere."""
    if cue.subject is None:
        return "0"
    if cue.subject.first < edge:
        return "<"
    return "=" if cue.subject.first <= edge + 1 else ">"


def own_block(cues: Cues, seen: Setting) -> list[Candidate]:
    """Return the cues of the quote's own block: up to four before it and three behind it."""
    found: list[Candidate] = []
    line, edge, lead = seen.line, seen.edge, seen.lead
    places = cues.by_block[seen.block]
    split = bisect_left(places, edge)
    for rank in range(split if split < 4 else 4):
        cue = cues.at(places[split - 1 - rank], seen.block)
        side = "LQ" if "Q" in line.seps[max(cue.place + 1, edge - 200) : edge] else "L"
        join, breaks = joined_before(line, cue, edge)
        joined = by_join("L", join, cue.cls, cue.form, breaks, lead, rank if rank < 2 else 2)
        found.append(by_cue(cue, side, rank, edge - 1 - cue.place, seen, seen.sep, joined))
    for rank, place in enumerate(places[split : split + 3]):
        cue = cues.at(place, seen.block)
        between = line.seps[edge + 1 : min(cue.place + 1, edge + 200)]
        side = "RQ" if "Q" in between else "R," if any(between) else "R"
        joined = by_join("R", joined_behind(line, cue), cue.cls, cue.form, 0, lead, rank)
        found.append(by_cue(cue, side, rank, cue.place - edge, seen, subject_side(cue, edge), joined))
    return found


def next_block(narrative: Narrative, cues: Cues, seen: Setting) -> list[Candidate]:
    """Return the first cues of the block after a quote that ends its own."""
    blocks = narrative.blocks
    number = seen.block + 1
    if number >= len(blocks):
        return []
    same = "" if blocks[number].paragraph == blocks[seen.block].paragraph else "P"
    side = f"N{same}{'q' if blocks[number].quotes else ''}"
    found = []
    for rank, place in enumerate(cues.by_block[number][:NEXT_CUES]):
        cue = cues.at(place, number)
        found.append(by_cue(cue, side, rank, cue.place, seen, subject_side(cue, 0)))
    return found


def previous_blocks(narrative: Narrative, cues: Cues, seen: Setting) -> list[Candidate]:
    """Return the last cues of the two blocks before a quote that begins its own."""
    blocks = narrative.blocks
    found: list[Candidate] = []
    for back in (1, 2):
        number = seen.block - back
        if number < 0:
            break
        block = blocks[number]
        line = narrative.lines[number]
        same = "" if block.paragraph == blocks[seen.block].paragraph else "P"
        sep = ":" if last_sign(narrative.text, block.end, 3) == ":" else "."
        side = f"B{back}{same}{'q' if block.quotes else ''}"
        for rank, place in enumerate(cues.by_block[number][: -NEXT_CUES - 1 : -1]):
            cue = cues.at(place, number)
            found.append(by_cue(cue, side, rank, line.count - cue.place, seen, sep))
        if sep == ":":
            break
    return found


def inherited(narrative: Narrative, cues: Cues, seen: Setting, cue: Cue | None) -> list[Candidate]:
    """Take over what the quote before this one has, `cue`."""
    previous = seen.quote - 1
    before = narrative.block_of[previous]
    gap = seen.block - before
    paragraphs = narrative.blocks[seen.block].paragraph - narrative.blocks[before].paragraph
    if paragraphs > 2 or gap > AWAY:
        return []
    own = len(cues.by_block[seen.block])
    if gap == 0:
        relation = same_block_relation(narrative, cues, seen)
    else:
        rest = "own" if own else "text" if seen.line.at else "only"
        relation = f"I{gap if gap < 3 else 3}|p{paragraphs}|{rest}|{'S' if seen.edge == 0 else ''}"
    unclosed = "" if narrative.marked[previous].closed else "open"
    state = "none" if cue is None else "cue"
    ends = seen.ends
    taken_over = by_relation(relation, ends, seen.size, unclosed, paragraphs, state)
    rest_of = by_rest(own if own < 2 else 2, ends, gap if gap < 2 else 2, seen.sep)
    return [Candidate(cue, previous, taken_over, rest_of)]


@cache
def by_relation(relation: str, ends: str, size: str, unclosed: str, paragraphs: int, state: str) -> Evidence:
    """Weigh how a quote stands to the one before it."""
    return weigh(
        "attribution",
        "inherit",
        relation,
        f"{relation}|{ends}",
        f"inherit|{unclosed}|p{paragraphs}",
        f"inherit|{state}",
        f"inherit|{state}|{relation}",
        f"inherit|{ends}{size}",
    )


@cache
def by_rest(own: int, ends: str, gap: int, sep: str) -> Evidence:
    """Weigh the cues and the edges of a quote that may take over the speaker of the one before it."""
    return weigh("attribution", f"inherit|own={own}|{ends}|{gap}", f"inherit|{sep}|{gap}")


def same_block_relation(narrative: Narrative, cues: Cues, seen: Setting) -> str:
    """How far apart two quotes of a block are, and whether a cue or a stop lies between them."""
    opening, closing = narrative.marked[seen.quote].opening, narrative.marked[seen.quote - 1].closing
    between = narrative.text[closing : min(opening, closing + 400)]
    starts = narrative.words.starts
    inside = cues.by_block[seen.block]
    following = bisect_left(inside, seen.line.place(bisect_left(starts, closing)))
    fresh = following < len(inside) and starts[seen.line.at[inside[following]]] < opening
    stop = any(mark in between for mark in ".!?")
    return f"I0|{bucket(len(between.split()))}|{'cue' if fresh else 'nocue'}{'stop' if stop else ''}"
