"""Judges the watch rules after a run, and delivers what they raise: each alert once, or shown as failed."""

import asyncio
import os
import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from feeds.archive import Archive, Selection
from feeds.archive.alerts import Alerts, Due
from feeds.config import Config
from feeds.config.watch import Actions, Watch
from feeds.driving import Stop
from feeds.intake.cleaning import one_line
from feeds.watch import Alert
from tui.lines.records import Record, timed
from tui.output import SCHEMA, as_json
from tui.runs.log import Log

MOST = 60
"""Seconds that a run spends on delivering."""


class Alerter:
    """The watch rules of a desk."""

    def __init__(self, archive: Archive, config: Config, watches: Sequence[Watch], log: Log) -> None:
        self._alerts = Alerts(archive)
        self._rules = [watch.rule for watch in watches]
        self._actions = {watch.rule.name: watch.actions for watch in watches}
        self._ours = Selection(sources=tuple(source.key for source in config.sources))
        self._log = log

    def judge(self, since: int) -> list[tuple[Alert, Actions]]:
        """Return what the rules raise of what was first seen since then. Call it while the run holds its lock."""
        raised = self._alerts.watch(self._rules, since, int(time.time()), self._ours)
        return [(alert, self._actions[alert.rule]) for alert in raised]

    async def deliver(self, stop: Stop) -> None:
        """Deliver what is due, also what an earlier run could not; what fails is tried again later and later.

        What is left when the run is to end, or after a minute in which it holds its lock for this, waits for the next.
        """
        ends = time.monotonic() + MOST
        for due in self._alerts.due(int(time.time())):
            if stop.is_set() or time.monotonic() > ends:
                return
            done, faults = await _deliver(due, self._actions.get(due.alert.rule, Actions()))
            if faults:
                why = one_line("; ".join(faults))
                self._alerts.failed(due.row, why, int(time.time()), done)
                self._log.warning("alert not delivered", rule=due.alert.rule, error=why, tries=due.tries + 1)
            else:
                self._alerts.delivered(due.row, int(time.time()))


def alert_record(alert: Alert, run: str) -> Record:
    """Return an alert as the line of a run."""
    return {
        "type": "alert",
        "schema": SCHEMA,
        "run_id": run,
        "ts": alert.at,
        "rule": alert.rule,
        "entity": alert.entity,
        "old": alert.old,
        "new": alert.new,
        "message": alert.message,
    }


async def _deliver(due: Due, actions: Actions) -> tuple[set[str], list[str]]:
    """Do what is still to be done of an alert; return what is done now, and what failed, in words."""
    body = as_json(timed(alert_record(due.alert, ""))).encode()
    done, faults = set(due.done), list[str]()
    for name, wanted in (("command", actions.command), ("webhook", actions.webhook)):
        if not wanted or name in done:
            continue
        try:
            async with asyncio.timeout(actions.timeout):
                await (_command(actions.command, body) if name == "command" else _webhook(actions.webhook or "", body))
        except TimeoutError:
            what = actions.command[0] if name == "command" else "the webhook"
            faults.append(f"{what} took longer than {actions.timeout} s")
        except (OSError, ValueError) as fault:
            faults.append(str(fault) or type(fault).__name__)
        else:
            done.add(name)
    return done, faults


async def _command(arguments: Sequence[str], body: bytes) -> None:
    """Run a program with the alert on its stdin; an exit code other than 0 is a failure.

    It has a session of its own: when its time is over, what it has started ends with it.
    """
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *arguments, stdin=pipe, stdout=nothing, stderr=pipe, start_new_session=True
    )
    try:
        said = (await process.communicate(body))[1]
    except asyncio.CancelledError:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        raise
    if process.returncode:
        words = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise ValueError(f"{arguments[0]} ended with {process.returncode}{f': {words}' if words else ''}")


async def _webhook(address: str, body: bytes) -> None:
    """POST to the address that the user typed: no redirect is followed, and nothing is taken from the environment."""
    import httpx

    headers: Mapping[str, Any] = {"Content-Type": "application/json"}
    host = httpx.URL(address).host  # the rest of the address may be a secret
    async with httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=None) as client:  # noqa: S113 - above
        try:
            answer = await client.post(address, content=body, headers=headers)
        except httpx.HTTPError as fault:
            raise ValueError(f"{host}: {str(fault) or type(fault).__name__}") from None
    if not answer.is_success:
        raise ValueError(f"{host} answered {answer.status_code}")
