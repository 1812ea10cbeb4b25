"""What is chosen by typing: help, commands, themes and the search."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import pytest

from tests.tui.boards import board, board_app, shown
from tui.commands import COMMANDS
from tui.screens.help import SIGNS, help_screen
from tui.screens.picker import Choice, Picker
from tui.screens.search import Search
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tests.tui.fakes import FakeShelf


def lines(width: int) -> list[str]:
    """The lines of the help."""
    drawn = [choice.paint(width) for choice in help_screen({})._choices]
    return ["".join(cell.text for cell in line) for line in drawn]  # type: ignore[union-attr]


@pytest.mark.parametrize("width", [75, 99])
def test_the_help_says_every_command_and_sign_in_full(width: int) -> None:
    said = lines(width)
    assert all(len(line) == width for line in said)
    for command in COMMANDS:
        assert any(command.help in line for line in said), command.id
    for _, sign in SIGNS:
        assert any(sign in line for line in said)


async def test_a_key_that_is_typed_comes_before_what_holds_its_letter() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        for opens in "?", ":":
            for typed, first in ("q", "quit"), ("Z", "zoom"), ("star", "star"), ("se", "search"), ("ctrl+f", "search"):
                if (opens, typed) in ((":", "Z"), (":", "ctrl+f")):
                    continue
                await pilot.press(opens)
                picker = cast("Picker", app.screen)
                picker.words.value = typed
                await pilot.pause()
                assert picker.chosen is not None
                assert picker.chosen.id == first, (opens, typed)
                await pilot.press("escape")


async def test_the_cursor_passes_over_the_headings_of_the_help() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("?")
        picker = cast("Picker", app.screen)
        assert "On the board ─" in shown(app)
        ids = []
        for _ in range(len(COMMANDS) + 3):
            ids.append(picker.chosen.id if picker.chosen else "")
            await pilot.press("down")
        assert set(ids[: len(COMMANDS)]) == {command.id for command in COMMANDS}
        await pilot.press("pageup", "pageup", "pageup", "pageup", "up")
        assert picker.chosen is not None
        assert picker.chosen.id == "headlines"
        await pilot.press("down", "enter")
        assert board(app).current.WHAT == "figures"


async def test_the_row_that_enter_takes_is_marked_as_where_the_focus_is() -> None:
    """In a terminal of 16 colours it was bold alone, among names that are bold, too."""
    app = board_app(theme="terminal")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("?")
        rows = app.screen.query_one(RowList)
        assert rows.draw(rows.cursor, rows.width)._segments[1].style == rows.inks("cursor")["ink"]


async def test_a_sign_is_nothing_to_run() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("?", *"sure", "enter", "tab")
        assert "how sure the reading is" in shown(app)
        assert isinstance(app.screen, Picker)


async def test_themes_are_tried_as_the_cursor_comes_to_them_and_left_as_they_were() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("T", "down", "down")
        assert app.theme == "high-contrast"
        await pilot.press("escape")
        assert (app.theme, app.memory["theme"]) == ("dark", None)
        await pilot.press("T", *"blue")
        assert app.theme == "blue-orange"
        await pilot.press("enter", "T")
        assert app.memory["theme"] == "blue-orange"
        assert "● blue-orange" in shown(app)
        assert cast("Picker", app.screen).list.cursor == 3


async def test_the_search_says_what_to_do_and_what_it_has_found() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+f")
        assert "Type what to look for." in shown(app)
        await pilot.press(*"oil")
        assert "3 articles · Enter opens" in shown(app)
        await pilot.press("z", "z")
        assert "Nothing holds all of these words." in shown(app)
        await pilot.press(*["backspace"] * 5)
        assert "Type what to look for." in shown(app)


async def test_what_was_found_stays_until_there_is_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    app = board_app()
    lengths: list[int] = []

    def show(self: Search, choices: Sequence[Choice]) -> None:
        lengths.append(len(choices))
        Picker.show(self, choices)

    monkeypatch.setattr(Search, "show", show)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+f", *"oil", "space", *"ran")
    assert set(lengths[1:]) == {3}


async def test_one_source_needs_no_name_beside_what_was_found() -> None:
    app = board_app()
    cast("FakeShelf", app.shelf).one_source = True
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f", *"oil")
        assert "Ellery Wire" not in shown(app)
