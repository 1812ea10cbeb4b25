"""One HTTP/1.1 connection: a request out, a response in, and nothing kept that was not asked for.

httpcore's pool is quadratic in the connections that wait (encode/httpcore#1035): at 100 of them it costs 5 ms of CPU a
request. This, under httpx, costs 0.1 ms. Strict on purpose: what is not plain HTTP/1.1 is an error.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from typing import NamedTuple

from feeds.intake.client.faults import FetchError, HungUpError, ProtocolError

HEAD = 64 << 10
"""Most bytes of a response's head, or of one line between chunks; h11 takes 100 kB."""
INTERIM = 10
"""Most interim answers (1xx) before the one that counts; servers send one or two."""
PIECE = 64 << 10
FRAMING = 256 << 10
"""Most bytes between and behind the chunks of a body: in chunks of one byte, 8 MiB would keep us busy for a minute."""
_TOKEN = b"!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HEX = b"0123456789abcdefABCDEF"


class Head(NamedTuple):
    """What a response begins with."""

    status: int
    headers: list[tuple[bytes, bytes]]
    """As they were sent."""
    length: int | None
    """Bytes of the body; nothing means: until the server closes, or in chunks."""
    chunked: bool


class Connection:
    """One connection to one host."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, exempt: bool) -> None:
        self._reader = reader
        self._writer = writer
        self.exempt = exempt
        """Dialled without the address guard, so only for the host that the user typed."""
        self.reusable = False
        """Whether the last response ended cleanly and the server keeps the connection."""

    @property
    def stale(self) -> bool:
        """Whether the server has hung up, or said something unasked, since the last response."""
        return not self.reusable or self._writer.is_closing() or _has_more(self._reader)

    async def send(self, target: bytes, headers: list[tuple[bytes, bytes]]) -> Head:
        """Send a GET and return what its response begins with.

        Raises `HungUpError` where the server closed the connection instead, `ProtocolError`, `OSError`.
        """
        self.reusable = False
        lines = [b"GET %s HTTP/1.1" % target, *(b"%s: %s" % pair for pair in headers)]
        request = b"\r\n".join(lines)
        if request.count(b"\n") >= len(lines) or request.count(b"\r") >= len(lines) or b"\0" in request:
            raise FetchError("a header with a line end")
        self._writer.write(request + b"\r\n\r\n")
        head = await self._answer()
        self._keep = head.length is not None or head.chunked
        if b"close" in _values(head.headers, b"connection"):
            self._keep = False
        self.reusable = self._keep and head.length == 0
        return head

    async def _answer(self) -> Head:
        for _ in range(INTERIM + 1):
            head = _parsed(await self._head())
            if head.status >= 200:
                return head
        raise ProtocolError(f"more than {INTERIM} interim answers")

    async def _head(self) -> bytes:
        try:
            return await self._reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError as error:
            raise ProtocolError(f"headers of more than {HEAD >> 10} KiB") from error
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise ProtocolError("closed in the middle of its headers") from error
            raise HungUpError("closed before it answered") from error

    async def body(self, head: Head) -> AsyncIterator[bytes]:
        """Yield the body as it comes. Raises `ProtocolError` where it ends too early."""
        try:
            if head.chunked:
                async for piece in self._chunks():
                    yield piece
            elif head.length is None:
                while piece := await self._reader.read(PIECE):
                    yield piece
            else:
                async for piece in self._exactly(head.length):
                    yield piece
        except asyncio.IncompleteReadError as error:
            raise ProtocolError("cut short: closed in the middle of the body") from error
        except asyncio.LimitOverrunError as error:
            raise ProtocolError("ill-formed chunk") from error
        self.reusable = self._keep

    async def _exactly(self, length: int) -> AsyncIterator[bytes]:
        while length:
            piece = await self._reader.read(min(length, PIECE))
            if not piece:
                raise asyncio.IncompleteReadError(b"", length)
            length -= len(piece)
            yield piece

    async def _chunks(self) -> AsyncIterator[bytes]:
        self._framing = FRAMING
        while length := _chunk_length(await self._framing_line()):
            async for piece in self._exactly(length):
                yield piece
            if await self._reader.readexactly(2) != b"\r\n":
                raise ProtocolError("ill-formed chunk")
        while await self._framing_line() != b"\r\n":
            pass  # a trailer, of which none matters to us

    async def _framing_line(self) -> bytes:
        line = await self._reader.readuntil(b"\r\n")
        self._framing -= len(line)
        if self._framing < 0:
            raise ProtocolError(f"more than {FRAMING >> 10} KiB around its chunks")
        return line

    def close(self) -> None:
        """Hang up at once."""
        self.reusable = False
        self._writer.transport.abort()


async def connect(address: str, port: int, host: str, context: ssl.SSLContext | None, *, exempt: bool) -> Connection:
    """Return a connection to one IP address; with a context over TLS, whose certificate must name `host`."""
    reader, writer = await asyncio.open_connection(
        address, port, ssl=context, server_hostname=host if context else None, limit=HEAD
    )
    return Connection(reader, writer, exempt=exempt)


def _has_more(reader: asyncio.StreamReader) -> bool:
    """Whether there is something to read, or the end: a reading that would have to wait is left again."""
    reading = reader.read(1)
    try:
        reading.send(None)
    except (StopIteration, OSError):
        return True
    reading.close()
    return False


def _chunk_length(line: bytes) -> int:
    size = line.partition(b";")[0].strip()
    if not 0 < len(size) <= 8 or size.translate(None, _HEX):
        raise ProtocolError("ill-formed chunk")
    return int(size, 16)


def _parsed(head: bytes) -> Head:
    plain = head[:-4]
    if b"\r\n " in plain or b"\r\n\t" in plain:  # a header over several lines, which must be read (RFC 9112, 5.2)
        import re  # noqa: PLC0415 (nobody writes them any more)

        plain = re.sub(rb"(?:\r\n[ \t]+)+", b" ", plain)
    first, *lines = plain.split(b"\r\n")
    version, _, words = first.partition(b" ")
    if version not in (b"HTTP/1.1", b"HTTP/1.0") or not _is_status(words):
        raise ProtocolError("not an HTTP answer")
    # A line end or NUL in a value could be an ETag's: we could never send it back, and the source would fail for good.
    bare = plain.replace(b"\r\n", b"")
    if b"\r" in bare or b"\n" in bare or b"\0" in bare:
        raise ProtocolError("ill-formed header")
    headers = [_pair(line) for line in lines]
    status = int(words[:3])
    return Head(status, headers, *_framing(status, headers))


def _is_status(words: bytes) -> bool:
    """Whether this is a status of three digits, and after a blank whatever the server calls it."""
    return len(words[:3]) == 3 and words[:3].isdigit() and words[3:4] in (b"", b" ")


def _pair(line: bytes) -> tuple[bytes, bytes]:
    name, colon, value = line.partition(b":")
    if not colon or not name or name.translate(None, _TOKEN):
        raise ProtocolError("ill-formed header")
    return name, value.strip(b" \t")


def _values(headers: list[tuple[bytes, bytes]], wanted: bytes) -> set[bytes]:
    """Return the values of the headers of a name, in lower case."""
    return {value.lower() for name, value in headers if name.lower() == wanted}


def _framing(status: int, headers: list[tuple[bytes, bytes]]) -> tuple[int | None, bool]:
    """Return the length of the body, nothing for until-close, and whether it is chunked."""
    if status in (204, 304):
        return 0, False
    coding = _values(headers, b"transfer-encoding")
    if coding:
        if coding != {b"chunked"}:
            raise ProtocolError("an unknown transfer coding")
        return None, True
    lengths = _values(headers, b"content-length")
    if not lengths:
        return None, False
    value = lengths.pop()
    if lengths or not value.isdigit() or len(value) > 15:
        raise ProtocolError("ill-formed Content-Length")
    return int(value), False
