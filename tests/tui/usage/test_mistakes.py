"""What an option cannot be is a usage error that names the option, what it was given and what would be right."""

from argparse import Action
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.tui.headless import Desk
from tui.cli import VERBS, run
from tui.usage import Parser, parser_for, verbs_below

NEEDED = {
    "watch add": ["name", "harbour"], "watch test": ["name"], "source add": ["wires"], "search": ["harbour"],
    "opml import": ["feeds.opml"],
}  # fmt: skip
"""What a verb must be given beside its options."""


def options(parser: Parser, verb: str) -> Iterator[tuple[str, Action]]:
    """Yield every option that takes a value, with its verb."""
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for name, below in action.choices.items():
                yield from options(below, f"{verb} {name}")
        elif action.option_strings and action.nargs != 0 and action.dest != "command":
            yield verb, action


EVERY = [pair for verb in VERBS for pair in options(parser_for(verb, import_module(f"tui.verbs.{verb}")), verb)]


@pytest.mark.parametrize(("verb", "action"), EVERY, ids=lambda given: str(getattr(given, "dest", given)))
def test_no_option_takes_nothing(verb: str, action: Action, capsys: pytest.CaptureFixture[str]) -> None:
    option = action.option_strings[-1]
    for nothing in ("", " "):
        assert run([*verb.split(), *NEEDED.get(verb, []), f"{option}={nothing}"]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert option in said.err
        assert any(words in said.err for words in ("is empty", "there is no ", "is no "))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk") / "home")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", ""], "argument ID: is empty"),
        (["list", "--fields", ","], "--fields: a name is missing before or after a comma"),
        (["export", "--fields", "title,"], "--fields: a name is missing before or after a comma"),
        (["config", "show"], "copydesk config: there is no 'show' here; there are path, check; see"),
        (["diff", "--since", "20250725T060000Z-8bf6"], "or a run as `copydesk list runs` names it"),
        (["source", "add", "http://"], "http://: an address looks like https://example.org/feed.xml"),
        (["source", "add", "http://[::1"], "http://[::1: an address looks like https://example.org/feed.xml"),
        (["source", "add", "a\x1b[2Jb"], "path must be on one line, without control characters"),
        (["source", "add", "a\udcff"], "path must be on one line, without control characters, and in Unicode"),
        (["source", "add", "other", "--name", "a\nb"], "name must be on one line"),
        (["watch", "add", "a\x1b[2J", "x"], "name must be on one line"),
        (["watch", "add", "a", "x", "--command", "b\x1b"], "command must be on one line"),
        (["refresh", "-x"], "unrecognized arguments: -x"),
        (["search", " "], "argument QUERY: is empty"),
        (["refresh", "--interval", "99999999999"], "--interval: '99999999999' is longer than 100 years"),
        (["refresh", "--interval", "0"], "--interval: at least a second"),
        (["refresh", "--quiet", "--format", "jsonl"], "--quiet leaves nothing on stdout, --format jsonl asks for all"),
        (["list", "--since", "2025"], "--since: '2025' is no time; write 24h, 7d, 2025-07-25"),
        (["list", "--since", "1d", "--before", "2d"], "--since 1d is later than --before 2d: nothing is in between"),
        (["list", "--query", "a\udcff"], "this character is not in Unicode (at character 2)"),
        (["search", "caf\udce9"], "this character is not in Unicode (at character 4)"),
        (["list", "--path", "wires", "--path", "caf\udce9"], "caf\\udce9: its name is not in Unicode"),
        (["list", "--path", "http://"], "http://: an address looks like https://example.org/feed.xml"),
        (["source", "check", "http://"], "http://: an address looks like https://example.org/feed.xml"),
        (["list", "--before", "9" * 20], "is no time; write 24h, 7d, 2025-07-25"),
        (["diff", "--since", "0"], "--since: '0' is no time; write 24h, 7d, 2025-07-25"),
        (["brief", "--last", "9" * 20 + "d"], "is no time; write 24h, 7d, 2025-07-25"),
        (["list", "runs", "--query", "harbour"], "runs are not narrowed by --query; headlines, figures, quotes and"),
        (["list", "sources", "--since", "2d", "--all"], "sources are not narrowed by --since, --all"),
        (["list", "speakers", "--query", "speker:x"], "did you mean 'speaker:'?"),
        (["export", "--format", "sqlite", "--output", "a", "--query", "x"], "is whole: leave --query out"),
        (["export", "--format", "sqlite", "--output", "a", "--fields", "id"], "is whole: leave --fields out"),
        (["watch", "add", "a", "harbour", "--threshold", "5"], "'appears' takes no threshold"),
        (["watch", "add", "a", "x", "--when", "crosses", "--threshold", "5", "--by", "2"], "'crosses' takes no by"),
        (["watch", "add", "a", "x", "--when", "changes", "--by", "-2"], "by, percent and cooldown are not negative"),
    ],
)  # fmt: skip
def test_what_would_be_taken_silently_is_named(desk: Desk, arguments: list[str], said: str) -> None:
    before = desk.config.read_text()
    done = desk.run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.startswith("copydesk")
    assert desk.config.read_text() == before


