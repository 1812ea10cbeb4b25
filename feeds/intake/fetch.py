"""The polite client: one GET with our manners, its redirects followed by our rules, its body read within bounds."""

import base64
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from feeds.intake import cleaning
from feeds.intake.decoder import MOST_WIRE, BadBodyError, decoder
from feeds.intake.lean import httpx
from feeds.intake.patience import Patience

DEADLINE = 25.0
"""Seconds for everything that one address costs, redirects and body included, waiting for its turn not (rule 9)."""
HOPS = 5
"""Redirects followed at most (rule 8)."""
FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
    " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
)
PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)


class FetchError(Exception):
    """An address that gave no answer to use; the message says why, in words."""


class Wanted(NamedTuple):
    """What to ask for, and how."""

    address: str
    accept: str = FEEDS
    etag: bytes | None = None
    last_modified: bytes | None = None
    typed: tuple[str, int] | None = None
    """Host and port that the user typed: the address guard lets them pass, whatever they are."""
    authorization: bytes | None = None
    """Sent to the typed host and port only."""
    verify: bool = True
    """Whether the server's certificate has to be good."""
    most: int = MOST_WIRE
    """Bytes of the body as sent."""


class Fetched(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name; several of one name are joined by commas."""
    etag: bytes | None
    last_modified: bytes | None
    body: bytes
    """Decoded; empty for a status that is not a success."""
    address: str
    """Where it came from, after redirects."""
    moved_to: str | None
    """The end of the leading run of permanent redirects, if there was one."""


class Asker(NamedTuple):
    """What sends requests: a transport, and the name under which it asks.

    No `httpx.AsyncClient`: what it adds to its transport (cookies, redirects, authentication, the environment) is what
    rules 8, 11 and 12 forbid or ask otherwise, and is two fifths of what an unchanged feed costs.
    """

    transport: httpx.AsyncBaseTransport
    user_agent: str


async def fetch(asker: Asker, wanted: Wanted, coding: str) -> Fetched:
    """Return the answer of an address; `coding` is the Accept-Encoding.

    Raises `FetchError` with the reason in words, and what httpx and the operating system raise (see `reasons`).
    """
    try:
        async with Patience(DEADLINE) as patience:
            return await _followed(asker, wanted, coding, patience)
    except TimeoutError as error:
        raise FetchError(f"no complete answer within {DEADLINE:.0f} s") from error


async def _followed(asker: Asker, wanted: Wanted, coding: str, patience: Patience) -> Fetched:
    url = parsed(wanted.address)
    seen = {str(url)}
    moved_to: str | None = None
    permanent = True
    for _ in range(HOPS + 1):
        response = await _sent(asker, url, wanted, coding, patience)
        try:
            location = response.headers.get("location", "")
            if response.status_code not in _REDIRECTS or not location:
                return await _taken(response, url, moved_to, wanted.most)
        finally:
            await response.aclose()
        permanent = permanent and response.status_code in _PERMANENT
        url = _next(url, location)
        if str(url) in seen:
            raise FetchError("redirects in a loop")
        seen.add(str(url))
        moved_to = str(url) if permanent else moved_to
    raise FetchError(f"more than {HOPS} redirects")


@lru_cache(maxsize=512)
def parsed(address: str) -> httpx.URL:
    """Return an address that can be asked: http or https with a host. Raises `FetchError`."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, UnicodeError, TypeError) as error:
        raise FetchError(f"not an address: {cleaning.one_line(address, 120)}") from error
    if url.scheme not in ("http", "https"):
        raise FetchError(f"only http and https are asked, not {cleaning.one_line(address, 120)}")
    if not url.host or (url.port is not None and not 0 < url.port < 65536):
        raise FetchError(f"not an address: {cleaning.one_line(address, 120)}")
    # A password in the address goes by `Wanted.authorization`, to the host it was typed for, and nowhere else.
    return url.copy_with(fragment=None, userinfo=b"") if url.userinfo or url.fragment else url


def place(url: httpx.URL) -> tuple[str, int]:
    """Return an address's host and port."""
    return url.host, url.port or (443 if url.scheme == "https" else 80)


def basic(user: str, password: str) -> bytes:
    """Return the Authorization of RFC 7617."""
    return b"Basic " + base64.b64encode(f"{user}:{password}".encode())


async def _sent(asker: Asker, url: httpx.URL, wanted: Wanted, coding: str, patience: Patience) -> httpx.Response:
    headers: list[tuple[bytes, bytes]] = [
        (b"Host", url.netloc),
        (b"User-Agent", asker.user_agent.encode("ascii", "ignore")),
        (b"Connection", b"keep-alive"),
        (b"Accept", wanted.accept.encode("ascii")),
        (b"Accept-Encoding", coding.encode("ascii")),
    ]
    if wanted.etag is not None:
        headers += [(b"If-None-Match", wanted.etag), (b"A-IM", b"feed")]
    if wanted.last_modified is not None:
        headers.append((b"If-Modified-Since", wanted.last_modified))
    typed = place(url) == wanted.typed
    if typed and wanted.authorization is not None:
        headers.append((b"Authorization", wanted.authorization))
    extensions = {"exempt": typed, "verify": wanted.verify or not typed, "patience": patience}
    request = httpx.Request("GET", url, headers=headers, extensions=extensions)
    return await asker.transport.handle_async_request(request)


def _next(url: httpx.URL, location: str) -> httpx.URL:
    try:
        target = url.join(location)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(f"redirected to what is no address: {cleaning.one_line(location, 120)}") from error
    if target.scheme not in ("http", "https"):
        raise FetchError(f"redirected to {cleaning.one_line(location, 120)}, which is not followed")
    if url.scheme == "https" and target.scheme == "http":
        raise FetchError(f"redirected from https to {cleaning.one_line(str(target), 120)}, which is not followed")
    return parsed(str(target))


async def _taken(response: httpx.Response, url: httpx.URL, moved_to: str | None, most: int) -> Fetched:
    raw = {name.lower(): value for name, value in response.headers.raw}
    body = await _body(response, most) if response.status_code in (200, 226) else b""
    return Fetched(
        response.status_code,
        response.headers,
        raw.get(b"etag"),
        raw.get(b"last-modified"),
        body,
        str(url),
        moved_to,
    )


async def _body(response: httpx.Response, most: int) -> bytes:
    inner = decoder(response.headers.get("content-encoding", ""))
    if int(response.headers.get("content-length", "0") or 0) > most:
        raise BadBodyError(f"too big: more than {most >> 20} MiB")
    pieces: list[bytes] = []
    size = 0
    async for piece in response.aiter_raw():
        size += len(piece)
        if size > most:
            raise BadBodyError(f"too big: more than {most >> 20} MiB")
        pieces.append(inner.feed(piece))
    inner.finish()
    return b"".join(pieces)
