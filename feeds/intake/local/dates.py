"""Dates as people write them at the head of a text: taken only where one reading is possible.

"3/4/2025" is April to one reader and March to the next, so it is no date here. A date without a time of day is
midnight UTC: a time that divides by 86,400 says a day, and may be shown as one.
"""

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:(?:,?\s+(?:at\s+)?|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?"
)
_FORMS = tuple(
    _WEEKDAY + form + _TIME + r"\.?"
    for form in (
        rf"(?:the\s+)?{_DAY}(?:\s+of)?[\s.-]+{_MONTH},?[\s.-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
        rf"{_YEAR}(?P<number>\d{{2}})(?P<day>\d{{2}})",
        rf"{_YEAR}\s+{_MONTH}\s+{_DAY}",
        rf"(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second_number>\d{{1,2}})(?P=mark){_YEAR}",
    )
)
_LABEL = re.compile(r"(?:date|published|posted|updated)\s*:\s*", re.IGNORECASE)


def read_date(line: str) -> int | None:
    """Return the seconds since 1970 that a line names, or nothing where it names no date, or more than one."""
    line = line.strip()
    if len(line) > 80:
        return None
    line = line[found.end() :] if (found := _LABEL.match(line)) else line
    for form in _FORMS:
        # Compiled by the first line that gets here: together they cost 6 ms, and a feed needs none.
        if found := re.fullmatch(form, line, re.IGNORECASE | re.ASCII):
            return _seconds(found.groupdict())
    return None


def _seconds(parts: dict[str, str | None]) -> int | None:
    month_and_day = _month_and_day(parts)
    if month_and_day is None:
        return None
    month, day = month_and_day
    hour = int(parts["hour"] or 0)
    if half := parts["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    try:
        moment = datetime(
            int(parts["year"] or 0), month, day, hour, int(parts["minute"] or 0), int(parts["second"] or 0),
            tzinfo=_zone(parts["zone"]),
        )  # fmt: skip
        return int(moment.timestamp())
    except (ValueError, OverflowError):
        return None


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int] | None:
    if word := parts.get("month"):
        month = _MONTHS.get(word.lower())
        return (month, int(parts["day"] or 0)) if month else None
    if number := parts.get("number"):
        return int(number), int(parts["day"] or 0)
    first, second = int(parts.get("first") or 0), int(parts.get("second_number") or 0)
    if first == second or second > 12:
        return first, second
    return (second, first) if first > 12 else None


def _zone(name: str | None) -> timezone:
    if name is None or name[0] not in "+-":
        return UTC
    ahead = timedelta(hours=int(name[1:3]), minutes=int(name[-2:]))
    return timezone(ahead if name[0] == "+" else -ahead)
