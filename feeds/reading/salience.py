"""How much a figure matters in its article: a linear ranker over general features, its weights kept as data."""

from math import exp

from feeds.reading.tables import TableError, load


def _weights() -> dict[str, float]:
    table = load("salience").get("weights")
    if not isinstance(table, dict) or not all(isinstance(weight, (int, float)) for weight in table.values()):
        raise TableError("salience.toml: weights are no table of numbers")
    return {name: float(weight) for name, weight in table.items()}


WEIGHTS = _weights()
_LEAST = 0.001
"""A real figure is never without salience: 0 is for what is typed."""


def salience(found: list[str]) -> float:
    """Return 0..1 for the features of a figure."""
    score = sum([WEIGHTS.get(name, 0.0) for name in found])
    return max(_LEAST, round(1 / (1 + exp(-max(-30.0, min(30.0, score)))), 4))
