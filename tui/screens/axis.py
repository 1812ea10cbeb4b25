"""Where values and times stand on the axes of a plot, and which of them are named there. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from math import ceil, floor, log10
from typing import NamedTuple

from tui.panels import words

NAMED = 5
"""Values and times that are named on each axis."""

APART = 1000
"""How many times the smallest value the largest is from which all others would lie on the foot of the plot."""

DAY = 86400


class Scale(NamedTuple):
    """How the values of a plot are placed."""

    place: Callable[[float], float]
    """Where a value stands."""
    at: list[float]
    """The places that are named."""
    names: list[str]
    tens: bool
    """Whether each step is ten times, or so many times ten times, the one before."""


def scale(values: Sequence[float]) -> Scale:
    """Return how these values are placed: as they are, or by their powers of ten where they lie far apart."""
    low, high = min(values, default=0), max(values, default=0)
    if low <= 0 or high < low * APART:
        at = rounds(low, high)
        return Scale(float, at, [_value(one) for one in at], tens=False)
    first, last = ceil(log10(low)), floor(log10(high))
    tens = range(first, last + 1, -(-(last + 1 - first) // NAMED))
    return Scale(log10, list(tens), [_value(10.0**one) for one in tens], tens=True)


def _value(value: float) -> str:
    return words.number(Decimal(f"{value:.6g}"))


def moments(times: Sequence[float]) -> list[str]:
    """Return the names of times that are in order, as exact as what lies between them needs."""
    span = times[-1] - times[0] if times else 0
    form = "%d %b %H:%M" if span < 7 * DAY else "%d %b" if span < 300 * DAY else "%d %b %Y"
    return [datetime.fromtimestamp(at).astimezone().strftime(form) for at in times]


def marks(low: float, high: float, named: int = NAMED) -> list[float]:
    """Return where an axis is named: at both ends and evenly between.

    Where names would touch, the plot leaves out any of them, each time another: a narrow one gets fewer.
    """
    return [low + (high - low) * step / (named - 1) for step in range(named)] if high > low else [low]


def rounds(low: float, high: float, named: int = NAMED) -> list[float]:
    """Return the round numbers between two values, in steps of 1, 2, 2.5 or 5 with noughts; or both ends."""
    if not low < high:
        return [low]
    size = 10.0 ** floor(log10((high - low) / named))
    step = next(size * times for times in (1, 2, 2.5, 5, 10, 20) if (high - low) / (size * times) <= named - 1)
    first = ceil(low / step)
    found = [at * step for at in range(first, int(high // step) + 1)]
    return found if len(found) > 1 else [low, high]
