"""Trying a source out: one line for each that was asked, however often it had something to say."""

import pytest

from feeds.config import Config
from feeds.model import Source
from tests.feeds.intake.loopback import Reply, serving
from tui.desk.checking import check

PAGE = "The harbour of Skerry lost {} boats in the storm, the port office said on Friday. "


async def test_a_source_with_pages_counts_once(capsys: pytest.CaptureFixture[str]) -> None:
    async with serving() as server:
        item = f"<item><title>Boats lost in the harbour</title><link>{server.base}/page</link></item>"
        feed = f"<rss version='2.0'><channel><title>Harbour News</title>{item}</channel></rss>"
        server.routes["/f"] = lambda _: Reply(body=feed.encode())
        server.routes["/g"] = lambda _: Reply(404)
        text = "".join(PAGE.format(number) for number in range(3, 40))
        server.routes["/page"] = lambda _: Reply(
            body=f"<html><body><article><p>{text}</p></article></body></html>".encode(),
            headers=[("Content-Type", "text/html")],
        )
        good, away = (Source(name, name, "feed", f"{server.base}/{name}") for name in ("f", "g"))
        config = Config(None, "/nowhere", 1200, (good, away), own=True)
        assert await check([good, away], config) == (1, 1)
        said = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("ok  f ") for line in said) == 1
    assert "    f: the text of 1 page of its articles was asked for" in said
    assert "error  g  nothing is there (404) (HTTP 404)" in said
