"""Rows as the fields of a line, in the order of the documentation; times are still seconds since 1970."""

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tui.output import SCHEMA, number

if TYPE_CHECKING:  # what only lends its type is not worth its import
    from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow
    from feeds.model import Figure, Quote

Record = dict[str, Any]
"""One line of output by its fields."""

TIMES = frozenset(
    {
        "ts",
        "at",
        "published",
        "first_seen",
        "next_at",
        "since",
        "before",
        "latest",
        "newest",
        "started",
        "finished",
        "asked_at",
        "ok_at",
        "failing_since",
        "changed_at",
        "gone_at",
    }
)
"""The fields that hold a time."""


def figure(found: "Figure") -> Record:
    """Return the fields of a figure; its value is an exact plain number."""
    fields = found._asdict()
    fields["value"] = number(found.value)
    fields["value_hi"] = number(found.value_hi)
    return fields


def quote(found: "Quote", chain: str | int | None) -> Record:
    """Return the fields of a quote; `chain` is the id of the first part, or its index where there are no ids."""
    fields = found._asdict()
    fields["chain"] = chain
    return fields


def headline_row(row: "HeadlineRow") -> Record:
    """Return the fields of a headline as `list` prints it."""
    return {
        "type": "headline",
        "schema": SCHEMA,
        "id": row.id,
        "source": row.source,
        "title": row.title,
        "link": row.link,
        "published": row.published,
        "first_seen": row.first_seen,
        "revision": row.revision,
        "figures": row.figures,
        "quotes": row.quotes,
        "source_name": row.source_name,
        "at": row.at,
        "changed_at": row.changed_at,
        "gone_at": row.gone_at,
        "sources": row.sources,
        "seen": row.seen,
        "starred": row.starred,
        "new": row.new,
    }


def figure_row(row: "FigureRow") -> Record:
    """Return the fields of a figure as `list` prints it."""
    return _mention("figure", row, figure(row.figure))


def quote_row(row: "QuoteRow") -> Record:
    """Return the fields of a quote as `list` prints it."""
    return _mention("quote", row, quote(row.quote, row.chain))


def _mention(kind: str, row: "FigureRow | QuoteRow", fields: Record) -> Record:
    return {
        "type": kind,
        "schema": SCHEMA,
        "id": row.id,
        "article": row.article,
        "source": row.source,
        **fields,
        "title": row.title,
        "link": row.link,
        "source_name": row.source_name,
        "at": row.at,
        "first_seen": row.first_seen,
        "seen": row.seen,
        "starred": row.starred,
        "rejected": row.rejected,
        "new": row.new,
    }


def moment(at: int | None) -> str | None:
    """Return a time as RFC 3339 in UTC: `2025-07-25T06:00:00Z`."""
    return None if at is None else time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))


def local(at: int | None) -> str | None:
    """Return a time as RFC 3339 with the offset of this place and that day: `2025-07-25T08:00:00+02:00`."""
    if at is None:
        return None
    written = time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(at))
    return f"{written[:-2]}:{written[-2:]}"


def timed(record: Mapping[str, Any], written: Callable[[int | None], str | None] = moment) -> Record:
    """Return a record with its times in words."""
    return {key: written(value) if key in TIMES else value for key, value in record.items()}
