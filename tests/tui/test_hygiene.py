"""What each headless verb imports: nothing that it does not use, and never the terminal library."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.headless import Desk
from tui.cli import VERBS

PROBE = """
import os, sys
from tui.cli import run
out = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
code = run(sys.argv[1:])
os.write(out, " ".join([str(code), *sys.modules]).encode())
"""

SCREEN = {"textual", "rich", "tui.app", "aiohttp", "textual_serve"}
NETWORK = {"httpx", "feedparser", "ssl", "lxml", "h11"}
READING = {"feeds.reading", "feeds.intake"}
LOOP = {"asyncio", "logging", "subprocess", "concurrent.futures"}
SLOW = {"dataclasses", "inspect", "platformdirs", "tomlkit", "typing_extensions", "email", "shutil"}
"""Imports that cost as much as a bare start of the interpreter, or nearly so."""
LEAN = SCREEN | NETWORK | READING | LOOP | SLOW


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk") / "home")
    desk.article("harwick-flood")
    assert desk.run("refresh").returncode == 0
    return desk


@pytest.mark.parametrize(
    ("arguments", "banned"),
    [
        ("--version", LEAN | {"argparse", "sqlite3", "typing", "json", "feeds.config", "re"}),
        ("list --limit 1", LEAN | {"json", "pathlib", "hashlib", "urllib.parse", "difflib"}),
        ("status --short", LEAN | {"json", "pathlib", "hashlib", "urllib.parse"}),
        ("search harwick", LEAN),
        ("brief --last 3000d", LEAN),
        ("diff", LEAN),
        ("export figures --format csv", LEAN),
        ("source list", LEAN),
        ("config check", LEAN | {"sqlite3"}),
        ("config path", LEAN | {"sqlite3", "tomllib"}),
        ("schema", LEAN | {"sqlite3", "feeds.config"}),
        ("archive verify", LEAN),
        ("extract wires/harwick-flood.txt", SCREEN | NETWORK | LOOP | {"sqlite3", "feeds.config", "tomlkit"}),
        ("show {id}", SCREEN | NETWORK | LOOP),
        ("reread", SCREEN | NETWORK | LOOP),
        ("refresh", SCREEN | NETWORK | LOOP | SLOW | {"pathlib", "urllib.parse", "feeds.reading"}),
        ("refresh --now", SCREEN | NETWORK | LOOP | SLOW | {"pathlib", "urllib.parse", "feeds.reading"}),
        ("doctor", SCREEN | NETWORK | LOOP),
        ("completion bash", SCREEN | NETWORK | LOOP),
        ("source check", SCREEN | {"httpx", "feedparser", "tomlkit"}),
        ("source add /nowhere/x --config other.toml", SCREEN | NETWORK | LOOP | {"sqlite3"}),
    ],
)
def test_a_verb_imports_what_it_uses(desk: Desk, arguments: str, banned: set[str]) -> None:
    if "{id}" in arguments:
        arguments = arguments.replace("{id}", desk.run("list", "--fields", "id").stdout.strip())
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments.split()], env=desk.environment, cwd=desk.home, capture_output=True,
        timeout=30, check=True,
    )  # fmt: skip
    code, *modules = done.stdout.decode().split()
    assert code == "0", done.stderr
    assert banned & set(modules) == set()


def test_every_verb_has_a_module_with_an_example_and_help(desk: Desk) -> None:
    from importlib import import_module

    from tui.usage import parser_for

    names = {path.stem for path in Path("tui/verbs").glob("*.py")} - {"__init__", "board"}
    assert names == set(VERBS)
    for name in sorted(names):
        module = import_module(f"tui.verbs.{name}")
        text = parser_for(name, module).format_help()
        assert f"copydesk {name}" in module.EXAMPLES or "copydesk" in module.EXAMPLES
        assert module.EXAMPLES.strip().splitlines()[0] in text
        assert all(len(line) <= 120 for line in text.splitlines()), name
