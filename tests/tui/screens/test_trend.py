"""What is named on the axes of a trend, and what its table says."""

from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.boards import board, board_app, shown
from tui.screens.axis import marks, rounds, scale

if TYPE_CHECKING:
    from tests.tui.fakes import FakeArchive


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


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 4, [0, 1, 2, 3, 4]),
        (0.07, 100, [25, 50, 75, 100]),
        (7, 32, [10, 20, 30]),
        (328, 99_800, [25_000, 50_000, 75_000]),
        (-3, 5, [-2, 0, 2, 4]),
        (5, 5, [5]),
    ],
)
def test_values_are_named_by_round_numbers(low: float, high: float, expected: list[float]) -> None:
    assert rounds(low, high) == expected


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15))
def test_round_numbers_lie_between_the_ends_and_are_few(one: float, other: float) -> None:
    low, high = sorted((one, other))
    found = rounds(low, high)
    slack = (high - low) * 1e-9
    assert 1 <= len(found) <= 5
    assert all(low - slack <= at <= high + slack for at in found)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ([3.0, 71.0, 12_000_000.0], ["10", "1,000", "100,000", "10m"]),
        ([0.5, 2.0, 900.0], ["1", "10", "100"]),
        ([2.0, 5e13], ["10", "10,000", "10m", "10bn", "10tn"]),
    ],
)
def test_values_a_thousand_times_each_other_stand_on_a_scale_of_tens(values: list[float], named: list[str]) -> None:
    found = scale(values)
    assert found.tens
    assert found.place(1000.0) == 3
    assert found.names == named
    assert all(found.place(min(values)) <= at <= found.place(max(values)) for at in found.at)


@pytest.mark.parametrize("values", [[3.0, 900.0], [0.0, 5000.0], [-3.0, 5000.0], [], [7.0]])
def test_other_values_stand_as_they_are(values: list[float]) -> None:
    assert not scale(values).tens
    assert scale(values).place(1000.0) == 1000


async def test_the_frame_says_that_the_scale_is_of_tens(monkeypatch: pytest.MonkeyPatch) -> None:
    app = board_app()
    archive = cast("FakeArchive", app.shelf.archive)
    rows = archive.figures([700, 600, 500])
    rows = [row._replace(figure=row.figure._replace(value=Decimal(1000) ** n)) for n, row in enumerate(rows)]
    monkeypatch.setattr(archive, "figures", lambda keys: rows[: len(keys)])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "t")
        await pilot.pause(0.2)
        assert "3 values · scale of tens" in shown(app)
        assert " 10,000┤" in shown(app)


async def test_the_plot_is_drawn_in_the_colours_of_the_terminal_too() -> None:
    for theme, ground in ("dark", "#0f1318"), ("terminal", "default"):
        app = board_app(theme=theme)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press("2", "j", "t")
            await pilot.pause(0.2)
            plot = app.screen.query_one("Plot")
            drawn = [segment for strip in plot.render_lines(plot.size.region) for segment in strip]
            styles = [segment.style for segment in drawn if segment.style and "─" in segment.text]
            assert styles
            assert all((style.bgcolor and style.bgcolor.name) == ground for style in styles)
            assert all(style.color and style.color.name != "#000000" for style in styles)


async def test_a_value_is_copied_with_its_source_and_read_in_its_article() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("2", "j", "t", "y")
        await pilot.pause(0.2)
        assert app.clipboard.startswith("$3.2bn (repairs): ")
        assert "Ellery Wire" in app.clipboard
        assert "Copied" in shown(app)
        await pilot.press("down", "enter")
        await pilot.pause(0.2)
        there = board(app)
        assert app.screen is there
        assert there.current is there.reader
        assert there.reader.stored
        assert there.reader.stored.row.id == "a6"
        assert there.keys.place.startswith("mark 2 of 9")
