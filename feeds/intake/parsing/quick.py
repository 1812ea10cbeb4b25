"""A well-formed feed's bytes -> Document thirty times as fast as feedparser, and the same to the letter.

feedparser is the reader of record: this walk of a tree follows its rules (which of two titles counts, what becomes of a
second description), and raises `UnsureError` at anything where they might not agree. `scripts/benches/parse.py`
compares both on every file of a corpus; the suite compares them on generated feeds.
"""

import re

from feeds.intake.parsing.document import Document
from feeds.intake.parsing.prefilter import declared_encoding
from feeds.intake.parsing.quick_names import CANONICAL, Names, UnsureError, prefix_of
from feeds.intake.parsing.quick_reader import Reader

MOST = 2 << 20
"""Bytes; larger bodies are read where they can be killed: 60,000 items take 1.4 s."""
MOST_MARKS = 300_000
"""More `<` than this would make a large tree."""
_XMLNS = re.compile(rb"""xmlns(?::([A-Za-z_][\w.-]*))?\s*=\s*["']([^"'<]{0,300})["']""", re.ASCII)
_ROOT = re.compile(rb"""<[A-Za-z_][^\s/>]*(?:\s+[^\s=>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*/?>""")
_UTF8 = frozenset(("", "utf-8", "utf8", "us-ascii", "ascii"))
_OTHERS = re.compile(
    r"(?:iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr))\Z"
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def is_small(body: bytes) -> bool:
    """Whether a body may be read at once, while other feeds wait."""
    return len(body) <= MOST and body.count(b"<") <= MOST_MARKS


def read(body: bytes, content_type: str = "") -> Document:
    """Return what a pre-filtered body says. Raises `UnsureError` where only feedparser can tell."""
    body = _as_utf8(body, content_type)
    from xml.etree.ElementTree import ParseError, XMLParser  # noqa: PLC0415 (8 ms, and unchanged feeds need none)

    version, names = _checked(body)
    parser = XMLParser(encoding="utf-8")  # noqa: S314 (the prefilter has cut the DOCTYPE, where such attacks live)
    try:
        parser.feed(body)
        root = parser.close()
    except (ParseError, ValueError) as error:
        raise UnsureError from error
    return Reader(names, based=b"xml:base" in body or b" base=" in body).read(root, version, body)


def _checked(body: bytes) -> tuple[str, Names]:
    """Return what the root's namespaces say of the version, and the names to use.

    Raises `UnsureError` where one is bound confusingly.
    """
    names = Names()
    for raw, uri in _XMLNS.findall(body):
        prefix, namespace = raw.decode("ascii"), uri.decode("utf-8", "replace").lower()
        known = prefix_of(namespace)
        if known is None and prefix in CANONICAL:
            # feedparser goes by the prefix where it does not know the namespace: half the `media:` in the wild.
            names.prefixes[namespace] = prefix
        elif (known is None and not prefix and uri) or (prefix in CANONICAL and known != prefix):
            raise UnsureError
    root = _ROOT.search(body)
    found = [(prefix, uri.lower()) for prefix, uri in _XMLNS.findall(root[0])] if root else []
    for prefix, uri in found:
        if uri == b"http://www.w3.org/2005/atom":
            return "atom10", names
        if uri == b"http://purl.org/rss/1.0/":
            return "rss10", names
        if uri == b"http://my.netscape.com/rdf/simple/0.9/" and not prefix:
            return "rss090", names
    return "", names


def _as_utf8(body: bytes, content_type: str) -> bytes:
    """Return the body in UTF-8, where header and declaration do not contradict each other."""
    charset = found[1].lower() if (found := _CHARSET.search(content_type)) else ""
    declared = declared_encoding(body[:400])
    if charset in _UTF8 and declared in _UTF8:
        return body
    name = charset or declared
    if (charset and declared and charset != declared) or not _OTHERS.match(name):
        raise UnsureError
    try:
        return body.decode(name).encode("utf-8")
    except (UnicodeError, LookupError) as error:
        raise UnsureError from error
