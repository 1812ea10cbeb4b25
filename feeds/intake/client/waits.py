"""What an answer's headers say about the next request: max-age, Expires and Retry-After in seconds."""

import re
from collections.abc import Mapping

from feeds.intake.schedule import NONSENSE_RETRY

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,15})\"?(?=\s*(?:,|$))", re.IGNORECASE)
_NO_STORE = re.compile(r"(?:^|[,\s])no-(?:store|cache)(?=\s*(?:,|$))", re.IGNORECASE)


def fresh(headers: Mapping[str, str], now: int) -> int:
    """Return how many seconds an answer says it is good for; Expires counts from the answer's own Date."""
    control = headers.get("cache-control", "")
    if found := _MAX_AGE.search(control):
        return int(found[1])
    if _NO_STORE.search(control):
        return 0
    expires = http_date(headers.get("expires", ""))
    if expires is None:
        return 0
    return max(0, expires - (http_date(headers.get("date", "")) or now))


def retry_after(headers: Mapping[str, str], now: int) -> int | None:
    """Return the seconds that Retry-After asks for, as a number or a date; nothing where it is absent or nonsense."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit() and len(value) <= 15:
        seconds = int(value)
    else:
        moment = http_date(value)
        if moment is None:
            return None
        seconds = moment - (http_date(headers.get("date", "")) or now)
    return seconds if 0 < seconds <= NONSENSE_RETRY else None


def http_date(value: str) -> int | None:
    """Return an HTTP date in seconds since 1970, or nothing where it is none."""
    if not value or len(value) > 100:
        return None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 (6 ms, and most servers say seconds)

    try:
        return int(parsedate_to_datetime(value).timestamp())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
