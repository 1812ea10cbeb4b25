"""Speakers, sources and runs as records for `list`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.lines.records import Record
from tui.output import SCHEMA

if TYPE_CHECKING:
    from feeds.archive import Archive, Selection
    from feeds.archive.layout.findings import RunRow, SourceRow, SpeakerRow
    from feeds.config import Config
    from feeds.model import Source


RUNS = 50
"""The last of them that a list shows where no number is named: a day at the default interval has 72."""


def speakers(archive: "Archive", chosen: "Selection") -> Iterator[Record]:
    """Yield those who speak in the chosen quotes, the busiest first."""
    yield from map(speaker_record, archive.speakers(chosen.limit, chosen))


def runs(archive: "Archive", limit: int | None) -> Iterator[Record]:
    """Yield the last runs, the newest first."""
    yield from map(run_record, archive.runs(RUNS if limit is None else limit))


def sources(archive: "Archive", config: "Config", limit: int | None = None) -> Iterator[Record]:
    """Yield the sources of the configuration in its order."""
    stored = {row.key: row for row in archive.sources()}
    for source in config.sources[:limit]:
        yield source_record(source, stored.get(source.key))


def speaker_record(row: "SpeakerRow") -> Record:
    """Return somebody who speaks."""
    return {"type": "speaker", "schema": SCHEMA, **row._asdict()}


def run_record(row: "RunRow") -> Record:
    """Return a run."""
    return {"type": "run", "schema": SCHEMA, **row._asdict()}


def source_record(source: "Source", stored: "SourceRow | None") -> Record:
    """Return a source of the configuration with what is stored of it."""
    state = stored.state if stored else None
    return {
        "type": "source",
        "schema": SCHEMA,
        "source": source.key,
        "name": source.name,
        "kind": source.kind,
        "where": source.where,
        "tags": source.tags,
        "paused": source.paused,
        "unverified": source.unverified,
        "status": stored.status if stored else "",
        "articles": stored.articles if stored else 0,
        "figures": stored.figures if stored else 0,
        "quotes": stored.quotes if stored else 0,
        "newest": stored.newest if stored else None,
        "http": state.http if state else None,
        "streak": state.streak if state else 0,
        "failing_since": state.failing_since if state else None,
        "error": state.error if state else None,
        "asked_at": state.asked_at if state else None,
        "ok_at": state.ok_at if state else None,
        "next_at": (state.next_at or None) if state else None,  # a folder has no such time
        "gone": state.gone if state else False,
        "title": state.title if state else None,
        "moved_to": state.moved_to if state else None,
        "note": state.note if state else None,
    }
