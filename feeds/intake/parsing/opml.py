"""OPML 2 in and out (http://opml.org/spec2.opml): feeds with their folders as tags, and what else is said of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from feeds.intake import cleaning
from feeds.intake.parsing.prefilter import prefilter

if TYPE_CHECKING:
    from lxml import etree

MOST = 16 << 20
"""Bytes of a file; 10,000 feeds take some 2 MB."""
_BARE = re.compile(rb"&(?!(?:lt|gt|amp|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
ATTRIBUTES = 50
"""Attributes that are kept of an outline: lists in the wild have a dozen."""
TAGS = 20
"""Folders and categories of a feed that become its tags."""
_NAME = re.compile(r"(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*")
_OURS = frozenset(("xmlurl", "text", "title", "htmlurl", "type", "category"))


class OpmlError(ValueError):
    """A file that is no OPML; the message says why."""


class Outline(NamedTuple):
    """One feed of a file."""

    address: str
    """`xmlUrl`: http or https."""
    title: str
    """One clean line; the address where the file gives none."""
    site: str | None = None
    """`htmlUrl`."""
    tags: tuple[str, ...] = ()
    """The outlines around it, and its categories."""
    extra: Mapping[str, str] = {}
    """Attributes that we have no use for, as they stand: kept, so that they go out again."""


class Imported(NamedTuple):
    """What a file came to."""

    added: tuple[Outline, ...]
    """Feeds whose address is new, each once."""
    there: int
    """Feeds whose address is there already."""
    again: int
    """Repetitions within the file."""
    skipped: tuple[str, ...]
    """Outlines that have no address to ask, by name."""
    title: str = ""


def read(data: bytes, known: Iterable[str] = ()) -> Imported:
    """Return the feeds of an OPML file; `known` are the addresses that are there. Raises `OpmlError`."""
    if len(data) > MOST:
        raise OpmlError(f"more than {MOST >> 20} MiB")
    # The prefilter takes the DOCTYPE, and with it every entity that could grow.
    filtered = prefilter(data)
    try:
        reader = _strictly(filtered)
    except (expat.ExpatError, ValueError, LookupError) as error:
        # A third of the lists in the wild hold a bare "&", or a quote within quotes.
        reader = _leniently(_BARE.sub(b"&amp;", filtered))
        if not reader.feeds:
            raise OpmlError(f"ill-formed XML: {error}") from error
    return reader.imported(known)


def _strictly(data: bytes) -> "_Reader":
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.Parse(data, True)
    return reader


def _leniently(data: bytes) -> "_Reader":
    from lxml import etree  # noqa: PLC0415 (20 ms, and only for what is ill-formed)

    reader = _Reader()
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return reader
    if root is None:
        return reader
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            reader.start(element.tag, dict(_plain_names(element)))
            reader.text(element.text or "")
        else:
            reader.end(element.tag)
    return reader


def _plain_names(element: "etree._Element") -> Iterator[tuple[str, str]]:
    """Yield attributes as they are written, `x:rating` and what `x` stands for; lxml has `{urn:x}rating`."""
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    for name, value in element.attrib.items():
        uri, _, local = str(name).rpartition("}")
        if not uri:
            yield local, str(value)
        elif prefix := prefixes.get(uri[1:]):
            yield f"xmlns:{prefix}", uri[1:]
            yield f"{prefix}:{local}", str(value)


def write(feeds: Iterable[Outline], title: str = "copydesk") -> bytes:
    """Return the feeds as OPML 2: those with one tag in an outline of that name, with more under their first."""
    folders: dict[str, list[Outline]] = {}
    for feed in feeds:
        folders.setdefault(feed.tags[0] if feed.tags else "", []).append(feed)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape(title)}</title></head>",
    ]
    lines.append("<body>")
    for folder, inside in folders.items():
        if folder:
            lines.append(f"  <outline text={quoteattr(folder)}>")
        lines += [f"{'    ' if folder else '  '}{_element(feed)}" for feed in inside]
        if folder:
            lines.append("  </outline>")
    return "\n".join((*lines, "</body>", "</opml>", "")).encode("utf-8")


def _element(feed: Outline) -> str:
    attributes = {"type": "rss", "text": feed.title, "title": feed.title, "xmlUrl": feed.address}
    if feed.site:
        attributes["htmlUrl"] = feed.site
    if len(feed.tags) > 1:
        attributes["category"] = ",".join(feed.tags[1:])
    kept = ((name, value) for name, value in feed.extra.items() if _NAME.fullmatch(name))
    attributes.update((name, value) for name, value in kept if name not in attributes)
    return f"<outline {' '.join(f'{name}={quoteattr(value)}' for name, value in attributes.items())}/>"


def _over_http(address: str) -> str:
    """Return an address without the scheme that only says that a feed is there: `feed://x/y`, `feed:https://x/y`."""
    scheme, _, rest = address.partition(":")
    if scheme.lower() != "feed":
        return address
    return f"http:{rest}" if rest.startswith("//") else rest


class _Reader:
    """The outlines of one file, and those around the one that is being read."""

    def __init__(self) -> None:
        self.root = ""
        self.title = ""
        self.path: list[str] = []
        self.folders: list[str] = []
        self.feeds: list[Outline] = []
        self.skipped: list[str] = []
        self.spaces: dict[str, str] = {}
        """What prefixes stand for."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.lower()
        self.root = self.root or name
        self.path.append(name)
        self.spaces |= {key[6:]: value for key, value in attributes.items() if key.startswith("xmlns:")}
        if name != "outline":
            return
        values = {key.lower(): value.strip() for key, value in attributes.items()}
        label = cleaning.one_line(values.get("text") or values.get("title") or "")
        self.folders.append("" if "xmlurl" in values else label)
        if "xmlurl" in values:
            self._feed(values, label, self._kept(attributes))
        elif values.get("type", "").lower() in ("rss", "atom", "feed"):
            self.skipped.append(label or "(an outline without a name)")

    def _kept(self, attributes: Mapping[str, str]) -> dict[str, str]:
        """Return the attributes to keep; one with a prefix comes with what that stands for, or it could not go out."""
        kept: dict[str, str] = {}
        for key, value in attributes.items():
            prefix, colon, _ = key.partition(":")
            unbound = colon and prefix != "xmlns" and prefix not in self.spaces
            if key.lower() in _OURS or len(kept) >= ATTRIBUTES or unbound:
                continue
            if colon and prefix != "xmlns":
                kept[f"xmlns:{prefix}"] = self.spaces[prefix]
            kept[key] = cleaning.one_line(value)
        return kept

    def _feed(self, values: dict[str, str], label: str, extra: dict[str, str]) -> None:
        address = cleaning.link(_over_http(values["xmlurl"]))
        if address is None:
            self.skipped.append(label or cleaning.one_line(values["xmlurl"], 120) or "(an outline without an address)")
            return
        categories = (word.strip().rpartition("/")[2] for word in values.get("category", "").split(","))
        named = (tag for tag in (*self.folders[:TAGS], *map(cleaning.one_line, categories)) if tag)
        tags = tuple(dict.fromkeys(named))[:TAGS]
        self.feeds.append(Outline(address, label or address, cleaning.link(values.get("htmlurl")), tags, extra))

    def end(self, name: str) -> None:
        self.path.pop()
        if name.lower() == "outline":
            self.folders.pop()

    def text(self, data: str) -> None:
        if self.path[-2:] == ["head", "title"] and len(self.title) < cleaning.LINE:
            self.title += data

    def imported(self, known: Iterable[str]) -> Imported:
        if self.root != "opml":
            raise OpmlError(f"its first element is <{cleaning.one_line(self.root, 40)}>, not <opml>")
        seen = set(known)
        first = dict[str, Outline]()
        there = again = 0
        for feed in self.feeds:
            if feed.address in first:
                again += 1
                before = first[feed.address]
                first[feed.address] = before._replace(tags=tuple(dict.fromkeys((*before.tags, *feed.tags)))[:TAGS])
            elif feed.address in seen:
                there += 1
            else:
                first[feed.address] = feed
        return Imported(tuple(first.values()), there, again, tuple(self.skipped), cleaning.one_line(self.title))
