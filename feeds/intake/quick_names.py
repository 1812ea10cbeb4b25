"""What the quick reader knows of names: feedparser's namespaces, and what each element is to it."""

import contextlib
import re

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
ENTRIES = frozenset(("item", "entry"))
TITLES = frozenset(("title", "dc:title", "media:title"))
IDS = frozenset(("id", "guid"))
CONTENTS = frozenset(("content", "content:encoded", "fullitem"))
SUMMARIES = frozenset(("description", "summary", "dc:description", "media:description", "itunes:summary"))
DATES = {
    **dict.fromkeys(("published", "issued", "pubdate", "dcterms:issued"), "published"),
    **dict.fromkeys(("updated", "modified", "lastbuilddate", "dc:date", "dcterms:modified"), "updated"),
    **dict.fromkeys(("created", "dcterms:created"), "created"),
}
AUTHORS = frozenset(("author", "managingeditor", "dc:author", "dc:creator", "itunes:author"))
NAMES = {
    **dict.fromkeys(("uri", "url", "homepage"), "href"),
    "name": "name",
    "itunes:name": "name",
    "email": "email",
    "itunes:email": "email",
}
"""Parts of an author -> what they are."""
OTHER_TEXTS = frozenset(
    (
        "subtitle", "tagline", "itunes:subtitle", "rights", "copyright", "dc:rights", "info",
        "feedburner:browserfriendly",
    )
)  # fmt: skip
"""Texts that may hold markup and are not kept."""
FEED_WORDS = {"ttl": "ttl", "sy:updateperiod": "period", "sy:updatefrequency": "frequency"}
UNSURE_IN_ENTRY = frozenset(
    ("image", "textinput", "itunes:owner", "body", "abstract", "item", "entry", "rss", "feed", "channel")
)
"""Elements whose effect inside an entry only feedparser knows."""
TEXT_TYPES = frozenset(("", "text", "plain", "html", "text/plain", "text/html"))
HTML_TYPES = frozenset(("", "html", "xhtml", "text/html", "application/xhtml+xml"))
READ_ATTRIBUTES = ROOTS | ENTRIES | IDS | TITLES | CONTENTS | SUMMARIES | OTHER_TEXTS | frozenset(("link",))
"""Elements whose attributes say something."""
XML_BASE = "http://www.w3.org/XML/1998/namespace base xml"
"""expat's name for xml:base, which moves relative links."""
Attributes = dict[str, str]

_CP1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_C1 = re.compile("[\x80-\x9f]")
_QUERY = re.compile(r"&([A-Za-z0-9_]+);")
_SLASHES = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)(/*)")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class UnsureError(Exception):
    """A document that feedparser might read otherwise."""


def prefix_of(namespace: str) -> str | None:
    """Return feedparser's prefix for a namespace in lower case, or nothing where it has none."""
    if "backend.userland.com/rss" in namespace:
        return ""
    return PREFIXES.get(namespace)


def plain_name(raw: str) -> str:
    """Return an element's name in feedparser's terms from expat's "namespace local prefix"."""
    parts = raw.split(" ")
    if len(parts) == 1:
        return raw.lower()
    prefix = prefix_of(parts[0].lower())
    if prefix is None:
        prefix = parts[2] if len(parts) > 2 else ""
    if prefix == "xhtml":
        raise UnsureError
    return (f"{prefix}:{parts[1]}" if prefix else parts[1]).lower()


def plain_attributes(attributes: Attributes) -> Attributes:
    """Return attributes by lower-case local name."""
    plain: Attributes = {}
    for raw, value in attributes.items():
        name = raw.lower()
        if " " in raw:
            name = f"{'rdf' if raw.startswith(_RDF) else '?'}:{raw.split(' ')[1].lower()}"
        plain[name] = value.lower() if name in ("rel", "type") else value
    return plain


def repaired(text: str) -> str:
    """Return text as feedparser mends it: UTF-8 that was taken for Latin-1, and Windows characters in C1's place."""
    if text.isascii():
        return text
    with contextlib.suppress(UnicodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_CP1252) if _C1.search(text) else text


def resolved(link: str) -> str:
    """Return a link as feedparser gives it without a base: `https:///host` loses a slash."""
    return _SLASHES.sub(r"\1", link) if ":///" in link else link


def query(link: str) -> str:
    """Return a link whose `&b;` is what became of `&b=`."""
    return _QUERY.sub(r"&\1", link) if "&" in link else link
