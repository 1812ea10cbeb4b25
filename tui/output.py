"""stdout: JSON values as the documentation promises them, and one line at a time."""

import sys
from collections.abc import Callable, Mapping
from errno import EBADF
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal

SCHEMA = 1
"""The schema number of every JSONL line: within it, fields are only added."""

_LONG = 4000
"""Digits from which int() refuses a decimal (4300 by default; sys.set_int_max_str_digits)."""


class _InexactError(Exception):
    """A decimal stands where the fast encoder has no plain number for it."""


def _refuse(value: object) -> object:
    from decimal import Decimal

    if isinstance(value, Decimal):
        raise _InexactError
    raise TypeError(f"{type(value).__name__} has no JSON form")


@cache
def _encoder() -> Callable[[object], str]:
    """Make the fast encoder, once: json costs 2 ms that a list in text need not pay."""
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, check_circular=False, default=_refuse).encode


def number(value: "Decimal | None") -> "int | float | Decimal | None":
    """Return a decimal as the int or float that JSON prints exactly so; where there is none, the decimal itself."""
    if value is None or not value.is_finite():
        return None
    if abs(value.adjusted()) > _LONG:
        return value
    if value == (whole := int(value)):
        return whole
    return near if repr(near := float(value)) == plain(value) else value


def plain(value: "Decimal") -> str:
    """Return a decimal exactly, without exponent and without zeros that say nothing."""
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def as_json(value: object) -> str:
    """Return one line of JSON: decimals are plain numbers, and no character of C1 is printed as it stands."""
    try:
        line = _encoder()(value)
    except _InexactError:
        line = _slow(value)
    return line if line.isprintable() else line.translate(_BARE)


_BARE = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000))}
"""JSON lets these stand; but a terminal may act on C1, some readers end a line at U+0085, U+2028 and U+2029, and half a
surrogate pair, as a document of `extract` may hold, has no UTF-8."""


def _slow(value: object) -> str:
    from decimal import Decimal

    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_slow(key)}: {_slow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_slow, value)) + "]"
    return _encoder()(value)


def write_json(value: Mapping[str, Any]) -> None:
    """Write one JSONL line and flush it, so that a reader at the other end of a pipe has it at once."""
    write_line(as_json(value))


def write_line(line: str) -> None:
    """Write one line to stdout as UTF-8, whatever the locale says, and flush it."""
    write_text(f"{line}\n")


def write_text(text: str) -> None:
    """Write whole lines to stdout as UTF-8 and flush them."""
    if sys.stdout is None:  # closed by whoever started us
        raise OSError(EBADF, "it is closed")
    out = sys.stdout.buffer
    out.write(text.encode("utf-8", "backslashreplace"))
    out.flush()
