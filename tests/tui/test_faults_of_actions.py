"""What goes wrong behind a key is a note, and the board stays."""

import pytest

from tests.tui.boards import board, board_app, shown
from tui.panels.people import People
from tui.widgets.telling import tell, where


async def test_a_fault_in_an_action_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(self: object, row: object) -> None:
        raise ModuleNotFoundError("No module named 'plots'")

    monkeypatch.setattr("tui.screens.items.Items.action_star", missing)
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "That did not work" in shown(app)
        await pilot.press("j")
        assert board(app).headlines.list.cursor == 1


async def test_a_fault_in_a_thread_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: object, selection: object) -> None:
        raise OSError("disk I/O error")

    monkeypatch.setattr(People, "all_keys", broken)
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("4")
        await pilot.pause(0.4)
        assert "disk I/O error" in shown(app)


async def test_the_same_fault_in_three_panels_is_one_note() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        for _ in range(3):
            tell(app.notify, FileNotFoundError(2, "no archive", "/desk/archive.sqlite3"))
        app.notify("Copied", markup=False)
        app.notify("Copied", markup=False)
        await pilot.pause()
        assert shown(app).count("/desk/archive.sqlite3: no archive") == 1
        assert "Errno" not in shown(app)
        assert [note.words for note in app.notes].count("Copied") == 2


def test_a_fault_names_its_place() -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        int("odd\x1b[2J")
    said = where(raised.value)
    assert "\x1b" not in said
    assert "(test_faults_of_actions.py:" in said
