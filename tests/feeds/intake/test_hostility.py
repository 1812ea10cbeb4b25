"""Hostile answers: each is a named error of its source or clean text, in bounded time, and never an exception."""

import asyncio
import gzip

import pytest

from feeds.intake.client import fetch, patience, transport
from feeds.intake.parsing import syndication
from feeds.intake.parsing.document import Document
from feeds.model import Answer
from tests.feeds.intake.loopback import Desk, Handler, Reply, Request, Server, rss, serving

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"


BOMB = gzip.compress(b"<rss version='2.0'><channel><item><title>" + bytes(20 << 20))
"""More than 16 MiB in a title, packed."""


async def asked(handler: Handler, more: dict[str, Handler] | None = None) -> tuple[Answer, Server]:
    async with serving() as server:
        server.routes["/f"] = handler
        server.routes |= more or {}
        return (await Desk(server, "/f").cycle())["/f"], server


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(body=BOMB, headers=[("Content-Encoding", "gzip")]), "too big: more than 16 MiB when unpacked"),
        (Reply(body=BOMB, headers=[("Content-Encoding", "gzip, gzip")]), "2 content codings on top of each other"),
        (Reply(body=b"x", headers=[("Content-Encoding", "zstd")]), "a content coding that was not offered: zstd"),
        (Reply(body=rss("One"), headers=[("Content-Encoding", "gzip")]), "not the gzip it is said to be"),
        (Reply(body=rss("One"), headers=[("Content-Encoding", "br")]), "not the brotli it is said to be"),
        (Reply(body=gzip.compress(rss("One"))[:-9], headers=[("Content-Encoding", "gzip")]), "cut short: the gzip"),
        (Reply(raw=HEAD + b"Content-Length: 9000\r\n\r\n" + rss("One")), "cut short: closed in the middle of the body"),
        (Reply(raw=HEAD + b"Content-Length: 99999999\r\n\r\n"), "too big: more than 8 MiB"),
        (Reply(raw=HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"), "ill-formed chunk"),
        (Reply(raw=HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx"), "ill-formed Content-Length"),
        (Reply(raw=b"HTTP/1.1 200 OK\r\n" + b"X: %s\r\n" % (b"a" * 900) * 99), "headers of more than 64 KiB"),
        (Reply(raw=b"SSH-2.0-OpenSSH\r\n\r\n"), "not an HTTP answer"),
        (Reply(raw=b""), "closed before it answered"),
        (Reply(302, headers=[("Location", "/f")]), "redirects in a loop"),
        (Reply(302, headers=[("Location", "file:///etc/passwd")]), "redirected to file:///etc/passwd"),
        (Reply(302, headers=[("Location", "http://[::1")]), "Invalid URL in location header: "),
        (Reply(304), "it says nothing changed"),
        (Reply(body=b""), "not a feed: empty"),
        (Reply(body=b" \r\n\t"), "not a feed: empty"),
        (Reply(body=b"<html><body>The answer is in another castle</body></html>"), "not a feed: an HTML page"),
        (Reply(body=b"<!DOCTYPE html><html><title>Just a moment...</title>"), "not a feed: an HTML page"),
        (Reply(body=b"/etc/hostname"), "not a feed: it begins with no XML"),
        (Reply(body=b'{"a": ' * 100_000), "not a feed: "),
        (Reply(401, headers=[("WWW-Authenticate", 'Basic realm="x"')]), "it wants a user and a password (401)"),
        (Reply(403, headers=[("cf-mitigated", "challenge")]), "it answers programs with a challenge"),
    ],
    ids=lambda value: value[:28] if isinstance(value, str) else "",
)
async def test_what_is_wrong_is_said_and_nothing_is_kept(reply: Reply, error: str) -> None:
    answer, _ = await asked(lambda _: reply)
    assert answer.status == "error"
    assert (answer.state.error or "").startswith(error)
    assert (answer.articles, answer.state.etag) == ((), None)


async def test_a_chain_of_redirects_ends_after_five_hops() -> None:
    def further(request: Request) -> Reply:
        n = int(request.path.partition("=")[2] or 0)
        return Reply(302, headers=[("Location", f"/f?n={n + 1}")])

    answer, server = await asked(further)
    assert answer.state.error == "more than 5 redirects"
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "127.1", "localhost", "[::ffff:127.0.0.1]", "169.254.169.254"]
)
async def test_a_redirect_into_the_own_network_is_refused_before_it_is_dialled(host: str) -> None:
    async with serving() as server:
        port = server.base.rpartition(":")[2]
        server.routes["/f"] = lambda _: Reply(302, headers=[("Location", f"http://{host}:{port}/secret")])
        answer = (await Desk(server, "/f").cycle())["/f"]
    assert "not public" in (answer.state.error or "")
    assert not server.asked("/secret")


