"""What a list over the board has no room for stands below it."""

from typing import TYPE_CHECKING, cast

import pytest

from tests.tui.boards import board_app, shown
from tui.screens.listing import Columns

if TYPE_CHECKING:
    from tests.tui.fakes import FakeArchive


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_failing_source_says_all_that_is_wrong(size: tuple[int, int]) -> None:
    app = board_app()
    archive = cast("FakeArchive", app.shelf.archive)
    archive.failing, archive.ran = ("Ellery Wire",), 2
    async with app.run_test(size=size) as pilot:
        await pilot.press("S")
        screen = shown(app)
        assert "(https://ellery.example/feed.xml)" in screen
        assert "failing since 06:00" in screen
        assert "R all · Esc" in screen
        await pilot.press("escape", "L")
        assert "1 failed: Ellery Wire" in shown(app)


async def test_a_search_shows_the_words_in_a_narrow_terminal_too() -> None:
    app = board_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f", *"oil")
        await pilot.pause(0.3)
        assert "220,000 litres of oil ran into the basin" in shown(app)


def test_columns_without_room_are_left_out_of_a_narrow_list_and_the_last_text_has_what_is_left() -> None:
    columns = Columns((6, 4, 3), (5, 0, 3), right=(1, 2))
    for width, before in (100, " Brenn     12    7  "), (99, " Brenn    7  "):
        line = columns.line(width, ("Brenn", "12", "7", "failed"), {1: "good", 3: "alarm"})
        assert sum(len(text) for text, _ in line) == width
        assert line[-1].tone == "alarm"
        assert "".join(text for text, _ in line).rstrip() == f"{before}failed"
