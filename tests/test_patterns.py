"""Regular expressions mean the same on every Python that we claim: CPython before 3.11.5 gets possessive groups wrong.

There a group such as `(?:,[0-9]{3})*+` keeps the comma when the count after it fails (gh-106052). One whose body is of
single characters, or begins with a look ahead of single characters, is right everywhere.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import feeds
import tui

SINGLE = {"LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY"}


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for package in (feeds, tui):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                for name, value in vars(importlib.import_module(found.name)).items():
                    if isinstance(value, re.Pattern):
                        yield f"{found.name}.{name}", value


def possessive(parsed: Any) -> Iterator[list[Any]]:
    """Yield the body of every possessive repeat, however deep it stands."""
    if isinstance(parsed, parser.SubPattern):
        parsed = list(parsed)
    if isinstance(parsed, list | tuple):
        if len(parsed) == 2 and str(parsed[0]) == "POSSESSIVE_REPEAT":
            yield list(parsed[1][2])
        for part in parsed:
            yield from possessive(part)


def is_right_everywhere(body: list[Any]) -> bool:
    first, value = body[0]
    if str(first) == "ASSERT":
        body = list(value[1])
    return all(str(kind) in SINGLE for kind, _ in body)


def wrong(pattern: re.Pattern[Any]) -> bool:
    return not all(map(is_right_everywhere, possessive(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))))


def test_possessive_groups_are_right_on_every_python() -> None:
    found = dict(patterns())
    assert "feeds.reading.words.WORD" in found
    assert [name for name, pattern in found.items() if wrong(pattern)] == []


@pytest.mark.parametrize(
    ("pattern", "is_wrong"),
    [
        (r"\d(?:,\d{3})*+", True),
        (r"(?:a|//[^\n]*\n)*+", True),
        (r"\d(?:(?=,\d{2}),\d{2})*+", True),
        (r"\d(?:,\d\d\d){1,7}+", False),
        (r"\w++(?:(?=-\w)-\w++)*+", False),
        (r"x\d++(?:\.\d++)?", False),
    ],
)
def test_what_is_wrong_is_seen(pattern: str, is_wrong: bool) -> None:
    assert wrong(re.compile(pattern)) is is_wrong