@pytest.mark.timeout(20)  # the slow server would hold on for a minute
@pytest.mark.parametrize(
    ("raw", "read", "error"),
    [
        (HEAD + b"\r\n<rss", 0.1, "nothing more within 0 s"),
        (HEAD, 0.1, "no answer within 0 s"),
        (b"", 0.1, "no answer within 0 s"),
        (HEAD + b"\r\n<rss", 30, "no complete answer within 0 s"),
    ],
)
async def test_deadlines_hold_and_delay_nobody_else(
    raw: bytes, read: float, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "DEADLINE", 0.4 if read > 1 else 30)
    monkeypatch.setattr(transport, "READ", read)
    monkeypatch.setattr(patience, "STEP", 0.05)
    async with serving() as server:
        server.routes["/slow"] = lambda _: Reply(raw=raw, hang=True)
        server.routes["/f"] = lambda _: Reply(body=rss("One"))
        answers = await Desk(server, "/slow", "/f").cycle()
    assert answers["/slow"].state.error == error
    assert answers["/f"].status == "ok"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:99999/",
        "http://",
        "http://[::1",
        "ftp://news.example/",
        "http://x y/",
        "http://\u2100.example/",
    ],
)
async def test_an_address_that_cannot_be_asked_is_an_error_of_its_source(address: str) -> None:
    async with serving() as server:
        desk = Desk(server, "/f")
        desk.sources = [desk.sources[0]._replace(where=address)]
        answer = (await desk.cycle())["/f"]
    assert answer.status == "error"
    assert answer.state.error


async def test_a_port_that_nobody_listens_on() -> None:
    async with serving() as server:
        pass
    answer = (await Desk(server, "/f").cycle())["/f"]
    assert answer.state.error == "connection refused"


async def test_terminal_control_markup_and_scripts_come_out_as_words() -> None:
    titles = [
        "red \x1b[31m&#155;31m\u202egnp\u200b",
        "[/nope] [@click=app.quit]x",
        "&lt;script&gt;x&lt;/script&gt;Hi &lt;b&gt;b&lt;/b&gt;",
    ]
    answer, _ = await asked(lambda _: Reply(body=rss(*titles, extra="<link>javascript:alert(1)</link>")))
    assert [a.title for a in answer.articles] == ["red [31m›31mgnp", "[/nope] [@click=app.quit]x", "Hi b"]


async def test_a_body_that_breaks_the_reader_is_the_fault_of_its_source_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(body: bytes, *_: object) -> Document:
        if b"Two" in body:
            raise ValueError("no reader is without faults")
        return syndication.read(body)

    monkeypatch.setattr("feeds.intake.parsing.choosing.quick.read", broken)
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One"))
        server.routes["/g"] = lambda _: Reply(body=rss("Two"))
        answers = await Desk(server, "/g", "/f").cycle()
    assert (answers["/g"].status, answers["/g"].state.error) == ("error", "unexpected: ValueError")
    assert answers["/f"].status == "ok"


@pytest.mark.timeout(20)
async def test_stop_ends_what_is_under_way() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(raw=HEAD, hang=True)
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.1, stop.set)
        assert await Desk(server, "/f").cycle(stop=stop) == {}
