"""Every screen and state as a picture: what changes is looked at before it is taken (`pytest --snapshot-update`)."""

import time
from collections.abc import Iterator
from typing import Protocol

import pytest

from tests.tui.boards import board_app
from tui.app import Copydesk

SMALL, NORMAL, LARGE = (80, 24), (120, 36), (200, 60)


class Compare(Protocol):
    def __call__(self, app: Copydesk, *, press: list[str] = ..., terminal_size: tuple[int, int] = ...) -> bool: ...


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
    "people": (NORMAL, ["4", "wait:400"]),
    "help": (NORMAL, ["?"]),
    "link": (NORMAL, ["o"]),
    "command": (SMALL, [":"]),
    "hits": (NORMAL, ["0", "/", *"Ellery", "enter"]),
}


@pytest.mark.parametrize("state", STATES)
def test_states(snap_compare: Compare, state: str) -> None:
    size, keys = STATES[state]
    assert snap_compare(board_app(), press=keys, terminal_size=size)


@pytest.mark.parametrize("theme", ["light", "high-contrast", "blue-orange", "terminal"])
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
