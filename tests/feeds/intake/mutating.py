"""Broken inputs by the thousand: mutations of feeds and files, and what has to hold for whatever comes in."""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from feeds.intake import RefusedError, cleaning
from feeds.intake.local.seedfile import parse
from feeds.intake.parsing import choosing as parsing
from feeds.intake.parsing import entries, syndication
from feeds.intake.parsing.document import Document, NotAFeedError

if TYPE_CHECKING:
    from feeds.model import Article

NOW = 1_795_000_000
TOKENS = (
    b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b'<!ENTITY a "', b"&a;", b"<!--", b"-->", b"&#xD83D;", b"&#0;", b"&nbsp;",
    b"&lt;", b"&amp;", b"&#x110000;", b"<?xml version='1.0' encoding='utf-16'?>", b"\x00", b"\x1b[2J", b"\x9b",
    b"\xff\xfe", b"\xe2\x80\xae", b"\xed\xa0\x80", b"xmlns=''", b"xml:base='//['", b"<title>", b"</item>", b"<entry>",
    b"<source>", b"<link href='http://[::1'/>", b"99999999999999999999", b"Mon, 31 Feb 99999 25:61:61 +9999", b"{",
    b'{"version":', b"\xef\xbb\xbf", b"\r", b"<script>", b"type='xhtml'", b"mode='base64'", b"<a:b>", b"\n\n",
)  # fmt: skip
RSS = (
    b"<?xml version='1.0'?><rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel>"
    b"<title>Harbour</title><link>http://news.example/</link><item><title>Talks &amp; more</title>"
    b"<link>http://news.example/1</link><guid>1</guid><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>"
    b"<description>&lt;p&gt;One&lt;/p&gt;</description><media:title>Picture</media:title></item>"
    b"<item><title>Caf\xc3\xa9</title></item></channel></rss>"
)
ATOM = (
    b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title><entry><id>urn:1</id>"
    b"<title type='html'>Talks</title><link href='/1'/><updated>2026-11-22T10:00:00Z</updated>"
    b"<author><name>Ada Quill</name></author><content type='xhtml'>"
    b"<div xmlns='http://www.w3.org/1999/xhtml'><p>One</p></div></content></entry></feed>"
)
JSON = (
    b'{"version": "https://jsonfeed.org/version/1", "title": "Harbour", "items": [{"id": "1", "content_html": "<p>"}]}'
)
TEXT = (
    b"25 July, 2025\nharbour-talks\n\nTalks went on. \xe2\x80\x9cWe stay,\xe2\x80\x9d said Ada Quill.\n\nNobody left.\n"
)
SEEDS = (RSS, ATOM, JSON, TEXT)


def mutations(seeds: Sequence[bytes], count: int, chance: random.Random, most: int = 4096) -> Iterator[bytes]:
    """Yield broken inputs; the same for the same state of `chance`."""
    for _ in range(count):
        seed = chance.choice(seeds)
        start = chance.randrange(max(1, len(seed) - most)) if chance.random() < 0.2 else 0
        data = bytearray(seed[start : start + most])
        for _ in range(chance.randint(1, 6)):
            _mutate(data, seeds, chance)
        yield bytes(data)


def _mutate(data: bytearray, seeds: Sequence[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.randint(1, 64))
    kind = chance.randrange(6)
    if kind == 0:
        data[at:at] = chance.choice(TOKENS)
    elif kind == 1:
        del data[at:end]
    elif kind == 2:
        data[at:at] = data[at:end] * chance.randint(1, 8)
    elif kind == 3:
        data[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
    elif kind == 4:
        other = chance.choice(seeds)
        place = chance.randrange(len(other) + 1)
        data[at:end] = other[place : place + 200]
    elif at < len(data):
        data[at] = chance.randrange(256)


def survive(data: bytes, *, feedparser: bool) -> None:
    """Put one input through the whole intake but the child's walls; raises where something does not hold."""
    found: list[Article] = []
    document: Document | None = None
    try:
        document = parsing.at_once(data)
        if document is None and feedparser:
            document = _by_feedparser(data)
    except NotAFeedError as why:
        clean(cleaning.one_line(str(why)))
    if document is not None:
        found += entries.articles(document, "s", "http://news.example/feed", NOW)
        clean(entries.heading(document) or "", *entries.asides(document))
    try:
        found.append(parse(data, "name.txt", 0))
    except RefusedError as refused:
        clean(cleaning.one_line(str(refused)))
    for article in found:
        clean(article.title, article.text, article.link or "", article.author or "", article.guid, *article.notes)


def _by_feedparser(data: bytes) -> Document | None:
    try:
        return syndication.read(data)
    except NotAFeedError:
        raise
    except Exception:
        return None  # what it raises ends in the child, as an error of the source


def clean(*texts: str) -> None:
    """Raise where a string could steer a terminal, or cannot be stored."""
    for text in texts:
        text.encode("utf-8")
        for char in text.replace("\n\n", ""):
            if char < " " or (char > "~" and unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")):
                raise AssertionError(f"{char!r} in {text!r}")
