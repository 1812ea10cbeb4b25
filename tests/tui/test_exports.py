"""Exports under the tools that people use, and a run whose disk is full."""

import resource
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest

from tests.tui.headless import COPYDESK, Desk, lines


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk") / "home")
    for number in range(3):
        desk.article(f"harwick-{number}", 70 + number)
    assert desk.run("refresh").returncode == 0
    return desk


def by(tool: str, *arguments: str, stdin: str = "") -> str:
    """Run a tool over what was exported; skip where this machine does not have it."""
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool} here")
    return subprocess.run([tool, *arguments], input=stdin, capture_output=True, text=True, check=True).stdout


def test_jq_reads_the_lines(desk: Desk) -> None:
    exported = desk.run("export", "figures", "--format", "jsonl").stdout
    assert by("jq", "-s", "map(.value) | max", stdin=exported) == "72\n"


def test_sqlite3_reads_table_and_copy(desk: Desk, tmp_path: Path) -> None:
    table, copy = tmp_path / "figures.csv", tmp_path / "copy.sqlite3"
    desk.run("export", "figures", "--format", "csv", "--output", str(table))
    desk.run("export", "--format", "sqlite", "--output", str(copy))
    asked = by("sqlite3", ":memory:", ".mode csv", f".import {table} f", "SELECT max(CAST(value AS INTEGER)) FROM f")
    assert asked.strip() == "72"
    assert by("sqlite3", str(copy), "SELECT count(*) FROM article").strip() == "3"


def test_csvkit_and_xsv_read_the_table(desk: Desk) -> None:
    exported = desk.run("export", "quotes", "--format", "csv").stdout
    counted = (
        by("csvstat", "--count", stdin=exported) if shutil.which("csvstat") else by("xsv", "count", stdin=exported)
    )
    assert counted.strip().removeprefix("Row count: ") == str(len(lines(desk.run("export", "quotes").stdout)))


def test_pandas_reads_lines_and_table(desk: Desk) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(StringIO(desk.run("export", "figures", "--format", "csv").stdout))
    rows = pandas.read_json(StringIO(desk.run("export", "figures").stdout), lines=True)
    assert list(table["id"]) == list(rows["id"])
    assert table["value"].max() == rows["value"].max() == 72


def test_an_export_that_fails_leaves_what_was_there(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "figures.csv"
    place.write_text("before")
    done = desk.run("export", "figures", "--format", "csv", "--fields", "nonsense", "--output", str(place))
    assert (done.returncode, place.read_text(), list(tmp_path.iterdir())) == (2, "before", [place])


def test_a_full_disk_ends_a_run_with_1_and_loses_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    desk.article("harwick")
    assert desk.run("refresh").returncode == 0
    for number in range(150):
        desk.article(f"harwick-{number}", number + 100)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    done = subprocess.run(
        [COPYDESK, "refresh", "--format", "jsonl"], env=desk.environment, capture_output=True, text=True, timeout=30,
        check=False, preexec_fn=small,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(f"copydesk: {desk.archive}: the disk is full")
    assert done.stderr.count("\n") == 1
    assert len(lines(desk.run("list", "--format", "jsonl").stdout)) == 1
    assert desk.run("archive", "verify").returncode == 0
    assert desk.run("refresh").returncode == 0
    assert len(lines(desk.run("list", "--format", "jsonl").stdout)) == 151


def test_a_disk_that_fills_while_the_archive_is_made_leaves_no_half_of_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    desk.article("harwick")
    (desk.home / "disk").mkdir()
    run = '"$0" --archive a.sqlite3'
    script = (  # an empty archive has 300 kB: the log of making it would have as many
        f"mount -t tmpfs -o size=400k tmpfs disk && cd disk || exit 9; {run} refresh; "
        f"mount -o remount,size=9m $HOME/disk || exit 9; {run} refresh; {run} list; ls"
    )
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here")
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, COPYDESK], env=desk.environment,
        cwd=desk.home, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if done.returncode == 9 or "unshare:" in done.stderr:
        pytest.skip("no file system may be mounted here")
    assert "the disk is full" in done.stderr
    assert "no archive any more" not in done.stderr
    assert "Harwick" in done.stdout
    assert done.stdout.splitlines()[-2:] == ["a.sqlite3", "a.sqlite3.lock"]


def test_an_export_of_all_takes_the_fields_of_each(desk: Desk) -> None:
    rows = lines(desk.run("export", "--fields", "type,value,speaker").stdout)
    assert {tuple(row) for row in rows} == {("type",), ("type", "value"), ("type", "speaker")}
    rows = lines(desk.run("export", "--fields", "value").stdout)
    assert sorted(row["value"] for row in rows) == [70, 71, 72]


def test_what_cannot_be_written_is_named_as_it_was_called(desk: Desk, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    full = desk.run("export", "--output", "/dev/full")
    assert (full.returncode, full.stderr) == (1, "copydesk: /dev/full: No space left on device\n")
    added = desk.run("--config", "/proc/desk.toml", "source", "add", str(tmp_path))
    assert (added.returncode, added.stderr) == (1, "copydesk: /proc/desk.toml: No such file or directory\n")
    listed = desk.run("list", "--archive", "/proc/desk.sqlite3")
    assert listed.returncode == 1
    assert listed.stderr.startswith(
        "copydesk: /proc/desk.sqlite3: cannot be made (No such file or directory); --archive"
    )
