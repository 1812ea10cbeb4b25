"""A feed's tree -> Document, by feedparser's rules: the feed around its entries."""

from typing import TYPE_CHECKING

from feeds.intake.parsing import hints
from feeds.intake.parsing.document import Document, Entry
from feeds.intake.parsing.quick_item import ItemReader, content, leaf, set_link, whole
from feeds.intake.parsing.quick_names import (
    CONTENT,
    ENTRY,
    FEED_WORDS,
    ID,
    LINK,
    OTHER,
    ROOTS,
    SUMMARY,
    TITLE,
    Names,
    UnsureError,
    attributes_of,
    repaired,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HOLDERS = ("channel", "feed", "image", "textinput", "rdf:rdf")
"""Elements around the entries whose texts are their own."""
_RSS = {"0.91": "rss091u", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}
_ATOM = {"0.1": "atom01", "0.2": "atom02", "0.3": "atom03"}


class Reader:
    """Reads one document."""

    def __init__(self, names: Names, *, based: bool) -> None:
        self.names = names
        self.based = based
        self.items = ItemReader(names, based=based)
        self.feed: dict[str, str] = {}
        self.entries: list[Entry] = []
        self.title_depth = -1

    def read(self, root: "Element", version: str, body: bytes) -> Document:
        """Return what a tree says; `version` is what the namespaces of its root call it. Raises `UnsureError`."""
        name = self.names[root.tag][0]
        if name not in ROOTS:
            raise UnsureError
        version = _version(name, version, attributes_of(root).get("version", ""))
        self._walk(root)
        if not version:
            raise UnsureError
        feed = self.feed
        hours, days = hints.skips(body)
        wait = hints.wait(feed.get("ttl", ""), feed.get("period", ""), feed.get("frequency", ""))
        return Document(version, feed.get("title", ""), feed.get("link", ""), tuple(self.entries), wait, hours, days)

    def _walk(self, root: "Element") -> None:
        stack = [(iter(root), self.names[root.tag][0])]
        while stack:
            children, parent = stack[-1]
            for child in children:
                name, kind = self.names[child.tag]
                if kind == ENTRY:
                    self.entries.append(self.items.read(child, len(stack) + 1))
                    self.title_depth = self.items.title_depth
                elif not self._take(child, name, kind, parent, len(stack) + 1) and len(child):
                    stack.append((iter(child), name))
                    break
            else:
                stack.pop()

    def _take(self, child: "Element", name: str, kind: int, parent: str, depth: int) -> bool:
        """Take what an element outside the entries says; whether there is nothing more in it."""
        in_channel = parent in ("channel", "feed")
        if kind in (TITLE, OTHER, SUMMARY):
            if parent not in _HOLDERS or (kind == SUMMARY and "summary" in self.feed):
                raise UnsureError
            self._text(name, kind, repaired(content(child)), in_channel, depth)
        elif kind == CONTENT or name in ("body", "abstract"):
            raise UnsureError
        elif name in ("image", "textinput"):
            self.title_depth = -1
            return False
        elif in_channel and kind == LINK:
            set_link(self.feed, child, based=self.based, entry=False)
        elif in_channel and kind == ID:
            self._id(child)
        elif in_channel and name in FEED_WORDS:
            self.feed[FEED_WORDS[name]] = repaired(leaf(child))
        else:
            return False
        return True

    def _text(self, name: str, kind: int, value: str, in_channel: bool, depth: int) -> None:
        if kind == TITLE:
            if in_channel and not -1 < self.title_depth <= depth:
                self.feed["title"] = value
            if value and name != "media:title":
                self.title_depth = depth
        elif name in ("summary", "itunes:summary"):
            self.feed["summary"] = value

    def _id(self, child: "Element") -> None:
        value = repaired(leaf(child))
        if attributes_of(child).get("ispermalink", "true") == "true":
            self.feed.setdefault("link", whole(value, based=self.based))


def _version(root: str, version: str, attribute: str) -> str:
    if root == "rss" and not version.startswith("rss"):
        return _RSS.get(attribute) or ("rss20" if attribute.startswith("2.") else "rss")
    return version or (_ATOM.get(attribute, "atom") if root == "feed" else "")
