"""The feed of a page, by the links that the page names."""

from feeds.intake import Settings
from feeds.intake.asking.discovery import MOST, TRIED, find, linked
from tests.feeds.intake.loopback import Reply, rss, serving

PAGE = b"""<!doctype html><html><head><title>Harbour</title>
<link rel="stylesheet" href="/x.css"><link rel="alternate" type="application/rss+xml" title="All" href="/rss">
<link rel="alternate" type="application/atom+xml" href="javascript:alert(1)">
<link rel="alternate" type="text/html" href="/fr">
</head><body><a href="/broken/feed/">Feed</a></body></html>"""


async def test_a_page_leads_to_its_feed() -> None:
    async with serving() as server:
        server.routes["/"] = lambda _: Reply(body=PAGE, headers=[("Content-Type", "text/html")])
        server.routes["/rss"] = lambda _: Reply(301, headers=[("Location", "/new")])
        server.routes["/new"] = lambda _: Reply(body=rss("One", "Two"))
        server.routes["/broken/feed/"] = lambda _: Reply(404)
        found = await find(server.base + "/", Settings(clock=lambda: 1_795_000_000))
        (feed,) = found.feeds
        assert feed == (f"{server.base}/new", "Harbour News", "rss20", 2, None)
        assert found.error is None


HOSTILE = b"""<html><head>
<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
<link rel="alternate" type="application/rss+xml" href="http://169.254.169.254/rss">
<link rel="alternate" type="application/rss+xml" href="http://[::1">
<link rel="alternate" type="application/rss+xml" href="//user:word@:99999/">
<link rel="alternate" type="application/rss+xml" href="/a b&#10;c\x1b[2J">
<link rel="alternate" type="application/rss+xml"><link rel="alternate" type="application/rss+xml" href="/rss">
</head><body>%b</body></html>"""


async def test_of_a_page_of_hostile_links_the_feed_is_found_and_nobody_else_asked() -> None:
    async with serving() as server:
        many = b"".join(b'<a href="/%d/feed">x</a>' % n for n in range(50_000))
        server.routes["/"] = lambda _: Reply(body=HOSTILE % many)
        server.routes["/rss"] = lambda _: Reply(body=rss("One"))
        found = await find(server.base + "/", Settings())
        assert [feed.address for feed in found.feeds] == [server.base + "/rss"]
        assert len(server.requests) <= 1 + TRIED


def test_links_are_looked_for_at_the_head_of_a_large_page() -> None:
    link = b'<link rel="alternate" type="application/atom+xml" href="/%b">'
    page = link % b"first" + b"<p>" * MOST + link % b"last"
    assert list(linked(page, "http://news.example/")) == ["http://news.example/first"]


async def test_a_feed_leads_to_itself_and_nothing_leads_nowhere() -> None:
    async with serving() as server:
        server.routes["/rss"] = lambda _: Reply(body=rss("One"))
        server.routes["/plain"] = lambda _: Reply(body=b"<html><body>Nothing here</body></html>")
        server.routes["/gone"] = lambda _: Reply(404)
        settings = Settings()
        assert [feed.items for feed in (await find(server.base + "/rss", settings)).feeds] == [1]
        assert (await find(server.base + "/plain", settings)).error == "not a feed, and it names none: an HTML page"
        gone = await find(server.base + "/gone", settings)
        assert (gone.error, gone.wrong) == ("nothing is there (404)", True)
        server.routes["/shut"] = lambda _: Reply(403)
        assert not (await find(server.base + "/shut", settings)).wrong
        assert (await find("http://", settings)).error == "not an address: http://"
