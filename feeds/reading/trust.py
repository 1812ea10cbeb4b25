"""How sure a reading of a figure is: the share of figures like it whose value and unit people read in the same way.

A logistic function of what the figure looks like. `scripts/learn_trust.py` learns its weights, `data/trust.toml`.
"""

from functools import cache
from math import exp

from feeds.reading.draft import Draft
from feeds.reading.tables import TableError, load

_MOST_WORDS = 4
"""Words of a counted noun, above which there is no difference."""


def signs(draft: Draft) -> list[str]:
    """Return the names of what holds for a figure: its kind, its form, and what is odd about it."""
    tokens = draft.tokens
    unit = draft.unit or ""
    count = draft.kind == "count"
    held = {
        f"kind={draft.kind}": True,
        "range": draft.high is not None,
        "words": draft.word,
        "bare before word": draft.kind in {"number", "ratio"} and tokens.low[draft.last][:1].isalpha(),
        f"noun {min(len(unit.split()), _MOST_WORDS)}": count,
        "no plural": count and unit[-1:] != "s" and draft.key == unit.lower(),
        "capital noun": count and any(word[0].isupper() for word in unit.split()),
        "one": draft.word and abs(draft.value) == 1,
        "per": " per " in (draft.key or ""),
        "hyphen": tokens.word[draft.number_last] == "-",
        "starts sentence": draft.first == 0,
    }
    return [name for name, holds in held.items() if holds]


@cache
def _weights() -> dict[str, float]:
    rows = load("trust").get("weights")
    if not isinstance(rows, dict) or "bias" not in rows:
        raise TableError("trust.toml: weights is missing, or its bias")
    return {name: float(weight) for name, weight in rows.items()}


def confidence(draft: Draft) -> float:
    """Return how sure a figure is, 0..1, to two digits."""
    weights = _weights()
    total = weights["bias"] + sum([weights.get(name, 0.0) for name in signs(draft)])
    return round(1 / (1 + exp(-total)), 2)
