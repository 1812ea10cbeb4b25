"""The welcome is whole on the smallest screen that the board is made for."""

from pathlib import Path

import pytest
from textual.content import Content

from tests.tui.boards import board_app
from tui.memory import Memory
from tui.panels.welcome import TEXT, Welcome
from tui.widgets.row_list import RowList


def test_three_lines_fit_in_eighty_columns() -> None:
    lines = Content.from_markup(TEXT).plain.split("\n")
    assert len(lines) == 3
    assert max(map(len, lines)) <= 74


@pytest.mark.parametrize("by", ["key", "click"])
async def test_a_key_or_a_click_takes_it_away_for_good(by: str, tmp_path: Path) -> None:
    for there in (1, 0):
        app = board_app()
        app.config = app.config._replace(own=False)
        app.memory = Memory(f"{tmp_path}/desk")
        async with app.run_test(size=(120, 36)) as pilot:
            assert len(app.screen.query(Welcome)) == there
            await (pilot.press("j") if by == "key" else pilot.click("#headlines-list", offset=(5, 3)))
            await pilot.pause()
            assert not app.screen.query(Welcome)
            assert app.screen.query_one("#headlines-list", RowList).cursor > 0
