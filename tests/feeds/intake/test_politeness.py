"""The client over cycles of a virtual clock: one test for each rule of politeness."""

import asyncio
import gzip

import brotli
import pytest

from feeds.intake import Settings, collect
from feeds.model import Source, SourceState
from tests.feeds.intake.loopback import Desk, Reply, Request, Server, rss, serving

HOUR = 3600
THURSDAY = 2967 * 7 * 24 * HOUR
"""Midnight GMT of one in November 2026; 1970 began with one."""


def validated(etag: str | None = None, modified: str | None = None, **more: str) -> list[tuple[str, str]]:
    pairs = [("ETag", etag), ("Last-Modified", modified), *((k.replace("_", "-"), v) for k, v in more.items())]
    return [(name, value) for name, value in pairs if value is not None]


def sent(server: Server, name: str) -> list[str | None]:
    return [request.headers.get(name) for request in server.requests]


@pytest.mark.parametrize("etag", ['"abc-123"', 'W/"a;b--gzip"', "unquoted"])
async def test_validators_come_back_byte_for_byte(etag: str) -> None:
    async with serving() as server:
        odd = "sat, 14 nov 2026 08:00:00 +0000"

        def answer(request: Request) -> Reply:
            known = request.headers.get("if-none-match") == etag and request.headers.get("if-modified-since") == odd
            return Reply(304) if known else Reply(body=rss("One"), headers=validated(etag, odd))

        server.routes["/f"] = answer
        desk = Desk(server, "/f")
        statuses = [(await desk.cycle(HOUR))["/f"].status for _ in range(3)]
    assert statuses == ["ok", "not_modified", "not_modified"]
    assert sent(server, "if-none-match") == [None, etag, etag]
    assert sent(server, "if-modified-since") == [None, odd, odd]


async def test_validators_are_those_of_the_newest_good_answer() -> None:
    answers = iter(
        [
            Reply(body=rss("One"), headers=validated('"1"')),
            Reply(304, headers=validated('"2"')),
            Reply(304),
            Reply(500, b"oops", validated('"error"')),
            Reply(body=b"<html>portal</html>", headers=validated('"portal"')),
            Reply(body=rss("One")),
            Reply(body=rss("One")),
        ]
    )
    async with serving() as server:
        server.routes["/f"] = lambda _: next(answers)
        desk = Desk(server, "/f")
        for _ in range(7):
            await desk.cycle(25 * HOUR)
    assert sent(server, "if-none-match") == [None, '"1"', '"2"', '"2"', '"2"', '"2"', None]


async def test_a_validator_over_8_kb_is_not_stored() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One"), headers=validated('"' + "e" * 60_000 + '"'))
        assert (await Desk(server, "/f").cycle())["/f"].state.etag is None


@pytest.mark.parametrize(
    ("headers", "extra", "least"),
    [
        (validated('"m"', Cache_Control="public, max-age=7200"), "", 2 * HOUR),
        (validated('"m"', Date="Sun, 22 Nov 2026 10:00:00 GMT", Expires="Sun, 22 Nov 2026 12:00:00 GMT"), "", 2 * HOUR),
        (validated('"m"'), "<ttl>120</ttl>", 2 * HOUR),
        (validated('"m"', Cache_Control="max-age=1000000000000"), "", 24 * HOUR),
        ([], "", 6 * HOUR),
        (validated('"m"'), "", 1200),
    ],
    ids=["max-age", "expires", "ttl", "absurd", "no validator", "default"],
)
async def test_the_wait_that_an_answer_asks_for(headers: list[tuple[str, str]], extra: str, least: int) -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One", extra=extra), headers=headers)
        desk = Desk(server, "/f")
        state = (await desk.cycle())["/f"].state
        assert least <= state.next_at - desk.now <= least * 1.1
        assert (await desk.cycle(least - 1))["/f"].status == "skipped"
        assert (await desk.cycle(least))["/f"].status == "ok"


