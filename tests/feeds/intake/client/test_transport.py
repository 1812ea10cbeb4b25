"""What carries requests: connections are kept, given back, and never lent to whom the guard would refuse."""

import asyncio
import socket
import ssl
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from feeds.intake.client.faults import FetchError, UnaskedError
from feeds.intake.client.guard import GuardError
from feeds.intake.client.lean import httpx
from feeds.intake.client.patience import Patience
from feeds.intake.client.transport import LOOKUPS, PER_HOST, Terms, Transport
from tests.feeds.intake.loopback import Reply, Server, serving


def no_tls(_: bool) -> ssl.SSLContext:
    raise AssertionError("no https in these tests")


@asynccontextmanager
async def carried() -> AsyncIterator[tuple[Server, Transport]]:
    async with serving() as server:
        transport = Transport(no_tls)
        yield server, transport
        await transport.aclose()


async def got(transport: Transport, server: Server, *, exempt: bool = True, within: float = 20) -> bytes:
    async with Patience("nothing", within) as patience:
        request = httpx.Request("GET", server.base + "/f", extensions={"terms": Terms(patience, exempt)})
        response = await transport.handle_async_request(request)
        try:
            return b"".join([piece async for piece in response.aiter_raw()])
        finally:
            await response.aclose()


async def test_a_connection_is_kept_for_the_next_request_and_lent_to_nobody_else() -> None:
    async with carried() as (server, transport):
        server.routes["/f"] = lambda _: Reply(body=b"hello")
        for _ in range(3):
            assert await got(transport, server) == b"hello"
        assert server.connections == 1
        with pytest.raises(GuardError):
            await got(transport, server, exempt=False)
        assert len(server.requests) == 3


async def test_a_kept_connection_that_the_server_closed_is_no_error() -> None:
    async with carried() as (server, transport):
        server.routes["/f"] = lambda _: Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
        assert [await got(transport, server) for _ in range(3)] == [b"hi"] * 3


@pytest.mark.parametrize("more", [b"\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad"])
async def test_a_connection_on_which_a_server_said_more_than_its_answer_is_not_kept(more: bytes) -> None:
    async with carried() as (server, transport):
        server.routes["/f"] = lambda _: Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi" + more, hang=True)
        assert [await got(transport, server) for _ in range(2)] == [b"hi"] * 2
        assert server.connections == 2


async def test_a_header_over_several_lines_is_one() -> None:
    head = b"HTTP/1.1 200 OK\r\nX-Policy: a;\r\n  b;\r\n\tc\r\nContent-Length:\r\n 2\r\n\r\n"
    async with carried() as (server, transport):
        server.routes["/f"] = lambda _: Reply(raw=head + b"hi")
        assert await got(transport, server) == b"hi"


async def test_names_are_looked_up_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    together = threading.Barrier(LOOKUPS)

    def looked_up(*_: object, **__: object) -> list[object]:
        together.wait(20)
        raise socket.gaierror(socket.EAI_NONAME, "nobody")

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    async with carried() as (_, transport), Patience("nothing", 20) as patience:
        terms = {"terms": Terms(patience)}
        requests = [httpx.Request("GET", f"http://{n}.example/", extensions=terms) for n in range(LOOKUPS)]
        found = await asyncio.gather(*map(transport.handle_async_request, requests), return_exceptions=True)
    assert {type(one) for one in found} == {socket.gaierror}


async def test_chunks_and_interim_answers() -> None:
    raw = b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with carried() as (server, transport):
        server.routes["/f"] = lambda _: Reply(raw=raw + b"3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n")
        assert await got(transport, server) == b"abcde"


async def test_a_name_server_and_a_server_that_do_not_answer_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()

    async def dialled(*_: object, **__: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr("feeds.intake.client.transport.CONNECT", 0.05)
    monkeypatch.setattr("feeds.intake.client.patience.STEP", 0.01)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: asked.wait(20))
    monkeypatch.setattr("feeds.intake.client.transport.wire.connect", dialled)
    transport = Transport(no_tls)
    for host, fault, words in (
        ("ellery.example", UnaskedError, "its name could not be looked up within 0 s"),
        ("1.1.1.1", FetchError, "no connection within 0 s"),
    ):
        with pytest.raises(FetchError) as raised:
            async with Patience("nothing", 20) as patience:
                await transport._dialled(("http", host, 80, True), Terms(patience))
        assert (type(raised.value), str(raised.value)) == (fault, words)
    asked.set()
    await transport.aclose()


async def test_a_host_that_lets_a_request_wait_for_its_turn_loses_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feeds.intake.client.patience.STEP", 0.02)
    async with carried() as (server, transport):
        server.routes["/f"] = lambda _: Reply(body=b"hello")
        slot = transport._slots["127.0.0.1"]
        for _ in range(PER_HOST):
            await slot.acquire()
        waiting = asyncio.create_task(got(transport, server, within=0.2))
        await asyncio.sleep(0.5)
        assert not server.requests
        slot.release()
        assert await waiting == b"hello"
