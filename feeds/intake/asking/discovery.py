"""The feed of a page: for `source add https://site/`, by the links that the page itself names."""

import asyncio
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from feeds.intake import cleaning
from feeds.intake.asking import reasons
from feeds.intake.asking.desk import Desk
from feeds.intake.asking.reasons import of_error
from feeds.intake.client import fetch
from feeds.intake.client.address import parsed, place
from feeds.intake.client.faults import FetchError
from feeds.intake.parsing import entries, markup
from feeds.intake.parsing.document import Document, NotAFeedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from feeds.intake.settings import Settings

TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml")
MOST = 1 << 20
"""Bytes of a page in which links are looked for: its head names the feeds, and of 16 MiB of tags lxml makes 800 MB."""
TRIED = 5
"""Links of a page that are asked to see whether they are feeds."""


class Candidate(NamedTuple):
    """A feed that was asked and read."""

    address: str
    """Where it is, at the end of any redirects that are permanent."""
    title: str
    """What it calls itself, one clean line; its address where it has no title."""
    format: str
    """feedparser's name of its format: `rss20`, `atom10`; or `json1`, `json11`."""
    items: int
    newest: int | None
    """When its newest item appeared."""


class Found(NamedTuple):
    """What is at an address."""

    feeds: tuple[Candidate, ...] = ()
    """The feed that it is, or those that its page names; the page's own order."""
    error: str | None = None
    """In words, where there is none."""
    wrong: bool = False
    """Whether asking again will not help: what is there is no feed and names none, or nothing is there."""


class NothingThereError(FetchError):
    """The server knows no such address."""


async def find(address: str, settings: "Settings", options: "Mapping[str, str] | None" = None) -> Found:
    """Return the feeds at an address: itself, or those that its page links to. Never raises for what is out there."""
    async with Desk(settings, lambda _: {}) as desk:
        try:
            typed = place(parsed(address))
            fetched = await _asked(desk, address, typed, options or {})
        except Exception as error:
            return Found(error=of_error(error), wrong=isinstance(error, NothingThereError))
        try:
            return Found((await _read(desk, fetched, address),))
        except NotAFeedError as why:
            links = list(dict.fromkeys(linked(fetched.body, fetched.address)))[:TRIED]
            if not links:
                return Found(error=cleaning.one_line(f"not a feed, and it names none: {why}"), wrong=True)
        tried = await asyncio.gather(*(_tried(desk, link, typed, options or {}) for link in links))
        feeds = tuple(dict.fromkeys(candidate for candidate in tried if candidate is not None))
        return Found(feeds, None if feeds else "the feeds that it names cannot be read", wrong=not feeds)


def linked(html: bytes, base: str) -> "Iterator[str]":
    """Yield the addresses of the feeds that a page names: its `link rel=alternate`, then links that look like one."""
    root = markup.tree(html[:MOST])
    if root is None:
        return
    for element in root.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        if "alternate" in rel and (element.get("type") or "").partition(";")[0].strip().lower() in TYPES:
            yield from _whole(element.get("href"), base)
    for element in root.iter("a"):
        href = (element.get("href") or "").lower()
        if href.partition("?")[0].endswith(
            (".rss", ".atom", "/feed", "/feed/", "/rss", "/rss/", "rss.xml", "atom.xml", "feed.xml")
        ):
            yield from _whole(element.get("href"), base)


def _whole(href: str | None, base: str) -> "Iterator[str]":
    try:
        address = cleaning.link(urljoin(base, (href or "").strip()))
    except ValueError:
        return
    if address:
        yield address


async def _asked(desk: Desk, address: str, typed: tuple[str, int], options: "Mapping[str, str]") -> fetch.Fetched:
    accept = f"{fetch.FEEDS}, text/html;q=0.6"
    fetched = await desk.fetch(fetch.Wanted(address, accept=accept, typed=typed), options)
    if fetched.status in (404, 410):
        raise NothingThereError(reasons.of_status(fetched.status, fetched.headers))
    if fetched.status != 200:
        raise FetchError(reasons.of_status(fetched.status, fetched.headers))
    return fetched


async def _tried(desk: Desk, address: str, typed: tuple[str, int], options: "Mapping[str, str]") -> Candidate | None:
    try:
        return await _read(desk, await _asked(desk, address, typed, options), address)
    except Exception:
        return None


async def _read(desk: Desk, fetched: fetch.Fetched, address: str) -> Candidate:
    document: Document = await desk.parsed(fetched.body, fetched.headers.get("content-type", ""))
    where = fetched.moved_to or address
    dates = [when for entry in document.entries if (when := entries.believable(entry.when, desk.now)) is not None]
    return Candidate(
        where,
        entries.heading(document) or cleaning.one_line(where),
        document.version,
        len(document.entries),
        max(dates, default=None),
    )
