"""The first look at an archive that holds something: all of it would be new, until the first run ends."""

import subprocess
import sys
from pathlib import Path

from feeds.config import load
from tests.tui.boards import board, shown
from tui.app import Copydesk


def desk(folder: Path) -> Path:
    (folder / "wires").mkdir()
    (folder / "wires" / "a.txt").write_text("25 July, 2025\na\n\nNight ferry stays\n\nIt cost $3m.\n")
    config = folder / "config.toml"
    config.write_text(f'archive = "{folder}/desk.sqlite3"\n[[source]]\nname = "wires"\npath = "{folder}/wires"\n')
    return config


def refresh(config: Path) -> None:
    subprocess.run([sys.executable, "-m", "tui", "--config", config, "refresh"], check=True, capture_output=True)


async def test_what_is_there_already_is_not_new_and_what_comes_is(tmp_path: Path) -> None:
    config = desk(tmp_path)
    refresh(config)
    app = Copydesk(load(config), live=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "Night ferry stays" in shown(app)
        assert "●" not in shown(app)
        app.shelf.archive.set_last_look(1)
        board(app).load()
        await pilot.pause()
        assert "●" in shown(app)


async def test_an_empty_archive_waits_for_its_first_run(tmp_path: Path) -> None:
    app = Copydesk(load(desk(tmp_path)), live=False)
    async with app.run_test(size=(120, 36)):
        assert app.shelf.archive.last_look() == 0
