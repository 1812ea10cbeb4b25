"""The reader while it is hidden, and how much of it a step from mark to mark draws."""

from tests.tui.boards import board, board_app


async def test_another_mark_may_be_asked_for_while_the_reader_is_hidden() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        await pilot.press("3", "j")
        await pilot.resize_terminal(4, 4)
        there.reader.page.show_mark("second", 0)
        there.reader.page.show_mark("second", 2)
        assert not app.notes


async def test_a_step_from_mark_to_mark_draws_only_the_lines_of_both() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        await pilot.press("0", "]")
        page = there.reader.page
        kept = {number: page.draw(number, page.width) for number in range(page.size.height)}
        page.action_next_mark()
        drawn = [number for number, strip in kept.items() if page.draw(number, page.width) is not strip]
        assert 0 < len(drawn) <= 4
