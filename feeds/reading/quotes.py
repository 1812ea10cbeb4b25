"""Who said what."""

import json

from feeds.model import Quote
from feeds.reading import kinds
from feeds.reading.attribution import Attributor, Candidate, Cue
from feeds.reading.lexicon import DATA
from feeds.reading.narrative import Narrative
from feeds.reading.page import Page
from feeds.reading.resolve import Resolver

WEIGHTS: dict[str, dict[str, float]] = json.loads((DATA / "quote_weights.json").read_text(encoding="utf-8"))

THRESHOLD = 0.6
"""How sure it must be that marked words are somebody's."""
SENTENCE_REACH = 1000
"""Code points of a sentence kept on either side of its quote: a megabyte of quotes in one sentence stays linear."""


def choose(attributor: Attributor, number: int, weights: dict[str, float]) -> tuple[Candidate, float]:
    """The best candidate of a quote, remembered as chosen, and how far it leads over leaving the quote to nobody."""
    best, top, nobody = None, 0.0, 0.0
    for candidate in attributor.candidates(number):
        total = sum([weights.get(feature, 0.0) for feature in candidate.features])
        if best is None or total > top:
            best, top = candidate, total
        nobody = total
    assert best is not None  # noqa: S101  # nobody is always a candidate
    attributor.chosen[number] = best
    return best, top - nobody


def read_quotes(page: Page) -> tuple[Quote, ...]:
    """Return the quotes of a page, in the order of the text."""
    narrative = Narrative(page)
    attributor = Attributor(narrative)
    resolver = Resolver(narrative)
    quotes: list[Quote] = []
    for number in range(len(narrative.marked)):
        best, margin = choose(attributor, number, WEIGHTS["attribution"])
        found = kinds.features(narrative, attributor, number, best, margin)
        sure = kinds.probability(WEIGHTS["kind"], found)
        quotes.append(build(narrative, attributor, resolver, number, sure))
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


def build(narrative: Narrative, attributor: Attributor, resolver: Resolver, number: int, sure: float) -> Quote:
    """Make the record of one quote."""
    marked = narrative.marked[number]
    text = narrative.text
    block = narrative.blocks[narrative.block_of[number]]
    cue = attributor.cue_of(number)
    span = subject_span(narrative, cue) if cue else None
    raw = text[span[0] : span[1]] if span else None
    speaker, role = resolver.resolve(cue, raw, span[0]) if cue and span and raw else (None, None)
    shape = attributor.shape(number)
    kind = "direct" if shape[0] == "U" else "mixed"
    if sure < THRESHOLD:
        kind = "term"
    cue_text = text[cue.span[0] : cue.span[1]].lower() or None if cue else None
    start, end = max(block.start, marked.opening - SENTENCE_REACH), min(block.end, marked.closing + SENTENCE_REACH)
    return Quote(
        text[marked.start : marked.end],
        marked.start,
        marked.end,
        kind,
        speaker,
        raw,
        span,
        role,
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
