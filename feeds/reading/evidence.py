"""What speaks for a reading, and its weight: features that go together are named and added up once for all texts.

A feature is a closed class or a coarse distance, never a word of the text, so there are few groups of them: a quote
costs a look into a table for each group, and not the making of some eighty strings. Weights are hundredths in whole
numbers: their sum is the same in any order, and two readings that weigh alike are alike.
"""

import json
import math
from operator import itemgetter
from typing import NamedTuple

from feeds.reading.tables import data_text

WEIGHTS: dict[str, dict[str, float]] = json.loads(data_text("quote_weights.json"))
"""`attribution`, `kind` and `reported` of `scripts/learn_quotes.py`, feature to weight; no word is a feature."""


class Evidence(NamedTuple):
    """A group of features and what they weigh together."""

    names: tuple[str, ...]
    total: int
    """In hundredths."""


TOTAL = itemgetter(1)
"""The weight of a group, for sums over many."""


def weigh(ranker: str, *names: str) -> Evidence:
    """Return some features with their weight in one of the rankers; those it does not know weigh nothing."""
    weights = WEIGHTS[ranker]
    return Evidence(names, sum([round(100 * weights[name]) for name in names if name in weights]))


def logistic(total: float) -> float:
    """Return the share, 0..1, that a sum of weights stands for."""
    bounded = 30.0 if total > 30.0 else -30.0 if total < -30.0 else total
    return 1 / (1 + math.exp(-bounded))
