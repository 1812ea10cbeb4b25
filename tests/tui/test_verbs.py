"""Every verb through the installed command: exit codes, streams, and lines that keep to the schema."""

import csv
import io
import json
import os
import pty
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from feeds import __version__
from tests.tui.headless import COPYDESK, Desk, ids, lines
from tui.cli import VERBS
from tui.lines.schema import LINES, schema, whole
from tui.narration import EXITS

FIXED = {"extract", "schema", "completion"}
"""The verbs that know no desk."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with three articles, one of them changed since, and one source that fails."""
    desk = Desk(tmp_path_factory.mktemp("desk") / "home")
    desk.sources({"path": str(desk.folder), "tags": ["agency"]}, {"path": "/nowhere/a"})
    for slug, dead in (("harwick-flood", 71), ("harwick-fire", 5), ("harwick-storm", 12)):
        desk.article(slug, dead)
    desk.run("refresh")
    with sqlite3.connect(desk.archive) as db:  # an hour ago
        db.execute("UPDATE article SET first_seen = first_seen - 3600, changed_at = changed_at - 3600")
        db.execute("UPDATE figure SET first_seen = first_seen - 3600")
        db.execute("UPDATE quote SET first_seen = first_seen - 3600")
        db.execute("UPDATE run SET started = started - 3600, finished = finished - 3600")
    db.close()
    desk.article("harwick-flood", 73)
    assert desk.run("refresh").returncode == 3
    return desk


