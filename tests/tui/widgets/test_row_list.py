"""The virtual list: its cursor is held by key, and no row breaks the screen."""

from array import array
from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from tui.themes import themes
from tui.widgets.cells import Cell, fit
from tui.widgets.row_list import RowList
from tui.widgets.rows import LazyRows, Line


def listed(keys: Sequence[int]) -> LazyRows[int]:
    def paint(row: int, width: int, height: int) -> Sequence[Line]:
        return tuple((Cell(fit(f"row {row} line {n}", width)),) for n in range(height))

    return LazyRows(array("q", keys), lambda keys: {key: key for key in keys}, paint)


class ListApp(App[None]):
    CSS = "RowList { overflow-y: scroll; height: 1fr; }"

    def __init__(self, count: int = 100) -> None:
        super().__init__()
        self.animation_level = "none"
        for theme in themes():
            self.register_theme(theme)
        self.theme = "dark"
        self.count = count
        self.opened = 0

    def compose(self) -> ComposeResult:
        yield RowList()

    def on_mount(self) -> None:
        self.list.empty = ("Nothing.", "r helps")
        self.list.show(listed(range(self.count)))

    @property
    def list(self) -> RowList:
        return self.query_one(RowList)

    def on_row_list_opened(self) -> None:
        self.opened += 1

    def text(self, y: int) -> str:
        return self.list.render_line(y).text.rstrip()


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["j", "j", "down"], 3),
        (["j", "k"], 0),
        (["up"], 0),
        (["G"], 99),
        (["G", "g"], 0),
        (["end", "home", "j"], 1),
        (["pagedown"], 9),
        (["pagedown", "pagedown", "pageup"], 9),
        (["ctrl+d"], 4),
        (["ctrl+d", "ctrl+d", "ctrl+u"], 4),
        (["G", "j"], 99),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], cursor: int) -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(*keys)
        assert app.list.cursor == cursor
        top = app.list.scroll_offset.y
        assert top <= cursor < top + 10


async def test_rows_that_arrive_leave_cursor_and_scroll_on_the_same_row() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(*["j"] * 20)
        key, line = app.list.key, app.list.cursor - app.list.scroll_offset.y
        app.list.show(listed([*range(1000, 1025), *range(100)]))
        await pilot.pause()
        assert app.list.key == key == 20
        assert app.list.cursor == 45
        assert app.list.cursor - app.list.scroll_offset.y == line


async def test_a_list_that_nobody_touched_stays_at_its_top() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)):
        app.list.show(listed([500, *range(100)]))
        assert (app.list.key, app.list.scroll_offset.y) == (500, 0)


async def test_a_row_that_is_gone_leaves_the_cursor_at_its_place() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("j", "j", "j")
        app.list.show(listed([0, 1, 2, 4, 5]))
        assert app.list.key == 4
        app.list.show(listed([]))
        assert [app.list.key] == [None]
        await pilot.press("j", "k", "G", "enter")
        assert app.opened == 0


async def test_an_empty_list_says_why_and_which_key_helps() -> None:
    app = ListApp(0)
    async with app.run_test(size=(40, 10)):
        said = [app.text(y).strip() for y in range(10)]
        assert [line for line in said if line] == ["Nothing.", "r helps"]


async def test_rows_of_two_lines() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        app.list.row_height = 2
        await pilot.pause()
        assert [app.text(y) for y in range(3)] == ["row 0 line 0", "row 0 line 1", "row 1 line 0"]
        await pilot.press("G")
        assert app.text(9) == "row 99 line 1"


async def test_the_mouse_chooses_and_opens() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(RowList, offset=(3, 4))
        assert (app.list.cursor, app.opened) == (4, 0)
        await pilot.double_click(RowList, offset=(3, 6))
        assert (app.list.cursor, app.opened) == (6, 1)


async def test_a_hundred_thousand_rows_cost_nothing_until_they_are_looked_at() -> None:
    app = ListApp(100_000)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("G")
        assert app.text(9) == "row 99999 line 0"
        rows = app.list.rows
        assert isinstance(rows, LazyRows)
        assert len(rows._rows) <= 200


async def test_another_theme_draws_the_lines_again() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        before = app.list.render_line(3)
        app.theme = "light"
        await pilot.pause()
        after = app.list.render_line(3)
        assert before.text == after.text
        assert before != after


async def test_the_bar_is_painted_for_what_does_not_fit_alone() -> None:
    app = ListApp(3)
    async with app.run_test(size=(40, 12)) as pilot:
        bar = app.list.vertical_scrollbar
        for _ in range(3):  # the layout of the start sets it too
            await pilot.pause(0.1)
        app.list.show(listed(range(4)))
        painted: list[float] = []

        def paint(lines: float) -> None:
            painted.append(lines)

        app.list.watch(bar, "window_virtual_size", paint, init=False)
        for count in 5, 0, 12, 30, 12, 2:
            app.list.show(listed(range(count)))
            await pilot.pause()
        assert painted == [30, 12]
