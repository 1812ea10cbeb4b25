"""A note that vanishes is still on screen until the next frame."""

import asyncio

import pytest
from textual.events import MouseDown
from textual.widgets._toast import Toast

from tests.tui.boards import board, board_app, shown


async def test_a_click_on_a_note_that_has_just_gone_is_nothing() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        app.notify("Copied.")
        await pilot.pause()
        toast = app.screen.query_one(Toast)
        x, y = toast.region.x + 2, toast.region.y + 1
        toast.remove()
        while toast.parent is not None:  # noqa: ASYNC110 (nothing says that it has gone)
            await asyncio.sleep(0)
        press = MouseDown(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
        app.screen._forward_event(press)
        await pilot.press("j")
        assert board(app).headlines.list.cursor == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_note_is_as_small_as_what_it_says_and_leaves_the_foot_free(size: tuple[int, int]) -> None:
    app = board_app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("x", "y")
        await pilot.pause()
        notes = [toast.region for toast in app.screen.query(Toast)]
        assert [note.height for note in notes] == [1, 2]
        assert notes[0].width == len("Only figures and quotes can be rejected.") + 3
        assert notes[1].width <= 64
        assert max(note.bottom for note in notes) == board(app).status.region.y


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
@pytest.mark.parametrize("length", range(4, 60, 5))
async def test_no_line_of_a_note_is_lost(size: tuple[int, int], length: int) -> None:
    app = board_app()
    async with app.run_test(size=size, notifications=True) as pilot:
        for words in " ".join("abc" for _ in range(length)), "港" * length:
            app.notify(f"{words} end", markup=False)
            await pilot.pause()
            screen = shown(app)
            assert "end " in screen
            assert app.notes[0].words == f"{words} end"
            app.clear_notifications()
            await pilot.pause()
