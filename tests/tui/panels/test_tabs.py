"""The tabs of a narrow board."""

import pytest

from tests.tui.boards import board, board_app, shown
from tui.panels.tabs import Tabs


async def test_the_current_panel_stands_in_brackets_and_a_click_goes_to_another() -> None:
    app = board_app()
    async with app.run_test(size=(80, 24)) as pilot:
        first = shown(app).splitlines()[0]
        assert first.rstrip() == "[1 Headlines]  2 Key figures   3 Quotes   4 People   0 Reader"
        await pilot.click(Tabs, offset=(first.index("Quotes"), 0))
        assert board(app).current is board(app).quotes
        assert "[3 Quotes]" in shown(app).splitlines()[0]
        await pilot.click(Tabs, offset=(79, 0))
        assert board(app).current is board(app).quotes
        await pilot.press("0")
        assert "[0 Reader]" in shown(app).splitlines()[0]


async def test_there_are_none_where_panels_stand_side_by_side() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        assert not app.screen.query_one(Tabs).display
        await pilot.resize_terminal(80, 60)
        assert not app.screen.query_one(Tabs).display
        await pilot.resize_terminal(80, 24)
        assert app.screen.query_one(Tabs).display


@pytest.mark.parametrize(("width", "line"), [(40, "[1 Headlines]  2   3   4   0"), (6, "[1 Hea")])
async def test_where_there_is_no_room_the_keys_stay(width: int, line: str) -> None:
    app = board_app()
    async with app.run_test(size=(width, 20)):
        assert shown(app).splitlines()[0].rstrip() == line


async def test_they_name_the_keys_as_they_are() -> None:
    app = board_app(keys={"quotes": "f3"})
    async with app.run_test(size=(80, 24)):
        assert " f3 Quotes " in shown(app).splitlines()[0]
