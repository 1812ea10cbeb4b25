"""expat's events -> Document, by feedparser's rules: the feed around its entries."""

from feeds.intake import hints
from feeds.intake.document import Document
from feeds.intake.quick_item import ItemReader
from feeds.intake.quick_names import (
    CANONICAL,
    CONTENTS,
    ENTRIES,
    FEED_WORDS,
    IDS,
    NAMES,
    OTHER_TEXTS,
    READ_ATTRIBUTES,
    ROOTS,
    SUMMARIES,
    TITLES,
    XML_BASE,
    Attributes,
    UnsureError,
    plain_attributes,
    plain_name,
    prefix_of,
    query,
    repaired,
)

MOST_ELEMENTS = 200_000
"""More is no news feed, and is left to where it can be killed."""
_HOLDERS = ("channel", "feed", "image", "textinput", "rdf:rdf")
"""Elements around the entries whose texts are their own."""
_RSS = {"0.91": "rss091u", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}
_ATOM = {"0.1": "atom01", "0.2": "atom02", "0.3": "atom03"}


class Reader(ItemReader):
    """The state of one document."""

    def __init__(self) -> None:
        super().__init__()
        self.version = ""
        self.names: dict[str, str] = {}
        self.elements = 0
        self.feed: dict[str, str] = {}

    def namespace(self, prefix: str | None, uri: str | None) -> None:
        """expat: a prefix is bound."""
        lower = (uri or "").lower()
        if not self.version:
            if prefix is None and lower == "http://my.netscape.com/rdf/simple/0.9/":
                self.version = "rss090"
            elif lower == "http://purl.org/rss/1.0/":
                self.version = "rss10"
            elif lower == "http://www.w3.org/2005/atom":
                self.version = "atom10"
        known = prefix_of(lower)
        if known is None:
            if prefix is None:
                raise UnsureError
        elif prefix in CANONICAL and prefix != known:
            raise UnsureError

    def start(self, raw: str, attributes: Attributes) -> None:
        """expat: an element begins."""
        self.elements += 1
        name = self.names.get(raw)
        if name is None:
            name = self.names[raw] = plain_name(raw)
        path = self.path
        if not path and name not in ROOTS:
            raise UnsureError
        if (self.pieces is not None and not (self.author_depth and name in NAMES)) or self.elements > MOST_ELEMENTS:
            raise UnsureError
        path.append(name)
        if attributes:
            self.based = self.based or XML_BASE in attributes or "base" in attributes
            attributes = plain_attributes(attributes) if name in READ_ATTRIBUTES else {}
        if self.source_depth:
            self._start_in_source(name)
        elif self.entry is not None:
            self._start_in_entry(name, attributes)
        else:
            self._start_in_feed(name, attributes)

    def end(self, raw: str) -> None:
        """expat: an element ends."""
        name = self.names[raw]
        if self.source_depth:
            self._end_in_source(name)
        elif self.entry is not None:
            self._end_in_entry(name)
        else:
            self._end_in_feed(name)
        self.path.pop()

    def text(self, data: str) -> None:
        """expat: text, which counts where an element is being kept."""
        if self.pieces is not None:
            self.pieces.append(data)

    def _start_in_feed(self, name: str, attributes: Attributes) -> None:
        if name in ENTRIES:
            self._start_entry(attributes)
        elif name in TITLES or name in OTHER_TEXTS or name in SUMMARIES:
            if (name in SUMMARIES and "summary" in self.feed) or self.path[-2] not in _HOLDERS:
                raise UnsureError
            self._content(attributes)
        elif name in CONTENTS or name in ("body", "abstract"):
            raise UnsureError
        elif name == "link" and self._in_channel():
            self._start_link(attributes, self.feed)
        elif name in FEED_WORDS and self._in_channel():
            self.pieces = []
        elif name in IDS and self._in_channel():
            self.guid_is_link = attributes.get("ispermalink", "true") == "true"
            self.pieces = []
        elif name in ("image", "textinput"):
            self.title_depth = -1
        elif len(self.path) == 1:
            self._start_root(name, attributes)

    def _start_root(self, name: str, attributes: Attributes) -> None:
        version = attributes.get("version", "")
        if name == "rss" and not self.version.startswith("rss"):
            self.version = _RSS.get(version) or ("rss20" if version.startswith("2.") else "rss")
        elif name == "feed" and not self.version:
            self.version = _ATOM.get(version, "atom")

    def _end_in_feed(self, name: str) -> None:
        if self.pieces is None:
            return
        value = repaired(self._taken())
        if name in TITLES:
            ignored = -1 < self.title_depth <= len(self.path)
            if self._in_channel() and not ignored:
                self.feed["title"] = value
            if value and name != "media:title":
                self.title_depth = len(self.path)
        elif name == "link":
            self.feed["link"] = query(self._resolved(value))
        elif name in IDS and self.guid_is_link:
            self.feed.setdefault("link", self._resolved(value))
        elif name in FEED_WORDS:
            self.feed[FEED_WORDS[name]] = value
        elif name in ("summary", "itunes:summary"):
            self.feed["summary"] = value

    def _in_channel(self) -> bool:
        return len(self.path) > 1 and self.path[-2] in ("channel", "feed")

    def document(self, body: bytes) -> Document:
        """Return what was read. Raises `UnsureError` where the format has no name."""
        if not self.version:
            raise UnsureError
        feed = self.feed
        hours, days = hints.skips(body)
        seconds = hints.wait(feed.get("ttl", ""), feed.get("period", ""), feed.get("frequency", ""))
        return Document(
            self.version, feed.get("title", ""), feed.get("link", ""), tuple(self.entries), seconds, hours, days
        )
