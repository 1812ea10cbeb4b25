"""The keys of config.toml: what each may hold, in one table, so that check, documentation and advice agree."""

from collections.abc import Callable, Mapping
from typing import Any

from feeds.spans import seconds

THEMES = ("dark", "light", "high-contrast", "blue-orange", "terminal")
"""The themes that the board has."""

Check = Callable[[Any], Any]
"""Takes a value as TOML gives it, returns it as the program wants it, or raises ValueError in words."""


class ValueMistakeError(ValueError):
    """A value that a key cannot hold: the words after the key, `must be …`."""


def text(value: object) -> str:
    """Accept one line of text that is not empty."""
    if not isinstance(value, str):
        raise ValueMistakeError("must be text in quotes, on one line")
    if not value.strip():
        raise ValueMistakeError("must not be empty; leave it out")
    if any(mark < " " or "\x7f" <= mark < "\xa0" or "\ud800" <= mark < "\ue000" for mark in value):
        raise ValueMistakeError("must be on one line, without control characters, and in Unicode")
    return value.strip()


def flag(value: object) -> bool:
    """Accept true or false."""
    if not isinstance(value, bool):
        raise ValueMistakeError("must be true or false")
    return value


def count(value: object) -> int:
    """Accept a whole number from 1."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueMistakeError("must be a whole number from 1")
    return value


def number(value: object) -> float:
    """Accept any number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < float("inf"):
        raise ValueMistakeError("must be a number")
    return value


def length(value: object) -> int:
    """Accept a length of time, as text with units or as whole seconds, of at least a second."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueMistakeError('must be a length of time: "90s", "20m", "2h" or "7d"')
    found = seconds(value)
    if found < 1:
        raise ValueMistakeError("must be at least a second")
    return found


def size(value: object) -> int:
    """Accept a size in bytes, as a whole number or as text with a unit: "500 MB", "2GB"."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    units = {"KB": 10**3, "MB": 10**6, "GB": 10**9}
    words = value.strip().upper() if isinstance(value, str) else ""
    digits = words[:-2].strip()
    if words[-2:] not in units or not (digits.isascii() and digits.isdecimal()) or not int(digits):
        raise ValueMistakeError('must be a size: "500 MB" or "2 GB"')
    return int(digits) * units[words[-2:]]


def address(value: object) -> str:
    """Accept an address of the web."""
    return _address(value, "https://example.org/hook")


def proxy(value: object) -> str:
    """Accept the address of a proxy for HTTP."""
    return _address(value, "http://proxy.example.org:3128")


def _address(value: object, like: str) -> str:
    from urllib.parse import urlsplit  # noqa: PLC0415 (for the few configurations that name one)

    where = text(value)
    try:
        parts = urlsplit(where)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # its port
        good = False
    if not good or not where.isprintable() or " " in where:
        raise ValueMistakeError(f'must be an address: "{like}"')
    return where


def contact(value: object) -> str:
    """Accept what somebody can be reached by: an address of the web or of mail."""
    where = text(value)
    if not where.isascii() or " " in where or not where.lower().startswith(("https://", "http://", "mailto:")):
        raise ValueMistakeError('must be an address: "https://example.org/" or "mailto:desk@example.org"')
    return where


def texts(value: object) -> tuple[str, ...]:
    """Accept a list of texts."""
    if not isinstance(value, list):
        raise ValueMistakeError('must be a list of texts: ["one", "two"]')
    return tuple(text(item) for item in value)


def program(value: object) -> tuple[str, ...]:
    """Accept a program with its arguments."""
    if not (found := texts(value)):
        raise ValueMistakeError('must name a program: ["notify-send", "News"]')
    return found


def attributes(value: object) -> Mapping[str, str]:
    """Accept a table of texts."""
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ValueMistakeError('must be a table of texts: { htmlUrl = "https://example.org/" }')
    return value


def command(value: object) -> str:
    """Accept a command as a list of arguments, or as text split the way a shell does; return it as text."""
    import shlex  # noqa: PLC0415 (for the few configurations that name a command)

    if isinstance(value, list):
        return shlex.join(texts(value))
    shlex.split(line := text(value))  # an unbalanced quote is a ValueError with words of its own
    return line


def choice(*allowed: str) -> Check:
    """Make a check that accepts one of these words."""

    def one_of(value: object) -> str:
        if value not in allowed:
            from difflib import get_close_matches  # noqa: PLC0415 (for the message of a mistake only)

            near = get_close_matches(str(value).lower(), allowed, 1)
            advice = f'; did you mean "{near[0]}"?' if near else ""
            raise ValueMistakeError("must be one of " + ", ".join(f'"{word}"' for word in allowed) + advice)
        return str(value)

    return one_of


TABLES: Mapping[str, Mapping[str, Check]] = {
    "": {
        "archive": text,
        "interval": length,
        "keep": length,
        "keep_size": size,
        "connections": count,
        "user_agent": text,
        "contact": contact,
        "proxy": proxy,
        "theme": choice(*THEMES),
        "mouse": flag,
        "slow_link": flag,
    },
    "source": {
        "name": text,
        "path": text,
        "url": text,
        "tags": texts,
        "interval": length,
        "full_text": choice("auto", "always", "never"),
        "paused": flag,
        "proxy": proxy,
        "verify": flag,
        "user": text,
        "password_env": text,
        "password_command": command,
        "opml": attributes,
    },
    "query": {"name": text, "query": text, "key": text, "panel": choice("headlines", "figures", "quotes")},
    "watch": {
        "name": text,
        "query": text,
        "what": choice("headlines", "figures", "quotes"),
        "when": choice("appears", "crosses", "changes", "first"),
        "threshold": number,
        "falling": flag,
        "hysteresis": number,
        "by": number,
        "percent": number,
        "cooldown": length,
        "bell": flag,
        "notice": flag,
        "command": program,
        "timeout": length,
        "webhook": address,
    },
    "log": {
        "format": choice("text", "logfmt", "json"),
        "file": text,
        "level": choice("debug", "info", "warning", "error"),
    },
    "keys": {},
}
"""Table by table; the first is the top of the file. `source`, `query` and `watch` are arrays of tables; in `keys`, any
name of a command may stand."""

ARRAYS = frozenset({"source", "query", "watch"})
"""The tables that are written `[[name]]`, once for each of several."""
