"""Keys that were typed in the same instant as the key that opens a line to type in: they are typed there."""

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.boards import board, board_app, shown

NAMES = {"/": "slash", "=": "equals_sign", ":": "colon", " ": "space", "\x7f": "backspace", "\r": "enter"}


async def at_once(pilot: Pilot[None], typed: str) -> None:
    """Put all keys into the queue before the first of them is looked at."""
    for character in typed:
        pilot.app.post_message(Key(NAMES.get(character, character), character))
    await pilot.pause()


@pytest.mark.parametrize("typed", ["/jqz3", "/=is:new 日本"])
async def test_what_follows_the_slash_at_once_goes_into_the_filter(typed: str) -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await at_once(pilot, typed)
        assert board(app).headlines.words == typed[1:]
        assert shown(app).rstrip().endswith(typed[1:])


async def test_enter_and_backspace_follow_too() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await at_once(pilot, "/Cafx\x7f\r")
        assert board(app).headlines.words == "Caf"
        assert app.focused is board(app).headlines.list
        assert "? Help" in shown(app)


async def test_a_key_that_is_no_letter_still_does_what_it_does() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", "ctrl+p")
        assert app.screen is not board(app)


async def test_what_follows_enter_is_for_the_rows() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await at_once(pilot, "/co\rj\r")
        there = board(app)
        assert there.headlines.words == "co"
        assert (there.headlines.list.cursor, there.current) == (1, there.reader)


async def test_keys_typed_into_the_open_line_take_effect_in_their_order() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/")
        await at_once(pilot, "cx\x7fo\rj\r")
        there = board(app)
        assert there.headlines.words == "co"
        assert (there.headlines.list.cursor, there.current) == (1, there.reader)


async def test_the_line_opens_again_with_what_the_panel_has() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", "c", "o", "enter", "3", "/", "y", "down", "1", "/")
        line = app.focused
        assert isinstance(line, Input)
        assert (line.value, line.cursor_position) == ("co", 2)
        await pilot.press("escape")
        there = board(app)
        assert (there.headlines.words, there.quotes.words) == ("", "y")
