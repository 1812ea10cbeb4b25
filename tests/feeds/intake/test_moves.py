"""Addresses that move: what is remembered of it, and for how long."""

from functools import partial

import pytest

from tests.feeds.intake.loopback import Desk, Reply, Request, rss, serving

HOUR = 3600


def answered(reply: Reply, _: Request) -> Reply:
    return reply


@pytest.mark.parametrize(("status", "kept"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
async def test_only_permanent_moves_are_kept(status: int, kept: bool) -> None:
    async with serving() as server:
        server.routes["/old"] = lambda _: Reply(status, headers=[("Location", "/new")])
        server.routes["/new"] = lambda _: Reply(body=rss("One"), headers=[("ETag", '"n"')])
        desk = Desk(server, "/old")
        await desk.cycle()
        await desk.cycle(HOUR)
    assert [request.path for request in server.requests] == ["/old", "/new"] + (["/new"] if kept else ["/old", "/new"])


async def test_of_several_moves_the_leading_permanent_ones_are_kept() -> None:
    async with serving() as server:
        for status, old, new in ((301, "/1", "/2"), (308, "/2", "/3"), (302, "/3", "/4"), (301, "/4", "/5")):
            server.routes[old] = partial(answered, Reply(status, headers=[("Location", new)]))
        server.routes["/5"] = lambda _: Reply(body=rss("One"))
        assert (await Desk(server, "/1").cycle())["/1"].state.moved_to == server.base + "/3"


async def test_a_move_that_led_to_nothing_is_forgotten_and_one_back_home_is_none() -> None:
    moved = {"/old": "/new"}
    there = {"/new"}

    def answer(request: Request) -> Reply:
        if request.path in moved:
            return Reply(301, headers=[("Location", moved[request.path])])
        return Reply(body=rss("One"), headers=[("ETag", '"a"')]) if request.path in there else Reply(404)

    async with serving() as server:
        server.routes |= dict.fromkeys(("/old", "/new"), answer)
        desk = Desk(server, "/old")
        assert (await desk.cycle())["/old"].state.moved_to == server.base + "/new"
        there.clear()
        moved.clear()
        for _ in range(3):
            state = (await desk.cycle(25 * HOUR))["/old"].state
        assert (state.moved_to, state.etag) == (None, None)
        there.add("/old")
        assert (await desk.cycle(25 * HOUR))["/old"].status == "ok"
        desk.states["/old"] = state._replace(moved_to=server.base + "/new", streak=0)
        moved["/new"] = "/old"
        assert (await desk.cycle(25 * HOUR))["/old"].state.moved_to is None


async def test_a_move_to_a_portal_is_not_kept() -> None:
    async with serving() as server:
        server.routes["/old"] = lambda _: Reply(301, headers=[("Location", "/portal")])
        server.routes["/portal"] = lambda _: Reply(body=b"<!DOCTYPE html><html><body>Log in</body></html>")
        answer = (await Desk(server, "/old").cycle())["/old"]
    assert answer.state.moved_to is None
    assert answer.state.error == "not a feed: an HTML page"
