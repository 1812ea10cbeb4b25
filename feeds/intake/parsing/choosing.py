"""Which parser reads a body: the quick ones in this process where they are sure and it is small, else a child."""

import contextlib
import re
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from feeds.intake.parsing import quick
from feeds.intake.parsing.document import Document, NotAFeedError
from feeds.intake.parsing.prefilter import prefilter, root_name, without_declaration
from feeds.intake.parsing.quick_names import UnsureError

if TYPE_CHECKING:
    from feeds.intake.parsing.parser_pool import Pool

MOST_JSON = 1 << 20
"""Bytes; larger ones are read where they can be killed: 8 MiB of `{},` are 2.8 million items, 12 s and 700 MB."""


class Parser:
    """Reads feeds for the length of one run; its children are started when the first document needs one."""

    def __init__(self) -> None:
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, body: bytes, content_type: str = "") -> Document:
        """Return what a feed's bytes say. Raises `NotAFeedError` with the reason, and nothing else."""
        document = at_once(body, content_type)
        return self.slowly(body, content_type) if document is None else document

    def slowly(self, body: bytes, content_type: str = "") -> Document:
        """Return what is read in a child: quickly, or as JSON, where the body is only large, else by feedparser.

        Blocks for at most the child's deadline. Raises `NotAFeedError`.
        """
        return self._children().read(body, content_type)

    def page(self, html: bytes, address: str) -> dict[str, Any]:
        """Return what the text extractor finds in a page, in a child. Raises `NotAFeedError`."""
        return self._children().ask(html, {"page": address})

    def _children(self) -> "Pool":
        if self._pool is None:
            from feeds.intake.parsing.parser_pool import Pool  # noqa: PLC0415 (subprocess: 10 ms, and most runs need none)

            self._pool = Pool()
        return self._pool

    def close(self) -> None:
        """End the children."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None


def is_json(body: bytes) -> bool:
    """Whether a body begins as JSON does, or as a comment, which some programs write in front of it."""
    return body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"//", b"/*"))


def at_once(body: bytes, content_type: str = "") -> Document | None:
    """Return what can be read here and now, or nothing where a child has to. Raises `NotAFeedError`."""
    if not body.strip():
        raise NotAFeedError("empty")
    if is_json(body):
        if len(body) > MOST_JSON:
            return None
        from feeds.intake.parsing import jsonfeed  # noqa: PLC0415 (json and html: 8 ms, and most feeds are XML)

        return jsonfeed.read(body)
    filtered = prefilter(body)
    name = root_name(filtered)
    if (reason := _REFUSED.get(name)) and not _FEED_INSIDE.search(filtered):
        raise NotAFeedError(reason)
    if not name:
        begun = body[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")
        if begun and len(without_declaration(filtered)) <= 1:
            raise NotAFeedError("cut off: it ends before its first element")
        if not filtered.strip().startswith(b"<"):
            raise NotAFeedError("it begins with no XML")
    if quick.is_small(filtered):
        with contextlib.suppress(UnsureError):
            return quick.read(filtered, content_type)
    if reason := cut_off(filtered):
        raise NotAFeedError(f"cut off: {reason}")
    return None


def cut_off(body: bytes) -> str:
    """Return why a pre-filtered body that is not well-formed cannot be all of its document, or nothing.

    feedparser takes whatever came for the whole; half a feed would be stored, and its validators with it.
    """
    name = root_name(body)
    if name in _REFUSED and (inside := _FEED_INSIDE.search(body)):
        name = inside[1].lower()
    if not name:
        return ""
    start = re.search(rb"<%s(?=[\s/>]|\Z)[^>]*(>|\Z)" % re.escape(name), body, re.IGNORECASE)
    # A channel that ends has ended, whatever its server forgot behind it.
    end = rb"</(?:rss|channel)\s*>" if name == b"rss" else rb"</%s\s*>" % re.escape(name)
    if start is None or start[0].endswith(b"/>") or re.search(end, body, re.IGNORECASE):
        return ""
    return f"its <{name.decode('ascii', 'replace')}> is never closed"


_FEED_INSIDE = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]")
"""A feed that its server wrapped into a page: they exist, and feedparser reads them."""
_REFUSED: dict[bytes, str] = {
    b"html": "an HTML page",
    b"head": "an HTML page",
    b"body": "an HTML page",
    b"opml": "a list of feeds (OPML): import it",
    b"svg": "a picture",
    b"urlset": "a sitemap",
    b"sitemapindex": "a sitemap",
}
