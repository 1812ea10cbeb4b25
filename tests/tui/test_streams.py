"""What a shell hands over closed, full or gone: data that cannot go out is a fault, words that cannot are not."""

import shlex
import subprocess
from pathlib import Path

import pytest

from tests.tui.headless import COPYDESK, Desk, lines


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def shell(desk: Desk, line: str) -> "subprocess.CompletedProcess[str]":
    """Run a command line in which `copydesk` is the installed command."""
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    return subprocess.run(
        ["sh", "-c", line.replace("copydesk", shlex.quote(COPYDESK), 1)], cwd=desk.home, env=desk.environment,
        capture_output=True, text=True, encoding="utf-8", timeout=30, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("away", ["2>&-", "2>/dev/full"])
def test_a_run_that_can_tell_nobody_is_a_run_all_the_same(desk: Desk, away: str) -> None:
    desk.article("harwick-flood")
    desk.sources({"path": str(desk.folder)}, {"path": "/nowhere"})
    done = shell(desk, f"copydesk refresh --log-format json {away}")
    assert (done.returncode, done.stdout.count("new "), done.stderr) == (3, 1, "")
    assert lines(desk.run("list", "runs", "--format", "jsonl").stdout)[0]["status"] == "partial"
    assert shell(desk, f"copydesk show zzzz {away}").returncode == 4
    assert shell(desk, f"copydesk list --source elsewhere {away}").returncode == 2


def test_a_closed_stdin_is_an_empty_one(desk: Desk) -> None:
    done = shell(desk, "copydesk extract - <&-")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "copydesk: -: empty\n")
    done = shell(desk, "copydesk opml import - <&-")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("copydesk: -: ill-formed XML")


def test_a_folder_that_is_gone_is_named_for_what_it_is(desk: Desk) -> None:
    done = shell(desk, "mkdir gone && cd gone && rmdir ../gone && copydesk list")
    assert (done.returncode, done.stdout) == (1, "")
    said = done.stderr.splitlines()[-1]  # in a path with blanks pip starts the command by a shell, which grumbles too
    assert said == "copydesk: the folder that this was started in is not there any more; go to another"


@pytest.mark.parametrize("verb", ["--version", "--help", "list --help", "source add --help"])
@pytest.mark.parametrize(("away", "why"), [(">&-", "it is closed"), (">/dev/full", "No space left on device")])
def test_help_that_cannot_go_out_is_a_fault(desk: Desk, verb: str, away: str, why: str) -> None:
    done = shell(desk, f"copydesk {verb} {away}")
    assert (done.returncode, done.stderr) == (1, f"copydesk: cannot write to stdout: {why}\n")
