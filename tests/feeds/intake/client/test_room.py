"""A limit of open files holds up nobody: fewer are asked at once, and fewer connections are kept."""

import asyncio
import resource

import pytest

from feeds.intake.client import room
from tests.feeds.intake.loopback import Desk, Reply, Request, rss, serving


@pytest.mark.parametrize(
    ("files", "at_once", "idle"),
    [
        (1024, 64, 256),
        (256, 64, 96),
        (128, 16, 16),
        (20, 1, 1),
        (resource.RLIM_INFINITY, 64, 256),
    ],
)
def test_what_a_limit_leaves_room_for(files: int, at_once: int, idle: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (files, files))
    assert (room.at_once(64), room.idle(room.at_once(64))) == (at_once, idle)
    assert room.at_once(3) <= 3


async def test_many_hosts_need_no_more_connections_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolved(*_: object, **__: object) -> list[str]:
        return ["127.0.0.1"]

    async def slow(_: Request) -> Reply:
        await asyncio.sleep(0.01)
        return Reply(body=rss("One"))

    monkeypatch.setattr(resource, "getrlimit", lambda _: (room.OTHERS + 20, -1))
    monkeypatch.setattr("feeds.intake.client.guard.resolve", resolved)
    async with serving() as server:
        server.routes["/f"] = slow
        desk = Desk(server, "/f")
        port = server.base.rpartition(":")[2]
        desk.sources = [desk.sources[0]._replace(key=f"{n}", where=f"http://h{n}.example:{port}/f") for n in range(60)]
        answers = await desk.cycle()
    assert {answer.status for answer in answers.values()} == {"ok"}
    assert server.connections == 60
    assert 10 <= server.most_connected <= 22  # 20, and those of which the server has yet to hear that they are closed
