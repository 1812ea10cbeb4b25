"""HTML -> text: paragraphs for a body, words for a title. What comes out still has to pass `cleaning`."""

import re
from functools import cache
from typing import Any

MOST = 2 << 20
"""So many characters of one item's HTML are read; twice what is kept of its text."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--[^<>]*-->|<![a-zA-Z\[][^<>]*>")
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


def _walk(html: str) -> str:
    etree = _lxml()
    # As bytes with the encoding named: lxml refuses a str that declares one.
    data = html.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", no_network=True))
    except etree.LxmlError:
        return _TAG.sub(" ", html)
    if root is None:
        return ""
    pieces: list[str] = []
    skipping = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        named = isinstance(tag, str)
        if event == "start" and named:
            skipping += tag in _SKIPPED
            if tag in _BLOCKS:
                pieces.append("\n\n")
            if not skipping and element.text:
                pieces.append(_inline(element.text))
            continue
        if named:
            skipping -= tag in _SKIPPED
            if tag in _BLOCKS:
                pieces.append("\n\n")
        if not skipping and element.tail and element is not root:
            pieces.append(_inline(element.tail))
    return "".join(pieces)


def _inline(text: str) -> str:
    """Return text between tags: its line ends are blanks, as in a browser."""
    return text.replace("\r", " ").replace("\n", " ")


@cache
def _lxml() -> Any:
    from lxml import etree  # noqa: PLC0415 (20 ms, and only a feed with markup needs it)

    return etree
