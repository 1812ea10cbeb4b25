"""How much a figure matters: the chance that an editor would put it into the headline, 0..1.

A linear ranker over general features, and a logistic scale that makes a share of its score: of the figures at 0.7 seven
in ten are the number of their headline. `scripts/learn_salience.py` learns both, `data/salience.toml` keeps them.
"""

from itertools import repeat

from feeds.reading.evidence import logistic
from feeds.reading.tables import TableError, load


def _numbers(name: str) -> dict[str, float]:
    table = load("salience").get(name)
    if not isinstance(table, dict) or not all(isinstance(weight, (int, float)) for weight in table.values()):
        raise TableError(f"salience.toml: {name} are no table of numbers")
    return {key: float(number) for key, number in table.items()}


WEIGHTS = _numbers("weights")
_SCALE = _numbers("calibration")["scale"]
_SHIFT = _numbers("calibration")["shift"]
_LEAST = 0.001
"""A real figure is never without salience: 0 is for what is typed."""


def salience(found: list[str]) -> float:
    """Return 0..1 for the features of a figure."""
    score = sum(map(WEIGHTS.get, found, repeat(0.0)))
    return max(_LEAST, round(logistic(_SCALE * score + _SHIFT), 4))
