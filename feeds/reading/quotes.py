"""Who said what."""

import json

from feeds.model import Quote
from feeds.reading.attribution import Attributor, Candidate, Cue
from feeds.reading.lexicon import DATA
from feeds.reading.narrative import Narrative
from feeds.reading.page import Page

WEIGHTS: dict[str, float] = json.loads((DATA / "quote_weights.json").read_text(encoding="utf-8"))

SENTENCE_REACH = 1000
"""Code points of a sentence kept on either side of its quote: a megabyte of quotes in one sentence stays linear."""


def score(candidate: Candidate) -> float:
    """The learned weight of a candidate."""
    return sum([WEIGHTS.get(feature, 0.0) for feature in candidate.features])


def read_quotes(page: Page) -> tuple[Quote, ...]:
    """Return the quotes of a page, in the order of the text."""
    narrative = Narrative(page)
    attributor = Attributor(narrative)
    quotes: list[Quote] = []
    for number in range(len(narrative.marked)):
        candidates = attributor.candidates(number)
        best = max(candidates, key=score)
        attributor.chosen[number] = best
        quotes.append(build(narrative, attributor, number))
    return tuple(quotes)


def subject_span(narrative: Narrative, cue: Cue) -> tuple[int, int] | None:
    """Where the cue's subject stands in the text."""
    if cue.subject is None:
        return None
    line = narrative.line(cue.block)
    first, last = line.at[cue.subject.first], line.at[cue.subject.last]
    start, end = narrative.words.starts[first], narrative.words.ends[last]
    if narrative.text[end - 2 : end] in ("’s", "'s"):
        end -= 2
    return start, end


def build(narrative: Narrative, attributor: Attributor, number: int) -> Quote:
    """Make the record of one quote."""
    marked = narrative.marked[number]
    text = narrative.text
    block = narrative.blocks[narrative.block_of[number]]
    cue = attributor.cue_of(number)
    span = subject_span(narrative, cue) if cue else None
    raw = text[span[0] : span[1]] if span else None
    shape = attributor.shape(number)
    kind = "direct" if shape[0] == "U" else "mixed"
    if span is None and marked.end - marked.start < 40:
        kind = "term"
    cue_text = text[cue.span[0] : cue.span[1]].lower() or None if cue else None
    start, end = max(block.start, marked.opening - SENTENCE_REACH), min(block.end, marked.closing + SENTENCE_REACH)
    return Quote(
        text[marked.start : marked.end],
        marked.start,
        marked.end,
        kind,
        raw,
        raw,
        span,
        None,
        cue_text,
        cue.span if cue and cue_text else None,
        cue.lemma or None if cue else None,
        cue.cls or None if cue else None,
        cue.negated if cue else False,
        None,
        text[block.start : block.end].strip(),
        block.start,
        0.5,
    )
