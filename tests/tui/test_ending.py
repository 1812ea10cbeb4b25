"""A run over many sources that is ended in its middle: what was told as stored is stored, and the next run goes on."""

import fcntl
import json
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from feeds.archive import open_archive
from tests.tui.headless import Desk, lines

MANY = 200


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "home")
    words = "\n\n".join(f"The ministry counted {n} ships in Harwick, {n} people said." for n in range(100, 110))
    tables = []
    for number in range(MANY):
        folder = desk.home / f"wires-{number}"
        folder.mkdir()
        (folder / "a.txt").write_text(f"25 July, 2025\nharwick-{number}\n\n{words}\n")
        tables.append({"path": str(folder)})
    desk.sources(*tables)
    return desk


def test_a_signal_in_the_middle_of_many_sources_loses_nothing(desk: Desk) -> None:
    with desk.started("refresh", "--format", "jsonl") as process:
        assert process.stdout is not None
        told = [json.loads(process.stdout.readline())]
        while told[-1]["type"] != "source_result":
            told.append(json.loads(process.stdout.readline()))
        process.send_signal(signal.SIGTERM)
        # by the same reader: communicate would leave out what this one has read ahead
        told += lines(process.stdout.read())
        assert process.stderr is not None
        errors = process.stderr.read()
        process.wait(30)
    assert (process.returncode, told[-1]["type"], told[-1]["status"]) == (143, "run_finished", "interrupted")
    assert told[-1]["exit"] == 143
    assert "before it was broken off" in errors
    done = sum(line["status"] == "ok" for line in told if line["type"] == "source_result")
    assert 0 < done < MANY
    stored = lines(desk.run("list", "--format", "jsonl").stdout)
    assert len(stored) == done == told[-1]["ok"]
    assert {line["id"] for line in told if line["type"] == "headline"} == {line["id"] for line in stored}
    assert lines(desk.run("list", "runs", "--format", "jsonl").stdout)[0]["status"] == "interrupted"
    again = lines(desk.run("refresh", "--format", "jsonl").stdout)
    assert (again[-1]["status"], again[-1]["new"]) == ("ok", MANY - done)


def test_reading_again_that_is_ended_goes_on_where_it_ended(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    for number in range(160):
        desk.article(f"harwick-{number}", 100 + number)
    desk.run("refresh")
    with sqlite3.connect(desk.archive) as db:  # as an older version would have read them
        db.execute("UPDATE figure SET about = 'nothing'")
    db.close()
    starred = lines(desk.run("list", "figures", "--format", "jsonl", "--limit", "1").stdout)[0]["id"]
    with open_archive(desk.archive) as archive:
        archive.mark([starred], starred=True)
    with desk.started("reread", "--all") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if hasattr(fcntl, "F_SETPIPE_SZ"):  # 160 lines do not go into it: it waits for us
            fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, 4096)
        assert "figures +0 -0, quotes +0 -0  Harwick " in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        told = process.stdout.read().splitlines()
        said = re.fullmatch(
            r"copydesk: broken off; (\d+) articles left, and `copydesk reread` goes on there\n",
            process.stderr.read(),
        )
        process.wait(30)
    assert process.returncode == 143
    assert said is not None
    left = int(said[1])
    assert 0 < left <= 110
    assert "articles read otherwise now; +0 figures, +0 quotes" in told[-1]
    assert f"{left} of an older version" in desk.run("status").stdout
    again = desk.run("reread", "--quiet")
    assert again.stdout == f"{left} of {left} articles read otherwise now; +0 figures, +0 quotes\n"
    assert (again.returncode, again.stderr) == (0, "")
    kept = lines(desk.run("list", "figures", "--query", "is:starred", "--format", "jsonl").stdout)
    assert [row["id"] for row in kept] == [starred]


DEAF = """
import socket, sys, threading
from feeds.intake.client import transport
from tui.cli import main
transport.CONNECT = 0.1
socket.getaddrinfo = lambda *_, **__: threading.Event().wait(60)
sys.exit(main())
"""


def test_nobody_waits_for_a_name_server_once_the_run_is_over(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    desk.sources({"url": "http://news.example/rss"})
    done = subprocess.run(
        [sys.executable, "-c", DEAF, "refresh"], env=desk.environment, capture_output=True, text=True, timeout=30,
        check=False,
    )  # fmt: skip
    assert (done.returncode, "its name could not be looked up within 0 s" in done.stderr) == (4, True)
