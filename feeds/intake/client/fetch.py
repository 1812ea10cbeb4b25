"""The polite client: one GET with our manners, its redirects followed by our rules, its body read within bounds."""

import base64
from collections.abc import Mapping
from typing import NamedTuple

from feeds.intake.client.address import joined, parsed, place
from feeds.intake.client.decoder import MOST_WIRE, TooBigError, decoder
from feeds.intake.client.faults import FetchError
from feeds.intake.client.lean import httpx
from feeds.intake.client.patience import Patience
from feeds.intake.client.transport import Terms

DEADLINE = 25.0
"""Seconds for everything that one address costs, redirects and body included, waiting for its turn not."""
LONGEST_VALIDATOR = 8192
"""Bytes; a longer ETag is not taken: it would be stored, and sent back with every request."""
HOPS = 5
"""Redirects followed at most."""
FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
    " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
)
PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
_NOTHING = httpx.ByteStream(b"")
"""The body of every request."""
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)


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
    """Byte for byte, as `last_modified`; nothing where there is none, or one that is too long."""
    last_modified: bytes | None
    body: bytes
    """Decoded; empty for a status that is not a success."""
    address: str
    """Where it came from, after redirects."""
    moved_to: str | None
    """The end of the leading run of permanent redirects, if there was one."""


async def fetch(client: httpx.AsyncClient, wanted: Wanted) -> Fetched:
    """Return the answer of an address.

    Raises `FetchError` and `BadBodyError` with the reason in words, and what the operating system raises.
    """
    try:
        async with Patience("no complete answer", DEADLINE) as patience:
            return await _followed(client, wanted, patience)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(str(error) or type(error).__name__) from error


async def _followed(client: httpx.AsyncClient, wanted: Wanted, patience: Patience) -> Fetched:
    # By our own hand: httpx follows to any scheme, and from https to http.
    url = parsed(wanted.address)
    seen = [url]  # at most six, and no set: hashing one of httpx builds its string anew
    moved_to: str | None = None
    permanent = True
    for _ in range(HOPS + 1):
        response = await client.send(_request(client, url, wanted, patience), stream=True)
        try:
            headers = _by_name(response.headers.raw)
            location = headers.get("location", "")
            if response.status_code not in _REDIRECTS or not location:
                return await _taken(response, headers, url, moved_to, wanted.most)
        finally:
            await response.aclose()
        permanent = permanent and response.status_code in _PERMANENT
        url = joined(url, location)
        if url in seen:
            raise FetchError("redirects in a loop")
        seen.append(url)
        moved_to = str(url) if permanent else moved_to
    raise FetchError(f"more than {HOPS} redirects")


def basic(user: str, password: str) -> bytes:
    """Return the Authorization of RFC 7617."""
    return b"Basic " + base64.b64encode(f"{user}:{password}".encode())


def _request(client: httpx.AsyncClient, url: httpx.URL, wanted: Wanted, patience: Patience) -> httpx.Request:
    # Whole, not by `build_request`: merging headers and looking for a body to describe is a tenth of a run of 304s.
    ours = [pair for pair in client.headers.raw if pair[0] != b"Accept"]
    headers = [(b"Host", url.netloc), *ours, (b"Accept", wanted.accept.encode("ascii"))]
    if wanted.etag is not None:
        headers += [(b"If-None-Match", wanted.etag), (b"A-IM", b"feed")]
    if wanted.last_modified is not None:
        headers.append((b"If-Modified-Since", wanted.last_modified))
    typed = place(url) == wanted.typed
    if typed and wanted.authorization is not None:
        headers.append((b"Authorization", wanted.authorization))
    terms = Terms(patience, typed, wanted.verify or not typed)
    return httpx.Request("GET", url, headers=headers, stream=_NOTHING, extensions={"terms": terms})


def _by_name(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by lower-case name: `httpx.Headers` goes through all of them for each that is asked for."""
    found: dict[str, str] = {}
    for pair in raw:
        name, value = map(_text, pair)
        name = name.lower()
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


async def _taken(
    response: httpx.Response, headers: Mapping[str, str], url: httpx.URL, moved_to: str | None, most: int
) -> Fetched:
    raw = {name.lower(): value for name, value in response.headers.raw}
    body = await _body(response, headers, most) if response.status_code in (200, 226) else b""
    return Fetched(
        response.status_code,
        headers,
        _validator(raw.get(b"etag")),
        _validator(raw.get(b"last-modified")),
        body,
        str(url),
        moved_to,
    )


def _validator(value: bytes | None) -> bytes | None:
    return value if value and len(value) <= LONGEST_VALIDATOR else None


async def _body(response: httpx.Response, headers: Mapping[str, str], most: int) -> bytes:
    inner = decoder(headers.get("content-encoding", ""))
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise TooBigError(f"too big: more than {most >> 20} MiB")
    pieces: list[bytes] = []
    size = 0
    async for piece in response.aiter_raw():
        size += len(piece)
        if size > most:
            raise TooBigError(f"too big: more than {most >> 20} MiB")
        pieces.append(inner.feed(piece))
    inner.finish()
    return b"".join(pieces)
