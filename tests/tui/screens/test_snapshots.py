"""Every screen and state as a picture: what changes is looked at before it is taken (`pytest --snapshot-update`)."""

import time
from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, Protocol, cast

import pytest
from textual.pilot import Pilot

from tests.tui.boards import board, board_app
from tui.app import Copydesk
from tui.refresher import RunStep

if TYPE_CHECKING:
    from tests.tui.fakes import FakeArchive

SMALL, NORMAL, LARGE = (80, 24), (120, 36), (200, 60)


class Compare(Protocol):
    def __call__(
        self,
        app: Copydesk,
        *,
        press: list[str] = ...,
        terminal_size: tuple[int, int] = ...,
        run_before: Callable[[Pilot[None]], Awaitable[None]] = ...,
    ) -> bool: ...


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


STATES = {
    "first-narrow": (SMALL, []),
    "first": (NORMAL, []),
    "first-wide": (LARGE, []),
    "article": (NORMAL, ["j"]),
    "quote": (NORMAL, ["3", "j"]),
    "quote-wide": (LARGE, ["3", "j"]),
    "reader-narrow": (SMALL, ["2", "j", "enter"]),
    "turned": (NORMAL, ["P"]),
    "turned-wide": (LARGE, ["P"]),
    "zoomed": (NORMAL, ["2", "z"]),
    "half": (NORMAL, ["3", "+"]),
    "half-wide": (LARGE, ["3", "+"]),
    "people": (NORMAL, ["4", "wait:400"]),
    "help": (NORMAL, ["?"]),
    "link": (NORMAL, ["o"]),
    "command": (SMALL, [":"]),
    "hits": (NORMAL, ["0", "/", *"Ellery", "enter"]),
    "marked": (NORMAL, ["0", "]", "]"]),
    "everything": (LARGE, ["0", "i"]),
    "narrow-tabs": (SMALL, ["4", "wait:400"]),
    "filtered": (NORMAL, ["/", *"Cafés"]),
    "nothing-fits": (NORMAL, ["/", *"zzz", "wait:300"]),
    "doubt": (NORMAL, ["3", "d", "wait:300"]),
    "trend": (NORMAL, ["2", "j", "t", "wait:200"]),
    "trend-narrow": (SMALL, ["2", "j", "t", "wait:200"]),
    "search": (NORMAL, ["ctrl+f", *"oil", "wait:300"]),
    "search-narrow": (SMALL, ["ctrl+f", *"oil", "wait:300"]),
    "search-nothing": (NORMAL, ["ctrl+f", *"zz", "wait:300"]),
    "themes": (NORMAL, ["T"]),
    "sources-unasked": (NORMAL, ["S"]),
    "notes-none": (SMALL, ["E"]),
}


@pytest.mark.parametrize("state", STATES)
def test_states(snap_compare: Compare, state: str) -> None:
    size, keys = STATES[state]
    assert snap_compare(board_app(), press=keys, terminal_size=size)


BEHIND = {
    "failing": (NORMAL, []),
    "failing-narrow": (SMALL, []),
    "sources": (NORMAL, ["S"]),
    "sources-narrow": (SMALL, ["S"]),
    "runs": (NORMAL, ["L"]),
    "runs-narrow": (SMALL, ["L"]),
}
"""States of a desk whose one source fails."""


@pytest.mark.parametrize("state", BEHIND)
def test_states_of_a_failing_desk(snap_compare: Compare, state: str) -> None:
    size, keys = BEHIND[state]
    app = board_app()
    archive = cast("FakeArchive", app.shelf.archive)
    archive.failing, archive.ran = ("Ellery Wire",), 3
    assert snap_compare(app, press=["wait:300", *keys, "wait:100"], terminal_size=size)


@pytest.mark.parametrize("slow_link", [False, True])
def test_a_run_under_way_shows_how_far_it_is(snap_compare: Compare, slow_link: bool) -> None:
    async def begin(pilot: Pilot[None]) -> None:
        await pilot.pause(0.3)
        status = board(cast("Copydesk", pilot.app)).status
        status.post_message(RunStep({"type": "run_started", "sources": 12}))
        for _ in range(5):
            status.post_message(RunStep({"type": "source_result"}))
        await pilot.pause()

    assert snap_compare(board_app(slow_link=slow_link), run_before=begin, terminal_size=NORMAL)


def test_notes_that_were_shown(snap_compare: Compare) -> None:
    async def say(pilot: Pilot[None]) -> None:
        pilot.app.notify("Rejected; u undoes it", markup=False)
        fault = "the archive is on a disk that is full (/home/desk): nothing was stored; free some room and press r"
        pilot.app.notify(fault, title="The refresh could not go on", severity="error", markup=False)
        await pilot.press("E")

    assert snap_compare(board_app(), run_before=say, terminal_size=NORMAL)


@pytest.mark.parametrize("size", [SMALL, NORMAL], ids=["narrow", "normal"])
def test_the_welcome_of_the_first_start(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = board_app()
    app.config = app.config._replace(own=False)
    assert snap_compare(app, terminal_size=size)


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast", "blue-orange", "terminal"])
def test_themes(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(board_app(theme=theme), press=["3", "j"], terminal_size=NORMAL)


def test_an_empty_board_says_what_helps(snap_compare: Compare) -> None:
    assert snap_compare(board_app([]), terminal_size=NORMAL)


def test_hostile_titles_are_text(snap_compare: Compare) -> None:
    titles = [
        "[LIVE] all [/] of [@click=app.quit]it[/]",
        "\x1b]0;no\x07 \x1b[2J [bold red]loud",
        "[/]",
        "a\u202eb\u200bc",
    ]
    assert snap_compare(board_app(titles), press=["j", "k"], terminal_size=NORMAL)
