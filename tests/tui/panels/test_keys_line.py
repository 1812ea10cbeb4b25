"""The last line of the board: its keys can be clicked, and it says where the cursor is."""

from feeds.archive.layout.rows import Selection
from tests.tui.boards import board, board_app, shown


async def test_a_key_that_is_clicked_does_what_it_says() -> None:
    app = board_app(keys={"zoom": "f2"})
    async with app.run_test(size=(120, 36)) as pilot:
        line = shown(app).splitlines()[-1]
        await pilot.click("#keys", offset=(line.index("f2") + 4, 0))
        assert board(app).zoomed == 2
        await pilot.click("#keys", offset=(line.index("f2") + 1, 0))
        assert board(app).zoomed == 0
        await pilot.click("#keys", offset=(line.index("Enter"), 0))
        assert board(app).current is board(app).reader
        await pilot.click("#keys", offset=(shown(app).splitlines()[-1].index("Next mark"), 0))
        assert board(app).reader.page.now == 0
        await pilot.click("#keys", offset=(118, 0))
        await pilot.click("#keys", offset=(2, 0))
        await pilot.pause(0.1)
        assert "Keys and signs" in shown(app)


async def test_nothing_is_clicked_beside_what_is_typed() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", "x")
        await pilot.click("#keys", offset=(90, 0))
        assert app.screen is board(app)


async def test_the_place_is_that_of_the_row_in_what_is_left() -> None:
    """The row stays the same, and so nobody was told that it stands elsewhere: 4 of 1."""
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "j", "j")
        there = board(app)
        row = there.figures.row
        there.figures.set_filter("24 to 48 weeks")
        await pilot.pause(0.2)
        assert there.keys.place == "1 of 7"
        there.figures.set_filter("")
        await pilot.press("g", "j", "j", "j")
        assert there.figures.row == row
        there.figures.narrow(Selection(article="a7"), "of this article")
        await pilot.pause(0.2)
        there.figures.list.move_to(3)
        before = there.figures.list.rows
        there.figures._show([key for at, key in enumerate(before.keys) if at not in (0, 1)])  # type: ignore[attr-defined]
        assert there.figures.row == row
        assert there.keys.place == "2 of 3"
