"""The attributions of one page in the making: which candidate each quote was given, and what later quotes take over."""

from functools import cache

from feeds.reading.evidence import Evidence, weigh
from feeds.reading.prose.dialogue import DASHES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.quotes.candidates import (
    Candidate,
    inherited,
    next_block,
    own_block,
    previous_blocks,
    setting,
)
from feeds.reading.quotes.cues import Cue, Cues
from feeds.reading.quotes.verbless import verbless

LONGEST_CHAIN = 50
"""Quotes that may hand an attribution on from one to the next."""


class Attributor:
    """Lists the candidates of each quote; the chosen ones of earlier quotes are in `chosen`."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self.cues = Cues(narrative)
        self.chosen: dict[int, Candidate] = {}

    def root(self, quote: int) -> int:
        """Return the quote whose attribution a quote shares in the end."""
        for _ in range(LONGEST_CHAIN):
            chosen = self.chosen.get(quote)
            if chosen is None or chosen.inherits is None:
                break
            quote = chosen.inherits
        return quote

    def cue_of(self, quote: int) -> Cue | None:
        """Return the cue of a quote that was decided."""
        chosen = self.chosen.get(quote)
        return chosen.cue if chosen else None

    def part_of(self, quote: int) -> int | None:
        """Return the first part of the split or continued quote that this one goes on with, or nothing."""
        root = self.root(quote)
        if root != quote:
            return root
        chosen, earlier = self.chosen.get(quote), self.chosen.get(quote - 1)
        if not (chosen and earlier and chosen.cue and earlier.cue):
            return None
        same = chosen.cue.word == earlier.cue.word and chosen.cue.lemma
        blocks, here = self.narrative.blocks, self.narrative.block_of
        if same and blocks[here[quote]].paragraph == blocks[here[quote - 1]].paragraph:
            return self.root(quote - 1)
        return None

    def candidates(self, quote: int) -> list[Candidate]:
        """All ways to attribute the quote; the last is to nobody."""
        narrative, cues = self.narrative, self.cues
        seen = setting(narrative, quote)
        quotes = narrative.blocks[seen.block].quotes
        turn = quote == quotes[0] and narrative.text[narrative.marked[quote].opening] in DASHES
        found = own_block(cues, seen)
        if quote == quotes[-1] and seen.edge >= seen.line.count and not (turn and seen.line.count == 0):
            found += next_block(narrative, cues, seen)
        if quote == quotes[0] and seen.edge == 0 and not turn:
            found += previous_blocks(narrative, cues, seen)
        if quote > 0 and not turn:  # a dash is another speaker's turn
            found += inherited(narrative, cues, seen, self.cue_of(quote - 1))
        found += verbless(narrative, cues, seen)
        found.append(Candidate(None, None, nobody(seen.ends + seen.size, min(2, len(found)), seen.lead)))
        return found


@cache
def nobody(shape: str, others: int, lead: str) -> Evidence:
    """Weigh that a quote is nobody's, against how many candidates and behind which word."""
    return weigh("attribution", "none", f"none|{shape}", f"none|cues{others}", f"none|{lead}", f"none|{lead}|{shape}")
