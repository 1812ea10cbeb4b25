"""What goes, what never goes, and what is done for the file."""

import os
import stat
from pathlib import Path

import pytest

from feeds.archive import Archive, ArchiveFull, RunUnderWay, open_archive
from feeds.archive.writing import keeping
from tests.feeds.archive.making import COAST, WIRES, answer, article, read

SHIPS = 'The office counted {} ships.\n"We sail on," Ana Lund, the mayor, said.'


def fill(archive: Archive, many: int) -> list[str]:
    given = [article(str(n), SHIPS.format(n) + " sea" * 300, published=n) for n in range(many)]
    archive.store("r", answer(*given), read, 10_000)
    return [one.id for one in given]


def titles(archive: Archive) -> list[str]:
    return [row.title for row in archive.headlines(archive.keys("headlines"))]


def test_the_old_go_and_the_starred_stay_with_all_that_hangs_on_them(archive: Archive) -> None:
    ids = fill(archive, 6)
    quote = archive.article(ids[1]).quote_ids[0]
    figure = archive.article(ids[2]).figure_ids[0]
    archive.mark([ids[0], quote, figure], starred=True)
    archive.mark(ids, seen=True)
    assert archive.keep(newer_than=5) == 2
    assert titles(archive) == ["About 5", "About 2", "About 1", "About 0"]
    assert (archive.count("figures"), archive.count("quotes")) == (4, 4)
    assert [hit.headline.title for hit in archive.search("3 ships")] == []
    assert archive.verify() == []


def test_what_was_dropped_does_not_come_back_as_news_until_it_changes(archive: Archive) -> None:
    fill(archive, 3)
    archive.keep(newer_than=2)
    known = archive.known("wires")
    assert set(known) == {"0", "1", "2"}
    again = article("0", SHIPS.format(0) + " sea" * 300, published=0)
    assert known["0"] == again.stamp
    assert archive.store("r", answer(again), read, 20_000).found == ()
    assert archive.store("r", answer(again._replace(text="Now 9 ships.", stamp="new")), read, 20_000).new == 1


def test_what_a_feed_cannot_carry_any_more_is_forgotten_and_a_folder_is_not(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "REMEMBERED", 3)
    for n in range(9):
        for source in (COAST, WIRES):
            given = article(str(n), f"{n} ships in {source.name}.", source=source, published=n)
            archive.store("r", answer(given, source=source), read, 100)
        assert keeping.keep(archive.db, newer_than=50, size=None, now=1000 + n) == 2
    assert set(archive.known(COAST.key)) == {"5", "6", "7", "8"}
    assert len(archive.known(WIRES.key)) == 9


def test_a_size_is_kept_by_dropping_the_oldest(archive: Archive) -> None:
    fill(archive, 1200)
    used = archive.db.execute("PRAGMA page_count").fetchone()[0] * 8192
    assert 0 < archive.keep(size=used // 2) < 1200
    assert titles(archive)[0] == "About 1199"
    left = archive.count("headlines")
    before, after = archive.vacuum()
    assert after < before
    assert archive.count("headlines") == left
    assert archive.verify() == []
    assert archive.keep(size=0) == left


def test_a_copy_takes_the_place_of_a_dropped_first(archive: Archive) -> None:
    text = "The harbour was quiet, and the ferries left on time. " * 3
    archive.store("r", answer(article("1", text, "Quiet", published=1)), read, 100)
    archive.store("r", answer(article("2", text, "Quiet", COAST, published=50), source=COAST), read, 100)
    archive.keep(newer_than=10)
    assert [(row.source, row.sources) for row in archive.headlines(archive.keys("headlines"))] == [("coast", 1)]


def test_a_forgotten_source_leaves_nothing(archive: Archive) -> None:
    ids = fill(archive, 3)
    archive.mark(ids, starred=True)
    archive.store("r", answer(article("1", "7 boats.", source=COAST), source=COAST), read, 100)
    archive.keep(newer_than=1)
    assert archive.forget("wires") == 3
    assert archive.forget("wires") == 0
    assert [row.key for row in archive.sources()] == ["coast"]
    assert archive.known("wires") == {}
    assert archive.db.execute("SELECT count(*) FROM mark").fetchone()[0] == 0
    assert archive.verify() == []


def test_a_backup_is_an_archive_of_its_own(archive: Archive, tmp_path: Path) -> None:
    fill(archive, 3)
    target = tmp_path / "copy.sqlite3"
    with open_archive(archive.path) as writer:
        writer.db.execute("BEGIN IMMEDIATE")  # a run is storing meanwhile
        archive.backup(target)
        writer.db.execute("ROLLBACK")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir() if "copy" in p.name] == ["copy.sqlite3"]
    with open_archive(target) as copy:
        assert copy.count("figures") == 3
        assert copy.verify() == []


def test_a_backup_that_fails_leaves_no_half(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no-folder"):
        archive.backup(tmp_path / "no-folder" / "copy.sqlite3")
    folder = tmp_path / "taken"
    folder.mkdir()
    with pytest.raises(OSError, match="taken"):
        archive.backup(folder)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["desk", "taken"]


def test_verify_says_what_is_wrong(archive: Archive) -> None:
    ids = fill(archive, 2)
    row = archive.article(ids[0]).row.row
    archive.db.execute("UPDATE body SET text = 'Other words.' WHERE row = ?", (row,))
    said = archive.verify()
    assert any("full-text index does not fit" in line for line in said)
    assert "1 figures that are not where they say" in said
    archive.db.execute("DELETE FROM body WHERE row = ?", (row,))
    assert "1 articles without a text" in archive.verify()
    archive.db.execute("UPDATE shown SET quotes = quotes + 1")
    assert "1 counts that are wrong" in archive.verify()


def test_verify_names_a_torn_page(path: Path) -> None:
    with open_archive(path) as archive:
        fill(archive, 200)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 8192 * 8192)  # behind what says which tables there are
        file.write(os.urandom(20 * 8192))
    with open_archive(path) as archive:
        assert archive.verify() != []


def test_a_vacuum_waits_for_no_run(archive: Archive) -> None:
    with open_archive(archive.path) as other, other.run_lock(), pytest.raises(RunUnderWay):
        archive.vacuum()


def test_retention_on_a_full_disk_is_named(archive: Archive) -> None:
    fill(archive, 30)
    archive.db.execute(f"PRAGMA max_page_count = {archive.db.execute('PRAGMA page_count').fetchone()[0]}")
    big = article("x", "sea " * 100_000, source=WIRES)
    with pytest.raises(ArchiveFull):
        archive.store("r", answer(big), read, 200)
    assert archive.keep(newer_than=20) == 20  # room is made even so
