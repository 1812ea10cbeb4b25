"""The flag that ends a run: looked at without a loop, waited for within one."""

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from tui.runs.signals import ENDING, Flag, Stop


@pytest.fixture
def handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in ENDING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("handlers")
def test_a_signal_raises_the_flag_and_the_first_one_counts() -> None:
    stop = Stop()
    stop.watch()
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    assert (stop.event.is_set(), stop.signal) == (True, signal.SIGTERM)


@pytest.mark.usefixtures("handlers")
async def test_who_waits_in_a_loop_is_woken_by_a_signal() -> None:
    stop = Stop()
    stop.watch()
    asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), signal.SIGTERM)
    assert await stop.wait(20)
    assert await stop.wait(20)


async def test_who_stops_waiting_is_not_called_any_more() -> None:
    flag = Flag()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(flag.wait(), 0)
    assert flag._wakers == []
    assert not flag.is_set()
