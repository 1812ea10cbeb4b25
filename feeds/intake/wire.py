"""One HTTP/1.1 connection: a request out, a response in, and nothing kept that was not asked for.

httpcore's pool is quadratic in the connections that wait (encode/httpcore#1035): at 100 of them it costs 5 ms of CPU a
request. This, under httpx, costs a tenth. Strict on purpose: what is not plain HTTP/1.1 is an error.
"""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator

from feeds.intake.lean import httpx

HEAD = 64 << 10
"""Most bytes of a response's head; h11 takes 100 kB."""
PIECE = 64 << 10
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})(?: [^\r\n]*)?\Z")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_HEX = re.compile(rb"[0-9a-fA-F]{1,8}\Z")
Headers = list[tuple[bytes, bytes]]


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
        # The buffer is looked at through at_eof alone: it is true once the peer has closed and all is read.
        return not self.reusable or self._reader.at_eof() or self._writer.is_closing()

    async def send(self, request: httpx.Request) -> tuple[int, Headers, int | None, bool]:
        """Send a GET and return the response's status, headers, body length and whether the body is chunked.

        A length of nothing means: until the server closes. Raises `httpx.ReadError`, `httpx.RemoteProtocolError`.
        """
        self.reusable = False
        path = request.url.raw_path or b"/"
        lines = [b"%s %s HTTP/1.1" % (request.method.encode("ascii"), path)]
        lines += [b"%s: %s" % (name, value) for name, value in request.headers.raw]
        if any(b"\r" in line or b"\n" in line or b"\0" in line for line in lines):
            raise httpx.LocalProtocolError("a header with a line end")
        self._writer.write(b"\r\n".join(lines) + b"\r\n\r\n")
        while True:
            status, headers = _parsed(await self._head())
            if status >= 200:
                break
        length, chunked = _framing(status, headers)
        self._keep = length is not None or chunked
        if (b"connection", b"close") in ((name.lower(), value.lower()) for name, value in headers):
            self._keep = False
        self.reusable = self._keep and length == 0
        return status, headers, length, chunked

    async def _head(self) -> bytes:
        try:
            return await self._reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError as error:
            raise httpx.RemoteProtocolError(f"headers of more than {HEAD >> 10} KiB") from error
        except asyncio.IncompleteReadError as error:
            reason = "closed before it answered" if not error.partial else "closed in the middle of its headers"
            raise httpx.RemoteProtocolError(reason) from error
        except OSError as error:
            raise httpx.ReadError(_words(error)) from error

    async def body(self, length: int | None, chunked: bool) -> AsyncIterator[bytes]:
        """Yield the body as it comes. Raises `httpx.RemoteProtocolError` where it ends too early."""
        try:
            if chunked:
                async for piece in self._chunks():
                    yield piece
            elif length is None:
                while piece := await self._reader.read(PIECE):
                    yield piece
            else:
                async for piece in self._exactly(length):
                    yield piece
        except asyncio.IncompleteReadError as error:
            raise httpx.RemoteProtocolError("cut short: closed in the middle of the body") from error
        except asyncio.LimitOverrunError as error:
            raise httpx.RemoteProtocolError("ill-formed chunk") from error
        except OSError as error:
            raise httpx.ReadError(_words(error)) from error
        self.reusable = self._keep

    async def _exactly(self, length: int) -> AsyncIterator[bytes]:
        while length:
            piece = await self._reader.read(min(length, PIECE))
            if not piece:
                raise asyncio.IncompleteReadError(b"", length)
            length -= len(piece)
            yield piece

    async def _chunks(self) -> AsyncIterator[bytes]:
        while True:
            size = (await self._reader.readuntil(b"\r\n")).rstrip(b"\r\n").partition(b";")[0].strip()
            if not _HEX.match(size):
                raise httpx.RemoteProtocolError("ill-formed chunk")
            length = int(size, 16)
            if not length:
                break
            async for piece in self._exactly(length):
                yield piece
            if await self._reader.readexactly(2) != b"\r\n":
                raise httpx.RemoteProtocolError("ill-formed chunk")
        for _ in range(100):
            if await self._reader.readuntil(b"\r\n") == b"\r\n":
                return
        raise httpx.RemoteProtocolError("too many trailers")

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


def _parsed(head: bytes) -> tuple[int, Headers]:
    first, *lines = head[:-4].split(b"\r\n")
    found = _STATUS.match(first)
    if not found:
        raise httpx.RemoteProtocolError("not an HTTP answer")
    headers: Headers = []
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon or not _NAME.match(name):
            raise httpx.RemoteProtocolError("ill-formed header")
        headers.append((name, value.strip(b" \t")))
    return int(found[1]), headers


def _framing(status: int, headers: Headers) -> tuple[int | None, bool]:
    """Return the length of the body, nothing for until-close, and whether it is chunked."""
    if status in (204, 304):
        return 0, False
    coding = [value.lower() for name, value in headers if name.lower() == b"transfer-encoding"]
    if coding:
        if coding != [b"chunked"]:
            raise httpx.RemoteProtocolError("an unknown transfer coding")
        return None, True
    lengths = {value for name, value in headers if name.lower() == b"content-length"}
    if not lengths:
        return None, False
    value = lengths.pop()
    if lengths or not value.isdigit() or len(value) > 15:
        raise httpx.RemoteProtocolError("ill-formed Content-Length")
    return int(value), False


def _words(error: OSError) -> str:
    return (error.strerror or str(error) or type(error).__name__).lower()
