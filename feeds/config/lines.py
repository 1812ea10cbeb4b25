"""Where in a config.toml a key stands: tomllib tells no positions, so they are looked up when there is a mistake."""

import re
from collections.abc import Sequence
from itertools import pairwise

_HEADER = re.compile(r"\s*(\[\[?)\s*[\"']?([\w-]+)[\"']?\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*[=.]")


_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def line_in(message: str) -> tuple[int | None, str]:
    """Split what tomllib says of a fault: the line that it names, if it names one, and the words before."""
    found = _AT.search(message)
    if found is None:
        return None, message
    return int(found[1]) if found[1] else None, message[: found.start()]


def line_of(source: str, table: str, nth: int = 0, key: str | None = None) -> int | None:
    """Return the line (from 1) of a key in the `nth` table of that name, or of the table's header without a key.

    The file has parsed, so that a header or a key at the start of a line is one.
    """
    here, seen = "", {"": 0}
    header = None
    for number, line in enumerate(source.splitlines(), 1):
        if found := _HEADER.match(line):
            here = found[2]
            seen[here] = seen.get(here, -1) + 1
            header = number if (here, seen[here]) == (table, nth) else header
        elif key and (here, seen[here]) == (table, nth) and (found := _KEY.match(line)) and found[1] == key:
            return number
    return header or _anywhere(source, key)


def _anywhere(source: str, key: str | None) -> int | None:
    """Where an inline table or a dotted key says it, the first line that names the key."""
    if key is None:
        return None
    word = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
    return next((number for number, line in enumerate(source.splitlines(), 1) if word.search(line)), None)


def table_lines(lines: Sequence[str], table: str) -> list[range]:
    """Return the lines (from 0) of each table of that name: its header to its last key, without the comments after."""
    spans: list[range] = []
    heads = [at for at, line in enumerate(lines) if _HEADER.match(line)] + [len(lines)]
    for start, end in pairwise(heads):
        found = _HEADER.match(lines[start])
        if found and found[2] == table:
            said = [at for at in range(start, end) if lines[at].strip() and not lines[at].lstrip().startswith("#")]
            spans.append(range(start, said[-1] + 1))
    return spans
