"""One entry's elements -> Entry, by feedparser's rules: which of two titles counts, what a second summary becomes."""

from typing import TYPE_CHECKING, Any

from feeds.intake.parsing import quick_dates
from feeds.intake.parsing.document import Entry
from feeds.intake.parsing.quick_names import (
    AUTHOR,
    CONTENT,
    DATE,
    DATES,
    ENTRY,
    HTML_TYPES,
    ID,
    LINK,
    NAMES,
    OTHER,
    SOURCE,
    SUMMARY,
    TEXT_TYPES,
    TITLE,
    UNSURE,
    Attributes,
    Names,
    UnsureError,
    attributes_of,
    query,
    repaired,
    resolved,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


class ItemReader:
    """Reads the entries of one document; the fields follow feedparser's."""

    def __init__(self, names: Names, *, based: bool) -> None:
        self.names = names
        self.based = based
        self.entry: dict[str, Any] = {}
        self.depths: dict[str, int] = {}
        self.depth = 0
        self.title_depth = -1
        self.has_content = False

    def read(self, item: "Element", depth: int) -> Entry:
        """Return an entry; `depth` is its element's, the root's is 1. Raises `UnsureError`."""
        attributes = attributes_of(item)
        if "lastmod" in attributes or "href" in attributes:
            raise UnsureError
        about = attributes.get("rdf:about")
        self.entry = {"id": about} if about else {}
        self.depths = {}
        self.title_depth = -1
        self.has_content = False
        names = self.names
        for child in item:
            name, kind = names[child.tag]
            if kind:
                self.depth = depth + 1
                _HANDLERS[kind](self, child, name)
            elif len(child):
                for below, name, kind, self.depth in walk(child, depth + 1, names):
                    _HANDLERS[kind](self, below, name)
        return self._made()

    def title(self, element: "Element", name: str) -> None:
        """Take a title: the first of the least deep."""
        value = repaired(content(element))
        if not -1 < self.title_depth <= self.depth:
            self._set("title", value)
        if value and name != "media:title":
            self.title_depth = self.depth

    def text(self, element: "Element", _: str) -> None:
        """Take a summary; the second one, where there is no content yet, is the content."""
        if "summary" in self.entry and not self.has_content:
            self.content(element, "")
        else:
            self._set("summary", repaired(content(element)))

    def content(self, element: "Element", _: str) -> None:
        """Take the content itself."""
        value = repaired(content(element))
        self.has_content = True
        self.entry.setdefault("contents", []).append(value)
        self.entry.setdefault("summary", value)

    def other(self, element: "Element", _: str) -> None:
        """Look at a text that is not kept."""
        content(element)

    def link(self, element: "Element", _: str) -> None:
        """Take a link: the last one."""
        set_link(self.entry, element, based=self.based, entry=True)

    def id(self, element: "Element", _: str) -> None:
        """Take a guid, which is a link too unless it says that it is none."""
        is_link = attributes_of(element).get("ispermalink", "true") == "true"
        value = repaired(leaf(element))
        value = whole(value, based=self.based) if is_link else value
        self._set("id", value)
        if is_link:
            self.entry.setdefault("link", value)

    def date(self, element: "Element", name: str) -> None:
        """Take one of the three dates."""
        value = repaired(leaf(element))
        key = DATES[name]
        self._set(key, value)
        self.entry[key + "_last"] = value

    def author(self, element: "Element", _: str) -> None:
        """Take an author: the text, or name and address in parts."""
        text = element.text or ""
        parts: dict[str, str] = {}
        for part in element:
            what = NAMES.get(self.names[part.tag][0])
            if what is None:
                raise UnsureError
            parts[what] = leaf(part)
            text += part.tail or ""
        self._set("author", repaired(text.strip()))
        name, email = parts.get("name"), parts.get("email")
        if name or email:
            self.entry["author"] = f"{name} ({email})" if name and email else name or email

    def source(self, element: "Element", _: str) -> None:
        """Look at another feed's title and ids: only what they do to the place of the title counts."""
        self.title_depth = -1
        for child, name, kind, depth in walk(element, self.depth, self.names, into_authors=True):
            if kind in (CONTENT, SUMMARY, SOURCE, UNSURE, ENTRY):
                raise UnsureError
            if kind in (TITLE, OTHER) and leaf(child) and kind == TITLE and name != "media:title":
                self.title_depth = depth

    def unsure(self, _: "Element", __: str) -> None:
        """Give up on what only feedparser can tell."""
        raise UnsureError

    def _set(self, key: str, value: str) -> None:
        """feedparser's rule for two of a kind: the one less deep counts, of equals the last."""  # noqa: D403
        depth = self.depth
        if depth <= self.depths.get(key, depth):
            self.depths[key] = depth
            self.entry[key] = value

    def _made(self) -> Entry:
        found = self.entry.get
        html = found("summary", "")
        if self.has_content:
            html = next((text for text in found("contents", ()) if text.strip()), html)
        date = found("published") or found("updated") or found("created") or ""
        # feedparser reads the last of several, whichever it keeps.
        last = found("published_last") or found("updated_last") or found("created_last")
        try:
            when = quick_dates.seconds(last) if last else None
        except ValueError as error:
            raise UnsureError from error
        return Entry(found("id", ""), found("link", ""), found("title", ""), html, found("author", ""), date, when)


def walk(
    element: "Element", depth: int, names: Names, *, into_authors: bool = False
) -> "Iterator[tuple[Element, str, int, int]]":
    """Yield what is known of an element's descendants, in order, with its depth; unknown ones are looked into.

    Without recursion: 100,000 nested elements are one of the tricks.
    """
    stack = [(iter(element), depth + 1)]
    while stack:
        children, depth = stack[-1]
        for child in children:
            name, kind = names[child.tag]
            if kind:
                yield child, name, kind, depth
            if len(child) and (not kind or (into_authors and kind == AUTHOR)):
                stack.append((iter(child), depth + 1))
                break
        else:
            stack.pop()


def leaf(element: "Element") -> str:
    """Return an element's own text. Raises `UnsureError` where it holds elements."""
    if len(element):
        raise UnsureError
    return (element.text or "").strip()


def content(element: "Element") -> str:
    """Return the text of an element that may hold markup. Raises `UnsureError` where it does so unescaped."""
    if element.keys():
        attributes = attributes_of(element)
        if "mode" in attributes or attributes.get("type", "") not in TEXT_TYPES:
            raise UnsureError
    return leaf(element)


def set_link(context: dict[str, Any], element: "Element", *, based: bool, entry: bool) -> None:
    """Set the link that a `link` element gives: its href where it is an alternate page, else its text."""
    if not element.keys():  # RSS: the link is the text
        value = whole(repaired(leaf(element)), based=based)
        context["link"] = query(value.replace("&amp;", "&") if entry else value)
        return
    attributes: Attributes = attributes_of(element)
    href = attributes.get("url", attributes.get("uri", attributes.get("href")))
    if not href and "href" not in attributes:
        value = whole(repaired(leaf(element)), based=based)
        context["link"] = query(value.replace("&amp;", "&") if entry else value)
    elif len(element):
        raise UnsureError
    elif attributes.get("rel", "alternate") == "alternate" and attributes.get("type", "") in HTML_TYPES:
        context["link"] = whole(href or "", based=based)


def whole(link: str, *, based: bool) -> str:
    """Return feedparser's link. Raises `UnsureError` where an xml:base is about and would change it."""
    link = resolved(link)
    if based and link and not _stays(link):
        raise UnsureError
    return link


def _stays(link: str) -> bool:
    """Whether joining a link to any base gives the link back."""
    from urllib.parse import urljoin  # noqa: PLC0415 (8 ms, and few feeds have an xml:base)

    scheme, _, rest = link.partition(":")
    if scheme.lower() in ("tag", "urn"):
        return True
    if scheme not in ("http", "https") or not rest.startswith("//"):
        return False
    try:
        return urljoin(f"{scheme}://x.example/", link) == link
    except ValueError:  # `http://[::1`: no address, and what becomes of it is feedparser's to say
        return False


_HANDLERS = {
    TITLE: ItemReader.title,
    SUMMARY: ItemReader.text,
    CONTENT: ItemReader.content,
    OTHER: ItemReader.other,
    LINK: ItemReader.link,
    ID: ItemReader.id,
    DATE: ItemReader.date,
    AUTHOR: ItemReader.author,
    SOURCE: ItemReader.source,
    UNSURE: ItemReader.unsure,
    ENTRY: ItemReader.unsure,
}
