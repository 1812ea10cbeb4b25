"""`copydesk refresh` as cron, a pipe and a service manager see it: exit codes, streams, signals."""

import fcntl
import json
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from feeds.archive import open_archive
from tests.tui.headless import COPYDESK, Desk, lines
from tests.tui.web import Handler, serving


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "home")
    desk.article("harwick-flood")
    return desk


class Never(NamedTuple):
    """A server that gives a feed at /feed, and never an answer at /never."""

    address: str
    asked: threading.Event


@pytest.fixture
def never() -> Iterator[Never]:
    asked, leave = threading.Event(), threading.Event()

    class Silent(Handler):
        def answer(self) -> None:
            if self.path.startswith("/never"):
                asked.set()
                leave.wait(20)
                return
            item = "<item><title>Harwick floods</title><guid>1</guid><description>A text.</description></item>"
            feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{item}</channel></rss>'
            self.reply(feed.encode(), "application/rss+xml")

    with serving(Silent) as address:
        yield Never(address, asked)
        leave.set()


def test_a_good_run_is_0_and_its_lines_say_all(desk: Desk) -> None:
    done = desk.run("refresh", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    said = lines(done.stdout)
    assert [line["type"] for line in said[:3]] == ["run_started", "source_result", "headline"]
    assert said[-1]["type"] == "run_finished"
    assert said[-1] | {"run_id": "", "ts": "", "ms": 0} == {
        "type": "run_finished", "schema": 1, "run_id": "", "ts": "", "status": "ok", "ok": 1, "errors": 0,
        "not_modified": 0, "new": 1, "changed": 0, "ms": 0, "skipped": 0, "failing": [], "exit": 0,
    }  # fmt: skip
    assert len({line["run_id"] for line in said}) == 1
    headline = said[2]
    assert (headline["source"], headline["title"], headline["change"]) == ("wires", "Harwick flood", "new")
    mentions = [line for line in said if line["type"] in ("figure", "quote")]
    assert {line["article"] for line in mentions} <= {headline["id"]}
    assert sum(line["type"] == "quote" for line in mentions) == headline["quotes"] >= 1


def test_exit_code_tells_new_from_nothing_new(desk: Desk) -> None:
    assert desk.run("refresh", "--exit-code").returncode == 10
    assert desk.run("refresh", "--exit-code").returncode == 0
    desk.article("harwick-flood", dead=73)
    changed = desk.run("refresh", "--exit-code")
    assert changed.returncode == 10
    assert changed.stdout.startswith("changed  wires  Harwick flood")


def test_some_failing_is_3_all_failing_is_4_and_each_is_named(desk: Desk) -> None:
    gone = {"path": "/nowhere/a"}, {"path": "/nowhere/b"}
    desk.sources({"path": str(desk.folder)}, *gone)
    some = desk.run("refresh", "--exit-code")
    assert some.returncode == 3
    assert "copydesk: a: no such folder" in some.stderr
    assert "3 sources, 2 failed (a, b)" in some.stderr
    desk.sources(*gone)
    every = desk.run("refresh", "--format", "jsonl")
    assert every.returncode == 4
    assert lines(every.stdout)[-1]["exit"] == 4
    assert lines(every.stdout)[-1]["status"] == "failed"


def test_a_paused_source_counts_for_nothing(desk: Desk) -> None:
    desk.sources({"path": str(desk.folder)}, {"path": "/nowhere/a", "paused": True})
    assert desk.run("refresh").returncode == 0


def test_now_asks_the_named_source_alone(desk: Desk) -> None:
    desk.sources({"path": str(desk.folder)}, {"path": "/nowhere/a"})
    done = desk.run("refresh", "--format", "jsonl", "--now", "wires")
    assert done.returncode == 0
    assert [line["source"] for line in lines(done.stdout) if line["type"] == "source_result"] == ["wires"]
    both = desk.run("refresh", "--now", "a", "--now", "wires", "--format", "jsonl")
    assert [line["source"] for line in lines(both.stdout) if line["type"] == "source_result"] == ["wires", "a"]
    wrong = desk.run("refresh", "--now", "wirse")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "copydesk: there is no source 'wirse'; did you mean 'wires'?\n"


def test_a_mistake_in_the_configuration_is_78_with_file_and_line(desk: Desk) -> None:
    desk.config.write_text('# desk\nintervall = "20m"\n')
    done = desk.run("refresh", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (78, "")
    assert done.stderr == f'copydesk: {desk.config}:2: unknown key "intervall"; did you mean "interval"?\n'


def test_an_archive_newer_than_the_program_is_78(desk: Desk) -> None:
    import sqlite3

    desk.run("refresh")
    with sqlite3.connect(desk.archive) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    done = desk.run("list")
    assert (done.returncode, done.stdout) == (78, "")
    assert str(desk.archive) in done.stderr


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)], ids=lambda x: str(int(x))
)
def test_a_signal_ends_a_run_after_what_is_under_way(desk: Desk, never: Never, number: int, code: int) -> None:
    desk.sources({"path": str(desk.folder)}, *({"url": never.address + path} for path in ("/never", "/feed")))
    with desk.started("refresh", "--format", "jsonl") as process:
        assert never.asked.wait(20)
        assert process.stdout is not None
        answers = (line for line in process.stdout if json.loads(line)["type"] == "source_result")
        assert [json.loads(next(answers))["status"] for _ in range(2)] == ["ok", "ok"]
        process.send_signal(number)
        rest, errors = process.communicate(timeout=20)
    assert process.returncode == code
    last = lines(rest)[-1]
    assert (last["type"], last["status"], last["exit"], last["ok"]) == ("run_finished", "interrupted", code, 2)
    assert "before it was broken off" in errors
    assert len(lines(desk.run("list", "--format", "jsonl").stdout)) == 2


