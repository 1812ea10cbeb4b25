"""Full text: the page's text for a summary, never twice, never a paywall, and not undone by the next summary."""

import pytest

from feeds.intake.asking import fulltext, pages
from feeds.model import Answer, Article, Source, SourceState
from tests.feeds.intake.loopback import Desk, Reply, Server, serving

STORY = " ".join(f"Talks on the harbour went on for {n} hours, and nobody left the table." for n in range(3, 12))
ARTICLE = Article("1", "s", "g", "Harbour talks go on", "Talks go on.", "https://news.example/1", stamp="S")


def page(*paragraphs: str, head: str = "") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f"<head><title>Harbour talks go on</title>{head}</head>"
    return f"<html>{head}<body><article>{body}</article></body></html>".encode()


def feed(base: str) -> bytes:
    items = "".join(
        f"<item><title>Harbour talks go on {n}</title><guid>g{n}</guid><link>{base}/{n}</link>"
        f"<description>Talks go on.</description></item>"
        for n in range(3)
    )
    return f"<rss version='2.0'><channel><title>Harbour</title>{items}</channel></rss>".encode()


@pytest.mark.parametrize(
    ("text", "html", "address", "reason"),
    [
        (STORY, b"", "https://news.example/1", None),
        (STORY, b"", "https://id.example/login?next=1", "it led to a page to log in or to agree"),
        ("Talks.", b"", "https://news.example/1", "no more than the summary"),
        (
            STORY[:600] + " Subscribe to continue reading.",
            b"",
            "https://news.example/1",
            "a notice instead of the article",
        ),
        (STORY, b'{"isAccessibleForFree": false}', "https://news.example/1", "behind a paywall"),
        ("We bake bread. " * 60, b"", "https://news.example/1", "another text than the headline's"),
    ],
)
def test_what_is_an_article(text: str, html: bytes, address: str, reason: str | None) -> None:
    assert fulltext.no_article(ARTICLE, text, html, address) == reason


def test_which_pages_are_asked_for() -> None:
    source = Source("s", "s", "feed", "https://news.example/")
    long, unlinked = ARTICLE._replace(guid="long", text="x" * 400), ARTICLE._replace(guid="none", link=None)
    articles = (ARTICLE, long, unlinked)
    assert fulltext.wanted(source, articles, {}) == [ARTICLE]
    assert fulltext.wanted(source._replace(full_text="always"), articles, {}) == [ARTICLE, long]
    assert fulltext.wanted(source._replace(full_text="never"), articles, {}) == []
    for stamp in ("S+page", "S+none"):
        assert fulltext.wanted(source, articles, {"g": stamp}) == []
    assert fulltext.wanted(source, articles, {"g": "older+page"}) == [ARTICLE]


async def test_pages_come_after_the_feed_and_are_not_undone() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=feed(server.base))
        server.routes["/0"] = lambda _: Reply(body=page(*[STORY] * 3), headers=[("Content-Type", "text/html")])
        server.routes["/1"] = lambda _: Reply(body=page("Accept all cookies. We value your privacy."))
        server.routes["/2"] = lambda _: Reply(404)
        desk = Desk(server, "/f", interval=1)
        desk.sources = [desk.sources[0]._replace(full_text="auto")]
        answers = await _all(desk)
        assert [(len(answer.articles), answer.more) for answer in answers] == [(3, False), (3, True)]
        texts = {article.guid: article.text for article in answers[1].articles}
        assert "went on for 11 hours" in texts["g0"]
        assert texts["g1"] == texts["g2"] == "Talks go on."
        (again,) = await _all(desk)
        assert [article.guid for article in again.articles] == ["g1", "g2"]
        assert len(server.asked("/0")) == len(server.asked("/1")) == len(server.asked("/2")) == 1


async def test_a_host_that_fails_is_left_for_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAUSE", 0)
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=feed(server.base))
        for n in range(3):
            server.routes[f"/{n}"] = lambda _: Reply(500)
        desk = Desk(server, "/f", interval=1)
        desk.sources = [desk.sources[0]._replace(full_text="auto")]
        assert len(await _all(desk)) == 1
        assert _pages_asked(server) == 1
        await _all(desk)
        assert _pages_asked(server) == 2


async def test_pages_of_a_host_that_asks_for_rest_are_left_for_the_next_run() -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=feed(server.base))
        server.routes["/moved"] = lambda _: Reply(302, headers=[("Location", "/busy")])
        server.routes["/busy"] = lambda _: Reply(429)
        desk = Desk(server, "/f", "/moved")
        desk.sources = [source._replace(full_text="auto") for source in desk.sources]
        desk.states["/moved"] = SourceState(streak=1, where=desk.sources[1].where)  # so that it is asked last
        assert [answer.status for answer in (await desk.cycle()).values()] == ["ok", "error"]
        assert _pages_asked(server) == 0


@pytest.mark.parametrize("link", ["http://[::1/1", "http://[zz]/1", "http://\u2100.example/1", "http://a.example:x/1"])
async def test_a_link_that_is_no_address_is_passed_over(link: str) -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(
            body=feed(server.base).replace(f"{server.base}/1".encode(), link.encode())
        )
        for n in (0, 2):
            server.routes[f"/{n}"] = lambda _: Reply(body=page(*[STORY] * 3), headers=[("Content-Type", "text/html")])
        desk = Desk(server, "/f", interval=1)
        desk.sources = [desk.sources[0]._replace(full_text="auto")]
        answers = await _all(desk)
    assert [[article.guid for article in answer.articles] for answer in answers] == [["g0", "g1", "g2"], ["g0", "g2"]]


def _pages_asked(server: Server) -> int:
    return sum(len(server.asked(f"/{n}")) for n in range(3))


async def _all(desk: Desk) -> list[Answer]:
    """One cycle; every answer in order, the stamps remembered as the archive would."""
    from contextlib import aclosing

    from feeds.intake import Settings, collect

    desk.now += 1
    settings = Settings(interval=1, clock=lambda: desk.now)
    source = desk.sources[0]
    asked = [(source, desk.states.get(source.key, SourceState()))]
    found = []
    answers = collect(asked, settings, lambda key: desk.known.get(key, {}))
    async with aclosing(answers) as each:
        async for answer in (answer async for ready in each for answer in ready):
            found.append(answer)
            desk.states[source.key] = answer.state
            desk.known.setdefault(source.key, {}).update({a.guid: a.stamp for a in answer.articles})
    return found
