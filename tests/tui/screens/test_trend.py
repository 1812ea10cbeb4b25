"""What is named on the axes of a trend, and what its table says."""

import pytest

from tests.tui.boards import board_app, shown
from tui.screens.trend import marks


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 4, [0, 1, 2, 3, 4]), (3.2e9, 3.2e9, [3.2e9]), (-2, 2, [-2, -1, 0, 1, 2])],
)
def test_an_axis_is_named_at_its_ends_and_evenly_between(low: float, high: float, expected: list[float]) -> None:
    assert marks(low, high) == expected


async def test_values_and_hours_are_named_as_one_reads_them() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "t")
        await pilot.pause(0.2)
        screen = shown(app)
        assert "3.2bn" in screen
        assert "15 Jan " in screen
        assert "who says so" in screen
        assert "a nine-year high" in screen.splitlines()[-6]


async def test_a_narrow_terminal_leaves_the_table_whole_columns() -> None:
    app = board_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "j", "t")
        await pilot.pause(0.2)
        assert "repairs" in shown(app)
        assert "Ellery Wire" in shown(app)
