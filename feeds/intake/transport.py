"""What carries a request: at most two connections to a host, each dialled at the address that was checked."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from feeds.intake import guard, wire
from feeds.intake.address import Address
from feeds.intake.faults import HungUpError
from feeds.intake.patience import Patience

if TYPE_CHECKING:
    import ssl

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


class Request(NamedTuple):
    """One GET."""

    address: Address
    headers: list[tuple[bytes, bytes]]
    patience: Patience
    """The deadline, which is held while the request waits for its turn with the host."""
    exempt: bool = False
    """Skips the address guard: for the host and port that the user typed."""
    verify: bool = True
    """Whether the server's certificate has to be good."""


class Response(Protocol):
    """What came back; to be closed, whatever became of it."""

    status: int
    headers: dict[bytes, bytes]
    """By lower-case name; several of one name are joined by commas."""

    def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it was sent, still encoded."""

    async def aclose(self) -> None:
        """Let go of what carries it."""


class Carrier(Protocol):
    """What sends requests: `Transport`, or a proxy's."""

    async def send(self, request: Request) -> Response:
        """Send one request. Raises `FetchError` and `OSError`."""

    async def aclose(self) -> None:
        """Hang up."""


class Transport:
    """A pool by host: a request waits for its own host only, so a thousand hosts cost a thousand times one."""

    def __init__(self, context: "Callable[[bool], ssl.SSLContext]") -> None:
        self._context = context
        self._slots: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(PER_HOST))
        self._idle: dict[Place, list[wire.Connection]] = defaultdict(list)
        self._count = 0

    async def send(self, request: Request) -> Response:
        """Send one request, when it is its turn with its host."""
        address = request.address
        place: Place = (address.scheme, address.host, address.port, request.verify)
        slot = self._slots[address.host]
        await _turn(slot, request.patience)
        try:
            connection, head = await self._answer(place, request)
        except BaseException:
            slot.release()
            raise
        return _Answer(self, place, slot, connection, head, request.patience)

    async def _answer(self, place: Place, request: Request) -> tuple[wire.Connection, wire.Head]:
        while (connection := self._kept(place, exempt=request.exempt)) is not None:
            try:
                return connection, await _sent(connection, request)
            except (HungUpError, OSError):
                # The server hung up on a kept connection: that was no answer, so one on a new connection is no retry.
                connection.close()
            except BaseException:
                connection.close()
                raise
        connection = await self._dialled(place, request)
        try:
            return connection, await _sent(connection, request)
        except BaseException:
            connection.close()
            raise

    async def _dialled(self, place: Place, request: Request) -> wire.Connection:
        scheme, host, port, verify = place
        context = self._context(verify) if scheme == "https" else None
        last: OSError | None = None
        request.patience.expect("no connection", CONNECT)
        for address in await guard.resolve(host, port, exempt=request.exempt):
            try:
                return await wire.connect(address, port, host, context, exempt=request.exempt)
            except OSError as error:
                last = error
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


async def _sent(connection: wire.Connection, request: Request) -> wire.Head:
    request.patience.expect("no answer", READ)
    return await connection.send(request.address.target, request.headers)


async def _turn(slot: asyncio.Semaphore, patience: Patience) -> None:
    if not slot.locked():
        await slot.acquire()
        return
    patience.hold(held=True)
    try:
        await slot.acquire()
    finally:
        patience.hold(held=False)


class _Answer:
    """A response, which gives its connection back when it is closed."""

    def __init__(
        self,
        transport: Transport,
        place: Place,
        slot: asyncio.Semaphore,
        connection: wire.Connection,
        head: wire.Head,
        patience: Patience,
    ) -> None:
        self.status = head.status
        self.headers = head.headers
        self._give_back = (transport, place, slot)
        self._connection = connection
        self._head = head
        self._patience = patience
        self._closed = False

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it was sent, each piece within its time."""
        self._patience.expect("nothing more", READ)
        async for piece in self._connection.body(self._head):
            yield piece
            self._patience.expect("nothing more", READ)

    async def aclose(self) -> None:
        """Give the connection back, and the turn with it."""
        if not self._closed:
            self._closed = True
            transport, place, slot = self._give_back
            transport.give_back(place, slot, self._connection)
