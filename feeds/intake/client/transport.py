"""The transport under httpx: at most two connections to a host, each dialled at the address that was checked."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, NamedTuple

from feeds.intake.client import guard, room, wire
from feeds.intake.client.address import place
from feeds.intake.client.dialling import first
from feeds.intake.client.faults import HungUpError, UnaskedError
from feeds.intake.client.lean import httpx
from feeds.intake.client.patience import Patience

if TYPE_CHECKING:
    import ssl
    from concurrent.futures import ThreadPoolExecutor

PER_HOST = 2
"""Requests at once to one host."""
CONNECT = 5.0
"""Seconds for a lookup, and for dialling a host's addresses with their TLS handshakes."""
READ = 10.0
"""Seconds for each piece of an answer (the whole has a deadline of its own)."""
LOOKUPS = 32
"""Names looked up at once. asyncio's own threads are six on two cores: with a resolver that takes a second, a request
of 64 waited ten for its lookup, longer than its server has for everything before it answers. The threads are no
daemons: a process that does not end by `tui.cli.leave` waits for the last lookup."""

Place = tuple[str, str, int, bool]
"""Scheme, host, port, and whether its certificate is checked."""


class Terms(NamedTuple):
    """On what terms a request goes out: its `extensions["terms"]`."""

    patience: Patience
    """The deadline, which is held while the request waits for its turn with the host."""
    exempt: bool = False
    """Skips the address guard: for the host and port that the user typed."""
    verify: bool = True
    """Whether the server's certificate has to be good."""


class Transport(httpx.AsyncBaseTransport):
    """A pool by host: a request waits for its own host only, so a thousand hosts cost a thousand times one."""

    def __init__(self, context: "Callable[[bool], ssl.SSLContext]", idle: int = room.IDLE) -> None:
        """`context(verify)` gives the terms of TLS; `idle` connections at most are kept for another request."""
        self._context = context
        self._most_idle = idle
        self._slots: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(PER_HOST))
        self._idle: dict[Place, list[wire.Connection]] = defaultdict(list)
        self._count = 0
        self._names: ThreadPoolExecutor | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request on its `Terms`, when it is its turn with its host. Raises `FetchError` and `OSError`."""
        terms: Terms = request.extensions["terms"]
        host, port = place(request.url)
        where: Place = (request.url.scheme, host, port, terms.verify)
        slot = self._slots[host]
        await _turn(slot, terms.patience)
        try:
            connection, head = await self._answer(where, request, terms)
        except BaseException:
            slot.release()
            raise
        body = _Body(self, where, slot, connection, head, terms.patience)
        return httpx.Response(head.status, headers=head.headers, stream=body)

    async def _answer(self, where: Place, request: httpx.Request, terms: Terms) -> tuple[wire.Connection, wire.Head]:
        while (connection := self._kept(where, exempt=terms.exempt)) is not None:
            try:
                return connection, await _sent(connection, request, terms)
            except (HungUpError, OSError):
                # The server hung up on a kept connection: that was no answer, so one on a new connection is no retry.
                connection.close()
            except BaseException:
                connection.close()
                raise
        connection = await self._dialled(where, terms)
        try:
            return connection, await _sent(connection, request, terms)
        except BaseException:
            connection.close()
            raise

    async def _dialled(self, where: Place, terms: Terms) -> wire.Connection:
        scheme, host, port, verify = where
        context = self._context(verify) if scheme == "https" else None
        terms.patience.expect("its name could not be looked up", CONNECT, UnaskedError)
        addresses = await guard.resolve(host, port, self._lookups, exempt=terms.exempt)
        terms.patience.expect("no connection", CONNECT)
        return await first(addresses, lambda ip: wire.connect(ip, port, host, context, exempt=terms.exempt))

    def _lookups(self) -> "ThreadPoolExecutor":
        if self._names is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (6 ms, and an address in digits needs none)

            self._names = ThreadPoolExecutor(LOOKUPS)
        return self._names

    def _kept(self, where: Place, *, exempt: bool) -> wire.Connection | None:
        kept = self._idle[where]
        while kept:
            connection = kept.pop()
            self._count -= 1
            if not connection.stale and (exempt or not connection.exempt):
                return connection
            connection.close()
        return None

    def give_back(self, where: Place, slot: asyncio.Semaphore, connection: wire.Connection) -> None:
        """Keep a connection whose response ended cleanly, hang up any other, and let the next request go."""
        if connection.reusable and self._count < self._most_idle:
            self._idle[where].append(connection)
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
        if self._names is not None:
            self._names.shutdown(wait=False, cancel_futures=True)


async def _sent(connection: wire.Connection, request: httpx.Request, terms: Terms) -> wire.Head:
    terms.patience.expect("no answer", READ)
    return await connection.send(request.url.raw_path, request.headers.raw)


async def _turn(slot: asyncio.Semaphore, patience: Patience) -> None:
    if not slot.locked():
        await slot.acquire()
        return
    patience.hold(held=True)
    try:
        await slot.acquire()
    finally:
        patience.hold(held=False)


class _Body(httpx.AsyncByteStream):
    """A response's body as it was sent, which gives its connection back when it is closed."""

    def __init__(
        self,
        transport: Transport,
        where: Place,
        slot: asyncio.Semaphore,
        connection: wire.Connection,
        head: wire.Head,
        patience: Patience,
    ) -> None:
        self._back = (transport, where, slot)
        self._connection = connection
        self._head = head
        self._patience = patience
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._patience.expect("nothing more", READ)
        async for piece in self._connection.body(self._head):
            yield piece
            self._patience.expect("nothing more", READ)

    async def aclose(self) -> None:
        """Give the connection back, and the turn with it."""
        if not self._closed:
            self._closed = True
            transport, where, slot = self._back
            transport.give_back(where, slot, self._connection)