def test_a_second_run_is_75_and_names_the_first(desk: Desk, never: Never) -> None:
    desk.sources({"url": f"{never.address}/never"})
    with desk.started("refresh") as first:
        assert never.asked.wait(20)
        second = desk.run("refresh", "--format", "jsonl")
        assert (second.returncode, second.stdout) == (75, "")
        assert second.stderr == f"copydesk: {desk.archive}: a refresh is under way (process {first.pid})\n"
        assert desk.run("list").returncode == 0


def test_one_that_watches_puts_its_run_off_while_another_is_under_way(desk: Desk) -> None:
    arguments = ("refresh", "--watch", "--interval", "1s", "--log-format", "json")
    with desk.started(*arguments) as process:
        assert process.stderr is not None
        said = (json.loads(line) for line in process.stderr)
        assert next(line for line in said if line["event"] == "run finished")["status"] == "ok"
        with Path(f"{desk.archive}.lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            off = next(line for line in said if line["event"] == "run put off")
        assert f"{desk.archive}: a refresh is under way" in off["message"]
        assert next(line for line in said if line["event"] == "run finished")["status"] == "ok"
        process.terminate()
        assert process.wait(20) == 143


def test_a_log_that_cannot_be_written_ends_no_run(desk: Desk) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = desk.run("refresh", "--log-format", "json", "--log-file", "/dev/full", "--log-level", "debug")
    assert (done.returncode, done.stdout.startswith("new")) == (0, True)
    assert done.stderr == (
        "copydesk: /dev/full: No space left on device; what happens goes on, and is not logged there\n"
    )


def test_what_is_skipped_on_purpose_troubles_no_cron(desk: Desk) -> None:
    (desk.folder / "photo.jpg").write_bytes(b"")
    (desk.folder / "empty.txt").write_bytes(b"")
    done = desk.run("refresh", "--quiet")
    assert (done.returncode, done.stderr) == (0, "copydesk: wires: empty.txt: empty\n")
    (record,) = [line for line in lines(desk.run("refresh", "--format", "jsonl").stdout) if "notes" in line]
    assert record["notes"] == ["empty.txt: empty", "1 other file skipped (articles are *.txt and *.md)"]


def test_a_closed_pipe_is_141_and_quiet(desk: Desk) -> None:
    for number in range(20):
        desk.article(f"harwick-flood-{number}", dead=number + 100)
    desk.run("refresh")
    with desk.started("list", "quotes", "--format", "jsonl") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(20) == 141


def test_a_full_disk_behind_stdout_is_1_and_said(desk: Desk) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COPYDESK, "refresh"], stdout=full, stderr=subprocess.PIPE, env=desk.environment, timeout=20, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"copydesk: cannot write to stdout: No space left on device\n")


