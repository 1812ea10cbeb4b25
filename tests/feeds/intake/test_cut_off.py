"""Half a document is an error by name, not a feed that happens to be short."""

from pathlib import Path

import pytest

from feeds.intake import Settings
from feeds.intake.collecting import collect
from feeds.intake.parsing.choosing import Parser, at_once
from feeds.intake.parsing.document import NotAFeedError
from feeds.model import Source, SourceState
from tests.feeds.intake.loopback import Desk, Reply, serving

ITEM = "<item><guid>{0}</guid><title>Bulletin {0}</title><description>Words &amp; more words.</description></item>"
WHOLE = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><!-- morning -->
<rss version="2.0"><channel><title>Wires</title>{"".join(map(ITEM.format, range(5)))}</channel></rss>""".encode()
END = WHOLE.index(b"</channel>") + len(b"</channel>")


@pytest.mark.parametrize("length", range(1, END, 3))
def test_a_feed_that_ends_too_early(length: int) -> None:
    with pytest.raises(NotAFeedError, match=r"^cut off: "):
        at_once(WHOLE[:length])


@pytest.mark.parametrize(
    "body",
    [
        b'<?xml version="1.0"?><rss version="2.0"><chan',
        b"<?xml vers",
        b'<?xml version="1.0" encoding="utf-8"?>\n',
        b"\xef\xbb\xbf<!-- no end",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Wires</title><entry>".encode("utf-16"),
        b"<rdf:RDF xmlns:rdf='u'><channel><title>Wires</title></channel><item>",
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Bu',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [',
    ],
)
def test_other_documents_that_end_too_early(body: bytes) -> None:
    with pytest.raises(NotAFeedError, match=r"^cut off: "):
        at_once(body)


@pytest.mark.parametrize(
    "body",
    [WHOLE[:END], WHOLE + b"<p>junk", WHOLE + b"\0\0<!-- served by", WHOLE.replace(b"&amp;", b"&")],
)
def test_small_faults_and_junk_behind_the_end_are_no_cut(body: bytes) -> None:
    with Parser() as parser:
        assert len(parser.read(body).entries) == 5


def test_a_feed_that_its_server_wrapped_into_a_page_is_read() -> None:
    page = b"<html><body>" + WHOLE[WHOLE.index(b"<rss") :] + b"</body></html>"
    with Parser() as parser:
        assert len(parser.read(page).entries) == 5


async def test_nothing_of_half_a_feed_is_stored_over_http_or_on_disk(tmp_path: Path) -> None:
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=WHOLE[:300], headers=[("ETag", '"half"')])
        answer = (await Desk(server, "/f").cycle())["/f"]
    file = tmp_path / "feed.xml"
    file.write_bytes(WHOLE[:300])
    source = Source("f", "f", "feedfile", str(file))
    ((found,),) = [ready async for ready in collect([(source, SourceState())], Settings(), lambda _: {})]
    for one in (answer, found):
        assert (one.status, one.articles, one.state.etag) == ("error", (), None)
        assert one.state.error == "not a feed: cut off: its <rss> is never closed"
