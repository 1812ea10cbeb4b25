"""A source's own password, proxy and certificate: sent to its own host alone, and in no message."""

import base64
import shlex
import sys
from pathlib import Path

import pytest

from tests.feeds.intake.loopback import Desk, Reply, rss, serving


@pytest.mark.parametrize(
    "option",
    [
        {"password_env": "HARBOUR_PASSWORD"},
        {"password_command": f"{shlex.quote(sys.executable)} -c \"print('open sesame'); print('more')\""},
    ],
)
async def test_a_password_goes_to_the_host_it_was_typed_for(
    option: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARBOUR_PASSWORD", "open sesame")
    async with serving() as server, serving() as other:
        server.routes["/f"] = lambda _: Reply(302, headers=[("Location", f"http://localhost:{port}/f")])
        server.routes["/g"] = lambda _: Reply(body=rss("One"))
        port = other.base.rpartition(":")[2]
        desk = Desk(server, "/f", "/g")
        desk.sources = [source._replace(options={"user": "ada", **option}) for source in desk.sources]
        answers = await desk.cycle()
        want = "Basic " + base64.b64encode(b"ada:open sesame").decode()
        assert {request.headers.get("authorization") for request in server.requests} == {want}
        assert answers["/g"].status == "ok"
        assert "not public" in (answers["/f"].state.error or "")


async def test_a_password_does_not_go_to_where_its_host_sends_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feeds.intake.client.guard.is_public", lambda _: True)
    monkeypatch.setenv("HARBOUR_PASSWORD", "open sesame")
    async with serving() as server, serving() as other:
        server.routes["/f"] = lambda _: Reply(302, headers=[("Location", f"{other.base}/f")])
        server.routes["/g"] = lambda _: Reply(302, headers=[("Location", "/h")])
        other.routes["/f"] = server.routes["/h"] = lambda _: Reply(body=rss("One"))
        desk = Desk(server, "/f", "/g")
        options = {"user": "ada", "password_env": "HARBOUR_PASSWORD"}
        desk.sources = [source._replace(options=options) for source in desk.sources]
        assert {answer.status for answer in (await desk.cycle()).values()} == {"ok"}
    assert ["authorization" in request.headers for request in server.requests] == [True] * 3
    assert ["authorization" in request.headers for request in other.requests] == [False]


async def test_a_password_is_asked_for_once_in_a_run(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    command = f"sh -c 'echo once >> {asked}; echo open sesame'"
    async with serving() as server:
        item = f"<item><title>Boats lost</title><link>{server.base}/page</link><guid>{{}}</guid></item>"
        feed = f"<rss version='2.0'><channel>{item.format(1)}{item.format(2)}</channel></rss>"
        server.routes["/f"] = lambda _: Reply(body=feed.encode())
        server.routes["/page"] = lambda _: Reply(body=b"<html><body>Boats</body></html>")
        desk = Desk(server, "/f")
        options = {"user": "ada", "password_command": command}
        desk.sources = [desk.sources[0]._replace(options=options, full_text="always")]
        await desk.cycle()
        assert [request.path for request in server.requests] == ["/f", "/page", "/page"]
        assert len({request.headers.get("authorization") for request in server.requests}) == 1
    assert asked.read_text() == "once\n"


@pytest.mark.parametrize(
    ("option", "error"),
    [
        ({"password_env": "NOT_SET_ANYWHERE"}, "its password_env names NOT_SET_ANYWHERE, which is not set"),
        ({"password_command": "false"}, "its password_command failed (exit 1)"),
        ({"password_command": "/nowhere/at/all"}, "its password_command cannot be run"),
        ({"password_command": '"'}, "its password_command cannot be run"),
    ],
)
async def test_a_password_that_cannot_be_had_is_the_source_s_error(option: dict[str, str], error: str) -> None:
    async with serving() as server:
        desk = Desk(server, "/f")
        desk.sources = [desk.sources[0]._replace(options={"user": "ada", **option})]
        assert (await desk.cycle())["/f"].state.error == error
        assert not server.requests
