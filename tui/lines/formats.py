"""One record after the other in the format that the user asked for: text, JSONL, CSV or Markdown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tui.lines.records import Record, local, moment, timed
from tui.narration import UsageMistakeError
from tui.output import as_json, write_line, write_text

FORMATS = ("text", "jsonl", "csv", "markdown")
"""What `--format` takes."""

FORMULA = "=+-@\t\r"
"""What a formula may begin with."""

Write = Callable[[Record], None]
"""Writes one record as a line."""

Line = Callable[[Record], str]
"""Makes a record a line of text; its times are in words."""


def writer(form: str, line: Line, *, fields: Sequence[str] = (), utc: bool = False) -> Write:
    """Return what writes a record in this format.

    JSONL has its times in UTC always; CSV and Markdown with the offset of this place unless `utc`; text has them short.
    `fields` chooses the fields and their order.
    """
    if form == "jsonl":
        return lambda record: write_line(as_json(_chosen(timed(record), fields)))
    if form == "text":
        return _text(line, fields, utc=utc)
    written = moment if utc else local
    table = _Csv() if form == "csv" else _Markdown()
    return lambda record: table.row(_cells(_chosen(timed(record, written), fields)))


def no_rows(form: str, kind: str, fields: Sequence[str]) -> None:
    """Write what a table without rows has: its header, or whoever reads it takes the file for a broken one."""
    if form not in ("csv", "markdown"):
        return
    from tui.lines.columns import columns

    table = _Csv() if form == "csv" else _Markdown()
    table.header(fields or columns(kind))


def _chosen(record: Record, fields: Sequence[str]) -> Record:
    return {field: record[field] for field in fields} if fields else record


def no_field(name: str, known: Iterable[str]) -> UsageMistakeError:
    """Return the error for a field that a line has not: with the nearest that it has, or with all."""
    from difflib import get_close_matches

    near = get_close_matches(name, known := list(known), 1)
    advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return UsageMistakeError(f"there is no field {name!r}; {advice}")


def _text(line: Line, fields: Sequence[str], *, utc: bool) -> Write:
    def write(record: Record) -> None:
        shown = timed(record, lambda at: short(at, utc=utc))
        write_line("\t".join(_cells(_chosen(shown, fields)).values()) if fields else line(shown))

    return write


def short(at: int | None, *, utc: bool = False) -> str | None:
    """Return a time for people: `2025-07-25 08:00`, of this place unless `utc`."""
    import time

    if at is None:
        return None
    return time.strftime("%Y-%m-%d %H:%M", time.gmtime(at) if utc else time.localtime(at))


def _cells(record: Record) -> dict[str, str]:
    return {field: _cell(value) for field, value in record.items()}


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if type(value) is int:
        return str(value)
    return ("true" if value else "false") if isinstance(value, bool) else as_json(value)


class _Csv:
    """RFC 4180: a header, CRLF, cells quoted where they must be."""

    def __init__(self) -> None:
        from csv import writer as csv_writer

        self._header = False
        self._rows = csv_writer(self, lineterminator="\r\n")

    def write(self, line: str) -> None:
        """Take a finished row from the csv module."""
        write_text(line)

    def header(self, names: Iterable[str]) -> None:
        """Write the names of the fields."""
        self._header = True
        self._rows.writerow(names)

    def row(self, cells: Mapping[str, str]) -> None:
        """Write a row; the first time its header too."""
        if not self._header:
            self.header(cells)
        self._rows.writerow(map(guarded, cells.values()))


def guarded(text: str) -> str:
    """Return a cell of a CSV file; one that a spreadsheet would take for a formula begins with an apostrophe.

    A number keeps its sign: `-5` is no formula. (OWASP, CSV injection: = + - @, tab and carriage return.)
    """
    return f"'{text}" if text[:1] in FORMULA and text and not _is_number(text) else text


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdecimal()


class _Markdown:
    """A table of GitHub's Markdown."""

    def __init__(self) -> None:
        self._header = False

    def header(self, names: Sequence[str]) -> None:
        """Write the names of the fields."""
        self._header = True
        write_line(f"| {' | '.join(names)} |")
        write_line(f"|{' --- |' * len(names)}")

    def row(self, cells: Mapping[str, str]) -> None:
        """Write a row; the first time its header too."""
        if not self._header:
            self.header(list(cells))
        write_line(f"| {' | '.join(map(markdown, cells.values()))} |")


def markdown(text: str) -> str:
    """Return text that Markdown shows as it stands, also in the cell of a table."""
    for mark in "\\`*_[]<>|#":
        text = text.replace(mark, "\\" + mark)
    return flat(text)


def flat(words: str) -> str:
    """Return words on one line: a quote may run over several."""
    return " ".join(words.split())


def marked(words: str, kind: str) -> str:
    """Return a quote's words on one line in marks; reported speech is nobody's own words, and goes without."""
    return flat(words) if kind == "indirect" else f"“{flat(words)}”"


def number_words(record: Mapping[str, Any], *names: str) -> str:
    """Return counts in words: `3 figures, 1 quote`."""
    return ", ".join(f"{record[name]} {name.removesuffix('s') if record[name] == 1 else name}" for name in names)
