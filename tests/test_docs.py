"""The pages in docs/ name every field that there is, and no other."""

import re
from pathlib import Path

import pytest

from feeds.model import Figure, Quote

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "fields.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("heading", "fields"), [("A figure", Figure._fields), ("A quote", Quote._fields)])
def test_the_table_names_the_fields(heading: str, fields: tuple[str, ...]) -> None:
    part = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    named = [name for row in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(fields)
