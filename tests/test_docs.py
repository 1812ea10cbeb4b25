"""The pages in docs/ name every field and every key that there is, and no other."""

import re
from pathlib import Path

import pytest

from feeds.config import load
from feeds.config.keys import TABLES
from feeds.config.queries import check
from feeds.config.watch import watches
from feeds.model import Figure, Quote
from tui.lines.schema import LINES, schema
from tui.themes import themes

DOCS = Path(__file__).resolve().parent.parent / "docs"
OWN = {"source": {"opml"}}
"""Keys that the program writes for itself: no page promises them."""


def first_column(page: str, heading: str) -> list[str]:
    part = (DOCS / page).read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return [name for row in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]


@pytest.mark.parametrize(("heading", "fields"), [("A figure", Figure._fields), ("A quote", Quote._fields)])
def test_the_table_names_the_fields(heading: str, fields: tuple[str, ...]) -> None:
    assert sorted(first_column("fields.md", heading)) == sorted(fields)


def test_the_table_names_the_types_and_fields_of_all_lines() -> None:
    types, fields = (DOCS / "fields.md").read_text(encoding="utf-8").split("## The other lines\n")[1].split("\n\n")[:2]
    assert sorted(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?) \|", types, re.MULTILINE)))) == sorted(LINES)
    named = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?) \|", fields, re.MULTILINE))))
    known = {field for line in LINES for field in schema(line)["properties"]}
    assert known - {"type", "schema", *Figure._fields, *Quote._fields} <= named <= known


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("At the top", ""),
        ("`[[source]]`, once for each", "source"),
        ("`[[query]]`, once for each saved query", "query"),
        ("`[[watch]]`, once for each rule", "watch"),
        ("`[log]`", "log"),
    ],
)
def test_the_table_names_the_keys(heading: str, table: str) -> None:
    assert sorted(first_column("configuration.md", heading)) == sorted(set(TABLES[table]) - OWN.get(table, set()))


def test_every_theme_is_named() -> None:
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert [theme.name for theme in themes() if f'`"{theme.name}"`' not in text] == []


def examples() -> list[str]:
    pages = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]
    texts = (page.read_text(encoding="utf-8") for page in pages)
    return [block for text in texts for block in re.findall(r"^```toml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)]


@pytest.mark.parametrize("example", examples())
def test_an_example_of_the_configuration_is_one(example: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(example, encoding="utf-8")
    config = load(file)
    check(config)
    assert len(watches(config)) == example.count("[[watch]]")
