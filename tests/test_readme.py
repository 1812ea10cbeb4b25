"""The README says what is so: tables and console lines come from the program, links lead to what is there."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tui.cli import VERBS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_tables_are_what_the_program_has_now() -> None:
    assert script().with_tables(README) == README, "scripts/readme.py rewrites it"


def test_every_console_line_still_does_what_is_shown(tmp_path: Path) -> None:
    """As many lines, no complaint; `scripts/readme.py --check` compares the words too, which move with the reading."""
    readme = script()
    now = readme.with_output(README, tmp_path)
    assert "copydesk: " not in "".join(readme.CONSOLE.findall(now))
    lines = [[len(block.splitlines()) for block in readme.CONSOLE.findall(text)] for text in (README, now)]
    assert lines[0] == lines[1], "scripts/readme.py rewrites it"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_what_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {page.parent / link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link}
    named |= {ROOT / name for name in re.findall(r"\bscripts/[\w/.-]*\w", text)}
    named |= {ROOT / f"scripts/benches/{name}.py" for name in re.findall(r"scripts/bench (\w+)", text)}
    assert [str(path) for path in sorted(named) if not path.exists()] == []
    for link, heading in re.findall(r"\]\(([^)#]*)#([^)]+)\)", text):
        there = (page.parent / link if link else page).read_text(encoding="utf-8")
        headings = [words.lower().replace(" ", "-") for words in re.findall(r"^#+ (.+)$", there, re.MULTILINE)]
        assert heading in headings


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_that_is_named_for_a_verb_is_in_its_help(verb: str) -> None:
    command = [str(Path(sys.executable).with_name("copydesk")), verb, "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for rest in re.findall(rf"(?:copydesk|scripts/run) {verb}\b([^`#\n|]*)", README):
        for option in re.findall(r"(?<!\S)--[a-z-]+", rest):
            assert option in said, f"{verb} {option}"
