"""A quote that stands alone behind a sentence without a verb of saying: `Roe shook her head. “Not again.”`."""

from feeds.reading.prose.heads import main_subject
from feeds.reading.prose.narrative import Narrative
from feeds.reading.quotes.cues import Cue

SPEAKERS = frozenset(("name", "person"))
"""Sorts of subject that a lone quote is taken to be by."""
PRONOUNS = frozenset(("he", "she"))


def lone(narrative: Narrative, number: int) -> Cue | None:
    """Return what gives a quote that is alone in its sentence to the subject of the sentence before it, if anything."""
    at = narrative.block_of[number]
    block = narrative.blocks[at]
    if at == 0 or len(block.quotes) > 1 or narrative.lines[at].count:
        return None
    before, line = narrative.blocks[at - 1], narrative.lines[at - 1]
    if before.paragraph != block.paragraph or before.quotes or not line.count:
        return None
    subject = main_subject(line, line.count)
    if subject is None or subject.last + 1 >= line.count:
        return None
    if subject.kind not in SPEAKERS and line.low[subject.last] not in PRONOUNS:
        return None
    opening = narrative.marked[number].opening
    return Cue(line.at[-1], (opening, opening), "", "", "m", at - 1, line.count, subject, False, False)
