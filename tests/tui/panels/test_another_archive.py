"""The archive's file is removed, or another is put in its place, while the board is open."""

import os
from pathlib import Path

from feeds.config import load
from tests.tui.boards import board, shown
from tests.tui.panels.test_first_look import desk, refresh
from tui.app import Copydesk
from tui.panels.shelf import Shelf


def drop(archive: "str | os.PathLike[str]") -> None:
    for end in ("", "-wal", "-shm"):
        Path(f"{os.fspath(archive)}{end}").unlink(missing_ok=True)


def spoil(archive: "str | os.PathLike[str]") -> None:
    drop(archive)
    Path(archive).write_text("no archive at all, and long enough to be looked at as one" * 99)


async def test_the_board_goes_on_with_the_archive_that_the_next_run_makes(tmp_path: Path) -> None:
    config = desk(tmp_path)
    refresh(config)
    app = Copydesk(load(config), live=False)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        status = board(app).status
        status._renew()
        assert not app.notes
        drop(app.config.archive)
        status._renew()  # nothing is there yet: the rows stay
        await pilot.press("s")
        assert "Night ferry stays" in shown(app)
        (tmp_path / "wires" / "b.txt").write_text("26 July, 2025\nb\n\nDay ferry goes\n\nIt cost $4m.\n")
        refresh(config)
        status._renew()  # it may still be on its way
        assert "Day ferry goes" not in shown(app)
        status._renew()
        await pilot.pause(0.3)
        assert "Day ferry goes" in shown(app)
        assert "another file now" in shown(app)
        assert "★" not in shown(app)
        await pilot.press("G", "s")
        assert board(app).archive.article(board(app).headlines.row.id).row.starred  # type: ignore[union-attr]


async def test_what_is_no_archive_is_named_once_and_the_rows_stay(tmp_path: Path) -> None:
    config = desk(tmp_path)
    refresh(config)
    app = Copydesk(load(config), live=False)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        spoil(app.config.archive)
        for _ in range(4):
            board(app).status._renew()
        await pilot.pause()
        titles = [note.title for note in app.notes]  # a thread that reads the whole list may have its own to say
        assert titles.count("The archive cannot be opened") == 1
        assert "Night ferry stays" in shown(app)


def test_a_copy_that_is_still_being_written_is_left_alone(tmp_path: Path) -> None:
    config = desk(tmp_path)
    refresh(config)
    archive = Path(load(config).archive)
    shelf = Shelf(archive, ["wires"])
    backup = tmp_path / "backup"
    shelf.archive.backup(str(backup))
    whole = backup.read_bytes()
    drop(archive)
    for part in (whole[:8192], whole[:16384], whole):
        archive.write_bytes(part)
        assert not shelf.renewed()
    assert shelf.renewed()
    assert not list(tmp_path.rglob("*.broken-*"))
    shelf.archive.close()
