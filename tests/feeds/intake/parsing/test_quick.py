"""The quick reader and feedparser, on feeds of every shape: the same document, or the quick one is unsure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.intake.parsing import quick, syndication
from feeds.intake.parsing.choosing import Parser
from feeds.intake.parsing.document import NotAFeedError
from feeds.intake.parsing.prefilter import prefilter
from feeds.intake.parsing.quick_names import UnsureError

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="http://unknown.example/" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)
WORDS = st.sampled_from(
    [
        "", " ", "Talks go on", "a &lt;b&gt;b&lt;/b&gt; &amp;amp; c", "<![CDATA[<p>One</p><p>Two &amp; three</p>]]>",
        "caf\u00e9", "caf\u00c3\u00a9", "&#147;curly&#148;", "http://news.example/a?b=1&amp;c;=2", "https:///odd",
        "/relative", "tag:x,2025:1", "Sun, 22 Nov 2026 10:00:00 GMT", "2026-11-22T10:00:00+01:00",
        "22 Nov 2026 10:00 +0530", "yesterday",
    ]
)  # fmt: skip
LEAVES = st.sampled_from(
    [
        "title", "dc:title", "media:title", "link", "guid", 'guid isPermaLink="false"', "id", "description", "summary",
        "content:encoded", 'content type="html"', "itunes:summary", "itunes:subtitle", "media:description", "pubDate",
        "dc:description", "updated", "published", "dc:date", "author", "dc:creator", "category", "x:other", "name",
        'x:other a="b"', "source", 'source url="http://s.example/"', "rights", "atom:summary", "comments", "ttl",
        "sy:updatePeriod",
    ]
)  # fmt: skip
EMPTY = st.sampled_from(
    [
        '<link href="http://news.example/h"/>', '<link rel="self" href="http://news.example/s"/>', "<link/>", "<guid/>",
        '<enclosure url="u"/>', '<atom:link href="/r" type="text/html"/>',
        '<link rel="alternate" type="text/plain" href="http://t.example/"/>',
        "<author><name>Ada Quill</name><email>ada@news.example</email><uri>http://a.example/</uri></author>",
        "<media:group><media:title>Inner</media:title><media:description>Deep</media:description></media:group>",
        "<source><title>Elsewhere</title><id>urn:1</id><updated>2026-11-22T10:00:00Z</updated></source>",
    ]
)  # fmt: skip


@st.composite
def parts(draw: st.DrawFn, most: int) -> str:
    made = []
    for _ in range(draw(st.integers(0, most))):
        if draw(st.booleans()) or draw(st.booleans()):
            leaf = draw(LEAVES)
            made.append(f"<{leaf}>{draw(WORDS)}</{leaf.partition(' ')[0]}>")
        else:
            made.append(draw(EMPTY))
    return "".join(made)


@st.composite
def feeds(draw: st.DrawFn) -> bytes:
    entries = [draw(parts(9)) for _ in range(draw(st.integers(0, 3)))]
    head = draw(parts(3))
    if draw(st.booleans()):
        items = "".join(f"<item>{entry}</item>" for entry in entries)
        return f'<rss version="2.0" {SPACES}><channel>{head}{items}</channel></rss>'.encode()
    items = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {SPACES}>{head}{items}</feed>'.encode()


@given(feeds())
@settings(max_examples=400, deadline=None)
def test_the_quick_reader_reads_what_feedparser_reads(body: bytes) -> None:
    try:
        found = quick.read(prefilter(body))
    except UnsureError:
        return
    assert found == syndication.read(body)


def test_an_ordinary_feed_is_read_without_feedparser() -> None:
    body = (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {SPACES}><channel><title>Harbour News</title>'
        "<link>http://news.example/</link><ttl>30</ttl><image><title>Logo</title><url>u</url></image><item>"
        "<title>Talks</title><link>http://news.example/1</link><guid>1</guid><dc:creator>Ada Quill</dc:creator>"
        "<pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate><description>Lead.</description>"
        "<content:encoded><![CDATA[<p>Body.</p>]]></content:encoded></item></channel></rss>"
    ).encode()
    document = quick.read(prefilter(body))
    assert document == syndication.read(body)
    assert (document.title, document.wait) == ("Harbour News", 1800)
    (entry,) = document.entries
    assert (entry.title, entry.html, entry.author, entry.when) == ("Talks", "<p>Body.</p>", "Ada Quill", 1795341600)


@pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252", "koi8-r"])
def test_another_encoding_is_read_as_feedparser_reads_it(name: str) -> None:
    title = "Переговоры" if name == "koi8-r" else "Café über"
    item = f"<item><title>{title}</title></item>"
    body = f'<?xml version="1.0" encoding="{name}"?><rss version="2.0"><channel>{item}</channel></rss>'.encode(name)
    assert quick.read(prefilter(body)).entries[0].title == syndication.read(body).entries[0].title == title


@pytest.mark.parametrize(
    "body",
    [
        b"<rss version='2.0'><channel><item><title>cut",
        b"<html/>",
        b"<rss><a:b/></rss>",
        b"<rss>&nbsp;</rss>",
        b"",
        b"<rss/>",
    ],
)
def test_what_only_feedparser_can_tell(body: bytes) -> None:
    try:
        document = quick.read(prefilter(body))
    except UnsureError:
        return
    try:
        assert document == syndication.read(body)
    except NotAFeedError:
        pytest.fail("read what is no feed")


def test_a_link_that_is_no_address_below_an_xml_base_is_left_to_feedparser() -> None:
    body = (
        b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/'><title>x</title>"
        b"<entry><id>tag:a.example,2026:1</id><title>t</title><link href='http://[::1'/></entry></feed>"
    )
    with pytest.raises(UnsureError):
        quick.read(body)
    with Parser() as parser:
        assert [entry.title for entry in parser.read(body).entries] == ["t"]
