"""What docs/running.md and the units beside it say, tried as far as this machine lets us."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tui.headless import COPYDESK, Desk

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def test_the_units_are_good_units(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze here")
    units = []
    for unit in sorted((DOCS / "systemd").iterdir()):
        units.append(tmp_path / unit.name)
        units[-1].write_text(unit.read_text().replace("%h/.local/bin/copydesk", COPYDESK))
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


def test_every_verb_that_the_pages_name_is_there() -> None:
    from tui.cli import VERBS

    text = "".join(page.read_text() for page in [*DOCS.glob("*.md"), DOCS / "container" / "Dockerfile"])
    commands = set(re.findall(r"(?:^|[`*] )\$?(?:HOME/.local/bin/)?copydesk ([a-z]+)", text, re.MULTILINE))
    commands |= set(re.findall(r"`copydesk ([a-z]+)", text))
    assert commands <= set(VERBS)
    assert {"refresh", "watch", "config"} <= commands
