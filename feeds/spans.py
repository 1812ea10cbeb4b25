"""Times as people write them: lengths (`20m`, `1h30m`, `90d`), and moments, so long ago or by their date."""

import re

_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400, "w": 604800}
_PART = r"([0-9]{1,15})\s*(min|[smhdw])\s*"
"""Compiled at its first use: the module is imported by those that never come to it."""
_LONGEST = 100 * 365 * 86400
"""What is longer was not meant, and what is much longer no clock and no database holds."""


def seconds(words: str | int) -> int:
    """Return a length of time in seconds; a bare number counts seconds. Raises ValueError with what to write."""
    text = str(words).strip().lower()
    if text.isdecimal():
        text += "s"
    parts = re.findall(_PART, text)
    if not parts or re.sub(_PART, "", text):
        raise ValueError(f"{words!r} is no length of time; write 90s, 20m, 2h, 1h30m or 7d")
    length = sum(int(number) * _UNITS[unit] for number, unit in parts)
    if length > _LONGEST:
        raise ValueError(f"{words!r} is longer than 100 years")
    return length


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

    A bare number is no length here: 2025 is not half an hour ago, and 20250725 is a day. Raises ValueError with what to
    write.
    """
    from datetime import datetime  # noqa: PLC0415 (most callers have a length only)

    text = words.strip()
    if not text.isdecimal():
        try:
            return now - seconds(text)
        except ValueError:
            pass
    try:
        return int(datetime.fromisoformat(f"{text[:10]}T00:00Z" if text[10:] == "Z" else text).timestamp())
    except (ValueError, OverflowError):
        raise ValueError(f"{words!r} is no time; write 24h, 7d, 2025-07-25 or 2025-07-25T06:00Z") from None
