"""Speakers, sources and runs as records for `list`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.lines.records import Record
from tui.output import SCHEMA

if TYPE_CHECKING:
    from feeds.archive import Archive
    from feeds.archive.rows import SourceRow
    from feeds.config import Config
    from feeds.model import Source


def records(archive: "Archive", config: "Config", what: str, limit: int | None) -> Iterator[Record]:
    """Yield `speakers`, the busiest first, `sources` in the order of the configuration, or `runs`, the newest first."""
    if what == "runs":
        for row in archive.runs(limit or 50):
            yield {"type": "run", "schema": SCHEMA, **row._asdict()}
    elif what == "sources":
        yield from _sources(archive, config, limit)
    else:
        from feeds.archive import Selection

        ours = Selection(sources=tuple(source.key for source in config.sources))
        for speaker in archive.speakers(limit, ours):
            yield {"type": "speaker", "schema": SCHEMA, **speaker._asdict()}


def _sources(archive: "Archive", config: "Config", limit: int | None) -> Iterator[Record]:
    stored = {row.key: row for row in archive.sources()}
    for source in config.sources[:limit]:
        yield source_record(source, stored.get(source.key))


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
    }
