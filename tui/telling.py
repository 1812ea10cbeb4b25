"""What a run says: its events as JSONL or text on stdout, as log lines and progress on stderr."""

import sys
import time
from collections.abc import Iterator

from feeds import __version__
from feeds.model import Event, Found, RunFinished, RunStarted, SourceDone
from tui import records
from tui.formats import number_words, short
from tui.log import Log
from tui.output import SCHEMA, write_json, write_line
from tui.records import Record, moment, timed


class Teller:
    """Takes the events of runs as they happen and tells them to whoever listens."""

    def __init__(self, form: str, log: Log, *, progress: bool) -> None:
        self._jsonl = form == "jsonl"
        self._log = log
        self._progress = Progress() if progress else None

    def tell(self, event: Event, code: int = 0) -> None:
        """Tell one event; `code` is the exit code that a finished run comes to."""
        if self._progress:
            self._progress.step(event)
        if self._jsonl:
            for record in run_records(event, code):
                write_json(timed(record))
        elif isinstance(event, SourceDone):
            for found in event.found:
                write_line(_found_line(event, found))
        _log_event(self._log, event, code)


class Progress:
    """One line on the terminal that says how far the run is, drawn at most ten times a second."""

    def __init__(self) -> None:
        self._sources = self._done = self._new = 0
        self._drawn = 0.0

    def step(self, event: Event) -> None:
        """Take an event; the line is taken away before anything else is printed."""
        if isinstance(event, RunStarted):
            self._sources, self._done, self._new = event.sources, 0, 0
        elif isinstance(event, SourceDone):
            self._done, self._new = self._done + 1, self._new + event.new
        now = time.monotonic()
        if isinstance(event, RunFinished) or (isinstance(event, SourceDone) and _speaks(event)):
            sys.stderr.write("\r\x1b[K")
        if not isinstance(event, RunFinished) and now - self._drawn >= 0.1:
            self._drawn = now
            sys.stderr.write(f"\r\x1b[K{self._done} of {self._sources} sources, {self._new} new\r")
        sys.stderr.flush()


def _speaks(event: SourceDone) -> bool:
    return bool(event.found) or event.answer.status == "error"


def run_records(event: Event, code: int = 0) -> Iterator[Record]:
    """Yield the lines of an event, as the documentation of `refresh --format jsonl` names them."""
    head = {"schema": SCHEMA, "run_id": event.run, "ts": event.at}
    if isinstance(event, RunStarted):
        yield {"type": "run_started", **head, "version": __version__, "sources": event.sources, "pid": event.pid}
    elif isinstance(event, SourceDone):
        yield {"type": "source_result", **head, **_source_result(event)}
        for found in event.found:
            yield from _found_records(event, found, head)
    else:
        fields = event._asdict()
        del fields["run"], fields["at"]
        yield {"type": "run_finished", **head, **fields, "exit": code}


def _source_result(event: SourceDone) -> Record:
    answer = event.answer
    return {
        "source": answer.source.key,
        "name": answer.source.name,
        "status": answer.status,
        "http": answer.state.http,
        "new": event.new,
        "changed": event.changed,
        "ms": answer.ms,
        "error": answer.state.error,
        "streak": answer.state.streak,
        "failing_since": answer.state.failing_since,
        "next_at": answer.state.next_at or None,
        "notes": answer.notes,
    }


def _found_records(event: SourceDone, found: Found, head: Record) -> Iterator[Record]:
    article, source = found.article, event.answer.source.key
    yield {
        "type": "headline",
        **head,
        "id": article.id,
        "source": source,
        "title": article.title,
        "link": article.link,
        "published": article.published,
        "first_seen": found.first_seen,
        "revision": found.revision,
        "change": found.change,
        "figures": sum(figure.salience > 0 for figure in found.reading.figures),
        "quotes": sum(quote.kind not in ("term", "title") for quote in found.reading.quotes),
    }
    if found.change == "gone":
        return
    ties = {"article": article.id, "source": source, "change": found.change}
    for id_, figure in zip(found.figure_ids, found.reading.figures, strict=True):
        yield {"type": "figure", **head, "id": id_, **ties, **records.figure(figure)}
    for id_, quote in zip(found.quote_ids, found.reading.quotes, strict=True):
        chain = None if quote.chain is None else found.quote_ids[quote.chain]
        yield {"type": "quote", **head, "id": id_, **ties, **records.quote(quote, chain)}


def _found_line(event: SourceDone, found: Found) -> str:
    counts = {
        "figures": sum(figure.salience > 0 for figure in found.reading.figures),
        "quotes": sum(quote.kind not in ("term", "title") for quote in found.reading.quotes),
    }
    held = number_words(counts, "figures", "quotes")
    return f"{found.change:<7}  {event.answer.source.name}  {found.article.title}  ({held})"


def _log_event(log: Log, event: Event, code: int) -> None:
    if isinstance(event, RunStarted):
        log.debug("run started", run=event.run, sources=event.sources, pid=event.pid)
    elif isinstance(event, SourceDone):
        _log_source(log, event)
    else:
        say = log.info if event.status == "ok" else log.warning
        say(
            "run finished", run=event.run, status=event.status, ok=event.ok, failed=event.errors,
            not_modified=event.not_modified, skipped=event.skipped or None, new=event.new, changed=event.changed,
            ms=event.ms, failing="; ".join(event.failing[:20]) or None, exit=code,
        )  # fmt: skip


def _log_source(log: Log, event: SourceDone) -> None:
    """One line a source when something changed: new articles, a failure, or the end of one."""
    answer = event.answer
    name = answer.source.name
    if answer.status == "error":
        state = answer.state
        log.warning(
            "source failed", source=name, error=state.error, http=state.http, streak=state.streak,
            since=moment(state.failing_since), next=moment(state.next_at),
        )  # fmt: skip
    elif event.found:
        log.info("source changed", source=name, new=event.new, changed=event.changed, ms=answer.ms)
    else:
        log.debug("source asked", source=name, status=answer.status, http=answer.state.http, ms=answer.ms)
    for note in answer.notes:
        log.warning("note", source=name, message=note)


def next_time(at: int) -> str:
    """Return when a source is asked again, for people."""
    return short(at) or "at once"
