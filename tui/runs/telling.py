"""What a run says: its events as JSONL or text on stdout, as log lines and progress on stderr."""

import sys
import time
from typing import TYPE_CHECKING

from feeds.model import Event, Found, RunFinished, RunStarted, SourceDone
from tui.lines.formats import number_words
from tui.lines.records import timed
from tui.output import write_json, write_line, write_text
from tui.runs.log import Log
from tui.runs.notice import notice
from tui.runs.runlines import run_records, shown_counts
from tui.runs.runlog import RunLog

if TYPE_CHECKING:
    from feeds.config.watch import Actions
    from feeds.watch import Alert


class Teller:
    """Takes the events of runs as they happen and tells them to whoever listens."""

    def __init__(self, form: str, log: Log, *, progress: bool, quiet: bool = False) -> None:
        self._jsonl = form == "jsonl"
        self._quiet = quiet
        self._log = log
        self._runs = RunLog(log)
        self._progress = Progress() if progress else None

    def tell(self, event: Event, code: int = 0) -> None:
        """Tell one event; `code` is the exit code that a finished run comes to."""
        if self._progress:
            self._progress.clear()
        if self._jsonl:
            for record in run_records(event, code):
                write_json(timed(record))
        elif isinstance(event, SourceDone) and event.found and not self._quiet:
            write_text("".join([_found_line(event, found) for found in event.found]))
        self._runs.tell(event, code)
        if self._progress:
            self._progress.step(event)

    def alert(self, alert: "Alert", actions: "Actions", run: str) -> None:
        """Tell an alert of a watch rule; on a terminal also by bell and notice, where the rule wants it."""
        if self._progress:
            self._progress.clear()
        if self._jsonl:
            from tui.runs.alerting import alert_record

            write_json(timed(alert_record(alert, run)))
        elif not self._quiet:
            write_line(f"ALERT    {alert.rule}  {alert.message}")
        if self._log.form != "text":
            self._log.warning("alert", rule=alert.rule, entity=alert.entity, message=alert.message)
        elif self._quiet:
            self._log.warning(f"alert of {alert.rule}: {alert.message}")
        if sys.stderr.isatty():
            said = notice(f"{alert.rule}: {alert.message}") if actions.notice else ""
            sys.stderr.write(said + ("\a" if actions.bell else ""))
            sys.stderr.flush()


class Progress:
    """One line on the terminal that says how far the run is, drawn at most ten times a second."""

    def __init__(self) -> None:
        self._sources = self._done = self._new = 0
        self._drawn = 0.0
        self._shown = False

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def step(self, event: Event) -> None:
        """Take an event, and draw the line again if it is time."""
        if isinstance(event, RunStarted):
            self._sources, self._done, self._new = event.sources, 0, 0
        elif isinstance(event, SourceDone):
            self._done, self._new = self._done + 1, self._new + event.new
        now = time.monotonic()
        if not isinstance(event, RunFinished) and now - self._drawn >= 0.1:
            self._drawn, self._shown = now, True
            sys.stderr.write(f"{self._done} of {self._sources} sources, {self._new} new\r")
            sys.stderr.flush()


def _found_line(event: SourceDone, found: Found) -> str:
    held = number_words(shown_counts(found.reading), "figures", "quotes")
    return f"{found.change:<7}  {event.answer.source.name}  {found.article.title}  ({held})\n"
