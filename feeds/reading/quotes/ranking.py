"""The learned half of attribution: the candidate that wins by what speaks for it."""

import math
from collections.abc import Mapping

from feeds.reading.quotes.attribution import Attributor
from feeds.reading.quotes.candidates import Candidate

LEAST = math.exp(-30.0)


def choose(
    attributor: Attributor, number: int, weights: Mapping[str, float] | None = None
) -> tuple[Candidate, float, float]:
    """Choose the best candidate of a quote; return it, its lead over nobody, and its share of all, 0..1.

    The weights are the shipped ones, unless others are given.
    """
    candidates = attributor.candidates(number)
    if weights is None:
        totals = [candidate.total for candidate in candidates]
    else:
        totals = [sum([round(100 * weights.get(name, 0.0)) for name in c.features]) for c in candidates]
    top = max(totals)
    best = candidates[totals.index(top)]
    attributor.chosen[number] = best
    return best, (top - totals[-1]) / 100, agreeing(candidates, totals, best, top)


def agreeing(candidates: list[Candidate], totals: list[int], best: Candidate, top: int) -> float:
    """Return the share of all candidates that name the same subject as the best."""
    exp = math.exp
    exps = [exp((total - top) / 100) if total > top - 3000 else LEAST for total in totals]
    same = exps[totals.index(top)]
    chosen = best.cue
    if chosen is not None:
        subject, block = chosen.subject, chosen.block
        for candidate, value in zip(candidates, exps, strict=True):
            cue = candidate.cue
            if candidate is not best and cue is not None and cue.block == block and cue.subject == subject:
                same += value
    return same / sum(exps)
