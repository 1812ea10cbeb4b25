"""Who said what: every marked stretch and every reported clause of a page, with its speaker, role and cue."""

from typing import NamedTuple

from feeds.model import Quote, Span
from feeds.reading.evidence import TOTAL, logistic
from feeds.reading.page import Page
from feeds.reading.prose.grammar import CONTRACTED
from feeds.reading.prose.narrative import CROWD, Narrative
from feeds.reading.quotes import indirect, kinds, statements
from feeds.reading.quotes.attribution import Attributor
from feeds.reading.quotes.cues import Cue
from feeds.reading.quotes.lone import lone
from feeds.reading.quotes.ranking import choose
from feeds.reading.quotes.resolve import Resolver

SPEECH_FROM = 0.68
"""How sure it must be that marked words are somebody's: over five folds, each read with what the others teach
(`scripts/bench folds`), 96.3 of 100 that are stay and 76.4 of 100 that are not go."""
REPORTED_FROM = 0.515
"""The same for a clause without marks: over the same folds 72.5 of 100 are right and 52.7 of all are found."""
CROWD_REACH = 60
"""Code points of the sentence kept on either side of those."""
SENTENCE_REACH = 1000
"""Code points of a sentence kept on either side of its quote: a megabyte of quotes in one sentence stays linear."""


class Item(NamedTuple):
    """A stretch that is to become a quote."""

    start: int
    end: int
    cue: Cue | None
    kind: str
    block: int
    part_of: int | None
    """The marked stretch that it goes on from, for a split or continued quote."""
    number: int
    """Its marked stretch, or -1."""
    confidence: float


def read_quotes(page: Page) -> tuple[Quote, ...]:
    """Return the quotes of a page, in the order of the text; by marks alone where it is not English."""
    narrative = Narrative(page)
    if page.language != "en":
        return tuple(plain(narrative, number) for number in range(len(narrative.marked)))
    attributor = Attributor(narrative)
    items: list[Item] = []
    for block, held in enumerate(narrative.blocks):
        if held.quotes:
            items += [marked_item(narrative, attributor, number) for number in held.quotes[:CROWD]]
            items += [crowded(narrative, block, number) for number in held.quotes[CROWD:]]
    items += reported_items(narrative, attributor)
    if not items:
        return ()  # most items of feeds: nobody needs to be looked for
    items.sort(key=lambda item: item.start)
    index = {item.number: place for place, item in enumerate(items) if item.number >= 0}
    resolver = Resolver(narrative)
    resolver.heads.update(item.part_of for item in items if item.part_of is not None)
    return tuple(build(narrative, resolver, item, index) for item in items)


def plain(narrative: Narrative, number: int) -> Quote:
    """Return a quote by its marks alone."""
    marked = narrative.marked[number]
    block = narrative.blocks[narrative.block_of[number]]
    text = narrative.text
    return Quote(
        text[marked.start : marked.end],
        marked.start,
        marked.end,
        "direct",
        sentence=text[block.start : block.end][: 2 * SENTENCE_REACH],
        sentence_start=block.start,
    )


def marked_item(narrative: Narrative, attributor: Attributor, number: int) -> Item:
    """Attribute a marked stretch and tell its kind."""
    marked = narrative.marked[number]
    best, margin, sure = choose(attributor, number)
    speech = logistic(sum(map(TOTAL, kinds.evidence(narrative, number, best, margin))) / 100)
    cue = attributor.cue_of(number)
    block = narrative.block_of[number]
    if statements.is_nickname(narrative, number):
        return Item(marked.start, marked.end, None, "term", block, None, number, 0.9)
    part_of = attributor.part_of(number)
    if speech < SPEECH_FROM and (
        statements.is_statement(narrative, number)
        or statements.is_answer(narrative, number, cue)
        or (part_of is not None and statements.goes_on(narrative, number))
    ):
        speech = SPEECH_FROM
    if speech < SPEECH_FROM:
        kind = "title" if kinds.is_title(narrative, number) else "term"
        return Item(marked.start, marked.end, cue, kind, block, None, number, round(1 - speech, 3))
    kind = "direct" if statements.is_direct(narrative, number, part_of) else "mixed"
    if cue is None and kind == "direct":
        cue = lone(narrative, number)
    return Item(marked.start, marked.end, cue, kind, block, part_of, number, round(sure * speech, 3))


def crowded(narrative: Narrative, block: int, number: int) -> Item:
    """Return a marked stretch that too many stand before in its sentence to be somebody's."""
    marked = narrative.marked[number]
    return Item(marked.start, marked.end, None, "term", block, None, number, 0.5)


def reported_items(narrative: Narrative, attributor: Attributor) -> list[Item]:
    """Return the reported clauses outside marks."""
    found = indirect.select(indirect.reported(narrative, attributor.cues, REPORTED_FROM), REPORTED_FROM)
    return [
        Item(clause.start, clause.end, clause.cue, "indirect", clause.cue.block, None, -1, round(sure, 3))
        for clause, sure in found
    ]


def subject_span(narrative: Narrative, cue: Cue) -> Span | None:
    """Where the cue's subject stands in the text."""
    if cue.subject is None:
        return None
    line = narrative.lines[cue.block]
    first, last = line.at[cue.subject.first], line.at[cue.subject.last]
    start, end = narrative.words.starts[first], narrative.words.ends[last]
    if narrative.lower[line.at[cue.subject.last]] in CONTRACTED:
        said = narrative.text[start:end]
        return start, start + max(said.find("’"), said.find("'"))
    if narrative.text[end - 2 : end] in ("’s", "'s") and end - start > 2:
        end -= 2
    return start, end


def build(narrative: Narrative, resolver: Resolver, item: Item, index: dict[int, int]) -> Quote:
    """Make the record of one quote."""
    text = narrative.text
    cue = item.cue
    span = subject_span(narrative, cue) if cue else None
    raw = text[span[0] : span[1]] if span else None
    speaker, role = resolver.resolve(cue, raw, span[0]) if cue and span and raw else (None, None)
    printed = text[cue.span[0] : cue.span[1]].lower() if cue else ""
    block = narrative.blocks[item.block]
    first = block.start
    if cue is not None and cue.block != item.block and abs(cue.block - item.block) == 1:
        first = min(first, narrative.blocks[cue.block].start)
    last = (
        max(block.end, narrative.blocks[cue.block].end)
        if cue is not None and cue.block == item.block + 1
        else block.end
    )
    listed = item.number >= 0 and item.number - block.quotes[0] >= CROWD
    reach = CROWD_REACH if listed else SENTENCE_REACH
    start = first if first > item.start - reach else item.start - reach
    end = last if last < item.end + reach else item.end + reach
    chain = None
    if item.part_of is not None:
        chain = index.get(item.part_of)
    elif item.number in resolver.heads:
        chain = index[item.number]
    return Quote(
        text[item.start : item.end],
        item.start,
        item.end,
        item.kind,
        speaker,
        raw,
        span,
        role,
        printed or None,
        cue.span if cue and printed else None,
        cue.lemma or printed if cue and printed else None,
        cue.cls or "said" if cue and printed else None,
        cue.negated if cue else False,
        chain,
        text[start:end].rstrip(),
        start,
        item.confidence,
    )
