"""Where the panels stand at each size of the terminal: all within it, and no room lost."""

import pytest

from tests.tui.boards import board, board_app


async def test_a_wide_board_has_three_columns_over_the_reader_and_turned_a_reader_beside_them() -> None:
    app = board_app()
    async with app.run_test(size=(200, 60)) as pilot:
        there = board(app)
        tops = there.headlines, there.figures, there.quotes
        assert [panel.region.y for panel in tops] == [0, 0, 0]
        assert there.reader.region.width == 200
        await pilot.press("0", "+")
        assert there.reader.region.height == 39
        await pilot.press("-", "P")
        assert [panel.region.x for panel in tops] == [0, 0, 0]
        assert there.reader.region.height == 58


@pytest.mark.parametrize("size", [(80, 24), (80, 50), (120, 36), (120, 50), (200, 60)])
@pytest.mark.parametrize("turned", [False, True])
async def test_half_of_a_board_for_the_reader_is_within_the_screen(size: tuple[int, int], *, turned: bool) -> None:
    app = board_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press(*("P" if turned else ""), "0", "+")
        there = board(app)
        assert there.region.contains_region(there.reader.region)
        assert there.reader.region.area * 2 > there.query_one("#body").region.area


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (80, 50), (100, 30), (120, 36), (179, 50), (200, 60)])
async def test_every_panel_is_within_the_screen_and_no_room_is_lost(size: tuple[int, int]) -> None:
    app = board_app()
    async with app.run_test(size=size) as pilot:
        there = board(app)
        body = there.query_one("#body")
        for key in (
            "",
            "P",
            "4",
            "+",
            "+",
            "_",
            "_",
            "0",
            "+",
            "P",
            "+",
            "z",
            ">",
            "<",
            "<",
            "P",
            "3",
            "+",
            "1",
            "z",
            "P",
        ):
            await pilot.press(*key)
            shown = [panel.region for panel in there.panels if panel.region.area]
            assert shown
            assert all(there.region.contains_region(region) for region in shown), (key, shown)
            assert sum(region.area for region in shown) == body.region.area, (key, shown)
