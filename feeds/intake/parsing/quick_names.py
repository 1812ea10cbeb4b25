"""What the quick reader knows of names: feedparser's namespaces, and what each element is to it."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLAIN = (
    "http://backend.userland.com/rss",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://purl.org/atom/ns#",
    "http://www.w3.org/2005/atom",
    "http://purl.org/rss/1.0/modules/rss091#",
)
PREFIXES = {
    **dict.fromkeys(_PLAIN, ""),
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.georss.org/georss": "georss",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/threading/": "thr",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/xml/1998/namespace": "xml",
}
"""Namespace in lower case -> feedparser's prefix, for those that occur; "" is its own."""
CANONICAL = frozenset(PREFIXES.values()) - {""}

ROOTS = frozenset(("rss", "feed", "rdf:rdf"))
DATES = {
    **dict.fromkeys(("published", "issued", "pubdate", "dcterms:issued"), "published"),
    **dict.fromkeys(("updated", "modified", "lastbuilddate", "dc:date", "dcterms:modified"), "updated"),
    **dict.fromkeys(("created", "dcterms:created"), "created"),
}
NAMES = {
    **dict.fromkeys(("uri", "url", "homepage"), "href"),
    "name": "name",
    "itunes:name": "name",
    "email": "email",
    "itunes:email": "email",
}
"""Parts of an author -> what they are."""
FEED_WORDS = {"ttl": "ttl", "sy:updateperiod": "period", "sy:updatefrequency": "frequency"}
UNKNOWN, TITLE, SUMMARY, CONTENT, OTHER, LINK, ID, DATE, AUTHOR, SOURCE, ENTRY, UNSURE = range(12)
"""What an element is: OTHER is a text that may hold markup and is not kept, UNSURE one that only feedparser knows."""
KINDS = {
    name: kind
    for kind, names in (
        (TITLE, "title dc:title media:title"),
        (SUMMARY, "description summary dc:description media:description itunes:summary"),
        (CONTENT, "content content:encoded fullitem"),
        (OTHER, "subtitle tagline itunes:subtitle rights copyright dc:rights info feedburner:browserfriendly"),
        (LINK, "link"),
        (ID, "id guid"),
        (AUTHOR, "author managingeditor dc:author dc:creator itunes:author"),
        (SOURCE, "source"),
        (ENTRY, "item entry"),
        (UNSURE, "image textinput itunes:owner body abstract rss feed channel"),
    )
    for name in names.split()
} | dict.fromkeys(DATES, DATE)
"""Name -> kind, of those that count."""
TEXT_TYPES = frozenset(("", "text", "plain", "html", "text/plain", "text/html"))
HTML_TYPES = frozenset(("", "html", "xhtml", "text/html", "application/xhtml+xml"))
Attributes = dict[str, str]

_CP1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_C1 = re.compile("[\x80-\x9f]")
_QUERY = re.compile(r"&([A-Za-z0-9_]+);")
_SLASHES = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)(/*)")
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class UnsureError(Exception):
    """A document that feedparser might read otherwise."""


def prefix_of(namespace: str) -> str | None:
    """Return feedparser's prefix for a namespace in lower case, or nothing where it has none."""
    if "backend.userland.com/rss" in namespace:
        return ""
    return PREFIXES.get(namespace)


class Names(dict[str, tuple[str, int]]):
    """Tag as ElementTree gives it -> feedparser's name and our kind, worked out once for each of a document's tags."""

    def __init__(self) -> None:
        super().__init__()
        self.prefixes: dict[str, str] = {}
        """Namespaces that feedparser does not know, but whose prefix it does."""

    def __missing__(self, tag: str) -> tuple[str, int]:
        """Work out a tag. Raises `UnsureError` for XHTML, whose elements may be content."""
        namespace, _, local = tag.rpartition("}")
        uri = namespace[1:].lower()
        prefix = prefix_of(uri) if uri else ""
        if prefix is None:
            # What has a prefix of its own has no handler; what has none is ruled out before (`quick`).
            prefix = self.prefixes.get(uri, "?")
        if prefix == "xhtml":
            raise UnsureError
        name = (f"{prefix}:{local}" if prefix else local).lower()
        self[tag] = found = (name, KINDS.get(name, UNKNOWN))
        return found


def attributes_of(element: "Element") -> Attributes:
    """Return an element's attributes by lower-case local name; those of RDF as `rdf:`, of other namespaces as `?:`."""
    plain: Attributes = {}
    for raw, value in element.items():  # asking for `attrib` makes a dictionary where there is none
        name = raw.lower()
        if name[0] == "{":
            name = f"{'rdf' if raw.startswith(_RDF) else '?'}:{name.rpartition('}')[2]}"
        plain[name] = value.lower() if name in ("rel", "type") else value
    return plain


def repaired(text: str) -> str:
    """Return text as feedparser mends it: UTF-8 that was taken for Latin-1, and Windows characters in C1's place."""
    if text.isascii():
        return text
    raw = text.encode("utf-8", "surrogatepass")
    if b"\xc2" not in raw and b"\xc3" not in raw:  # nothing of Latin-1: most have typographic quotation marks alone
        return text
    try:  # noqa: SIM105 (`suppress` takes as long as the rest)
        text = text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        pass
    return text.translate(_CP1252) if _C1.search(text) else text


def resolved(link: str) -> str:
    """Return a link as feedparser gives it without a base: `https:///host` loses a slash."""
    return _SLASHES.sub(r"\1", link) if ":///" in link else link


def query(link: str) -> str:
    """Return a link whose `&b;` is what became of `&b=`."""
    return _QUERY.sub(r"&\1", link) if "&" in link else link
