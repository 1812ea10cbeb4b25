"""Lists longer than their first page: what is shown at once, and what stays until a thread has read the rest."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.pilot import Pilot

from tests.tui.boards import board, board_app, shown
from tui.app import Copydesk
from tui.panels.shelf import FIRST

if TYPE_CHECKING:
    from tests.tui.fakes import FakeArchive

LONG = tuple(f"Ferry number {n} leaves on time" for n in range(1, FIRST + 50))


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for what a timer and a thread bring."""
    for _ in range(500):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError(shown(cast("Copydesk", pilot.app)))


def titles(app: Copydesk) -> list[str]:
    return cast("FakeArchive", app.shelf.archive).titles


async def test_a_long_list_is_never_shorter_while_it_is_read_anew() -> None:
    app = board_app(LONG)
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app).headlines
        await until(pilot, lambda: there.count == len(titles(app)))
        lengths: list[int] = []

        def keep(count: int) -> None:
            lengths.append(count)

        there.watch(there, "count", keep, init=False)
        titles(app).extend(["One more ferry"] * 3)
        board(app).load()
        await until(pilot, lambda: there.count == len(titles(app)))
        assert lengths == [len(LONG) + 3]
        assert "One more ferry" in shown(app)


async def test_the_rows_in_sight_are_read_anew_at_once() -> None:
    app = board_app(LONG)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: board(app).headlines.count == len(titles(app)))
        titles(app)[-1] = "The ferry was renamed"
        board(app).load()
        await pilot.pause()
        assert "The ferry was renamed" in shown(app)
