"""Asking for article pages: how many, how often, how large, and which answers are final."""

import asyncio
from itertools import pairwise

import pytest

from feeds.intake.asking import fulltext, pages
from feeds.intake.client.decoder import MOST_WIRE
from feeds.model import Answer, Article, Source, SourceState
from tests.feeds.intake.loopback import Desk, Reply, Request, Server, serving

SUMMARY = "Talks on the harbour go on."
WORDS = f"<p>{SUMMARY} Nobody left the table, and the pier stayed shut.</p>"
PAGE = f"<html><body><article>{WORDS * 20}</article></body></html>"


def feed(base: str, many: int) -> bytes:
    items = "".join(
        f"<item><title>Harbour talks {n}</title><guid>g{n}</guid><link>{base}/{n}</link>"
        f"<description>{SUMMARY}</description></item>"
        for n in range(many)
    )
    return f"<rss version='2.0'><channel><title>Harbour</title>{items}</channel></rss>".encode()


def desk_of(server: Server, many: int, page: Reply) -> Desk:
    """A desk with one feed of so many summaries, each with this page."""
    server.routes["/f"] = lambda _: Reply(body=feed(server.base, many))
    server.routes |= dict.fromkeys([f"/{n}" for n in range(many)], lambda _: page)
    desk = Desk(server, "/f", interval=1)
    desk.sources = [desk.sources[0]._replace(full_text="auto")]
    return desk


async def asked(desk: Desk) -> tuple[Answer, int]:
    """Ask once; return the last answer, and how many pages were asked for."""
    before = len(desk.server.requests)
    answers = await desk.cycle(1)
    return answers["/f"], len(desk.server.requests) - before - 1


def test_of_many_summaries_the_newest_are_asked_for() -> None:
    source = Source("s", "s", "feed", "https://news.example/")
    articles = tuple(
        Article(f"{n}", "s", f"{n}", "Title", SUMMARY, f"https://news.example/{n}", published=n) for n in range(50)
    )
    for how, most in (("auto", fulltext.AUTO), ("always", fulltext.ALWAYS)):
        wanted = fulltext.wanted(source._replace(full_text=how), articles, {})
        assert [article.guid for article in wanted] == [f"{n}" for n in range(49, 49 - most, -1)]


@pytest.mark.parametrize("status", [401, 402, 403, 404, 410, 451])
async def test_a_page_that_is_not_for_us_is_not_asked_for_again(status: int) -> None:
    async with serving() as server:
        desk = desk_of(server, 2, Reply(status))
        assert [(await asked(desk))[1] for _ in range(2)] == [2, 0]


async def test_a_page_that_is_too_large_is_not_asked_for_again() -> None:
    async with serving() as server:
        desk = desk_of(server, 1, Reply(body=PAGE.encode() + b" " * pages.MOST))
        assert pages.MOST < MOST_WIRE
        answer, many = await asked(desk)
        assert (answer.articles[0].text, answer.more, many) == (SUMMARY, True, 1)
        assert (await asked(desk))[1] == 0


async def test_a_host_has_a_rest_between_two_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAUSE", 0.2)
    monkeypatch.setattr(pages, "is_loopback", lambda _: False)
    times: list[float] = []

    def answer(_: Request) -> Reply:
        times.append(asyncio.get_running_loop().time())
        return Reply(404)

    async with serving() as server:
        desk = desk_of(server, 3, Reply(404))
        server.routes |= dict.fromkeys(("/0", "/1", "/2"), answer)
        await asked(desk)
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.2


async def test_pages_that_take_too_long_are_left_and_the_others_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "BUDGET", 2.0)
    async with serving() as server:
        desk = desk_of(server, 2, Reply(404))
        server.routes["/1"] = lambda _: Reply(raw=b"", hang=True)
        answer, many = await asked(desk)
    assert (answer.more, [article.guid for article in answer.articles], many) == (True, ["g0"], 2)


async def test_a_paused_source_is_not_asked_however_due_it_is() -> None:
    async with serving() as server:
        desk = desk_of(server, 1, Reply(404))
        desk.sources = [desk.sources[0]._replace(paused=True)]
        desk.states["/f"] = SourceState(streak=3)
        answers = await desk.cycle(9**9, by_hand=True)
        assert (answers["/f"].status, server.requests) == ("skipped", [])
