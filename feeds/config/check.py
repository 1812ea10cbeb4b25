"""Checks what a config.toml says; a mistake names file, line, key and the nearest right key."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from feeds.config.keys import ARRAYS, TABLES, text


class ConfigError(Exception):
    """A configuration that cannot be used: `file:line: what is wrong; what to do`."""

    def __init__(self, file: str | None, line: int | None, message: str) -> None:
        place = "" if file is None else f"{file}:{line}: " if line else f"{file}: "
        super().__init__(place + message)
        self.file = file
        """The file at fault, where there is one."""
        self.line = line
        """Counted from 1, where it is known."""
        self.message = message
        """What is wrong, without the place."""


class PathError(ConfigError):
    """A path or address of the command line that can be no source."""

    def __init__(self, message: str) -> None:
        super().__init__(None, None, message)


class Document(NamedTuple):
    """A configuration file as it was read."""

    file: str | None
    """Where it stands; nothing for the empty configuration of a desk without a file."""
    source: str
    """Its text, in which lines are looked up once there is a mistake."""
    data: Mapping[str, Any]
    """What it says."""

    def error(self, message: str, table: str = "", nth: int = 0, key: str | None = None) -> ConfigError:
        """Return the error for a key of a table (the `nth` of its name, from 0)."""
        from feeds.config.lines import line_of  # noqa: PLC0415 (for the message of a mistake only)

        return ConfigError(self.file, line_of(self.source, table, nth, key), message)


def mistake_in(file: str | None, table: str, nth: int, key: str, message: str) -> ConfigError:
    """Return the error for a key of a file that was good when it was read; read again, it tells the line."""
    source = ""
    if file:
        with open(file, encoding="utf-8-sig") as stream:
            source = stream.read()
    return Document(file, source, {}).error(f"[[{table}]] {message}", table, nth, key)


def parse(file: str) -> Document:
    """Read a configuration file. Raises ConfigError where it is no TOML, OSError where it cannot be read."""
    with open(file, "rb") as stream:
        raw = stream.read()
    import tomllib  # noqa: PLC0415 (5 ms that a desk without a configuration need not pay)

    try:
        source = raw.decode("utf-8-sig")
        return Document(file, source, tomllib.loads(source))
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise ConfigError(file, line, "is not UTF-8 here; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as fault:
        from feeds.config.lines import line_in  # noqa: PLC0415

        at, message = line_in(str(fault))
        raise ConfigError(
            file, at or source.count("\n") + 1, f"{message[:1].lower()}{message[1:]}; see https://toml.io"
        ) from None


def tables(document: Document) -> dict[str, list[dict[str, Any]]]:
    """Return the checked tables by name, each as a list (the top of the file under the empty name)."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    top = {key: value for key, value in document.data.items() if key not in TABLES}
    found[""].append(_table(document, "", 0, top))
    for name in TABLES:
        if name and name in document.data:
            for nth, table in enumerate(_rows(document, name)):
                found[name].append(_table(document, name, nth, table))
    return found


def _rows(document: Document, name: str) -> list[Any]:
    value = document.data[name]
    rows = value if name in ARRAYS else [value]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        header = f"[[{name}]]" if name in ARRAYS else f"[{name}]"
        raise document.error(f"{name} must be written as a table of its own, {header}", key=name)
    return rows


def _table(document: Document, name: str, nth: int, table: Mapping[str, Any]) -> dict[str, Any]:
    checks = TABLES[name]
    checked = {}
    for key, value in table.items():
        check = checks.get(key, text if name == "keys" else None)
        if check is None:
            raise document.error(_unknown(name, key, tuple(checks)), name, nth, key)
        try:
            checked[key] = check(value)
        except ValueError as fault:
            raise document.error(f"{key} {_told(fault)}", name, nth, key) from None
    return checked


def _told(fault: ValueError) -> str:
    words = str(fault)
    return words if words.startswith("must") else f"cannot be used: {words}"


def _unknown(table: str, key: str, right: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 (for the message of a mistake only)

    known = (*right, *TABLES) if not table else right
    where = f" in [[{table}]]" if table in ARRAYS else f" in [{table}]" if table else ""
    near = get_close_matches(key.lower(), [word for word in known if word], 1, 0.5)
    if near and near[0] in ARRAYS and not table:
        return f'unknown key "{key}"; did you mean [[{near[0]}]]?'
    advice = f'did you mean "{near[0]}"?' if near else "known here: " + ", ".join(sorted(right))
    return f'unknown key "{key}"{where}; {advice}'
