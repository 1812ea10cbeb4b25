"""Runs of a desk without a board: once, or again and again until a signal ends it."""

import gc
import os
import time
from collections.abc import Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, NamedTuple

from feeds.archive import Archive, ArchiveLocked, RunUnderWay
from feeds.config import Config
from feeds.driving import loop
from feeds.intake import Settings
from feeds.model import RunFinished, RunStarted, SourceDone
from feeds.refresh import run as refresh
from tui.lines.formats import number_words
from tui.narration import exit_code
from tui.runs.keeping import drop_old, leapt
from tui.runs.log import Log
from tui.runs.sdnotify import notify, watchdog
from tui.runs.signals import Stop
from tui.runs.telling import Teller

if TYPE_CHECKING:
    from tui.runs.alerting import Alerter


NAP = 30.0
"""Seconds after which a watch looks at the clock on the wall."""


class Orders(NamedTuple):
    """What the command line wants of the runs."""

    interval: int
    """Seconds between two runs."""
    asked_interval: int | None = None
    """Seconds between two requests to a source, as the user set it for those without an interval of their own."""
    by_hand: bool = False
    """Ask whether due or not."""
    only: Sequence[str] = ()
    """The keys of the sources to ask; none: all."""
    watch: bool = False
    """Go on until a signal comes."""
    tell_new: bool = False
    """10 where a run found something (`--exit-code`)."""
    reopen: bool = False
    """SIGHUP has the log opened anew."""


class Told(NamedTuple):
    """Who is told what happens."""

    teller: Teller
    log: Log
    alerter: "Alerter | None" = None
    """The watch rules, where there are any."""


class Runner:
    """One desk's runs, one after the other."""

    def __init__(self, config: Config, archive: Archive, orders: Orders, told: Told) -> None:
        self._config = config
        self._archive = archive
        self._orders = orders
        self._teller = told.teller
        self._log = told.log
        self._alerter = told.alerter
        self._due = 0

    async def work(self) -> int:
        """Run once or until a signal ends it; return the exit code."""
        stop = Stop()
        if not self._orders.watch:
            stop.watch()
            return await self._once(stop)
        await loop()
        import asyncio

        stop.watch(self._reopen if self._orders.reopen else None)
        pinging = asyncio.create_task(_ping())
        many = len(self._config.sources)
        notify("READY=1", f"STATUS=watching {number_words({'sources': many}, 'sources')}")
        self._log.info("watching", sources=many, every=f"{self._orders.interval}s", pid=os.getpid())
        try:
            began = time.time()
            await self._once(stop)  # a run under way is told to whoever starts a second one
            while not await self._rest(began, stop):
                began = time.time()
                await self._again(stop)
            return 128 + (stop.signal or 0)
        except Exception as fault:  # it is told on stderr, too, which nobody may read
            self._log.error("failed", message=str(fault) or type(fault).__name__)
            raise
        finally:
            notify("STOPPING=1")
            self._log.info("stopped", signal=stop.signal)
            pinging.cancel()

    async def _rest(self, began: float, stop: Stop) -> bool:
        """Wait for the next run; tell whether a signal came instead."""
        gc.collect()  # a run looks for cycles late, for speed; left to that, a watch grew by 4 MiB in its first minutes
        return await rest(stop, pause(began, time.time(), self._due, self._orders.interval))

    async def _again(self, stop: Stop) -> None:
        """Run once more; while another process runs on the archive or writes into it, it is put off.

        A board, a run by hand and a `reread` come and go; whoever watches for months must not end by one of them.
        """
        try:
            await self._once(stop)
        except (RunUnderWay, ArchiveLocked) as busy:
            self._log.warning("run put off", message=str(busy))

    async def _once(self, stop: Stop) -> int:
        orders, code, began = self._orders, 0, 0
        settings = settings_of(self._config, orders.asked_interval)
        self._due = 0
        events = refresh(
            self._archive, self._config.sources, settings, by_hand=orders.by_hand, only=orders.only, stop=stop.event
        )
        async with aclosing(events) as happening:
            async for event in happening:
                if isinstance(event, SourceDone) and not event.answer.state.gone:
                    self._due = min(self._due or event.answer.state.next_at, event.answer.state.next_at)
                if isinstance(event, RunStarted):
                    began = event.at
                if isinstance(event, RunFinished):
                    await self._watch(event, began, stop)
                    code = 128 + stop.signal if stop.signal else exit_code(event, new=orders.tell_new)
                self._teller.tell(event, code)
        self._drop_old()
        return code

    async def _watch(self, event: RunFinished, began: int, stop: Stop) -> None:
        """Judge and deliver while the run still holds its lock: no other process delivers the same alerts."""
        if self._alerter is not None:
            for alert, actions in self._alerter.judge(began):
                self._teller.alert(alert, actions, event.run)
            await loop()
            await self._alerter.deliver(stop.event)

    def _drop_old(self) -> None:
        if self._config.keep is not None and leapt(self._archive):
            self._log.info("nothing dropped: the last run but this was long ago, or the clock is wrong")
            return
        try:
            if dropped := drop_old(self._archive, self._config):
                self._log.info("old articles dropped", articles=dropped)
        except RunUnderWay:
            return  # the other run does it

    def _reopen(self) -> None:
        notify("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")
        self._log.reopen()
        self._log.info("log opened anew")
        notify("READY=1")


def pause(began: float, now: float, due: float, interval: float) -> float:
    """Return how many seconds to wait for the next run: until the interval is over, or a source is due earlier.

    A second at least, and never longer than the interval: the clock may have been set back since the run began.
    """
    until = min(began + interval, max(due, began + min(60, interval)))
    return max(1.0, min(until - now, interval))


async def rest(stop: Stop, length: float) -> bool:
    """Wait so many seconds by either clock, or until a signal comes, and tell whether it came.

    The loop's own clock stands still while a laptop sleeps: an interval of hours would begin anew when it wakes.
    """
    until, end = time.time() + length, time.monotonic() + length
    while (left := min(until - time.time(), end - time.monotonic())) > 0:
        if await stop.wait(min(left, NAP)):
            return True
    return stop.event.is_set()


def settings_of(config: Config, interval: int | None = None) -> Settings:
    """Return what intake wants to know of a configuration."""
    asked = interval or config.set_interval
    return Settings(asked, config.connections, config.user_agent or "", config.contact or "", config.proxy)


async def _ping() -> None:
    """Tell the service manager that the loop still turns, twice in the time that it waits for that."""
    import asyncio

    apart = watchdog()
    while apart:
        notify("WATCHDOG=1")
        await asyncio.sleep(apart)
