"""The two date forms that nearly all feeds use, read as feedparser reads them; any other is left to feedparser."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_EPOCH = date(1970, 1, 1).toordinal()
_ZONES = {
    "ut": 0, "gmt": 0, "z": 0, "utc": 0, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7,
    "pst": -8,
}  # fmt: skip
_RFC822 = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]{0,6}\s+(\d{4})"
    r"\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,3}))",
    re.IGNORECASE | re.ASCII,
)
_W3C = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:([+-])(\d{2}):(\d{2})|Z)", re.ASCII
)


def seconds(text: str) -> int | None:
    """Return the seconds since 1970 of a date in one of the two forms. Raises `ValueError` for any other."""
    if found := _RFC822.fullmatch(text):
        day, word, year, hour, minute, second, sign, hours, minutes, name = found.groups()
        month = _MONTHS.get(word.lower())
        ahead = _ahead(sign, hours, minutes) if sign else _ZONES.get(name.lower())
        if month is None or ahead is None:
            raise ValueError(text)
        return _utc((year, str(month), day, hour, minute, second or "0"), ahead if sign else ahead * 3600)
    if found := _W3C.fullmatch(text):
        *parts, sign, hours, minutes = found.groups()
        return _utc(tuple(parts), _ahead(sign, hours, minutes) if sign else 0)
    raise ValueError(text)


def _ahead(sign: str, hours: str, minutes: str) -> int:
    seconds = int(hours) * 3600 + int(minutes) * 60
    return -seconds if sign == "-" else seconds


def _utc(parts: tuple[str, ...], ahead: int) -> int:
    year, month, day, hour, minute, second = map(int, parts)
    # Years near the ends of datetime's range could leave it with the zone.
    if not (1000 <= year <= 9000 and hour < 24 and minute < 60 and second < 60):
        raise ValueError(parts)
    return (date(year, month, day).toordinal() - _EPOCH) * 86_400 + hour * 3600 + minute * 60 + second - ahead
