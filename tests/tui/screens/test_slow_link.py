"""The board over a slow link: nothing moves by itself, and the other panels follow a cursor that rests."""

from pathlib import Path

import pytest

from feeds.config import load
from scripts.benches.bytes import held
from tests.tui.boards import board, board_app, shown
from tests.tui.terminal import Terminal
from tui.screens.board import PAUSE


async def test_the_other_panels_follow_a_cursor_that_rests() -> None:
    app = board_app(slow_link=True)
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        assert there.reader.stored is not None
        first = there.reader.stored.row.id
        there.headlines.list.move_to(2)
        assert there.reader.stored.row.id == first
        assert "3 of 7" in shown(app) or there.keys.place == "3 of 7"
        await pilot.pause(2 * PAUSE)
        assert there.reader.stored.row.id == "a5"
        assert there.figures.label == "of this article"


async def test_enter_opens_at_once() -> None:
    app = board_app(slow_link=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "enter")
        there = board(app)
        assert there.current is there.reader
        assert there.reader.stored is not None
        assert there.reader.stored.row.id == "a6"


@pytest.mark.parametrize(("slow_link", "theme"), [(False, "dark"), (True, "terminal")])
async def test_no_sparkline_and_the_colours_that_take_the_fewest_bytes(slow_link: bool, theme: str) -> None:
    app = board_app(slow_link=slow_link)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.3)
        assert app.theme == theme
        assert ("13 in 5h" in shown(app)) is not slow_link
        assert board_app(slow_link=slow_link, theme="light").theme == "light"


def test_the_configuration_may_say_so_for_good(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("slow_link = true\n")
    assert load(file).slow_link


def test_a_key_that_is_held_down_costs_a_fraction_of_the_bytes(tmp_path: Path) -> None:
    cost = {}
    for options in (), ("--slow-link",):
        with Terminal(*options, home=tmp_path, size=(120, 36)) as terminal:
            terminal.until("1 of")
            terminal.until("asked ")
            cost[options] = held(terminal, 20)
    assert cost["--slow-link",] * 3 < cost[()]
