"""The events of a run as JSONL lines: what `copydesk refresh --format jsonl` prints, as its documentation says."""

from collections.abc import Iterator

from feeds import __version__
from feeds.model import Event, Found, Reading, RunStarted, SourceDone
from tui.lines import records
from tui.lines.records import Record
from tui.output import SCHEMA


def run_records(event: Event, code: int = 0) -> Iterator[Record]:
    """Yield the lines of an event, as the documentation of `refresh --format jsonl` names them."""
    head = {"schema": SCHEMA, "run_id": event.run, "ts": event.at}
    if isinstance(event, RunStarted):
        yield {"type": "run_started", **head, "version": __version__, "sources": event.sources, "pid": event.pid}
    elif isinstance(event, SourceDone):
        if not event.answer.more:
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
        "notes": (*answer.notes, *answer.asides),
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
        **shown_counts(found.reading),
    }
    if found.change == "gone":
        return
    ties = {"article": article.id, "source": source}
    for id_, change, figure in zip(found.figure_ids, found.figure_changes, found.reading.figures, strict=True):
        if change != "same":
            yield {"type": "figure", **head, "id": id_, **ties, "change": change, **records.figure(figure)}
    for id_, change, quote in zip(found.quote_ids, found.quote_changes, found.reading.quotes, strict=True):
        if change != "same":
            chain = None if quote.chain is None else found.quote_ids[quote.chain]
            yield {"type": "quote", **head, "id": id_, **ties, "change": change, **records.quote(quote, chain)}


def shown_counts(reading: Reading) -> dict[str, int]:
    """Return how many figures and quotes of a reading are shown by default."""
    return {
        "figures": len([1 for figure in reading.figures if figure.salience > 0]),
        "quotes": len([1 for quote in reading.quotes if quote.kind not in ("term", "title")]),
    }
