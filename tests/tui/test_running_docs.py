"""What docs/running.md and the units beside it say, tried as far as this machine lets us."""

import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.headless import COPYDESK, Desk

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def test_the_units_are_good_units(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze here")
    command, units = tmp_path / "copydesk", []
    command.symlink_to(COPYDESK)
    for unit in sorted((DOCS / "systemd").iterdir()):
        units.append(tmp_path / unit.name)
        units[-1].write_text(unit.read_text().replace("%h/.local/bin/copydesk", str(command)))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_cron_lines_work_with_what_cron_gives(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    desk.article("harwick-flood")
    place = desk.home / ".local" / "bin"
    place.mkdir(parents=True)
    (place / "copydesk").symlink_to(COPYDESK)
    (desk.home / ".config" / "copydesk").mkdir(parents=True)
    desk.config.rename(desk.home / ".config" / "copydesk" / "config.toml")
    lines = re.findall(r"^[*\d/ ]+  +(\$HOME.*)$", (DOCS / "running.md").read_text(), re.MULTILINE)
    assert len(lines) == 2
    environment = {"HOME": str(desk.home), "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"}
    for line in lines:
        done = subprocess.run(["/bin/sh", "-c", line], env=environment, capture_output=True, check=True, timeout=30)
        assert done.stderr == b""
    assert done.stdout.startswith(b"NEWS SINCE ")


def test_logrotate_takes_the_lines_and_the_log_goes_on_in_a_new_file(tmp_path: Path) -> None:
    (rules,) = re.findall(r"^/home/\*/desk\.log \{.*?^\}$", (DOCS / "running.md").read_text(), re.MULTILINE | re.DOTALL)
    (hang_up, pattern) = re.search(r"(pkill -HUP -f '(.*)' \|\| true)", rules).groups()  # type: ignore[union-attr]
    assert re.search(pattern, "python copydesk refresh --watch --quiet")
    assert not re.search(pattern, f"sh -c {hang_up}"), "the shell that logrotate starts would end itself"
    if (logrotate := shutil.which("logrotate", path="/usr/sbin:/sbin:/usr/bin")) is None:
        pytest.skip("no logrotate here")
    desk = Desk(tmp_path / "home")
    log = desk.home / "desk.log"
    with desk.started(
        "refresh", "--watch", "--interval", "1s", "--log-file", str(log), "--log-level", "debug"
    ) as process:
        wait_for(lambda: log.exists() and "run finished" in log.read_text())
        conf = tmp_path / "logrotate.conf"
        conf.write_text(rules.replace("/home/*/desk.log", str(log)).replace(hang_up, f"kill -HUP {process.pid}"))
        conf.chmod(0o600)
        subprocess.run([logrotate, "--force", "--state", tmp_path / "state", conf], check=True, capture_output=True)
        wait_for(lambda: log.exists() and "run finished" in log.read_text())
        process.terminate()
        assert process.wait(20) == 143
    assert "log opened anew" in log.read_text().splitlines()[0]
    assert "watching" in Path(f"{log}.1").read_text()


def wait_for(seen: Callable[[], bool]) -> None:
    for _ in range(400):
        if seen():
            return
        time.sleep(0.025)
    raise AssertionError("it did not come")


def test_every_verb_that_the_pages_name_is_there() -> None:
    from tui.cli import VERBS

    text = "".join(page.read_text() for page in [*DOCS.glob("*.md"), DOCS / "container" / "Dockerfile"])
    commands = set(re.findall(r"(?:^|[`*] )\$?(?:HOME/.local/bin/)?copydesk ([a-z]+)", text, re.MULTILINE))
    commands |= set(re.findall(r"`copydesk ([a-z]+)", text))
    assert commands <= set(VERBS)
    assert {"refresh", "watch", "config"} <= commands
