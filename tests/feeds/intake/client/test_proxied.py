"""The way by a proxy, and whose fault it is when it leads nowhere."""

import ssl

import pytest

from feeds.intake.client import proxied
from feeds.intake.client.lean import httpx
from feeds.intake.schedule import DEFAULT
from feeds.model import SourceState
from tests.feeds.intake.loopback import Desk, Reply, Server, rss, serving

ADDRESS = "http://harbour.example/f"


async def by(proxy: str, server: Server, address: str = ADDRESS) -> SourceState:
    desk = Desk(server, "/f")
    desk.sources = [desk.sources[0]._replace(where=address, options={"proxy": proxy})]
    return (await desk.cycle())["/f"].state


async def test_a_proxy_is_asked_in_the_place_of_the_host() -> None:
    async with serving() as proxy:
        proxy.routes["http://harbour.example/f"] = lambda _: Reply(body=rss("By proxy"))
        desk = Desk(proxy, "/f")
        desk.sources = [desk.sources[0]._replace(where="http://harbour.example/f", options={"proxy": proxy.base})]
        answer = (await desk.cycle())["/f"]
    assert [article.title for article in answer.articles] == ["By proxy"]


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", "by its proxy: Server disconnected without sending a response."),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "by its proxy: illegal status line: bytearray(b'SSH-2.0-OpenSSH')"),
        (b"HTTP/1.1 407 X\r\nContent-Length: 0\r\n\r\n", "proxy authentication required (407)"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", "too big: more than 8 MiB"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<html>", "peer closed connection"),
    ],
)
async def test_a_proxy_that_answers_nonsense_is_named(raw: bytes, error: str) -> None:
    async with serving() as proxy:
        proxy.routes[ADDRESS] = lambda _: Reply(raw=raw)
        state = await by(proxy.base, proxy)
    assert (state.error or "").startswith(error)


@pytest.mark.parametrize("address", [ADDRESS, "https://harbour.example/f"])
async def test_a_proxy_that_is_not_there_counts_against_no_server(address: str) -> None:
    async with serving() as server:
        pass
    state = await by(server.base, server, address)
    assert state.error == "its proxy cannot be reached: connection refused"
    assert state.interval == DEFAULT
    state = await by("http://nosuch.invalid:3128", server, address)
    assert (state.error or "").startswith("its proxy cannot be reached: ")


def test_a_server_s_own_certificate_is_its_own_fault_behind_a_proxy_too() -> None:
    own = ssl.SSLCertVerificationError("self-signed")
    between = OSError("as anyio says it")
    between.__cause__ = own
    fault = httpx.ConnectError("as httpx says it")
    fault.__context__ = between
    assert proxied.fault(fault) is own


async def test_a_proxy_that_refuses_a_tunnel_says_why() -> None:
    async with serving() as proxy:
        proxy.routes["harbour.example:443"] = lambda _: Reply(502)
        state = await by(proxy.base, proxy, "https://harbour.example/f")
    assert state.error == "its proxy refuses: 502 X"
