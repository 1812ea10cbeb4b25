"""Lengths of time as people write them: `20m`, `1h30m`, `90d`."""

import re

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_PART = r"(\d{1,9})\s*([smhdw])\s*"
"""Compiled at its first use: the module is imported by those that never come to it."""


def seconds(words: str | int) -> int:
    """Return a length of time in seconds; a bare number counts seconds. Raises ValueError with what to write."""
    if isinstance(words, int):
        return words
    text = words.strip().lower()
    if text.isdecimal() and text.isascii():
        return int(text)
    parts = re.findall(_PART, text)
    if not parts or re.sub(_PART, "", text):
        raise ValueError(f"{words!r} is no length of time; write 90s, 20m, 2h, 1h30m or 7d")
    return sum(int(number) * _UNITS[unit] for number, unit in parts)


def words(length: int) -> str:
    """Return a length of time in its one or two largest units: `1h 30m`, `45s`, `3d`."""
    parts = []
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60), ("s", 1)):
        count, length = divmod(length, size)
        if count:
            parts.append(f"{count}{unit}")
    return " ".join(parts[:2]) or "0s"


def moment(words: str, now: int) -> int:
    """Return a time as people write it: so long before `now`, a date or time of this place, or RFC 3339.

    Raises ValueError with what to write.
    """
    from datetime import datetime  # noqa: PLC0415 - most callers have a length only

    try:
        return now - seconds(words)
    except ValueError:
        pass
    try:
        return int(datetime.fromisoformat(words.strip()).timestamp())
    except (ValueError, OverflowError):
        raise ValueError(f"{words!r} is no time; write 24h, 7d, 2025-07-25 or 2025-07-25T06:00Z") from None
