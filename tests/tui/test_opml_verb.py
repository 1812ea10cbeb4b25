"""Lists of feeds in and out, and addresses that become sources."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.config import load
from tests.tui.headless import Desk
from tests.tui.web import Handler, serving

LIST = """\
<opml version="2.0"><body><outline text="World">
<outline type="rss" text="One &amp; co" xmlUrl="https://example.org/1.xml" htmlUrl="https://example.org/" color="red"/>
<outline type="rss" text="One &amp; co" xmlUrl="https://EXAMPLE.org/2.xml" category="a,b"/>
<outline type="rss" text="Again" xmlUrl="https://example.org/1.xml"/></outline>
<outline type="rss" text="nowhere"/></body></opml>
"""
PAGES = {
    "/": ("text/html", '<html><link rel="alternate" type="application/rss+xml" href="/feed"></html>'),
    "/feed": (
        "application/rss+xml",
        '<rss version="2.0"><channel><title>F</title><item><title>x</title></item></channel></rss>',
    ),
    "/bare": ("text/html", "<html><p>Nothing here.</p></html>"),
    "/list": ("text/x-opml", LIST),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "home")
    desk.sources()
    return desk


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    class Site(Handler):
        def answer(self) -> None:
            kind, text = PAGES.get(self.path, ("text/plain", ""))
            self.reply(text.encode(), kind, 200 if text else 404)

    with serving(Site) as address:
        yield address


def test_a_list_is_merged_and_comes_out_with_all_that_it_said(desk: Desk) -> None:
    (desk.home / "list.opml").write_text(LIST)
    done = desk.run("opml", "import", "list.opml", "--tag", "mine")
    assert done.stdout == "2 added, 0 there already, 1 repeated, 1 skipped\n"
    assert done.stderr == "copydesk: list.opml: nowhere: no address that could be asked\n"
    again = desk.run("opml", "import", "-", stdin=LIST.encode())
    assert again.stdout == "0 added, 2 there already, 1 repeated, 1 skipped\n"
    sources = load(desk.config).sources
    assert [(source.key, source.tags) for source in sources] == [
        ("One & co", ("World", "mine")),
        ("https://example.org/2.xml", ("World", "a", "b", "mine")),
    ]
    out = desk.run("opml", "export").stdout
    assert '<outline text="World">' in out
    assert 'text="One &amp; co"' in out
    assert 'htmlUrl="https://example.org/" category="mine" color="red"/>' in out
    (desk.home / "other.toml").write_text("")
    desk.run("opml", "import", "-", "--config", "other.toml", stdin=out.encode())
    assert load(desk.home / "other.toml").sources == sources
    assert desk.run("opml", "export", "--config", "other.toml").stdout == out


@pytest.mark.parametrize(
    ("place", "code", "message"),
    [
        ("/nowhere.opml", 4, "/nowhere.opml: No such file or directory"),
        ("-", 4, "-: ill-formed XML"),
        ("http://127.0.0.1:9/x", 4, "http://127.0.0.1:9/x: connection refused"),
    ],
)
def test_what_is_no_list_is_named(desk: Desk, place: str, code: int, message: str) -> None:
    done = desk.run("opml", "import", place, stdin=b"no list")
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(f"copydesk: {message}")


def test_a_tag_that_the_configuration_cannot_hold_is_refused(desk: Desk) -> None:
    before = desk.config.read_text()
    done = desk.run("opml", "import", "-", "--tag", "a\x1bb", stdin=LIST.encode())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "copydesk: -: tags must be on one line, without control characters, and in Unicode\n"
    assert desk.config.read_text() == before


def test_a_list_and_a_feed_are_found_at_an_address(desk: Desk, site: str) -> None:
    assert desk.run("opml", "import", f"{site}/list").stdout.startswith("2 added")
    assert desk.run("source", "add", f"{site}/", "--name", "site").stdout == f"added  site  {site}/feed\n"
    refused = desk.run("source", "add", f"{site}/bare")
    assert refused.returncode == 2
    assert "not a feed, and it names none" in refused.stderr
    assert "--no-check adds it all the same" in refused.stderr
    assert desk.run("source", "add", "--no-check", f"{site}/bare").returncode == 0
    away = desk.run("source", "add", "http://127.0.0.1:9/x")
    assert away.returncode == 0
    assert "could not be asked now (connection refused); it is added as it stands" in away.stderr
    checked = desk.run("source", "check", "site")
    assert checked.stdout.startswith("ok  site  “F”  feed with 1 article")
