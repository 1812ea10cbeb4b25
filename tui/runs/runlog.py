"""The events of a run as log lines, for machines; or as sentences, for people."""

from collections.abc import Callable, Sequence

from feeds.model import Answer, Event, RunFinished, RunStarted, SourceDone, SourceState
from feeds.spans import words
from tui.lines.formats import number_words, short
from tui.lines.records import moment
from tui.runs.log import Log


class RunLog:
    """Logs the events of one run after the other; what is refused in each of them is told once."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._told: dict[str, Sequence[str]] = {}
        self._failing: set[str] = set()

    def tell(self, event: Event, code: int) -> None:
        """Log an event: a line a source when something changed, failed or recovered, and a summary of the run."""
        if not isinstance(event, SourceDone):
            _run(self._log, event, code)
            return
        _source(self._log, event)
        if event.answer.status != "skipped":
            self._notes(event.answer)
            self._recovered(event.answer)

    def _notes(self, answer: Answer) -> None:
        """Log what was refused and what is worth a word, where the last answer of the source did not bring it too."""
        told = self._told.get(answer.source.key, ())
        for say, notes in ((self._log.warning, answer.notes), (self._log.info, answer.asides)):
            for note in notes:
                if note not in told:
                    _note(self._log, say, answer.source.name, note)
        if not answer.more:
            self._told[answer.source.key] = (*answer.notes, *answer.asides)

    def _recovered(self, answer: Answer) -> None:
        """Log that a source answers again, where it has failed before in the runs of this process."""
        if answer.status == "error":
            self._failing.add(answer.source.key)
        elif answer.source.key in self._failing:
            self._failing.remove(answer.source.key)
            if self._log.form == "text":
                self._log.info(f"{answer.source.name}: answers again")
            else:
                self._log.info("source recovered", source=answer.source.name, status=answer.status)


def _note(log: Log, say: Callable[..., None], name: str, note: str) -> None:
    if log.form == "text":
        say(f"{name}: {note}")
    else:
        say("note", source=name, message=note)


def _run(log: Log, event: RunStarted | RunFinished, code: int) -> None:
    if isinstance(event, RunStarted):
        log.debug("run started", run=event.run, sources=event.sources, pid=event.pid)
    elif log.form == "text":
        (log.info if event.status == "ok" else log.warning)(_summary(event))
    else:
        say = log.info if event.status == "ok" else log.warning
        say(
            "run finished", run=event.run, status=event.status, ok=event.ok, failed=event.errors,
            not_modified=event.not_modified, skipped=event.skipped or None, new=event.new, changed=event.changed,
            ms=event.ms, failing="; ".join(event.failing[:20]) or None, exit=code,
        )  # fmt: skip


def _source(log: Log, event: SourceDone) -> None:
    answer = event.answer
    name, state = answer.source.name, answer.state
    if answer.status == "error" and log.form == "text":
        log.warning(f"{name}: {_failure(state)}")
    elif answer.status == "error":
        log.warning(
            "source failed", source=name, error=state.error, http=state.http, streak=state.streak,
            since=moment(state.failing_since), next=moment(state.next_at or None),
        )  # fmt: skip
    elif event.found and log.form != "text":
        log.info("source changed", source=name, new=event.new, changed=event.changed, ms=answer.ms)
    else:
        log.debug("source asked", source=name, status=answer.status, http=state.http, ms=answer.ms)


def _failure(state: SourceState) -> str:
    again = f", {state.streak} times since {short(state.failing_since)}" if state.streak > 1 else ""
    tries = f"; next try {short(state.next_at)}" if state.next_at else ""
    return f"{state.error or 'failed'}{again}{tries}"


def _summary(event: RunFinished) -> str:
    asked = event.ok + event.errors + event.not_modified
    failing = f" ({', '.join(event.failing[:5])}{', …' if len(event.failing) > 5 else ''})" if event.failing else ""
    failed = f", {event.errors} failed{failing}" if event.errors else ""
    found = number_words({"articles": event.new}, "articles").replace(" ", " new ", 1)
    changed = f", {event.changed} changed" if event.changed else ""
    broken = " before it was broken off" if event.status == "interrupted" else ""
    took = f"{event.ms / 1000:.1f} s" if event.ms < 60_000 else words(event.ms // 1000)
    return f"{number_words({'sources': asked}, 'sources')}{failed}: {found}{changed} in {took}{broken}"
