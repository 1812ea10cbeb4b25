"""A feed's bytes -> Document, by feedparser: the reader of record, run where it can be killed (`parser_child`)."""

import calendar
import io
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import feedparser

from feeds.intake.parsing import hints
from feeds.intake.parsing.document import Document, Entry, NotAFeedError
from feeds.intake.parsing.prefilter import prefilter, root_name


def read(body: bytes, content_type: str = "", location: str = "") -> Document:
    """Return what a feed's bytes say. Raises `NotAFeedError`, and whatever feedparser does.

    `content_type` is the answer's header (its charset counts); `location` is what relative links start from.
    """
    body = prefilter(body)
    headers = {"content-type": content_type, "content-location": location}
    # An open stream, never bytes: those are tried as a file's name first. Markup is taken as it is: it becomes text.
    parsed = feedparser.parse(
        io.BytesIO(body),
        response_headers={name: value for name, value in headers.items() if value},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    version = parsed.get("version")
    # An RDF without its namespaces has entries and no version; an HTML page has neither.
    if not version and not parsed.entries:
        raise NotAFeedError(_what(body))
    feed = parsed.feed
    hours, days = hints.skips(body)
    return Document(
        version or "unknown",
        _text(feed, "title"),
        _text(feed, "link"),
        tuple(_entry(entry) for entry in parsed.entries),
        hints.wait(_text(feed, "ttl"), _text(feed, "sy_updateperiod"), _text(feed, "sy_updatefrequency")),
        hours,
        days,
        (f"not well-formed: {parsed.bozo_exception}",) if parsed.get("bozo") else (),
    )


def _what(body: bytes) -> str:
    name = root_name(body)
    if not body.strip():
        return "empty"
    if name in (b"html", b"head", b"body"):
        return "an HTML page"
    return f"its first element is <{name.decode('ascii', 'replace')}>" if name else "no XML"


def _entry(entry: Mapping[str, Any]) -> Entry:
    contents = [str(content.get("value") or "") for content in _plain(entry, "content") or ()]
    html = next(_filled(contents), "") or _text(entry, "summary")
    date, when = "", None
    for name in ("published", "updated", "created"):
        date = date or _text(entry, name)
        parsed = _plain(entry, f"{name}_parsed")
        if parsed is not None:
            when = seconds(parsed)
            break
    return Entry(
        _text(entry, "id"), _text(entry, "link"), _text(entry, "title"), html, _text(entry, "author"), date, when
    )


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text.strip())


def seconds(parsed: time.struct_time) -> int | None:
    """Return feedparser's UTC tuple in seconds since 1970."""
    try:
        return calendar.timegm(parsed)
    except (ValueError, OverflowError):
        return None


def _plain(mapping: Mapping[str, Any], name: str) -> Any:
    # dict.get: feedparser's own passes `updated` off as `published` where there is none, with a warning.
    return dict.get(mapping, name) if isinstance(mapping, dict) else mapping.get(name)


def _text(mapping: Mapping[str, Any], name: str) -> str:
    value = _plain(mapping, name)
    return value if isinstance(value, str) else ""
