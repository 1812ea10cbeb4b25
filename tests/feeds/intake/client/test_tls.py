"""Certificates are checked, but for the host and port of a source whose user wants it otherwise."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.intake.asking import desk as asking
from tests.feeds.intake.loopback import Desk, Reply, rss, serving

PEM = Path(__file__).with_name("self_signed.pem")
"""A key that is no secret, and its certificate: for `localhost`, signed by nobody, good until 2126."""


@pytest.fixture
def tls() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(PEM)
    return context


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    asking.certificates.cache_clear()
    yield
    asking.certificates.cache_clear()


async def test_a_certificate_that_nobody_signed_is_refused_where_the_user_did_not_say_otherwise(
    tls: ssl.SSLContext,
) -> None:
    async with serving(tls) as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One"))
        desk = Desk(server, "/f")
        desk.sources.append(desk.sources[0]._replace(key="own", options={"verify": "no"}))
        for _ in range(2):  # the second time a connection that nobody checked might have been kept
            answers = await desk.cycle(25 * 3600)
            assert answers["/f"].state.error == "its certificate is not trusted: self-signed certificate"
            assert [article.title for article in answers["own"].articles] == ["One"]
        assert {request.path for request in server.requests} == {"/f"}
        assert len(server.requests) == 2


async def test_an_exception_ends_at_the_typed_host_and_port(
    tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feeds.intake.client.guard.is_public", lambda _: True)
    async with serving(tls) as typed, serving(tls) as other:
        typed.routes["/f"] = lambda _: Reply(302, headers=[("Location", f"https://localhost:{port}/g")])
        port = typed.base.rpartition(":")[2]
        desk = Desk(typed, "/f")
        desk.sources = [desk.sources[0]._replace(options={"verify": "no"})]
        state = (await desk.cycle())["/f"].state
        assert state.error == "its certificate is not trusted: self-signed certificate"
        assert not other.requests


async def test_a_certificate_of_another_name_is_refused(tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = ssl.create_default_context(cafile=PEM)
    monkeypatch.setattr(asking, "certificates", lambda _: trusting)
    async with serving(tls) as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One"))
        desk = Desk(server, "/f")
        by_name = server.base.replace("127.0.0.1", "localhost") + "/f"
        desk.sources.append(desk.sources[0]._replace(key="named", where=by_name))
        answers = await desk.cycle()
    assert (answers["/f"].state.error or "").startswith("its certificate is not trusted: IP address mismatch")
    assert answers["named"].status == "ok"


async def test_no_news_go_from_https_to_http(tls: ssl.SSLContext) -> None:
    async with serving(tls) as server, serving() as plain:
        server.routes["/f"] = lambda _: Reply(302, headers=[("Location", f"{plain.base}/f")])
        desk = Desk(server, "/f")
        desk.sources = [desk.sources[0]._replace(options={"verify": "no"})]
        error = (await desk.cycle())["/f"].state.error or ""
    assert error.startswith(f"redirected from https to {plain.base}/f")
    assert not plain.requests
