"""What comes over a connection: plain HTTP/1.1 within bounds, or an error that says what is wrong with it."""

import time

import pytest

from feeds.intake.client import wire
from feeds.model import Answer
from tests.feeds.intake.loopback import Desk, Reply, rss, serving

BODY = rss("One")
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)
INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
WHOLE_CHUNK = b"%x\r\n%b\r\n" % (len(BODY), BODY)


async def asked(raw: bytes) -> Answer:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(raw=raw)
        return (await Desk(server, "/f").cycle())["/f"]


@pytest.mark.parametrize(
    "raw",
    [
        INTERIM * wire.INTERIM + GOOD,
        GOOD.replace(b" OK", b""),
        CHUNKED + WHOLE_CHUNK + b"0\r\n" + b"X-Sum: 5\r\n" * 200 + b"\r\n",
        CHUNKED + b"".join(b"1;%b\r\n%c\r\n" % (b"e" * 20, byte) for byte in BODY) + b"0\r\n\r\n",
    ],
    ids=["interim answers", "no reason", "trailers", "small chunks"],
)
async def test_what_http_allows_is_read(raw: bytes) -> None:
    assert [article.title for article in (await asked(raw)).articles] == ["One"]


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (INTERIM * (wire.INTERIM + 1) + GOOD, "more than 10 interim answers"),
        (INTERIM * 1_000_000, "more than 10 interim answers"),
        (CHUNKED + b"1\r\n<\r\n" * 2_000_000, "more than 256 KiB around its chunks"),
        (CHUNKED + (b"1;%b\r\n<\r\n" % (b"e" * 60_000)) * 40, "more than 256 KiB around its chunks"),
        (CHUNKED + WHOLE_CHUNK + b"0\r\n" + b"X-Sum: 5\r\n" * 1_000_000, "more than 256 KiB around its chunks"),
        (CHUNKED + b"900000\r\n" + b" " * 0x900000, "too big: more than 8 MiB"),
        (b"HTTP/1.0 200 OK\r\n\r\n" + b" " * 0x900000, "too big: more than 8 MiB"),
        (CHUNKED + b"-5\r\nabcde\r\n0\r\n\r\n", "ill-formed chunk"),
        (CHUNKED + b"5\r\nabcdefg\r\n0\r\n\r\n", "ill-formed chunk"),
        (CHUNKED + b"5 5\r\nabcde\r\n0\r\n\r\n", "ill-formed chunk"),
        (GOOD[:30], "closed in the middle of its headers"),
        (GOOD.replace(b"Content-Length", b"Content Length"), "ill-formed header"),
        (GOOD.replace(b" 200 OK", b" OK"), "not an HTTP answer"),
        (GOOD.replace(b" 200 OK", b" 20"), "not an HTTP answer"),
        (GOOD.replace(b" 200 OK", b" 2000"), "not an HTTP answer"),
        (CHUNKED + b"0x5\r\nabcde\r\n0\r\n\r\n", "ill-formed chunk"),
        (CHUNKED + b"\r\nabcde\r\n0\r\n\r\n", "ill-formed chunk"),
        (CHUNKED + b"000000005\r\nabcde\r\n0\r\n\r\n", "ill-formed chunk"),
        (GOOD.replace(b"HTTP/1.1", b"HTTP/2"), "not an HTTP answer"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
async def test_what_it_does_not_allow_or_nobody_needs_is_an_error_soon(raw: bytes, error: str) -> None:
    began = time.process_time()
    answer = await asked(raw)
    assert (answer.status, answer.state.error) == ("error", error)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("odd", [b"\0", b"\r", b"\n"])
async def test_a_validator_that_could_not_be_sent_back_is_none(odd: bytes) -> None:
    answer = await asked(GOOD.replace(b"\r\n\r\n", b'\r\nETag: "a%bb"\r\n\r\n' % odd, 1))
    assert (answer.state.error, answer.state.etag) == ("ill-formed header", None)


@pytest.mark.parametrize("odd", ['"\xff\x7f\x01\t"', "'; DROP TABLE source; --", '"%0d%0aX: y"', "\x1b[2J"])
async def test_any_other_validator_comes_back_as_it_was(odd: str) -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=BODY, headers=[("ETag", odd)])
        desk = Desk(server, "/f")
        for _ in range(2):
            await desk.cycle(7200)
    assert server.requests[1].headers["if-none-match"] == odd.strip()
