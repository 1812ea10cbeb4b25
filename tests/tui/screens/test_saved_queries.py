"""Saved queries of the configuration: a key each, a name in the help and the `:` line; no key means two things."""

from typing import TYPE_CHECKING, cast

import pytest

from feeds.config import SavedQuery
from tests.tui.boards import TITLES, board, config, shown
from tests.tui.fakes import FakeShelf
from tui.app import Copydesk

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf

QUERIES = (
    SavedQuery("losses", "value:>=70", "f5", "figures"),
    SavedQuery("new words", "is:new", None, "quotes"),
    SavedQuery("clash", "is:new", "q"),
    SavedQuery("new losses", "@losses is:new", "f6", "figures"),
)


def app_with_queries() -> Copydesk:
    return Copydesk(config()._replace(queries=QUERIES), cast("Shelf", FakeShelf(TITLES)), live=False)


async def test_the_key_of_a_query_shows_it_and_takes_it_back() -> None:
    app = app_with_queries()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f5")
        there = board(app)
        assert there.current is there.figures
        assert there.figures.words == "=value:>=70"
        await pilot.press("f5")
        assert there.figures.words == ""


async def test_a_query_without_a_key_is_found_by_its_name() -> None:
    app = app_with_queries()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("?", *"words", "space", *"saved")
        assert "new words" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert board(app).quotes.words == "=is:new"


async def test_a_key_that_means_something_already_is_named() -> None:
    app = app_with_queries()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        assert "the key 'q' of the query 'clash' means 'quit'" in " ".join(shown(app).replace("│", "").split())


@pytest.mark.parametrize("keys", [["f6"], ["2", "/", *'=@"new losses"', "enter"]])
async def test_a_name_stands_for_a_saved_query_wherever_one_is_asked(keys: list[str]) -> None:
    app = app_with_queries()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(*keys)
        there = board(app)
        assert there.figures.fault == ""
        assert there.figures.selection.where
        assert 70 in there.figures.selection.params


async def test_a_name_that_there_is_not_is_said_in_the_frame() -> None:
    app = app_with_queries()
    async with app.run_test(size=(160, 36)) as pilot:
        await pilot.press("2", "/", *"=@loses")
        assert "there is no saved query 'loses'; did you mean 'losses'?" in shown(app)
