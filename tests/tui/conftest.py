"""A pilot that waits for the program, not for luck."""

import asyncio
from typing import Any

import pytest
from textual._context import active_app

LULL = 1 / 50
"""Seconds between two looks, as in Textual."""


async def at_rest(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Wait until no task is ready to go on and no worker is under way; the time limit of the test is the only one.

    Textual's own waits until the process has used less than a millisecond of processor time in twenty: that holds, too,
    where a busy machine gave it none.
    """
    loop, app = asyncio.get_running_loop(), active_app.get()
    await asyncio.sleep(LULL)
    ready: Any = loop._ready  # type: ignore[attr-defined]
    while ready or not all(worker.is_finished for worker in app.workers):  # noqa: ASYNC110 (nothing tells of a rest)
        await asyncio.sleep(LULL)


@pytest.fixture(autouse=True)
def _wait_for_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.app.wait_for_idle", at_rest)
    monkeypatch.setattr("textual.pilot.wait_for_idle", at_rest)


@pytest.fixture(autouse=True)
def _a_terminal_with_all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
