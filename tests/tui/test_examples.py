"""Every example of a help text is a command line that the verb takes; those that need nothing else are run."""

import re
import shlex

import pytest

from tests.tui.headless import Desk
from tui.cli import _desk_first
from tui.usage import parser_for
from tui.usage.table import verbs
from tui.verbs import board

EXAMPLES = [(verb.name, line) for verb in verbs() for line in verb.examples]
EXAMPLES += [("", line) for line in board.EXAMPLES.strip().splitlines()]
ELSEWHERE = re.compile(r"example|\$\(|serve|--watch|~|feeds.opml|documents.jsonl|seeds/|tmux|show|--now|--command")
"""What asks servers, never ends, or names files and rows that this desk has not."""


def commands(line: str) -> list[str]:
    """Return the command lines of copydesk in an example, each up to a pipe or another sign of the shell."""
    line = re.sub(r"\s#\s.*", "", line)
    return re.findall(r"(?<![\w._/])copydesk(?![\w.])((?:\s+(?:'[^']*'|\"[^\"]*\"|[^\s|<>()\"']+))*)", line)


@pytest.mark.parametrize(("verb", "line"), EXAMPLES)
def test_an_example_is_understood(verb: str, line: str) -> None:
    found = [shlex.split(words) for words in commands(line)]
    assert found or line.startswith("ssh "), line
    for name, *rest in (words or [""] for words in found):
        if verb == "":
            parser_for("", board).read([name, *rest] if name else [])
            continue
        assert name in {"list", verb.split(maxsplit=1)[0]}
        module = __import__(f"tui.verbs.{name}", fromlist=["options"])
        parser_for(name, module).read(_desk_first(rest))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk") / "home")
    desk.archive = desk.home / "kept.sqlite3"  # desk.sqlite3 is what an example writes
    desk.sources({"path": str(desk.folder)})
    desk.article("harwick-flood")
    assert desk.run("refresh").returncode == 0
    return desk


def test_every_verb_has_an_example() -> None:
    assert [verb.name for verb in verbs() if " " not in verb.name and not verb.examples] == []


def test_examples_that_need_nothing_else_run(desk: Desk) -> None:
    ran = 0
    for verb, line in EXAMPLES:
        if verb == "" or ELSEWHERE.search(line):
            continue
        for words in commands(line):
            done = desk.run(*shlex.split(words))
            assert (done.returncode, "fault" in done.stderr) == (0, False), (line, done.stderr)
            ran += 1
    assert ran > 20
