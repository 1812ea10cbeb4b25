"""Keys that were typed in the same instant as the key that opens a line to type in: they are typed there."""

import os
from pathlib import Path

import pytest

from tests.tui.boards import board, board_app
from tests.tui.terminal import Terminal


@pytest.mark.parametrize("typed", ["/jqz3", "/=is:new 日本"])
def test_what_follows_the_slash_at_once_goes_into_the_filter(tmp_path: Path, typed: str) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.until("1 of")
        os.write(terminal.fd, typed.encode())
        terminal.until(lambda text: text.rstrip().endswith(typed[1:]))
        terminal.press("esc", "q")
        assert terminal.end() == 0


def test_enter_and_backspace_follow_too(tmp_path: Path) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.until("1 of")
        os.write(terminal.fd, b"/tarmox\x7f\rj")
        terminal.until(lambda text: "/tarmo" in text and "? Help" in text and "/tarmox" not in text)


async def test_a_key_that_is_no_letter_still_does_what_it_does() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", "ctrl+p")
        assert app.screen is not board(app)
