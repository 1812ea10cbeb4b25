"""The board while something happens: a refresh, rows that come, letters of a filter (no benchmark by itself)."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

LIST = (slice(1, 9), slice(1, 58))
"""Rows and columns of the headlines on 120x36."""
STATUS = 34
"""The line of the screen that says how far a run is."""


def sight(session: Any) -> tuple[object, ...]:
    """What stands in the list of headlines, characters and colours."""
    rows, columns = LIST
    buffer = session.screen.buffer
    return tuple(buffer[y][x] for y in range(rows.start, rows.stop) for x in range(columns.start, columns.stop))


def keys_during_refresh(meter: Any, command: list[str], feeds: int, seconds: float = 15.0) -> list[float]:
    """Press `down` twenty times a second; the milliseconds to a changed list of each press while a run was under way.

    The bytes are only stored while keys are pressed, and drawn afterwards.
    """
    session = meter.Session(command, 120, 36, frozenset())
    try:
        meter.measure_start(session, "of 100,000", 0.05, 60.0)
        chunks: list[tuple[float, bytes]] = []
        pressed: list[float] = []
        ends = time.perf_counter() + seconds
        while time.perf_counter() < ends:
            pressed.append(session.press("down"))
            due = pressed[-1] + 0.05
            while (left := due - time.perf_counter()) > 0:
                chunks += session.record(left, left)
    finally:
        session.close("ctrl+q")
    return answered(session, chunks, pressed, f"/{feeds} ")


def answered(session: Any, chunks: list[tuple[float, bytes]], pressed: list[float], running: str) -> list[float]:
    """Draw what was stored, and say how long each press waited whose answer came while the status said `running`."""
    changes: list[tuple[float, bool]] = []
    before = sight(session)
    for when, data in chunks:
        session.emulate(data)
        after = sight(session)
        if after != before:
            changes.append((when, running in session.screen.display[STATUS]))
            before = after
    waits = []
    for at in pressed:
        found = next(((when, under_way) for when, under_way in changes if when > at), None)
        if found and found[1]:
            waits.append((found[0] - at) * 1000)
    return waits


def answered_by(session: Any, chunks: list[tuple[float, bytes]], pressed: list[float]) -> list[float]:
    """Draw what was stored, and say how long each press waited for the list to change."""
    changes, before = [], sight(session)
    for when, data in chunks:
        session.emulate(data)
        after = sight(session)
        if after != before:
            changes.append(when)
            before = after
    firsts = (next((when for when in changes if when > at), None) for at in pressed)
    return [(when - at) * 1000 for when, at in zip(firsts, pressed, strict=True) if when is not None]


def filter_waits(meter: Any, command: list[str], runs: int) -> list[float]:
    """Milliseconds from a letter of the filter to the rows that hold it, for letters that need a look at many rows."""
    waits = []
    for letter in "kjxgdz"[: runs * 2]:
        session = meter.Session(command, 120, 36, frozenset())
        try:
            meter.measure_start(session, "of 100,000", 0.1, 60.0)
            rest(session, 3.0)
            session.press("/")
            rest(session, 0.5)
            before = sight(session)
            at = session.press(letter)
            for when, data in session.record(0.4, 3.0, first=2.0):
                session.emulate(data)
                if sight(session) != before:
                    waits.append((when - at) * 1000)
                    break
        finally:
            session.close("ctrl+q")
    return waits


def rest(session: Any, seconds: float) -> None:
    """Draw what comes for a while."""
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        for _, data in session.record(0.05, 0.1):
            session.emulate(data)


def feed_files(folder: Path, rows: int, files: int = 10) -> list[Path]:
    """Feeds on disk that hold so many articles between them, all of today."""
    made = []
    for n in range(files):
        items = "".join(
            f"<item><title>Ferry {n}-{i} leaves Ellery</title><link>https://ellery.example/{n}/{i}</link>"
            f"<guid>{n}-{i}</guid><pubDate>{formatdate(time.time() - i)}</pubDate>"
            f"<description>More than {i + 100:,} people left by sea, the office in Brenn said.</description></item>"
            for i in range(rows // files)
        )
        made.append(folder / f"new-{n}.xml")
        made[-1].write_text(f'<rss version="2.0"><channel><title>New {n}</title>{items}</channel></rss>')
    return made


async def loop_cost(config: Path, refresh: Callable[[], object]) -> tuple[float, int]:
    """Milliseconds of the event loop's CPU that rows of another process cost, and how many of them came to be listed.

    Measured inside the board, on a screen that is drawn into nothing; what an idle board costs in the same time is
    taken off.
    """
    from feeds.config import load
    from tui.app import Copydesk

    app = Copydesk(load(str(config)), live=False)
    async with app.run_test(size=(120, 36)):
        there: Any = app.screen_stack[0]
        await asyncio.sleep(2)  # all keys are known by then
        for _ in range(5):
            there.headlines.list.action_down()
        await asyncio.to_thread(refresh)
        await asyncio.sleep(1)
        had, idle = there.headlines.count, time.thread_time()
        await asyncio.sleep(2)
        began = time.thread_time()
        there.status.pulse.look(there.shelf.archive.data_version())
        await asyncio.sleep(2)
        cost = (time.thread_time() - began) - (began - idle)
        return cost * 1000, there.headlines.count - had


def new_rows(config: Path) -> tuple[float, int]:
    """What the new articles of the sources cost on the event loop: see `loop_cost`."""
    program = str(Path(sys.executable).parent / "copydesk")
    command = [program, "--config", str(config), "refresh"]
    return asyncio.run(loop_cost(config, lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)))
