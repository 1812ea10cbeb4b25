"""A full disk, a failing disk, text that cannot be stored: named, undone, and the archive goes on."""

import resource
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from feeds.archive import Archive, ArchiveBroken, ArchiveError, ArchiveFull, open_archive
from tests.feeds.archive.making import answer, article, read

ROOT = Path(__file__).resolve().parents[3]


def test_a_full_disk_is_named_and_what_was_stored_stays(archive: Archive) -> None:
    archive.store("r", answer(article("a.txt", "5 ships.")), read, 100)
    pages = archive.db.execute("PRAGMA page_count").fetchone()[0]
    archive.db.execute(f"PRAGMA max_page_count = {pages}")
    big = article("b.txt", "7 ships. " + "sea " * 100_000)
    with pytest.raises(ArchiveFull, match="the disk is full"):
        archive.store("r", answer(big), read, 200)
    assert not archive.db.in_transaction
    assert len(archive.keys("headlines")) == 1
    archive.db.execute("PRAGMA max_page_count = 1000000")
    assert archive.store("r", answer(big), read, 300).new == 1


def test_a_disk_that_ends_in_the_middle_of_a_run_leaves_an_archive_that_opens(path: Path) -> None:
    code = f"""
        import resource, sys
        from feeds.archive import ArchiveFull, open_archive
        from tests.feeds.archive.making import answer, article, read
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, {resource.RLIM_INFINITY}))
        with open_archive(sys.argv[1]) as archive:
            for n in range(1000):
                try:
                    archive.store("r", answer(article(str(n), f"{{n}} ships. " + "calm sea " * 4000)), read, n)
                except ArchiveFull as error:
                    print(error, file=sys.stderr)
                    break
                print(n, flush=True)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    stored = [int(line) for line in done.stdout.split()]
    assert stored
    assert "the disk is full" in done.stderr
    with open_archive(path) as archive, archive.run_lock():
        assert sorted(int(row.title.split()[1]) for row in archive.headlines(archive.keys("headlines"))) == stored
        assert archive.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        archive.store("r", answer(article("later", "9 ships.")), read, 2000)


def test_with_no_room_left_for_an_index_of_the_log_the_stored_news_is_read(path: Path) -> None:
    with open_archive(path) as archive:
        archive.store("r", answer(article("a.txt", "5 ships.")), read, 100)
    code = """
        import resource, signal, sys
        from feeds.archive import ArchiveError, open_archive
        from tests.feeds.archive.making import answer, article, read
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # SQLite wants 32 KiB to itself
        with open_archive(sys.argv[1]) as archive:
            print(archive.note, [row.title for row in archive.headlines(archive.keys("headlines"))])
            try:
                archive.store("r", answer(article("b.txt", "7 ships.")), read, 200)
            except ArchiveError as error:
                print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    full = f"{path}: the disk is full: what is stored can be read, but nothing can be added"
    assert done.stdout.splitlines()[0] == f"{full} ['About a.txt']", done.stderr
    assert "cannot be written" in done.stdout.splitlines()[1]


def test_text_that_utf8_cannot_say_undoes_the_whole_answer(archive: Archive) -> None:
    with pytest.raises(UnicodeError):
        archive.store("r", answer(article("a", "Fine."), article("b", "\ud800")), read, 100)
    assert archive.count("headlines") == 0
    assert archive.sources() == []


def test_a_reader_of_texts_that_fails_leaves_nothing_behind(archive: Archive) -> None:
    def broken(asked: object) -> object:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        archive.store("r", answer(article("a", "Fine.")), broken, 100)  # type: ignore[arg-type]
    assert archive.sources() == []


def test_damage_met_in_the_middle_is_named(archive: Archive) -> None:
    archive.db.execute("PRAGMA writable_schema = ON")
    wrong = "SELECT rootpage FROM sqlite_master WHERE name = 'article_newest'"
    archive.db.execute(f"UPDATE sqlite_master SET rootpage = ({wrong}) WHERE name = 'run'")
    archive.db.execute("PRAGMA writable_schema = RESET")
    with open_archive(archive.path) as other, pytest.raises(ArchiveBroken, match="is damaged"):
        other.runs()


def damaged(path: Path, old: bytes, new: bytes) -> None:
    """Store 30 articles in a file, and put other bytes in their words."""
    with open_archive(path) as archive:
        archive.store("r", answer(*(article(str(n), f"{n} ships.") for n in range(30))), read, 100)
    assert len(old) == len(new)
    path.write_bytes(path.read_bytes().replace(old, new))


def test_text_that_is_no_text_any_more_is_damage_and_the_way_out_is_named(path: Path) -> None:
    damaged(path, b"About 1", b"Abou\xff\xfe\xff")
    with open_archive(path) as archive, pytest.raises(ArchiveBroken) as raised:
        archive.store("r", answer(article("1", "5 ships.")), read, 200)
    said = str(raised.value)
    assert said.startswith(f"{path}: is damaged (text in it cannot be read any more); ")
    assert "`copydesk archive verify`" in said
    assert "`copydesk archive backup FILE`" in said


def test_a_damaged_archive_can_still_be_copied(path: Path, tmp_path: Path) -> None:
    damaged(path, b"About 1", b"Abou\xff\xfe\xff")
    with open_archive(path) as archive:
        archive.backup(tmp_path / "copy.sqlite3")
    with open_archive(tmp_path / "copy.sqlite3") as copy:
        assert copy.count("headlines") == 30


def test_a_fault_of_our_own_sql_is_an_archive_error_too(archive: Archive) -> None:
    archive.db.execute("DROP TABLE run")
    with pytest.raises(ArchiveError, match="no such table: run"):
        archive.runs()