@pytest.mark.parametrize("verb", ["list", "extract {}", "--help"])
def test_a_stdout_that_is_closed_or_full_is_1_and_said(desk: Desk, verb: str) -> None:
    article = str(desk.article("harwick-flood"))
    command = [COPYDESK, *(article if word == "{}" else word for word in verb.split())]
    desk.run("refresh")
    for to, why in ((">&-", "it is closed"), (">/dev/full", "No space left on device")):
        done = subprocess.run(
            ["sh", "-c", f'"$0" "$@" {to}', *command], stderr=subprocess.PIPE, env=desk.environment, timeout=20,
            check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr.decode()) == (1, f"copydesk: cannot write to stdout: {why}\n")


def test_what_ends_a_watch_stands_in_its_log(desk: Desk) -> None:
    log = desk.home / "desk.log"
    with open_archive(desk.archive) as archive, archive.run_lock():
        done = desk.run("refresh", "--watch", "--log-format", "json", "--log-file", str(log))
    assert (done.returncode, done.stderr.count("\n"), "a refresh is under way" in done.stderr) == (75, 1, True)
    events = lines(log.read_text())
    assert [(line["level"], line["event"]) for line in events] == [
        ("info", "watching"), ("error", "failed"), ("info", "stopped"),
    ]  # fmt: skip
    assert f"copydesk: {events[1]['message']}\n" == done.stderr


def listening(told: socket.socket, environment: dict[str, str]) -> dict[str, str]:
    told.bind(environment["NOTIFY_SOCKET"])
    told.settimeout(20)
    return environment


def test_watching_goes_on_until_a_signal_tells_systemd_and_opens_its_log_anew(desk: Desk, tmp_path: Path) -> None:
    log = tmp_path / "log" / "desk.log"
    arguments = ("refresh", "--watch", "--interval", "1s", "--format", "jsonl", "--log-format", "json", "--log-file")
    manager = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "60000000"}
    with (
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told,
        desk.started(*arguments, str(log), environment=listening(told, manager)) as process,
    ):
        heard = told.recv(4096).decode() + told.recv(4096).decode()
        assert "READY=1" in heard
        assert "STATUS=watching 1 source" in heard
        assert "WATCHDOG=1" in heard
        assert process.stdout is not None
        records = map(json.loads, process.stdout)
        next(record for record in records if record["type"] == "run_finished")
        log.rename(tmp_path / "old.log")
        process.send_signal(signal.SIGHUP)
        assert told.recv(4096).startswith(b"RELOADING=1\nMONOTONIC_USEC=")
        assert told.recv(4096) == b"READY=1"
        desk.article("harwick-flood", dead=80)
        assert next(record["change"] for record in records if record["type"] == "headline") == "changed"
        process.terminate()
        assert told.recv(4096) == b"STOPPING=1"
        errors = process.communicate(timeout=20)[1]
    assert (process.returncode, errors) == (143, "")
    old, new = (lines(path.read_text()) for path in (tmp_path / "old.log", log))
    assert [line["event"] for line in old][:3] == ["watching", "source changed", "run finished"]
    assert (old[0]["sources"], old[0]["every"], old[0]["pid"]) == (1, "1s", process.pid)
    assert (new[-1]["event"], new[-1]["signal"]) == ("stopped", signal.SIGTERM)
    assert new[0]["event"] == "log opened anew"
    assert sum(line["event"] == "source changed" for line in new) == 1
    assert log.stat().st_mode & 0o777 == 0o600