def valid(stdout: str, *types: str) -> list[dict[str, Any]]:
    """Read JSONL, each line of which must keep to the schema of its type."""
    records = lines(stdout)
    assert {record["type"] for record in records} <= set(types)
    for record in records:
        Draft202012Validator(schema(record["type"])).validate(record)
    return records


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        ("--version", 0, f"copydesk {__version__}\n", ""),
        ("list", 0, "Harwick flood  (", ""),
        ("list quotes", 0, "Orla Fenwick", ""),
        ("list figures --since 2025-07-25 --before 2025-07-26", 0, "73 people", ""),
        ("list figures --before 2025-07-25", 0, "", ""),
        ("list --limit 1 --utc --fields at,title", 0, "2025-07-25 00:00\tHarwick", ""),
        ("list --limit 0", 0, "", ""),
        ("list --limit x", 2, "", "'x' is no whole number; see copydesk list --help"),
        ("list --limt 1", 2, "", "there is no '--limt' here (did you mean --limit?)"),
        ("list --lim 1", 2, "", "there is no '--lim' here"),
        ("list --since soon", 2, "", "--since: 'soon' is no time; write 24h, 7d, 2025-07-25"),
        ("list --source wirse", 2, "", "there is no source 'wirse'; did you mean 'wires'?"),
        ("list --fields nonsense", 2, "", "there is no field 'nonsense'; there are type, schema, id"),
        ("list nonsense", 2, "", "copydesk list: there is no 'nonsense' here; there are headlines, figures,"),
        ("list --source ./wires --limit 1 --fields source", 0, "wires", ""),
        ("list --source wires/ --limit 1 --fields source", 0, "wires", ""),
        ("list --fields id,run_id", 2, "", "there is no field 'run_id'; there are type, schema, id, source, title,"),
        ("list speakers", 0, "Orla Fenwick", ""),
        ("list sources", 0, "failing since", ""),
        ("list runs", 0, "partial", ""),
        ("search rebuild mayor --limit 1", 0, "We will rebuild every house", ""),
        ("search speaker:fenwick since:2025-07-25", 0, "Harwick storm", ""),
        ("search nowhere", 0, "", ""),
        ("search (harwick", 2, "", "this parenthesis is not closed (at character 1)\n  (harwick\n  ^\n"),
        ("list --query speker:x", 2, "", "there is no field 'speker:'; did you mean 'speaker:'?"),
        ("show nonsense", 4, "", "nonsense: no article, figure or quote has this id; `copydesk list` prints the ids"),
        ("brief --last 3000d", 0, "Key figures", ""),
        ("brief --last 1h", 0, "Nothing.", ""),
        ("diff", 0, "moved    ", ""),
        ("diff --since nonsense", 2, "", "--since: 'nonsense' is no time"),
        ("status", 0, "3 headlines", ""),
        ("status --short", 0, "1 failing", ""),
        ("config path", 0, "/config.toml\n", ""),
        ("config check", 0, "sources  2", "source a: /nowhere/a is not there yet"),
        ("config", 2, "", "arguments are required: path|check"),
        ("source list", 0, "no such folder", ""),
        ("source check wires /nowhere/a", 3, "ok  wires", ""),
        ("source rm nonsense", 2, "", "there is no source 'nonsense' in "),
        ("archive verify", 0, "is sound", ""),
        ("archive vacuum", 0, "0 articles dropped", ""),
        ("reread --quiet", 0, "0 of 0 articles read otherwise now", "has read them all; --all reads them again"),
        ("reread --quiet --all", 0, "of 3 articles read otherwise now", ""),
        ("export all --format csv", 2, "", "csv is one table: export headlines, figures or quotes"),
        ("export --format sqlite", 2, "", "a copy of the archive needs --output FILE"),
        ("doctor", 0, "warn  source     a: /nowhere/a is not there", ""),
        ("extract /nowhere", 4, "", "copydesk: /nowhere: no such file or directory"),
        ("completion bash", 0, "complete -o default -F _copydesk copydesk", ""),
        ("schema nonsense", 2, "", "there is no 'nonsense' here; there are run_started,"),
        ("export headlines --limit 1 --fields title --output -", 0, '{"title": ', ""),
        ("export --format sqlite --output -", 2, "", "a copy of the archive is a file, and not for stdout"),
        ("archive backup -", 2, "", "a copy of the archive is a file, and not for stdout"),
        ("refresh --watch --exit-code", 2, "", "--exit-code is for one run, and --watch ends by a signal only"),
        ("opml import /nowhere.opml", 4, "", "/nowhere.opml: No such file or directory"),
        ("opml import wires", 4, "", "wires: Is a directory"),
        ("refersh", 2, "", "there is no verb, file or folder 'refersh'; did you mean `copydesk refresh`?"),
        ("", 2, "", "the board needs a terminal, and stdin is none; `copydesk refresh` works without one"),
        ("--config /nowhere/c.toml list", 78, "", "/nowhere/c.toml: there is no such file"),
        (
            "list --archive config.toml/a",
            1,
            "",
            "/config.toml/a: cannot be made (File exists); --archive or `archive`",
        ),
    ],
)
def test_a_verb_says_its_data_on_stdout_and_its_trouble_on_stderr(
    desk: Desk, arguments: str, code: int, out: str, err: str
) -> None:
    done = desk.run(*arguments.split())
    assert (done.returncode, err in done.stderr, out in done.stdout) == (code, True, True), done
    if err:
        assert done.stderr.startswith("copydesk")
        assert done.stderr.count("\n") == 1 or "character" in err or "speker" in err
    if not err and not code:
        assert done.stderr == ""
    if not out:
        assert done.stdout == ""


def test_the_overview_names_every_verb_and_exit_code(desk: Desk) -> None:
    said = desk.run("--help").stdout
    for verb, what in VERBS.items():
        assert f"  {verb}" in said
        assert what in said
    for code, meaning in EXITS:
        assert f"  {code:<5}{meaning}" in said


def test_lists_as_jsonl_keep_to_the_schema_and_to_one_order(desk: Desk) -> None:
    headlines = valid(desk.run("list", "--format", "jsonl").stdout, "headline")
    assert [row["title"] for row in headlines] == ["Harwick storm", "Harwick flood", "Harwick fire"]
    assert ids(headlines) == ids(valid(desk.run("list", "--format", "jsonl").stdout, "headline"))
    assert headlines[1]["revision"] == 2
    quotes = valid(desk.run("list", "quotes", "--all", "--format", "jsonl").stdout, "quote")
    assert {row["speaker"] for row in quotes if row["kind"] == "direct"} == {"Orla Fenwick"}
    figures = valid(desk.run("list", "figures", "--format", "jsonl").stdout, "figure")
    assert {row["value"] for row in figures} == {73, 12, 5}
    for what, kind in (("speakers", "speaker"), ("sources", "source"), ("runs", "run")):
        assert valid(desk.run("list", what, "--format", "jsonl").stdout, kind)
    assert valid(desk.run("status", "--format", "jsonl").stdout, "status")[0]["failing"] == ["a"]


