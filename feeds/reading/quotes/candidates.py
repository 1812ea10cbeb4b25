"""For each quote the cues that compete for it, and what speaks for each: features that a learned weight sums up."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from feeds.reading.evidence import Evidence, weigh
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.quotes.cues import Cue, Cues
from feeds.reading.quotes.joins import by_join, joined_before, joined_behind, word_class

NEXT_CUES = 2
"""Cues looked at in the sentence after or before the quote's."""
BUCKETS = tuple(str(next(edge for edge in (0, 1, 2, 4, 7, 12, 20) if count <= edge)) for count in range(21))
AWAY = 6
"""Blocks over which a quote may inherit its speaker."""


class Candidate(NamedTuple):
    """One way to attribute a quote."""

    cue: Cue | None
    inherits: int | None
    """The quote whose attribution it takes over."""
    evidence: tuple[Evidence, ...]
    """What speaks for it: shapes and distances only, no word of the text."""

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
    shape: str
    """How it starts (`U`pper, `l`ower), ends (`, . - _`) and its size (`s m l`)."""
    sep: str
    """What stands before it: `,`, `:`, `w` a word, `o` other."""

    @property
    def word(self) -> int:
        """Index in the page of the first word after the quote."""
        return self.line.at[self.edge] if self.edge < self.line.count else 1 << 60


def bucket(count: int) -> str:
    """Return a distance in words, coarse."""
    return BUCKETS[count] if 0 <= count <= 20 else "far" if count > 0 else "0"


def setting(narrative: Narrative, quote: int) -> Setting:
    """Look at a quote once for all its candidates."""
    block = narrative.block_of[quote]
    line = narrative.lines[block]
    edge = line.place(narrative.inside[quote][0])
    return Setting(quote, block, line, edge, shape(narrative, quote), before_quote(narrative, quote))


def shape(narrative: Narrative, quote: int) -> str:
    """How a quote starts and ends, and its size."""
    marked = narrative.marked[quote]
    text = narrative.text
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
    return start + end + ("s" if length < 25 else "m" if length < 70 else "l")


def before_quote(narrative: Narrative, quote: int) -> str:
    """Tell what stands before the opening mark."""
    opening = narrative.marked[quote].opening
    before = narrative.text[max(0, opening - 6) : opening].rstrip()[-1:]
    if before in (",", ":"):
        return before
    return "w" if before.isalnum() else "o"


def by_cue(cue: Cue, side: str, rank: int, distance: int, seen: Setting, sep: str, *more: Evidence) -> Candidate:
    """Return the candidate that a cue on some side of the quote makes; `rank` counts the cues between."""
    subject = cue.subject
    kind, how = (subject.kind, subject.how) if subject else ("no", "no")
    ends, size = seen.shape[:2], seen.shape[2]
    rank = min(rank, 2)
    return Candidate(
        cue,
        None,
        (
            by_place(side, bucket(distance), rank, sep),
            by_shape(side, rank, sep, ends, size),
            by_class(side[0], cue.cls, sep, ends),
            by_subject(side, cue.form, kind, how, cue.noun),
            *more,
        ),
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


def lead_of(seen: Setting) -> str:
    """Return the class of the word in front of a quote, or the sign."""
    return word_class(seen.line.low[seen.edge - 1]) if seen.edge > 0 and seen.sep == "w" else seen.sep


def own_block(cues: Cues, seen: Setting) -> list[Candidate]:
    """Return the cues of the quote's own block: up to four before it and three behind it."""
    found: list[Candidate] = []
    line, edge = seen.line, seen.edge
    words = cues.by_block[seen.block]
    split = bisect_left(words, seen.word)
    lead = lead_of(seen)
    for rank, word in enumerate(reversed(words[max(0, split - 4) : split])):
        cue = cues.at(word, seen.block)
        through = "Q" if "Q" in line.seps[max(cue.place + 1, edge - 200) : edge] else ""
        join, breaks = joined_before(line, cue, edge)
        joined = by_join("L", join, cue.cls, cue.form, breaks, lead, min(rank, 2))
        found.append(by_cue(cue, f"L{through}", rank, edge - 1 - cue.place, seen, seen.sep, joined))
    for rank, word in enumerate(words[split : split + 3]):
        cue = cues.at(word, seen.block)
        between = line.seps[edge + 1 : min(cue.place + 1, edge + 200)]
        through = "Q" if "Q" in between else "," if any(between) else ""
        joined = by_join("R", joined_behind(line, cue), cue.cls, cue.form, 0, lead, min(rank, 2))
        found.append(by_cue(cue, f"R{through}", rank, cue.place - edge, seen, subject_side(cue, edge), joined))
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
    for rank, word in enumerate(cues.by_block[number][:NEXT_CUES]):
        cue = cues.at(word, number)
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
        sep = ":" if narrative.text[max(0, block.end - 3) : block.end].rstrip()[-1:] == ":" else "."
        for rank, word in enumerate(reversed(cues.by_block[number][-NEXT_CUES:])):
            cue = cues.at(word, number)
            side = f"B{back}{same}{'q' if block.quotes else ''}"
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
        relation = f"I{min(gap, 3)}|p{min(paragraphs, 2)}|{rest}|{'S' if seen.edge == 0 else ''}"
    unclosed = "" if narrative.marked[previous].closed else "open"
    state = "none" if cue is None else "cue"
    taken_over = by_relation(relation, seen.shape, unclosed, min(paragraphs, 2), state)
    return [Candidate(cue, previous, (taken_over, by_rest(min(own, 2), seen.shape[:2], min(gap, 2), seen.sep)))]


@cache
def by_relation(relation: str, shape: str, unclosed: str, paragraphs: int, state: str) -> Evidence:
    """Weigh how a quote stands to the one before it."""
    return weigh(
        "attribution",
        "inherit",
        relation,
        f"{relation}|{shape[:2]}",
        f"inherit|{unclosed}|p{paragraphs}",
        f"inherit|{state}",
        f"inherit|{state}|{relation}",
        f"inherit|{shape}",
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
    following = bisect_left(inside, bisect_left(starts, closing))
    fresh = following < len(inside) and starts[inside[following]] < opening
    stop = any(mark in between for mark in ".!?")
    return f"I0|{bucket(len(between.split()))}|{'cue' if fresh else 'nocue'}{'stop' if stop else ''}"