@pytest.mark.parametrize(
    ("extra", "least"),
    [
        ("<ttl>120</ttl>", 2 * HOUR),
        (
            "<skipHours>" + "".join(f"<hour>{hour}</hour>" for hour in range(24) if hour != 13) + "</skipHours>",
            13 * HOUR,
        ),
        ("<skipDays><day>Thursday</day><day>Saturday</day></skipDays>", 24 * HOUR),
    ],
    ids=["ttl", "skipHours", "skipDays"],
)
async def test_what_a_feed_asks_for_holds_until_it_says_otherwise(extra: str, least: int) -> None:
    told, silent = (Reply(body=rss("One", extra=words), headers=validated('"a"')) for words in (extra, ""))
    answers = iter([told, Reply(304), Reply(500), Reply(304), silent, Reply(304)])
    waits = []
    async with serving() as server:
        server.routes["/f"] = lambda _: next(answers)
        desk = Desk(server, "/f")
        desk.now = THURSDAY
        for _ in range(6):
            state = (await desk.cycle())["/f"].state
            waits.append(state.next_at - desk.now)
            desk.states["/f"] = state._replace(next_at=0)
    assert min(waits[:4]) >= least > max(waits[4:])


@pytest.mark.parametrize(("status", "value"), [(429, "7200"), (503, "Sun, 22 Nov 2026 12:00:00 GMT")])
async def test_retry_after_holds_by_hand_too_and_rests_the_host(status: int, value: str) -> None:
    async with serving() as server:
        date = ("Date", "Sun, 22 Nov 2026 10:00:00 GMT")
        server.routes["/a"] = lambda _: Reply(status, b"slow down", [("Retry-After", value), date])
        server.routes["/b"] = server.routes["/c"] = lambda _: Reply(body=rss("One"), headers=validated('"b"'))
        desk = Desk(server, "/a", "/b", "/c")
        first = await desk.cycle()
        assert first["/a"].state.next_at >= desk.now + 7200
        assert first["/a"].state.error
        assert first["/c"].status == "skipped"
        assert (await desk.cycle(7000, by_hand=True))["/a"].status == "skipped"
        assert (await desk.cycle(201, by_hand=True))["/a"].status == "error"


async def test_the_max_age_of_an_answer_that_asks_for_rest_counts_too() -> None:
    async with serving() as server:
        headers = [("Retry-After", "60"), ("Cache-Control", "max-age=7200")]
        server.routes["/f"] = lambda _: Reply(429, headers=headers)
        desk = Desk(server, "/f")
        assert (await desk.cycle())["/f"].state.next_at >= desk.now + 7200


async def test_errors_back_off_to_a_day_and_keep_the_time_since_when() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(404)
        desk = Desk(server, "/f")
        began = desk.now
        waits = []
        for _ in range(9):
            state = (await desk.cycle(27 * HOUR))["/f"].state
            waits.append(state.interval)
    assert waits == [2400, 4800, 9600, 19200, 38400, 76800, 86400, 86400, 86400]
    assert (state.streak, state.failing_since, state.error) == (9, began + 27 * HOUR, "nothing is there (404)")


async def test_gone_is_never_asked_again() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(410)
        desk = Desk(server, "/f")
        assert (await desk.cycle())["/f"].state.gone
        for by_hand in (False, True):
            assert (await desk.cycle(99 * HOUR, by_hand=by_hand))["/f"].status == "skipped"
        assert len(server.requests) == 1


async def test_a_contact_is_named_where_there_is_one() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One"))
        source = Source("s", "s", "feed", server.base + "/f")
        settings = Settings(contact="mailto:desk@paper.example")
        assert [
            one.status async for ready in collect([(source, SourceState())], settings, lambda _: {}) for one in ready
        ] == ["ok"]
    assert server.requests[0].headers["user-agent"].endswith(" (+mailto:desk@paper.example)")


