"""The polite client: one GET with our manners, its redirects followed by our rules, its body read within bounds."""

import base64
from collections.abc import Mapping
from typing import NamedTuple

from feeds.intake.address import Address, parsed
from feeds.intake.decoder import MOST_WIRE, BadBodyError, decoder
from feeds.intake.faults import FetchError
from feeds.intake.patience import Patience
from feeds.intake.transport import Carrier, Request, Response

DEADLINE = 25.0
"""Seconds for everything that one address costs, redirects and body included, waiting for its turn not (rule 9)."""
LONGEST_VALIDATOR = 8192
"""Bytes; a longer ETag is not taken: it would be stored, and sent back with every request."""
HOPS = 5
"""Redirects followed at most (rule 8)."""
FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
    " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
)
PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
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


class Asker(NamedTuple):
    """What sends requests, and the name under which it asks."""

    carrier: Carrier
    manners: tuple[tuple[bytes, bytes], ...]
    """The headers that every request has: User-Agent, Connection and Accept-Encoding."""


def asker(carrier: Carrier, user_agent: str, coding: str) -> Asker:
    """Return what sends requests under a name; `coding` is the Accept-Encoding."""
    return Asker(
        carrier,
        (
            (b"User-Agent", user_agent.encode("ascii", "ignore")),
            (b"Connection", b"keep-alive"),
            (b"Accept-Encoding", coding.encode("ascii")),
        ),
    )


async def fetch(asking: Asker, wanted: Wanted) -> Fetched:
    """Return the answer of an address.

    Raises `FetchError` and `BadBodyError` with the reason in words, and what the operating system raises.
    """
    async with Patience("no complete answer", DEADLINE) as patience:
        return await _followed(asking, wanted, patience)


async def _followed(asking: Asker, wanted: Wanted, patience: Patience) -> Fetched:
    address = parsed(wanted.address)
    seen = {address.text}
    moved_to: str | None = None
    permanent = True
    for _ in range(HOPS + 1):
        response = await asking.carrier.send(_request(asking, address, wanted, patience))
        try:
            location = response.headers.get(b"location")
            if response.status not in _REDIRECTS or not location:
                return await _taken(response, address, moved_to, wanted.most)
        finally:
            await response.aclose()
        permanent = permanent and response.status in _PERMANENT
        address = address.joined(_words(location))
        if address.text in seen:
            raise FetchError("redirects in a loop")
        seen.add(address.text)
        moved_to = address.text if permanent else moved_to
    raise FetchError(f"more than {HOPS} redirects")


def basic(user: str, password: str) -> bytes:
    """Return the Authorization of RFC 7617."""
    return b"Basic " + base64.b64encode(f"{user}:{password}".encode())


def _request(asking: Asker, address: Address, wanted: Wanted, patience: Patience) -> Request:
    headers = [(b"Host", address.authority), *asking.manners, (b"Accept", wanted.accept.encode("ascii"))]
    if wanted.etag is not None:
        headers += [(b"If-None-Match", wanted.etag), (b"A-IM", b"feed")]
    if wanted.last_modified is not None:
        headers.append((b"If-Modified-Since", wanted.last_modified))
    typed = address.place == wanted.typed
    if typed and wanted.authorization is not None:
        headers.append((b"Authorization", wanted.authorization))
    return Request(address, headers, patience, typed, wanted.verify or not typed)


async def _taken(response: Response, address: Address, moved_to: str | None, most: int) -> Fetched:
    headers = response.headers
    body = await _body(response, most) if response.status in (200, 226) else b""
    return Fetched(
        response.status,
        {name.decode("ascii"): _words(value) for name, value in headers.items()},
        _validator(headers, b"etag"),
        _validator(headers, b"last-modified"),
        body,
        address.text,
        moved_to,
    )


def _validator(headers: Mapping[bytes, bytes], name: bytes) -> bytes | None:
    value = headers.get(name)
    return value if value and len(value) <= LONGEST_VALIDATOR else None


async def _body(response: Response, most: int) -> bytes:
    inner = decoder(_words(response.headers.get(b"content-encoding", b"")))
    length = response.headers.get(b"content-length", b"")
    if length.isdigit() and int(length) > most:
        raise BadBodyError(f"too big: more than {most >> 20} MiB")
    pieces: list[bytes] = []
    size = 0
    async for piece in response.pieces():
        size += len(piece)
        if size > most:
            raise BadBodyError(f"too big: more than {most >> 20} MiB")
        pieces.append(inner.feed(piece))
    inner.finish()
    return b"".join(pieces)


def _words(value: bytes) -> str:
    """Return a header's value as text: most servers that leave ASCII mean UTF-8, the rest is taken as it stands."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
