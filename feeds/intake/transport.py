"""The transport under httpx: at most two connections to a host, each dialled at the address that was checked."""

import asyncio
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Callable

from feeds.intake import guard, wire
from feeds.intake.lean import httpx
from feeds.intake.patience import Patience

PER_HOST = 2
"""Requests at once to one host (rule 15)."""
CONNECT = 5.0
"""Seconds for resolving, dialling and the TLS handshake."""
READ = 10.0
"""Seconds for each piece of an answer (rule 9; the whole has a deadline of its own)."""
IDLE = 256
"""Most connections kept for another request, over all hosts."""

Place = tuple[str, str, int, bool]
"""Scheme, host, port, and whether its certificate is checked."""


class Transport(httpx.AsyncBaseTransport):
    """A pool by host: a request waits for its own host only, so a thousand hosts cost a thousand times one."""

    def __init__(self, context: Callable[[bool], ssl.SSLContext]) -> None:
        self._context = context
        self._slots: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(PER_HOST))
        self._idle: dict[Place, list[wire.Connection]] = defaultdict(list)
        self._count = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request.

        `request.extensions`: `exempt` skips the address guard, `verify` False the certificate; `patience` is the
        deadline, which is held while the request waits for its turn with the host.
        """
        url = request.url
        place: Place = (
            url.scheme,
            url.raw_host.decode("ascii"),
            url.port or (443 if url.scheme == "https" else 80),
            request.extensions.get("verify", True),
        )
        slot = self._slots[place[1]]
        await _turn(slot, request.extensions.get("patience"))
        try:
            connection, (status, headers, length, chunked) = await self._answer(place, request)
        except BaseException:
            slot.release()
            raise
        body = _Body(self, place, slot, connection, length, chunked)
        return httpx.Response(status, headers=headers, stream=body, request=request)

    async def _answer(
        self, place: Place, request: httpx.Request
    ) -> tuple[wire.Connection, tuple[int, wire.Headers, int | None, bool]]:
        exempt = bool(request.extensions.get("exempt"))
        while (connection := self._kept(place, exempt=exempt)) is not None:
            try:
                return connection, await self._sent(connection, request)
            except (httpx.RemoteProtocolError, httpx.ReadError) as error:
                # The server hung up on a kept connection: that was no answer, so one on a new connection is no retry.
                connection.close()
                if "before it answered" not in str(error) and not isinstance(error, httpx.ReadError):
                    raise
            except BaseException:
                connection.close()
                raise
        connection = await self._dialled(place, exempt=exempt)
        try:
            return connection, await self._sent(connection, request)
        except BaseException:
            connection.close()
            raise

    async def _sent(
        self, connection: wire.Connection, request: httpx.Request
    ) -> tuple[int, wire.Headers, int | None, bool]:
        try:
            async with Patience(READ):
                return await connection.send(request)
        except TimeoutError as error:
            raise httpx.ReadTimeout(f"no answer within {READ:.0f} s") from error

    async def _dialled(self, place: Place, *, exempt: bool) -> wire.Connection:
        scheme, host, port, verify = place
        context = self._context(verify) if scheme == "https" else None
        last: OSError | None = None
        try:
            async with Patience(CONNECT):
                for address in await guard.resolve(host, port, exempt=exempt):
                    try:
                        return await wire.connect(address, port, host, context, exempt=exempt)
                    except OSError as error:
                        last = error
        except TimeoutError as error:
            raise httpx.ConnectTimeout(f"no connection within {CONNECT:.0f} s") from error
        raise last or OSError("no address")

    def _kept(self, place: Place, *, exempt: bool) -> wire.Connection | None:
        kept = self._idle[place]
        while kept:
            connection = kept.pop()
            self._count -= 1
            if not connection.stale and (exempt or not connection.exempt):
                return connection
            connection.close()
        return None

    def give_back(self, place: Place, slot: asyncio.Semaphore, connection: wire.Connection) -> None:
        """Keep a connection whose response ended cleanly, hang up any other, and let the next request go."""
        if connection.reusable and self._count < IDLE:
            self._idle[place].append(connection)
            self._count += 1
        else:
            connection.close()
        slot.release()

    async def aclose(self) -> None:
        """Hang up every kept connection."""
        for kept in self._idle.values():
            for connection in kept:
                connection.close()
        self._idle.clear()


async def _turn(slot: asyncio.Semaphore, patience: Patience | None) -> None:
    if patience is not None and slot.locked():
        patience.hold(held=True)
        try:
            await slot.acquire()
        finally:
            patience.hold(held=False)
    else:
        await slot.acquire()


class _Body(httpx.AsyncByteStream):
    """A response's body, which gives its connection back when it is closed."""

    def __init__(
        self,
        transport: Transport,
        place: Place,
        slot: asyncio.Semaphore,
        connection: wire.Connection,
        length: int | None,
        chunked: bool,
    ) -> None:
        self._back = (transport, place, slot, connection)
        self._body = connection.body(length, chunked)
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            try:
                async with Patience(READ):
                    piece = await anext(self._body, b"")
            except TimeoutError as error:
                raise httpx.ReadTimeout(f"nothing more within {READ:.0f} s") from error
            if not piece:
                return
            yield piece

    async def aclose(self) -> None:
        if not self._closed:
            self._closed = True
            transport, place, slot, connection = self._back
            transport.give_back(place, slot, connection)
