"""The learned half of attribution: weights as data, and the candidate that wins by them."""

import json
import math

from feeds.reading.attribution import Attributor
from feeds.reading.candidates import Candidate
from feeds.reading.lexicon import DATA

WEIGHTS: dict[str, dict[str, float]] = json.loads((DATA / "quote_weights.json").read_text(encoding="utf-8"))
"""`attribution`, `kind` and `reported` of `scripts/learn_quotes.py`, feature to weight; no word is a feature."""
LEAST = math.exp(-30.0)


def choose(attributor: Attributor, number: int, weights: dict[str, float]) -> tuple[Candidate, float, float]:
    """Choose the best candidate of a quote; return it, its lead over nobody, and its share of all, 0..1."""
    candidates = attributor.candidates(number)
    totals = [sum([weights[f] for f in candidate.features if f in weights]) for candidate in candidates]
    top = max(totals)
    best = candidates[totals.index(top)]
    attributor.chosen[number] = best
    share = agreeing(candidates, totals, best, top)
    return best, top - totals[-1], share


def agreeing(candidates: list[Candidate], totals: list[float], best: Candidate, top: float) -> float:
    """Return the share of all candidates that name the same subject as the best."""
    exp = math.exp
    exps = [exp(total - top) if total > top - 30.0 else LEAST for total in totals]
    subject = best.cue.subject if best.cue else None
    same = 0.0
    for candidate, value in zip(candidates, exps, strict=True):
        cue = candidate.cue
        if candidate is best or (
            cue is not None and best.cue is not None and cue.subject == subject and cue.block == best.cue.block
        ):
            same += value
    return same / sum(exps)
