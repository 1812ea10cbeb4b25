"""The last line of the board: its keys can be clicked."""

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
