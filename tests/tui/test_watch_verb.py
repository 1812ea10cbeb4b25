"""Watch rules from the command line: judged after a run, told, delivered once, tried again where they fail."""

import json
import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.headless import Desk, lines
from tests.tui.web import Handler, serving
from tui.runs.notice import notice


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "home")
    desk.article("harwick-flood", 50)
    desk.run("refresh")
    with sqlite3.connect(desk.archive) as db:  # an hour ago
        for table in ("article", "figure", "quote"):
            db.execute(f"UPDATE {table} SET first_seen = first_seen - 3600")
    db.close()
    return desk


@pytest.fixture
def hook() -> Iterator[tuple[str, list[bytes]]]:
    heard: list[bytes] = []

    class Hook(Handler):
        def answer(self) -> None:
            heard.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.reply(status=204 if len(heard) > 1 else 500)

    with serving(Hook) as address:
        yield f"{address}/secret", heard


def test_a_crossing_is_told_once_and_runs_its_program(desk: Desk, tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    rule = ("watch", "add", "dead", "unit:person", "--when", "crosses", "--threshold", "70", "--hysteresis", "5")
    added = desk.run(*rule, "--command", "sh", "-c", f"cat > {told}")
    assert (added.returncode, added.stderr) == (0, "")
    assert added.stdout.startswith("added  dead  crosses threshold 70 hysteresis 5;")
    desk.article("harwick-fire", 71)
    alerts = [line for line in lines(desk.run("refresh", "--format", "jsonl").stdout) if line["type"] == "alert"]
    assert [(alert["rule"], alert["old"], alert["new"]) for alert in alerts] == [("dead", "50", "71")]
    assert json.loads(told.read_text())["message"] == alerts[0]["message"]
    told.unlink()
    desk.article("harwick-storm", 72)
    assert "ALERT" not in desk.run("refresh").stdout
    assert not told.exists()
    assert "(delivered)" in desk.run("watch", "list").stdout
    assert desk.run("watch", "test", "dead").stdout.endswith(f"{alerts[0]['message']}\n")
    listed = lines(desk.run("watch", "list", "--format", "jsonl").stdout)
    assert [(line["type"], line["state"]) for line in listed] == [("alert", "delivered")]


def test_a_failed_delivery_is_named_kept_and_tried_again(desk: Desk, hook: tuple[str, list[bytes]]) -> None:
    address, heard = hook
    desk.run("watch", "add", "harwick", "harwick", "--webhook", address)
    desk.article("harwick-fire", 71)
    first = desk.run("refresh")
    assert "ALERT    harwick  Harwick fire" in first.stdout
    assert "error 127.0.0.1 answered 500, tries 1" in first.stderr
    assert "secret" not in first.stderr
    assert "(pending: 127.0.0.1 answered 500)" in desk.run("watch", "list").stdout
    with sqlite3.connect(desk.archive) as db:  # the minute of waiting is over
        db.execute("UPDATE alert SET next_at = 0")
    db.close()
    again = desk.run("refresh")
    assert (again.stdout, again.stderr) == ("", "")
    assert len(heard) == 2
    assert json.loads(heard[1])["rule"] == "harwick"
    desk.run("refresh")
    assert len(heard) == 2


def test_a_program_that_fails_or_takes_too_long_is_named(desk: Desk) -> None:
    desk.run("watch", "add", "a", "harwick", "--command", "sh", "-c", "echo no such desk >&2; exit 3")
    with desk.config.open("a") as file:
        program = json.dumps(["sh", "-c", f"sleep 60 & echo $! > {desk.home}/pid; wait"])
        file.write(f'\n[[watch]]\nname = "b"\nquery = "fire"\ntimeout = 1\ncommand = {program}\n')
    desk.article("harwick-fire")
    said = desk.run("refresh").stderr
    assert "rule a, error sh ended with 3: no such desk" in said
    assert "rule b, error sh took longer than 1 s" in said
    started = ["ps", "-o", "stat=", "-p", (desk.home / "pid").read_text().strip()]
    left = subprocess.run(started, capture_output=True, text=True, check=False).stdout
    assert left.strip()[:1] in ("", "Z")  # what the program has started ended with it


def test_a_rule_that_hangs_holds_up_no_other(desk: Desk) -> None:
    slow = {"name": "slow", "query": "harwick", "timeout": 1, "command": ["sh", "-c", "yes >&2"]}
    told = {"name": "told", "query": "harwick", "command": ["sh", "-c", f"echo told >> {desk.home}/told"]}
    with desk.config.open("a") as file:
        for rule in (slow, told):
            file.write("\n[[watch]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in rule.items()))
    for number in range(3):
        desk.article(f"harwick-{number}")
    said = desk.run("refresh").stderr
    assert said.count("not delivered") == 1
    assert "rule slow, error sh took longer than 1 s, tries 1" in said
    assert (desk.home / "told").read_text() == "told\n" * 3
    assert desk.run("watch", "list").stdout.count("(pending)") == 2


def test_a_program_that_leaves_another_behind_has_done_its_work(desk: Desk) -> None:
    left = f"setsid sleep 60 & echo $! > {desk.home}/pid"
    desk.run("watch", "add", "a", "harwick", "--command", "sh", "-c", left)
    desk.article("harwick-fire")
    try:
        assert desk.run("refresh").stderr == ""
        assert "(delivered)" in desk.run("watch", "list").stdout
    finally:
        os.kill(int((desk.home / "pid").read_text()), signal.SIGKILL)


def test_a_program_that_there_is_not_is_named(desk: Desk) -> None:
    desk.run("watch", "add", "a", "harwick", "--command", "/nowhere/tell")
    desk.article("harwick-fire")
    assert "rule a, error /nowhere/tell: No such file or directory, tries 1" in desk.run("refresh").stderr


def test_of_two_actions_the_one_that_was_done_is_not_done_again(desk: Desk, hook: tuple[str, list[bytes]]) -> None:
    address, heard = hook
    told = desk.home / "told"
    command = ("--command", "sh", "-c", f"echo told >> {told}")
    desk.run("watch", "add", "both", "harwick", "--webhook", address, *command)
    desk.article("harwick-fire")
    assert "error 127.0.0.1 answered 500, tries 1" in desk.run("refresh").stderr
    with sqlite3.connect(desk.archive) as db:
        db.execute("UPDATE alert SET next_at = 0")
    db.close()
    assert desk.run("refresh").stderr == ""
    assert (told.read_text(), len(heard)) == ("told\n", 2)
    assert "(delivered)" in desk.run("watch", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("add x speker:y", "there is no field 'speker:'; did you mean 'speaker:'?"),
        ("add x harwick --when crosses", "'crosses' needs a threshold"),
        ("add x harwick --when crosses --threshold 2.5q", "argument --threshold: '2.5q' is no number"),
        ("add x harwick --when crosses --threshold " + "9" * 400, "is no number"),
        ("add -is:seen harwick", "'-is:seen' is no name for a rule"),
        ("add x harwick --command", "argument --command: names no program"),
        ("list --command sh", "there is no '--command' here"),
        ("add x harwick --timeout 0", "timeout must be at least a second"),
        ("add x harwick --when first --what figures", "'first' looks at quotes, not at figures"),
        ("add x harwick --webhook ftp://example.org/", "webhook must be an address: "),
        ("add x harwick --cooldown soon", "cooldown: 'soon' is no length of time"),
        ("add x harwick --cooldown 0", "cooldown must be at least a second"),
        ("rm x", "there is no rule 'x' in "),
        ("test x", "there is no rule 'x'; `copydesk watch list` names them"),
    ],
)
def test_what_is_no_rule_is_refused_and_nothing_written(desk: Desk, arguments: str, message: str) -> None:
    before = desk.config.read_text()
    done = desk.run("watch", *arguments.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert desk.config.read_text() == before


def test_numbers_are_read_as_queries_read_them(desk: Desk) -> None:
    for written, meant in (("1bn", "1000000000"), ("2.5m", "2500000"), ("1,450", "1450"), ("-0.5", "-0.5")):
        desk.sources({"path": str(desk.folder)})
        added = desk.run("watch", "add", "toll", "harwick", "--when", "crosses", "--threshold", written)
        assert (added.returncode, f"threshold {meant};" in added.stdout) == (0, True)
        assert f"threshold = {meant}\n" in desk.config.read_text()


def test_a_program_takes_all_that_follows(desk: Desk) -> None:
    assert (
        desk.run("watch", "add", "x", "harwick", "--timeout", "5s", "--command", "log", "--bell", "--", "-x").stderr
        == ""
    )
    assert desk.run("watch", "list").stdout == "x  appears  headlines: harwick  [command]\n"
    assert desk.config.read_text().endswith('timeout = "5s"\ncommand = ["log", "--bell", "--", "-x"]\n')


def test_a_program_that_is_none_is_a_mistake_of_the_configuration(desk: Desk) -> None:
    with desk.config.open("a") as file:
        file.write('\n[[watch]]\nname = "x"\nquery = "y"\ncommand = []\n')
    done = desk.run("config", "check")
    assert (done.returncode, done.stderr.split(": ", 2)[2]) == (
        78,
        'command must name a program: ["notify-send", "News"]\n',
    )


def test_a_replay_that_says_nothing_says_why(desk: Desk) -> None:
    desk.run("watch", "add", "ships", "unit:ship", "--when", "crosses", "--threshold", "10")
    desk.run("watch", "add", "dead", "unit:person", "--when", "crosses", "--threshold", "100")
    assert desk.run("watch", "test", "ships").stderr == (
        "copydesk: ships would have said nothing: no figure that was found in the last 30d fits its query\n"
    )
    assert desk.run("watch", "test", "dead", "--last", "2h").stderr == (
        "copydesk: dead would have said nothing: 1 figure that was found in the last 2h fits its query, "
        "and its condition never held\n"
    )


def test_words_stand_between_marks_in_an_alert(desk: Desk) -> None:
    desk.run(
        "watch", "add", "mayor", "speaker:fenwick", "--when", "first", "--command", "sh", "-c", "cat >> told.jsonl"
    )
    desk.run("watch", "add", "ministry", "speaker:ministry", "--what", "quotes")
    assert desk.run("refresh").returncode == 0
    desk.article("harwick-fire", 71).write_text(
        "25 July, 2025\nharwick-fire\n\n“It is out,” Ann Fenwick said. The ministry said that 71 houses burned.\n"
    )
    alerts = [line for line in lines(desk.run("refresh", "--format", "jsonl").stdout) if line["type"] == "alert"]
    assert [alert["message"] for alert in alerts] == [
        "Ann Fenwick: “It is out,”", "The ministry: 71 houses burned",
    ]  # fmt: skip
    (told,) = lines((desk.home / "told.jsonl").read_text())
    assert told == {name: value for name, value in alerts[0].items() if name != "run_id"}


def test_a_rule_in_the_file_that_cannot_be_judged_is_78_with_its_line(desk: Desk) -> None:
    with desk.config.open("a") as file:
        file.write('\n[[watch]]\nname = "x"\nquery = "unit:"\n')
    line = len(desk.config.read_text().splitlines())
    done = desk.run("refresh")
    assert done.returncode == 78
    assert f"config.toml:{line}: [[watch]] query: 'unit:' needs a value" in done.stderr


def test_rm_takes_the_rule_and_its_alerts(desk: Desk) -> None:
    before = desk.config.read_text()
    desk.run("watch", "add", "harwick", "harwick")
    desk.article("harwick-fire")
    desk.run("refresh")
    assert desk.run("watch", "rm", "harwick").stdout == "removed  harwick\n"
    assert desk.config.read_text() == before
    listed = desk.run("watch", "list")
    assert (listed.stdout, listed.stderr) == (
        "",
        "copydesk: there are no rules; `copydesk watch add NAME QUERY` makes one\n",
    )


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"TERM": "xterm-kitty"}, "\x1b]99;;dead, now\x1b\\"),
        ({"TERM": "foot"}, "\x1b]777;notify;copydesk;dead, now\x1b\\"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "\x1b]9;dead, now\x1b\\"),
        ({"TERM": "xterm", "WT_SESSION": "1"}, "\x1b]9;dead, now\x1b\\"),
        ({"TERM": "xterm"}, ""),
    ],
)
def test_a_notice_speaks_the_terminals_language_and_no_other(environment: dict[str, str], said: str) -> None:
    assert notice("dead; now\x07", environment) == said


def test_a_quiet_run_prints_no_headlines_and_still_says_what_a_rule_found(desk: Desk) -> None:
    desk.run("watch", "add", "toll", "unit:people")
    desk.article("harwick-fire", 90)
    done = desk.run("refresh", "--quiet")
    assert (done.returncode, done.stdout) == (0, "")
    assert "toll" in done.stderr
    assert done.stderr.count("\n") == 1
    desk.article("harwick-storm", 91)
    logged = desk.run("refresh", "--quiet", "--log-format", "logfmt")
    assert logged.stdout == ""
    assert all(line.startswith("ts=") for line in logged.stderr.splitlines())
    assert "event=alert rule=toll" in logged.stderr
