"""What a feed itself says about when to ask again: ttl, sy:, skipHours and skipDays."""

import re
from itertools import islice

_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SKIP = re.compile(rb"<skip(Hours|Days)\b[^>]{0,100}>", re.IGNORECASE)
_SKIPS = 8
"""Elements that are looked at, of 4,000 bytes each: a feed has one for hours and one for days."""
_SKIPPED = re.compile(rb"<(?:hour|day)\b[^>]{0,100}>\s*(\w{1,12})\s*<", re.IGNORECASE)


def wait(ttl: str, period: str, frequency: str) -> int:
    """Return the seconds that a feed asks to be left alone: the longer of ttl (minutes) and sy: (period/frequency)."""
    minutes = int(ttl) if ttl.isdecimal() and len(ttl) < 9 else 0
    often = int(frequency) if frequency.isdecimal() and len(frequency) < 6 else 1
    return max(minutes * 60, _PERIODS.get(period.strip().lower(), 0) // max(often, 1))


def skips(body: bytes) -> tuple[int, int]:
    """Return the hours (GMT, midnight is 1) and days (Monday is 1) on which an RSS feed asks not to be asked, as bits.

    From the bytes: feedparser keeps only the last of each.
    """
    hours = days = 0
    if b"<skip" not in body:
        return 0, 0
    for found in islice(_SKIP.finditer(body), _SKIPS):
        kind = found[1]
        inner, ended, _ = body[found.end() : found.end() + 4000].partition(b"</skip")
        for raw in _SKIPPED.findall(inner) if ended else ():
            word = raw.decode("ascii", "replace").lower()
            if kind.lower() == b"hours" and word.isdecimal() and int(word) <= 24:
                hours |= 1 << int(word) % 24
            elif kind.lower() == b"days" and word in _DAYS:
                days |= 1 << _DAYS.index(word)
    return hours, days
