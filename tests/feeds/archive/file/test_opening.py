"""Made, checked, refused, or set aside; never overwritten."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from feeds.archive import (
    Archive,
    ArchiveBroken,
    ArchiveForeign,
    ArchiveReadOnly,
    ArchiveTooNew,
    Selection,
    open_archive,
)  # fmt: skip
from feeds.archive.file import checking, migrations, opening
from tests.feeds.archive.making import answer, article, read


def filled(path: Path) -> None:
    with open_archive(path) as archive:
        archive.store("r", answer(article("a.txt", "The office counted 71 drones.")), read, 100)


def test_an_archive_is_made_with_its_folder_for_its_owner_alone(path: Path) -> None:
    with open_archive(path) as archive:
        archive.store("r", answer(article("a.txt", "Text.")), read, 100)
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    assert modes == {path.name: 0o600, f"{path.name}-wal": 0o600, f"{path.name}-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_keeps_a_log_and_waits_for_other_writers(archive: Archive) -> None:
    asked = {name: archive.db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert asked == {"journal_mode": "wal", "synchronous": 1}
    assert archive.db.execute("PRAGMA busy_timeout").fetchone()[0] == 5000
    assert archive.db.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION


def test_without_create_a_missing_archive_is_not_made(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_archive(path, create=False)
    assert not path.exists()


@pytest.mark.parametrize(
    ("bytes_", "why"),
    [(b"", "it is empty"), (b"no database at all", "not a database"), (b"SQLite format 3\x00", "not a database")],
)
def test_what_is_no_archive_is_set_aside_and_named(path: Path, bytes_: bytes, why: str) -> None:
    path.parent.mkdir()
    path.write_bytes(bytes_)
    with pytest.raises(ArchiveBroken, match=why) as raised:
        open_archive(path)
    assert raised.value.aside is not None
    assert raised.value.aside in str(raised.value)
    assert Path(raised.value.aside).read_bytes() == bytes_
    with open_archive(path) as fresh:
        assert len(fresh.keys("headlines")) == 0


def test_what_was_never_an_archive_is_left_alone(tmp_path: Path) -> None:
    notes, folder = tmp_path / "notes.txt", tmp_path / "folder"
    notes.write_text("Call the harbour office.")
    folder.mkdir()
    for path in (notes, folder, Path("/dev/null")):
        with pytest.raises(ArchiveForeign, match="left alone"):
            open_archive(path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "notes.txt"]
    assert notes.read_text() == "Call the harbour office."


def test_two_broken_files_in_one_second_are_both_kept(path: Path) -> None:
    for bytes_ in (b"one", b"two"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bytes_)
        with pytest.raises(ArchiveBroken):
            open_archive(path)
    assert sorted(p.read_bytes() for p in path.parent.glob("*.broken-*")) == [b"one", b"two"]


def test_a_file_that_a_run_writes_is_left_in_place(path: Path) -> None:
    with open_archive(path) as archive, archive.run_lock():
        os.truncate(path, 0)
        with pytest.raises(ArchiveBroken, match=r"left in place: .*under way") as raised:
            open_archive(path)
    assert raised.value.aside is None
    assert path.exists()


def test_a_torn_file_is_found_by_the_daily_check_of_a_writer(path: Path) -> None:
    filled(path)
    with path.open("r+b") as file:
        file.seek(2 * opening.PAGE)
        file.write(os.urandom(8 * opening.PAGE))
    archive = open_archive(path)
    with pytest.raises(ArchiveBroken, match="kept as") as raised, archive.run_lock():
        pass
    assert raised.value.aside is not None
    assert Path(raised.value.aside).stat().st_size > 9 * opening.PAGE


def test_the_full_check_runs_once_a_day(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def faults(db: sqlite3.Connection) -> list[str]:
        looked.append(1)
        return []

    monkeypatch.setattr(checking, "faults", faults)
    for _ in range(3):
        with archive.run_lock():
            pass
    assert looked == [1]
    archive.db.execute("UPDATE meta SET value = value - 90000 WHERE name = 'checked_at'")
    with archive.run_lock():
        pass
    archive.db.execute("UPDATE meta SET value = value + 90000 WHERE name = 'checked_at'")  # the clock went back
    with archive.run_lock():
        pass
    assert looked == [1, 1, 1]


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveForeign, match="another program"):
        open_archive(path)
    assert path.read_bytes() == before


def test_a_newer_archive_is_refused_and_left_alone(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveTooNew, match="version 99"):  # still in the log: the header does not know
        open_archive(path)
    db.close()
    with pytest.raises(ArchiveTooNew, match="version 99"):
        open_archive(path)
    assert path.exists()


def test_a_migration_makes_a_backup_first_and_is_all_or_nothing(path: Path) -> None:
    filled(path)
    now = migrations.VERSION
    with open_archive(path) as archive:
        twice = {now: "CREATE TABLE extra (a); CREATE TABLE extra (a);"}
        with pytest.raises(sqlite3.Error):
            migrations.migrate(archive.db, str(path), twice, now + 1)
        assert archive.db.execute("PRAGMA user_version").fetchone()[0] == now
        steps = {now: "CREATE TABLE extra (a);", now + 1: "DROP TABLE extra;"}
        backup = migrations.migrate(archive.db, str(path), steps, now + 2)
        assert archive.db.execute("PRAGMA user_version").fetchone()[0] == now + 2
        assert migrations.migrate(archive.db, str(path), {}, now + 2) is None
    assert backup == f"{path}.v{now}"
    assert stat.S_IMODE(Path(backup).stat().st_mode) == 0o600
    with open_archive(backup) as old:
        assert len(old.keys("figures")) == 1
    with pytest.raises(ArchiveTooNew):
        open_archive(path)


def test_where_nothing_can_be_written_stored_news_are_shown(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    with open_archive(path) as archive:
        assert len(archive.keys("figures", Selection())) == 1
        with pytest.raises(ArchiveReadOnly, match="cannot be written"):
            archive.mark(["x"], seen=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not write")
@pytest.mark.parametrize(("tails", "figures", "note"), [(("-wal", "-shm"), 2, ""), (("-wal",), 1, "newest changes")])
def test_a_log_left_on_a_disk_that_cannot_be_written(
    path: Path, tails: tuple[str, ...], figures: int, note: str
) -> None:
    filled(path)
    frozen = Path(tempfile.mkdtemp()) / path.name
    with open_archive(path) as archive:
        archive.store("r", answer(article("late", "6 ships.")), read, 1000)
        for tail in ("", *tails):
            shutil.copy(f"{path}{tail}", f"{frozen}{tail}")
            Path(f"{frozen}{tail}").chmod(0o444)
    frozen.parent.chmod(0o555)
    script = (
        "import os\nimport feeds.archive.lookup.lists, feeds.archive.layout.records\n"
        "from feeds.archive import open_archive\n"
        f"os.setuid(65534)\na = open_archive({str(frozen)!r})\nprint(len(a.keys('figures')), a.note)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30)
    shutil.rmtree(frozen.parent)
    assert done.stdout.startswith(f"{figures} ")
    assert note in done.stdout
    assert bool(note) == (len(done.stdout.split()) > 1)


def test_a_name_with_signs_of_an_address_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "100% news?#1.sqlite3"
    filled(path)
    assert path.stat().st_size > 0


def test_scripts_are_cut_at_statements_and_not_inside_of_them() -> None:
    script = "CREATE TABLE a (b); -- c; d\nCREATE TRIGGER t AFTER DELETE ON a BEGIN DELETE FROM a; END;\nSELECT ';'"
    cut = migrations.statements(script)
    assert [part.split()[0] for part in cut] == ["CREATE", "--", "SELECT"]