def test_show_gives_the_sentence_and_its_neighbours(desk: Desk) -> None:
    quote = next(r for r in lines(desk.run("list", "quotes", "--format", "jsonl").stdout) if r["kind"] == "direct")
    shown = desk.run("show", quote["id"])
    assert "> “We will rebuild every house,” Orla Fenwick, the mayor of Harwick, told reporters." in shown.stdout
    assert "the ministry said." in shown.stdout
    again = valid(desk.run("show", quote["id"], "--format", "jsonl").stdout, "quote")[0]
    assert again["before"].startswith("More than")
    article = desk.run("show", quote["article"], "nonsense", "--format", "jsonl")
    assert article.returncode == 3
    whole = valid(article.stdout, "article")[0]
    assert whole["text"].count("\n\n") == 1
    assert quote["id"] in ids(whole["quotes"])
    assert "We will rebuild every house" in desk.run("show", quote["article"]).stdout


def test_diff_pairs_what_moved(desk: Desk) -> None:
    run = lines(desk.run("list", "runs", "--format", "jsonl").stdout)[0]["id"]
    records = valid(desk.run("diff", "--since", run, "--format", "jsonl").stdout, "headline", "figure", "quote")
    assert [r["title"] for r in records if r["type"] == "headline"] == ["Harwick flood"]
    assert [(r["old"], r["value"]) for r in records if r["type"] == "figure"] == [(71, 73)]


def test_exports_are_read_by_others(desk: Desk, tmp_path: Path) -> None:
    done = desk.run("export", "figures", "--format", "csv", "--utc")
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert done.stdout.count("\r\n") == len(rows) + 1
    assert {row["value"] for row in rows} == {"73", "12", "5"}
    assert {row["at"] for row in rows} == {"2025-07-25T00:00:00Z"}
    everything = tmp_path / "all.jsonl"
    assert desk.run("export", "--output", str(everything)).stdout == ""
    assert len(valid(everything.read_text(), "headline", "figure", "quote")) > 6
    table = desk.run("export", "quotes", "--format", "markdown", "--fields", "speaker,text").stdout
    assert table.startswith("| speaker | text |\n| --- | --- |\n| ")
    for copy in (["export", "--format", "sqlite", "--output", str(tmp_path / "a.db")],
                 ["archive", "backup", str(tmp_path / "b.db")]):  # fmt: skip
        assert desk.run(*copy).returncode == 0
        with sqlite3.connect(copy[-1]) as db:
            assert db.execute("SELECT count(*) FROM article").fetchone() == (3,)
        db.close()


def test_the_schema_is_one_and_every_line_of_a_run_keeps_to_it(desk: Desk, tmp_path: Path) -> None:
    printed = json.loads(desk.run("schema").stdout)
    assert printed == json.loads(json.dumps(whole()))
    Draft202012Validator.check_schema(printed)
    assert json.loads(desk.run("schema", "figure").stdout) == printed["$defs"]["figure"]
    done = desk.run("refresh", "--format", "jsonl", "--archive", str(tmp_path / "new.sqlite3"))
    one_of = Draft202012Validator(printed)
    for record in valid(done.stdout, *LINES)[:6]:
        one_of.validate(record)


def test_the_desk_can_be_named_before_and_behind_a_verb(desk: Desk, tmp_path: Path) -> None:
    archive = f"--archive={tmp_path / 'other.sqlite3'}"
    assert desk.run("list", archive).stdout == ""
    assert desk.run(archive, "source", "list").stdout.startswith("not asked yet")
    assert desk.run("source", "list", "--path", "/nowhere/b", archive).stdout.count("\n") == 1


def test_a_terminal_that_cannot_draw_is_refused(desk: Desk) -> None:
    main, other = pty.openpty()
    try:
        done = subprocess.run(
            [COPYDESK], env={**desk.environment, "TERM": "dumb"}, stdin=other, stdout=other, stderr=subprocess.PIPE,
            timeout=20, check=False,
        )  # fmt: skip
    finally:
        os.close(main)
        os.close(other)
    assert done.returncode == 2
    assert done.stderr.startswith(b"copydesk: the board needs a terminal, and TERM=dumb names none that it can draw on")
