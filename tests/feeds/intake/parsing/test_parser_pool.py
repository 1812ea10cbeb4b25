"""The children that parse: killed at the deadline or above their memory, replaced, and named as the source's error."""

import pytest

from feeds.intake.parsing import entries
from feeds.intake.parsing.choosing import Parser
from feeds.intake.parsing.document import NotAFeedError
from feeds.intake.parsing.parser_pool import Pool
from tests.feeds.intake.loopback import rss

# feedparser is quadratic in the attributes of one element: 20,000 of them take it some 7 s, these a minute and a half.
ATTRIBUTES = (
    b"<rss version='2.0'><channel><item " + b" ".join(b"a%d='1'" % n for n in range(80_000)) + b"/></channel></rss>"
)


def test_a_document_that_takes_too_long_costs_a_child_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(size=1)
    try:
        assert pool.read(rss("One")).entries[0].title == "One"
        with monkeypatch.context() as hasty:  # for this alone: on a busy machine a child needs a second to start
            hasty.setattr(pool, "_deadline", 1.0)
            with pytest.raises(NotAFeedError, match="took longer than 1 s"):
                pool.read(ATTRIBUTES)
        assert pool.read(rss("Two")).entries[0].title == "Two"
    finally:
        pool.close()


def test_what_feedparser_raises_is_the_source_s_error() -> None:
    pool = Pool(size=1)
    try:
        with pytest.raises(NotAFeedError, match="an HTML page"):
            pool.read(b"<html><body>Hello</body></html>")
        document = pool.read(b'<?xml version="1.0" encoding="punycode"?>' + rss("Odd").partition(b"?>")[2])
        assert [entry.title for entry in document.entries] == ["Odd"]
    finally:
        pool.close()


def test_of_very_many_items_the_newest_are_kept() -> None:
    # feedparser alone would need more than the deadline for them.
    items = "".join(
        f'<item><title>Item {n}</title><guid isPermaLink="false">g{n}</guid>'
        f"<pubDate>Sun, 22 Nov 2026 {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02} GMT</pubDate></item>"
        for n in range(25_000)
    )
    with Parser() as parser:
        document = parser.read(rss(extra=items))
    assert [entry.title for entry in document.entries[:2]] == ["Item 24999", "Item 24998"]
    assert len({entry.guid for entry in document.entries}) == entries.MOST
    assert entries.asides(document) == ("25000 items: the newest 2000 are kept",)


def test_a_closed_pool_starts_nobody() -> None:
    pool = Pool(size=1)
    pool.close()
    with pytest.raises(NotAFeedError):
        pool.read(rss("One"))