def test_speakers_are_narrowed_as_their_quotes_are(desk: Desk) -> None:
    desk.article("harwick-flood")
    desk.run("refresh")
    assert "Orla Fenwick" in desk.run("list", "speakers", "--query", "speaker:fenwick", "--since", "2025-07-01").stdout
    assert desk.run("list", "speakers", "--query", "speaker:nobody").stdout == ""
    assert desk.run("list", "speakers", "--since", "2026-01-01").stdout == ""
    assert desk.run("list", "runs", "--limit", "0").stdout == ""


def test_a_table_without_rows_has_its_header(desk: Desk, tmp_path: Path) -> None:
    desk.article("harwick-flood")
    desk.run("refresh")
    for what in ("headlines", "figures", "quotes", "speakers"):
        full = desk.run("list", what, "--format", "csv").stdout
        assert full.count("\r\n") > 1
        none = desk.run("list", what, "--format", "csv", "--query", "nowhere", "--archive", str(tmp_path / "a.sqlite3"))
        assert none.stdout == full.split("\r\n")[0] + "\r\n"
    for what in ("sources", "runs"):
        full = desk.run("list", what, "--format", "csv").stdout
        none = desk.run("list", what, "--format", "csv", "--limit", "0")
        assert [none.stdout] == full.splitlines(keepends=True)[:1]
        assert full.count("\r\n") > 1
    assert desk.run("list", "--format", "csv", "--limit", "0", "--fields", "id,at").stdout == "id,at\r\n"
    table = desk.run("export", "quotes", "--format", "markdown", "--limit", "0", "--fields", "id").stdout
    assert table == "| id |\n| --- |\n"


def test_a_query_may_begin_with_what_it_leaves_out(desk: Desk) -> None:
    desk.article("harwick-flood")
    desk.run("refresh")
    assert "Harwick" in desk.run("list", "--query", "-is:starred").stdout
    assert "Harwick" in desk.run("search", "-is:starred", "harwick", "--limit", "3").stdout
    assert "Harwick" in desk.run("export", "--query", "-(is:starred or nowhere)").stdout
    assert desk.run("list", "--query", "-harwick").stdout == ""
    assert desk.run("watch", "add", "rest", "-is:starred", "--when", "appears").returncode == 0
    assert "headlines: -is:starred" in desk.run("watch", "list").stdout
    done = desk.run("list", "--query", "--utc")
    assert done.returncode == 2
    assert "argument --query: expected one argument" in done.stderr


def test_the_help_of_a_verb_below_a_verb_holds_its_examples(desk: Desk) -> None:
    for verb in VERBS:
        parser = parser_for(verb, import_module(f"tui.verbs.{verb}"))
        for name, _, below in verbs_below(parser):
            said = desk.run(verb, name, "--help").stdout if name == "add" else below.format_help()
            assert f"  copydesk {verb} {name}" in said.partition("examples:\n")[2], (verb, name)
