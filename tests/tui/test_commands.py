"""The one table of commands: no key means two things, and everything that shows keys reads it."""

import pytest

from tests.tui.boards import board_app
from tests.tui.boards import shown as drawn
from tui.commands import COMMANDS, PLACES, Command, faults, shown
from tui.panels.page import Page
from tui.screens.board import Board
from tui.widgets.row_list import RowList


def test_ids_are_unique_and_places_exist() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert {command.place for command in COMMANDS} == set(PLACES)


def test_no_key_means_two_things() -> None:
    assert faults({}) == []


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"zoom": "r"}, "the key 'r' means both 'zoom' and 'refresh'"),
        ({"zom": "x"}, "there is no command 'zom' to give a key to; did you mean 'zoom'?"),
        ({"qqq": "x"}, "there is no command 'qqq' to give a key to"),
    ],
)
def test_faults_of_the_users_own_keys_are_named(keys: dict[str, str], words: str) -> None:
    assert faults(keys) == [words]


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+d", "^d"), ("shift+tab", "⇧Tab"), ("escape", "Esc"), ("+", "+"), ("/", "/"), ("G", "G"), ("f5", "f5")],
)
def test_keys_as_one_reads_them(key: str, name: str) -> None:
    assert shown(key) == name


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_done(command: Command) -> None:
    from tui.app import Copydesk

    name = "action_" + command.action.removeprefix("app.").partition("(")[0]
    where = {"list": RowList, "reader": Page, "anywhere": Copydesk}.get(command.place, Board)
    assert callable(getattr(where, name))


@pytest.mark.parametrize(("own", "key"), [({}, "q"), ({"quit": "Q"}, "Q"), ({"quit": "ctrl+x"}, "^x")])
async def test_who_presses_ctrl_c_is_told_how_to_leave(own: dict[str, str], key: str) -> None:
    app = board_app(keys=own)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert f"{key} leaves the board" in drawn(app)
        await pilot.press("1")
        assert app.is_running