async def test_manners_of_every_request() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One"), headers=[("Set-Cookie", "track=1; Path=/")])
        desk = Desk(server, "/f")
        await desk.cycle()
        await desk.cycle(7 * HOUR)
    for request in server.requests:
        assert request.headers["user-agent"].startswith("copydesk/")
        assert request.headers["user-agent"].endswith(" (feed reader)")  # no address is better than nobody's
        assert "application/rss+xml" in request.headers["accept"]
        assert request.headers["accept-encoding"] == "gzip, br"
        assert not {"cookie", "referer", "if-none-match", "if-modified-since"} & request.headers.keys()


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
async def test_offered_codings_are_undone(coding: str, pack: object) -> None:
    async with serving() as server:
        body = pack(rss("Packed"))  # type: ignore[operator]
        server.routes["/f"] = lambda _: Reply(body=body, headers=[("Content-Encoding", coding)])
        assert [a.title for a in (await Desk(server, "/f").cycle())["/f"].articles] == ["Packed"]


async def test_two_at_once_to_a_host_and_one_request_for_one_address() -> None:
    async with serving() as server:

        async def slow(_: Request) -> Reply:
            await asyncio.sleep(0.02)
            return Reply(body=rss("One"), headers=validated('"c"'))

        paths = [f"/{n}" for n in range(8)]
        server.routes |= dict.fromkeys(paths, slow)
        desk = Desk(server, *paths)
        desk.sources.append(desk.sources[0]._replace(key="twin"))
        answers = await desk.cycle()
    assert server.most_open == 2
    assert len(server.asked("/0")) == 1
    assert {answer.status for answer in answers.values()} == {"ok"}
    assert answers["twin"].articles[0].id != answers["/0"].articles[0].id


async def test_of_two_sources_with_one_address_one_that_does_not_know_it_gets_all_of_it() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda request: (
            Reply(304) if "if-none-match" in request.headers else Reply(body=rss("One"), headers=validated('"a"'))
        )
        desk = Desk(server, "/f", interval=1)
        await desk.cycle()
        desk.sources.append(desk.sources[0]._replace(key="twin"))
        assert {key: len(answer.articles) for key, answer in (await desk.cycle(1)).items()} == {"/f": 1, "twin": 1}
        assert {answer.status for answer in (await desk.cycle(1)).values()} == {"not_modified"}
    assert sent(server, "if-none-match") == [None, None, '"a"']


async def test_an_interval_that_the_user_set_is_taken_as_it_stands_on_loopback() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=rss("One", extra="<ttl>120</ttl>"))
        desk = Desk(server, "/f", interval=5)
        statuses = [(await desk.cycle(after))["/f"].status for after in (0, 4, 1)]
    assert statuses == ["ok", "skipped", "ok"]


async def test_an_edited_address_starts_afresh() -> None:
    async with serving() as server:
        server.routes["/a"] = server.routes["/b"] = lambda _: Reply(body=rss("One"), headers=validated('"a"'))
        desk = Desk(server, "/a")
        await desk.cycle()
        desk.sources = [desk.sources[0]._replace(where=server.base + "/b")]
        assert (await desk.cycle(1))["/a"].status == "ok"
    assert sent(server, "if-none-match") == [None, None]


async def test_a_clock_that_jumped_asks_again_and_then_waits_as_before() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: (
            Reply(304) if len(server.requests) > 1 else Reply(body=rss("One"), headers=validated('"a"'))
        )
        desk = Desk(server, "/f")
        await desk.cycle()
        assert (await desk.cycle(-24 * HOUR))["/f"].status == "not_modified"
        assert (await desk.cycle(60))["/f"].status == "skipped"
        desk.states["/f"] = SourceState(
            next_at=desk.now + 10 * 365 * 24 * HOUR, where=desk.sources[0].where, etag=b'"a"'
        )
        assert (await desk.cycle(60))["/f"].status == "not_modified"
