"""The screens over the board: help, command line, themes, trend, runs, sources."""

import json
from pathlib import Path

import pytest

from tests.tui.boards import board, board_app, shown
from tui.memory import Memory


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("?", "type to find a key"),
        (":", "a command’s name"),
        ("T", "high-contrast"),
        ("L", "outcome"),
        ("S", "Ellery Wire"),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_screen_opens_and_leaves(keys: str, words: str, size: tuple[int, int]) -> None:
    app = board_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press(keys)
        assert words in shown(app)
        await pilot.press("escape")
        assert app.screen is board(app)


async def test_a_command_is_completed_and_run() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(":", *"zoo", "tab", "enter")
        assert board(app).has_class("-full")


async def test_a_theme_is_chosen() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("T", *"light", "enter")
        assert app.theme == "light"
        assert app.memory["theme"] == "light"


async def test_the_palette_offers_the_commands() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"zoom")
        await pilot.pause(0.5)
        assert not app.screen.query_one("SearchIcon").display  # an emoji that terminals draw at different widths
        assert app.screen.query_one("CommandInput").region.width < 104
        await pilot.press("down", "enter")
        await pilot.pause()
        assert board(app).has_class("-full")


async def test_a_trend_has_its_values_as_a_table() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "t")
        assert "Trend · USD · repairs · 7" in shown(app)
        await pilot.press("space", "j", "escape")
        assert app.screen is board(app)


def test_memory_outlives_the_board_and_bears_a_broken_file(tmp_path: Path) -> None:
    archive = f"{tmp_path}/desk"
    Memory(archive).keep(theme="light")
    assert Memory(archive)["theme"] == "light"
    Path(f"{archive}.board.json").write_text("{", encoding="utf-8")
    assert Memory(archive)["theme"] is None
    assert Memory(None)["theme"] is None


@pytest.mark.parametrize(
    ("term", "wanted", "theme"),
    [
        ("linux", None, "terminal"),
        ("xterm", None, "terminal"),
        ("xterm-256color", None, "dark"),
        ("xterm", "light", "light"),
    ],
)
def test_a_terminal_of_16_colours_has_them_as_they_are(
    term: str, wanted: str | None, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the others the cursor's ground is black there: nobody would see where it is."""
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", term)
    assert board_app(theme=wanted).theme == theme


async def test_the_zoom_is_remembered(tmp_path: Path) -> None:
    app = board_app()
    app.memory = Memory(f"{tmp_path}/desk")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "z")
    again = board_app()
    again.memory = Memory(f"{tmp_path}/desk")
    async with again.run_test(size=(120, 36)):
        assert board(again).has_class("-full")


async def test_pausing_what_comes_with_the_program_says_why_not() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("S", "e")
        assert "/nowhere" in shown(app)
        await pilot.press("escape", "p")
        await pilot.pause()
        assert "The configuration stays as it is" in shown(app)


async def test_one_moment_is_not_plotted() -> None:
    app = board_app(["Only one"])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "t")
        assert "Trend · USD" in shown(app)
        assert not app.screen.query_one("Plot").display


async def test_the_shares_of_lists_and_reader_are_remembered_for_each_way(tmp_path: Path) -> None:
    app = board_app()
    app.memory = Memory(f"{tmp_path}/desk")
    async with app.run_test(size=(120, 36)) as pilot:
        assert board(app).reader.outer_size.width == 55  # 5 of 11, which is nearest to 45 per cent
        await pilot.press(">", ">")
        assert board(app).reader.outer_size.width == 66
        await pilot.press("P", *"<<<<<<<<<<")
        assert board(app).reader.outer_size.height == 9
        await pilot.press("P")
    again = board_app()
    again.memory = Memory(f"{tmp_path}/desk")
    async with again.run_test(size=(120, 36)) as pilot:
        there = board(again)
        assert there.reader.outer_size.width == 66
        await pilot.press("0", "+")
        await pilot.press("_")
        assert there.reader.outer_size.width == 66
        await pilot.resize_terminal(80, 24)
        assert there.reader.outer_size.width == 80
        await pilot.resize_terminal(120, 36)
        await pilot.press("P")
        assert there.reader.outer_size.height == 9


@pytest.mark.parametrize("kept", ['"x"', "[]", '{"beside": "wide", "below": [1]}', '{"beside": 5000, "below": -1}'])
async def test_shares_that_make_no_sense_are_forgotten(kept: str, tmp_path: Path) -> None:
    Memory(f"{tmp_path}/desk").keep(shares=json.loads(kept))
    app = board_app()
    app.memory = Memory(f"{tmp_path}/desk")
    async with app.run_test(size=(120, 36)):
        assert board(app).shares == {}
