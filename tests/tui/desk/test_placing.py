"""Copies and exports replace files, and nothing else."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.tui.headless import COPYDESK, Desk, lines

COPIES = (["archive", "backup"], ["export", "--format", "sqlite", "--output"])
EXPORT = ["export", "headlines", "--output"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "home")
    desk.article("harwick-flood")
    desk.run("refresh")
    return desk


@pytest.mark.parametrize("verb", [*COPIES, EXPORT], ids=" ".join)
def test_what_is_no_file_or_is_the_archive_is_left_alone(desk: Desk, verb: list[str]) -> None:
    before = desk.archive.read_bytes()
    os.mkfifo(desk.home / "pipe")
    refused = {
        "wires": "is not a file that a copy could replace",
        "nowhere/copy": f"there is no folder {desk.home / 'nowhere'}",
        str(desk.archive): "is the archive itself",
        str(desk.config): "is the configuration itself",
        f"{desk.archive}.lock": "is the archive's .lock itself",
    }
    if verb is not EXPORT:
        refused["pipe"] = refused["wires"]
    for place, why in refused.items():
        done = desk.run(*verb, place)
        assert (done.returncode, done.stdout) == (2, ""), place
        assert done.stderr == f"copydesk: {place}: {why}\n"
    assert desk.archive.read_bytes() == before
    assert (desk.home / "pipe").is_fifo()
    assert not [path for path in desk.home.iterdir() if ".part-" in path.name]


@pytest.mark.parametrize("verb", [*COPIES, EXPORT], ids=" ".join)
def test_a_link_stays_a_link_to_the_new_file(desk: Desk, verb: list[str]) -> None:
    real, link = desk.home / "real", desk.home / "link"
    real.write_text("before")
    link.symlink_to(real)
    assert desk.run(*verb, "link").returncode == 0
    assert link.is_symlink()
    assert real.stat().st_size > len("before")


def test_an_export_goes_into_a_pipe_as_it_comes(desk: Desk) -> None:
    pipe = desk.home / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([COPYDESK, *EXPORT, str(pipe)], env=desk.environment) as process:
        assert len(lines(pipe.read_text())) == 1
        assert process.wait(20) == 0
    assert pipe.is_fifo()
