"""How long runs without a board wait for each other."""

import asyncio
import time

import pytest

from tui.runs import running
from tui.runs.running import pause
from tui.runs.signals import Stop

DAY = 86_400.0


@pytest.mark.parametrize(
    ("now", "due", "seconds"),
    [
        (1_005, 0, 55),  # files have no time of their own: a look a minute
        (1_005, 1_100, 95),
        (1_005, 9_999, 1_195),
        (1_010 + DAY, 1_100, 1),  # asleep, or the clock was set forward
        (1_005 - DAY, 1_100, 1_200),  # the clock was set back
    ],
)
def test_the_wait_for_the_next_run(now: float, due: float, seconds: float) -> None:
    assert pause(1_000, now, due, 1_200) == seconds


@pytest.mark.parametrize(("jump", "over"), [(0, False), (7200, True), (-7200, False)])
async def test_a_laptop_that_slept_does_not_wait_for_the_rest_of_the_interval(
    jump: int, *, over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "NAP", 0.01)
    began = time.time()
    monkeypatch.setattr(time, "time", lambda: began)
    waiting = asyncio.create_task(running.rest(Stop(), 3600))
    await asyncio.sleep(0.03)
    monkeypatch.setattr(time, "time", lambda: began + jump)
    done, _ = await asyncio.wait([waiting], timeout=0.2)
    assert bool(done) is over
    waiting.cancel()


async def test_a_watch_waits_no_longer_than_it_should_where_the_clock_stands_still(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "NAP", 0.01)
    began = time.time()
    monkeypatch.setattr(time, "time", lambda: began)
    assert not await running.rest(Stop(), 0.1)
