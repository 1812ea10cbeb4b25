"""Judges the watch rules after a run, and delivers what they raise: each alert once, or shown as failed."""

import asyncio
import time
from collections.abc import Sequence

from feeds import __version__
from feeds.alerts import Alerts, Due
from feeds.archive import Archive, Selection
from feeds.config import Config
from feeds.config.watch import Actions, Watch
from feeds.driving import Stop
from feeds.intake.cleaning import one_line
from feeds.programs import run
from feeds.watch import Alert
from tui.lines.records import Record, timed
from tui.output import SCHEMA, as_json
from tui.runs.log import Log

MOST = 60
"""Seconds that a run spends on delivering."""
AT_ONCE = 8
"""Rules whose alerts are delivered at once: each may start a program."""


class Alerter:
    """The watch rules of a desk."""

    def __init__(self, archive: Archive, config: Config, watches: Sequence[Watch], log: Log) -> None:
        self._alerts = Alerts(archive)
        self._rules = [watch.rule for watch in watches]
        self._actions = {watch.rule.name: watch.actions for watch in watches}
        self._ours = Selection(sources=tuple(source.key for source in config.sources))
        self._proxy = config.proxy
        self._log = log

    def judge(self, since: int) -> list[tuple[Alert, Actions]]:
        """Return what the rules raise of what was first seen since then. Call it while the run holds its lock."""
        raised = self._alerts.watch(self._rules, since, int(time.time()), self._ours)
        return [(alert, self._actions[alert.rule]) for alert in raised]

    async def deliver(self, stop: Stop) -> None:
        """Deliver what is due, also what an earlier run could not; what fails is tried again later and later.

        The rules go side by side, so that one whose program hangs holds up no other. What is left when the run is to
        end, or after a minute in which it holds its lock for this, waits for the next.
        """
        ends, lanes = time.monotonic() + MOST, dict[str, list[Due]]()
        for due in self._alerts.due(int(time.time())):
            lanes.setdefault(due.alert.rule, []).append(due)
        turn = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(self._lane(lane, turn, ends, stop) for lane in lanes.values()))

    async def _lane(self, lane: Sequence[Due], turn: asyncio.Semaphore, ends: float, stop: Stop) -> None:
        """Deliver the alerts of one rule in order; who did not answer in time is not asked again in this run."""
        async with turn:
            for due in lane:
                if stop.is_set() or time.monotonic() > ends:
                    return
                done, faults = await self._deliver(due, self._actions.get(due.alert.rule, Actions()))
                if not faults:
                    self._alerts.delivered(due.row)
                    continue
                why = one_line("; ".join(map(str, faults)))
                self._alerts.failed(due.row, why, int(time.time()), done)
                self._log.warning("alert not delivered", rule=due.alert.rule, error=why, tries=due.tries + 1)
                if any(isinstance(fault, TimeoutError) for fault in faults):
                    return

    async def _deliver(self, due: Due, actions: Actions) -> tuple[set[str], list[Exception]]:
        """Do what is still to be done of an alert; return what is done now, and what failed, in words."""
        body = f"{as_json(timed(alert_record(due.alert)))}\n".encode()  # `cat >> alerts.jsonl` makes a file of lines
        done, faults = set(due.done), list[Exception]()
        for name, wanted in (("command", actions.command), ("webhook", actions.webhook)):
            if not wanted or name in done:
                continue
            work = _command(actions.command, body) if name == "command" else self._post(actions.webhook or "", body)
            try:
                async with asyncio.timeout(actions.timeout):
                    await work
            except TimeoutError:
                what = actions.command[0] if name == "command" else "the webhook"
                faults.append(TimeoutError(f"{what} took longer than {actions.timeout} s"))
            except (OSError, ValueError) as fault:
                faults.append(fault)
            else:
                done.add(name)
        return done, faults

    async def _post(self, address: str, body: bytes) -> None:
        """POST to the address that the user typed, by the desk's proxy; no redirect is followed, no answer is read."""
        import httpx

        host = httpx.URL(address).host  # the rest of the address may be a secret
        headers = {"Content-Type": "application/json", "User-Agent": f"copydesk/{__version__}"}
        try:
            async with (
                httpx.AsyncClient(trust_env=False, timeout=None, proxy=self._proxy) as client,  # noqa: S113 - above
                client.stream("POST", address, content=body, headers=headers) as answer,
            ):
                good, status = answer.is_success, answer.status_code
        except httpx.HTTPError as fault:
            raise ValueError(f"{host}: {str(fault) or type(fault).__name__}") from None
        if not good:
            raise ValueError(f"{host} answered {status}")


def alert_record(alert: Alert, run: str | None = None) -> Record:
    """Return an alert as the line of a run; where it is delivered, maybe by a later one, it names none."""
    return {
        "type": "alert",
        "schema": SCHEMA,
        **({} if run is None else {"run_id": run}),
        "ts": alert.at,
        "rule": alert.rule,
        "entity": alert.entity,
        "old": alert.old,
        "new": alert.new,
        "message": alert.message,
    }


async def _command(arguments: Sequence[str], body: bytes) -> None:
    """Run a program with the alert on its stdin; an exit code other than 0 is a failure."""
    try:
        ran = await run(arguments, body, stderr=True)
    except OSError as fault:
        raise ValueError(f"{arguments[0]}: {fault.strerror}") from None
    if ran.code:
        words = ran.last.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise ValueError(f"{arguments[0]} ended with {ran.code}{f': {words}' if words else ''}")
