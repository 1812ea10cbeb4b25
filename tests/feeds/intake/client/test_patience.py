"""A deadline that counts the other side's seconds only."""

import asyncio
import time

import pytest

from feeds.intake.client import patience
from feeds.intake.client.faults import FetchError
from feeds.intake.client.patience import Patience


async def test_what_is_late_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "STEP", 0.01)
    with pytest.raises(FetchError, match="no answer within 0 s"):
        async with Patience("no answer", 0.03):
            await asyncio.sleep(60)


async def test_a_step_can_be_late_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_long() -> None:
        async with Patience("no answer", 20) as waiting:
            waiting.expect("no word", 0.02)
            await asyncio.sleep(60)

    monkeypatch.setattr(patience, "STEP", 0.01)
    with pytest.raises(FetchError, match="no word within 0 s"):
        await too_long()


async def test_seconds_in_which_we_wait_for_our_turn_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "STEP", 0.01)
    async with Patience("no answer", 0.2) as waiting:
        waiting.hold(held=True)
        await asyncio.sleep(0.5)
        waiting.hold(held=False)


async def test_of_the_time_in_which_we_stood_still_no_more_than_a_step_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "STEP", 0.1)
    async with Patience("no answer", 1.0):
        time.sleep(1.5)  # noqa: ASYNC251 (as a process that was stopped, or a laptop that slept)
        await asyncio.sleep(0.01)


async def test_the_tick_that_was_under_way_before_a_step_does_not_count_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "STEP", 0.5)
    async with Patience("no answer", 60) as waiting:
        await asyncio.sleep(0.3)
        waiting.expect("no word", 0.3)
        await asyncio.sleep(0.25)
