"""How the board says values, ages and times: short, aligned, and never by colour alone."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from feeds.model import Figure

BOUNDS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
MOVES = {"up": "↑", "down": "↓"}
SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


NOT = frozenset(["not", "never", "no", "nor", "n’t", "n't", "cannot"])
"""Words by which a cue as printed says itself that it is negated."""


def cue(printed: str | None, negated: bool) -> str:
    """Return a cue as printed; where only the words around it deny it, that is said too: `not said`."""
    said = (printed or "").split()
    return " ".join(["not", *said] if negated and not NOT & set(said) else said)


def age(at: int, now: int) -> str:
    """How long ago, in at most three characters: `now`, `12m`, `5h`, `3d`, `8w`, `2y`."""
    seconds = max(0, now - at)
    for most, unit, name in (
        (60, 60, ""),
        (3600, 60, "m"),
        (86400, 3600, "h"),
        (14 * 86400, 86400, "d"),
        (700 * 86400, 7 * 86400, "w"),
    ):
        if seconds < most:
            return f"{seconds // unit}{name}" if name else "now"
    return f"{min(99, seconds // (365 * 86400))}y"


def ago(at: int, now: int) -> str:
    """Return an age as a part of a sentence: `just now`, `12m ago`."""
    said = age(at, now)
    return "just now" if said == "now" else f"{said} ago"


def ahead(at: int, now: int) -> str:
    """How long until a time: `in 20m`, `due`."""
    return f"in {age(now, at)}" if at >= now + 60 else "due"


def clock(at: int, now: int) -> str:
    """Return a local time: of the day alone when it is today; of another year without the hour."""
    then, today = _local(at), _local(now)
    if then.date() == today.date():
        return then.strftime("%H:%M")
    return then.strftime("%d %b %H:%M" if then.year == today.year else "%d %b %Y")


def moment(at: int) -> str:
    """Return a local date and time in full."""
    return _local(at).strftime("%A %d %B %Y, %H:%M")


def _local(at: int) -> datetime:
    try:
        return datetime.fromtimestamp(at, UTC).astimezone()
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def number(value: Decimal) -> str:
    """Return a number as one reads it: grouped by thousands; from a million on, scaled where nothing is lost by it."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            scaled = value / scale
            if scaled == round(scaled, 2):
                return f"{_plain(scaled)}{name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}"


def signs(figure: Figure) -> str:
    """Return what qualifies a value, as signs: direction, bound, about."""
    return MOVES.get(figure.direction or "", "") + (BOUNDS.get(figure.bound or "") or ("~" if figure.approx else ""))


def amount(figure: Figure, room: int = 80) -> str:
    """Return the value or range of a figure, with the sign of its currency or per cent.

    `room`: cells that a fraction's words may take ("two-thirds"); with fewer it is a percentage. 0.666667 is for
    machines.
    """
    if figure.kind == "ratio" and figure.value_hi is None:
        said = QUALIFIER.sub("", figure.text) if signs(figure) else figure.text
        return said if len(said) + len(signs(figure)) <= room else f"{_plain(round(figure.value * 100, 1))}%"
    ends = [figure.value] if figure.value_hi is None else [figure.value, figure.value_hi]
    text = "–".join(map(number, ends))
    if figure.kind == "money":
        sign, _ = _money(figure)
        return sign + (" " if sign[-1:].isalpha() else "") + text
    if figure.unit_key == "percent":
        return text + "%"
    return text


QUALIFIER = re.compile(
    r"^(?:(?:more|less|fewer) than|at least|at most|up to|as (?:many|much) as|about|around|roughly|nearly|almost|"
    r"barely|some|over|under)\s+",
    re.IGNORECASE,
)
"""What `signs` says of a fraction already."""

FIRST_NUMBER = re.compile(r"\d")


def _money(figure: Figure) -> tuple[str, str]:
    """Return what stands before and after an amount of money, as printed: "$", "crowns", "Rs", or "£" and "an hour"."""
    printed = (figure.unit or "").split(maxsplit=1)
    if not printed:
        return "", figure.unit_key or ""
    at, number_at = figure.text.find(printed[0]), FIRST_NUMBER.search(figure.text)
    if number_at is not None and 0 <= at < number_at.start():
        return printed[0], "".join(printed[1:])
    return "", " ".join(printed)


def unit(figure: Figure) -> str:
    """Return what the value counts, as printed; nothing where `amount` says it already."""
    printed = _money(figure)[1] if figure.kind == "money" else figure.unit or ""
    if figure.unit_key == "percent" or (figure.kind == "ratio" and figure.value_hi is None):
        printed = ""
    return " ".join(part for part in (printed, figure.scope) if part)


def value(figure: Figure) -> str:
    """Return a figure in words for a margin or a citation: `≥220,000 people`."""
    return " ".join(part for part in (signs(figure) + amount(figure), unit(figure)) if part)


def spark(counts: Sequence[int]) -> str:
    """Return counts as bars, one character each: the lowest is 0, and no other count is as low."""
    most = max(counts, default=0) or 1
    return "".join("▁▂▃▄▅▆▇█"[-(-count * 7 // most)] for count in counts)


def found(finished: Mapping[str, object]) -> str:
    """Return what came of a run that was asked for by hand, from its `run_finished` line."""
    parts = [f"{finished[name]:,} {name}" for name in ("new", "changed") if finished.get(name)]
    failed = f"; {finished['errors']:,} failed" if finished.get("errors") else ""
    return (", ".join(parts) or "Nothing new") + failed


def plural(count: int, one: str, many: str = "") -> str:
    """`1 figure`, `2 figures`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
