"""Coroutines with and without an event loop."""

import asyncio
import subprocess
import sys

from feeds.driving import drive, loop


async def straight() -> int:
    return 7


async def waiting() -> tuple[int, bool]:
    before = await straight()
    await loop()
    async with asyncio.timeout(20):
        await asyncio.sleep(0)
        return before, asyncio.current_task() is not None


def test_what_waits_is_taken_over_by_a_loop_where_it_stands() -> None:
    assert drive(straight()) == 7
    assert drive(waiting()) == (7, True)


async def test_within_a_loop_the_mark_does_nothing() -> None:
    assert await waiting() == (7, True)


def test_what_does_not_wait_loads_no_loop() -> None:
    code = """
import sys
from feeds.driving import drive
async def none(): return "asyncio" in sys.modules
print(drive(none()))
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
