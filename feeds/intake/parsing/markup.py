"""HTML -> text: paragraphs for a body, words for a title. What comes out still has to pass `cleaning`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

MOST = 2 << 20
"""So many characters of one item's HTML are read; twice what is kept of its text."""

LONG = 1000
"""Bytes of a tag from which it loses its attributes; we have no use for any but a link's."""
_HIDDEN_END = re.compile(rb"=\s*(?:\"[^\">]*>|'[^'>]*>)")
_BEGINS = re.compile(rb"<[a-zA-Z][a-zA-Z0-9:._-]*")
_ENDS_OR_QUOTES = re.compile(rb">|=\s*\"[^\"]*\"?|=\s*'[^']*'?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--[^<>]*-->|<![a-zA-Z\[][^<>]*>")
_CUT_OFF = re.compile(r"<[a-zA-Z/!][^<>]*\Z")
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>[^<]*</\1\s*>", re.IGNORECASE)
_LOOKS_LIKE_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_SIMPLE = re.compile(r"\s*<p>([^<]*)</p>\s*")
_BLOCK = (
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead"
    " tr ul"
)
_UNREAD = "script style template noscript iframe object embed svg math head select textarea audio video canvas map"
_BLOCKS = frozenset(_BLOCK.split())
_SKIPPED = frozenset(_UNREAD.split())


def words(html: str) -> str:
    """Return a title's text: tags stripped once, entities unescaped once; "5 < 6" is no tag."""
    html = html[:16_384]
    if "<" in html:
        html = _TAG.sub("", _HIDDEN.sub("", html))
    return unescape(html) if "&" in html else html


def paragraphs(html: str) -> str:
    """Return an item's text with its blocks parted by blank lines; scripts, styles and forms are left out."""
    html = html[:MOST]
    if not _LOOKS_LIKE_MARKUP.search(html):
        return unescape(html) if "&" in html else html
    if simple := _SIMPLE.fullmatch(html):
        return unescape(simple[1]) if "&" in simple[1] else simple[1]
    return _walk(html)


def unescape(text: str) -> str:
    """Return text with its character references resolved once."""
    import html  # noqa: PLC0415 (its table of 2,200 names costs 3 ms, and most texts need none)

    return html.unescape(text)


def tree(html: bytes) -> Any:
    """Return the root element that lxml makes of a page in UTF-8, or nothing where there is none."""
    etree = _lxml()
    try:
        return etree.fromstring(tamed(html.replace(b"\0", b"")), etree.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.LxmlError, ValueError):
        return None


def tamed(html: bytes) -> bytes:
    """Return a page in which no tag is longer than `LONG`.

    libxml2 compares each attribute of a tag with all others before it: 60,000 of them in one item took it 19 s.
    """
    if len(html) <= LONG or (max(map(len, html.split(b">"))) <= LONG and not _HIDDEN_END.search(html)):
        return html
    kept, copied, at = list[bytes](), 0, 0
    while found := _BEGINS.search(html, at):
        at = found.end()
        while turn := _ENDS_OR_QUOTES.search(html, at):
            at = turn.end()
            if turn[0] == b">":
                break
        else:
            at = len(html)
        if at - found.start() > LONG:
            kept += html[copied : found.start()], found[0][:40], b">"
            copied = at
    return b"".join((*kept, html[copied:]))


def _walk(html: str) -> str:
    root = tree(html.encode("utf-8", "replace"))
    text = ""
    if root is not None:
        text = "".join(_pieces(_lxml().iterwalk(root, events=("start", "end", "comment", "pi")), root))
    if not text.strip() and "<!--" not in html:
        # libxml2 gives up on what is nested deeper than 255: the words without their tags are better than none.
        return _TAG.sub(" ", _HIDDEN.sub("", _CUT_OFF.sub("", html)))
    return text


def _pieces(events: Iterable[tuple[str, Any]], root: object) -> Iterator[str]:
    skipping = 0
    for event, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        began = event == "start"
        if tag in _BLOCKS:
            yield "\n\n"
        if tag in _SKIPPED:
            skipping += 1 if began else -1
        text = element.text if began else element.tail
        # What is not an element (a comment) has its own words in `text`, and the page's in `tail`.
        if text and not skipping and (began or element is not root):
            yield _inline(text)


def _inline(text: str) -> str:
    """Return text between tags: its line ends are blanks, as in a browser."""
    return text.replace("\r", " ").replace("\n", " ")


@cache
def _lxml() -> Any:
    from lxml import etree  # noqa: PLC0415 (20 ms, and only a feed with markup needs it)

    return etree
