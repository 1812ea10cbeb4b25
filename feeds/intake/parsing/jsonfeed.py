"""JSON Feed 1.0 and 1.1 -> Document: feedparser gives no entries for it (https://www.jsonfeed.org/version/1.1/)."""

import html
import json
import re
from typing import TYPE_CHECKING, Any

from feeds.intake.parsing import quick_dates
from feeds.intake.parsing.document import Document, Entry, NotAFeedError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 8 << 20
"""Bytes; parsed, JSON takes some ten times as much memory."""
_VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/(1(?:\.\d)?)/?")
_COMMENT = re.compile(r"\s++|//[^\n]*+\n|/\*[\s\S]*?\*/")


def read(body: bytes) -> Document:
    """Return what a JSON feed says. Raises `NotAFeedError`."""
    if len(body) > MOST:
        raise NotAFeedError(f"JSON of more than {MOST >> 20} MiB")
    try:
        text = body.decode("utf-8-sig", "replace")
        feed = json.loads(_uncommented(text))
    except RecursionError as error:
        raise NotAFeedError("JSON that is nested too deeply") from error
    except json.JSONDecodeError as error:
        cut = error.msg.startswith("Unterminated") or not error.doc[error.pos :].strip()
        raise NotAFeedError("cut off: its JSON does not end" if cut else "ill-formed JSON") from error
    except ValueError as error:
        raise NotAFeedError("ill-formed JSON") from error
    if not isinstance(feed, dict):
        raise NotAFeedError("JSON, but no feed")
    version = _VERSION.match(_text(feed.get("version")))
    items = feed.get("items")
    if version is None or not isinstance(items, list):
        raise NotAFeedError("JSON, but no JSON Feed: it names no version of it")
    author = _authors(feed)
    entries = tuple(_entry(item, author) for item in items if isinstance(item, dict))
    return Document(
        f"json{version[1].replace('.', '')}",
        html.escape(_text(feed.get("title"))),
        _text(feed.get("home_page_url")),
        entries,
    )


def _uncommented(text: str) -> str:
    """Return the text from where its leading comments end: some programs write one, and JSON has none."""
    at = 0
    while found := _COMMENT.match(text, at):
        at = found.end()
    return text[at:] if at else text


def _entry(item: dict[str, Any], feed_author: str) -> Entry:
    content = _text(item.get("content_html"))
    if not content.strip():
        content = _as_html(_text(item.get("content_text"))) or _as_html(_text(item.get("summary")))
    date, when = "", None
    for name in ("date_published", "date_modified"):
        text = _text(item.get(name))
        date = date or text
        if when is None:
            when = _seconds(text)
    link = _text(item.get("url")) or _text(item.get("external_url"))
    author = _authors(item) or feed_author
    # A title here is text and no HTML: escaped, so that "a <b> tag" comes out as it went in.
    return Entry(
        _text(item.get("id")), link, html.escape(_text(item.get("title"))), content, html.escape(author), date, when
    )


def _seconds(text: str) -> int | None:
    try:
        return quick_dates.seconds(text.strip())
    except ValueError:
        return None


def _as_html(text: str) -> str:
    return html.escape(text, quote=False)


def _authors(thing: dict[str, Any]) -> str:
    """Return the names of 1.1's `authors`, else of 1.0's `author`."""
    listed = thing.get("authors")
    people: Iterable[Any] = listed if isinstance(listed, list) else (thing.get("author"),)
    names = (_text(person.get("name")) for person in people if isinstance(person, dict))
    return ", ".join(name for name in names if name)


def _text(value: object) -> str:
    """Return a string field; a number becomes one (ids are often written so), anything else is none."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return repr(value)
    # A lone surrogate from a "\ud83d" escape could not be stored.
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
