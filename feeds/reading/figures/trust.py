"""How sure a reading of a figure is: the share of figures like it whose value and unit people read in the same way.

A logistic function of what the figure looks like. `scripts/learn_trust.py` learns its weights, `data/trust.toml`.
"""

from functools import cache

from feeds.reading.evidence import logistic
from feeds.reading.figures.draft import Draft
from feeds.reading.tables import TableError, load

_MOST_WORDS = 4
"""Words of a counted noun, above which there is no difference."""


def signs(draft: Draft) -> list[str]:
    """Return the names of what holds for a figure: its kind, its form, and what is odd about it."""
    tokens = draft.tokens
    unit = draft.unit or ""
    found = [f"kind={draft.kind}"]
    if draft.high is not None:
        found.append("range")
    if draft.word:
        found.append("words")
        if abs(draft.value) == 1:
            found.append("one")
    if draft.kind in {"number", "ratio"} and tokens.low[draft.last][:1].isalpha():
        found.append("bare before word")
    if draft.kind == "count":
        found += _noun(unit, draft.key)
    if " per " in (draft.key or ""):
        found.append("per")
    if tokens.word[draft.number_last] == "-":
        found.append("hyphen")
    if draft.first == 0:
        found.append("starts sentence")
    return found


def _noun(unit: str, key: str | None) -> list[str]:
    """Return what holds for a counted noun."""
    found = [f"noun {min(len(unit.split()), _MOST_WORDS)}"]
    if unit[-1:] != "s" and key == unit.lower():
        found.append("no plural")
    if not unit.islower() and any(word[0].isupper() for word in unit.split()):
        found.append("capital noun")
    return found


@cache
def _weights() -> dict[str, float]:
    rows = load("trust").get("weights")
    if not isinstance(rows, dict) or "bias" not in rows:
        raise TableError("trust.toml: weights is missing, or its bias")
    return {name: float(weight) for name, weight in rows.items()}


def confidence(draft: Draft) -> float:
    """Return how sure a figure is, 0..1, to two digits."""
    return _share(tuple(signs(draft)))


@cache
def _share(found: tuple[str, ...]) -> float:
    weights = _weights()
    total = weights["bias"] + sum([weights.get(name, 0.0) for name in found])
    return round(logistic(total), 2)
