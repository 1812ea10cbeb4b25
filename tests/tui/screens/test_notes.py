"""The list of past notes: what was said is there in full, as text and nothing else."""

import pytest

from tests.tui.boards import board, board_app, shown


async def test_nothing_said_yet_says_so() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("E", "y", "j")
        assert "Nothing has been said yet." in shown(app)
        await pilot.press("escape")
        assert app.screen is board(app)


async def test_notes_are_kept_newest_first_and_shown_whole() -> None:
    app = board_app()
    long = "[LIVE] the address\x1b[2J does not answer: " + "word " * 40 + "end"
    async with app.run_test(size=(120, 36)) as pilot:
        app.notify("One", markup=False)
        app.notify(long, title="The refresh could not go on", severity="error", markup=False)
        await pilot.press("E")
        screen = shown(app)
        assert screen.index("error") < screen.index("One")
        assert "[LIVE] the address[2J does not answer" in screen
        assert " end" in screen
        assert "\x1b[2J" not in screen
        await pilot.press("j")
        assert " end" not in shown(app)
        await pilot.press("y")
        assert app.clipboard == "One"


async def test_an_error_names_the_key_of_the_list() -> None:
    app = board_app(keys={"notes": "f9"})
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        app.notify("No space left", title="That did not work", severity="error", markup=False)
        await pilot.pause()
        assert "f9 shows all notes" in shown(app)
        await pilot.press("f9")
        assert "No space left" in shown(app)


async def test_an_archive_that_can_only_be_read_is_told_when_the_board_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    app = board_app()
    monkeypatch.setattr(app.shelf, "note", "a.sqlite3: the disk is full [/]")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        assert app.notes[0].words == "a.sqlite3: the disk is full [/]. Open the board again when that is mended."
