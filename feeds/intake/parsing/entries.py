"""Entries -> Articles: who is who, when, and every string through `cleaning`."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from feeds.identity import article_id
from feeds.intake import cleaning
from feeds.intake.parsing import markup
from feeds.intake.parsing.document import Document, Entry
from feeds.model import Article

MOST = 2000
"""Newest items kept of one document: more is no news feed."""
EARLIEST = 631_152_000
"""1990-01-01: no feed is older, so no date in one is."""
AHEAD = 3600
"""An item dated further ahead than this has a broken clock, or wants to stay on top."""
LONGEST_GUID = 2048
"""A longer identifier is kept as its hash."""


def articles(document: Document, source: str, base: str, now: int) -> tuple[Article, ...]:
    """Return a document's items as articles of the source with this key, in the document's order.

    `base` is the address that relative links start from, where it is known; else the feed's own link is. One article
    for each identity: the first of several.
    """
    entries = newest(document).entries
    base = base or document.link
    made: dict[str, Article] = {}
    for guid, entry in zip(identities(entries), entries, strict=True):
        if guid and guid not in made:
            made[guid] = _article(entry, guid, source, base, now)
    return tuple(made.values())


def newest(document: Document) -> Document:
    """Return a document with its `MOST` newest entries, where it has more."""
    entries = document.entries
    if len(entries) <= MOST:
        return document
    kept = sorted(entries, key=lambda entry: -(entry.when or 0))[:MOST]
    return document._replace(entries=tuple(kept), total=len(entries))


def identities(entries: Iterable[Entry]) -> list[str]:
    """Return what tells each entry apart within its feed, or "" for an empty one.

    Its guid; where one guid stands on several links, guid and link; without a guid its link, else a hash of its title.
    """
    entries = list(entries)
    pairs = {(entry.guid.strip(), entry.link.strip()) for entry in entries if entry.guid.strip()}
    links = Counter(guid for guid, _ in pairs)
    return [_identity(entry, links) for entry in entries]


def _identity(entry: Entry, links: Counter[str]) -> str:
    guid, link = entry.guid.strip(), entry.link.strip()
    if guid:
        name = f"{guid} {link}" if links[guid] > 1 else guid
    elif link:
        name = link
    else:
        words = " ".join((entry.title.strip() or entry.html.strip()).split())
        return f"title:{_hash(words)}" if words else ""
    # A guid is shown in exports: the few with characters that `cleaning` would drop are named by their hash.
    if len(name) > LONGEST_GUID or not name.isprintable():
        return f"guid:{_hash(name)}"
    return name


def _article(entry: Entry, guid: str, source: str, base: str, now: int) -> Article:
    title = cleaning.one_line(markup.words(entry.title))
    text = cleaning.body(markup.paragraphs(entry.html))
    link = cleaning.link(absolute(entry.link, base))
    author = cleaning.one_line(markup.words(entry.author)) or None
    published = believable(entry.when, now)
    notes: tuple[str, ...] = ()
    if published is None and entry.date.strip():
        notes = (f"date not believed: {cleaning.one_line(entry.date, 60)}",)
    if not title:
        title = cleaning.one_line(text, 80) or link or "(untitled)"
    stamp = _hash("\0".join((title, text, link or "", author or "", str(published))))
    return Article(article_id(source, guid), source, guid, title, text, link, author, published, notes, stamp)


def absolute(link: str, base: str) -> str:
    """Return a link as a whole address; a link that says its scheme stays as it is."""
    link = link.strip()
    if not link or link.startswith(("http://", "https://")) or not base:
        return link
    from urllib.parse import urljoin  # noqa: PLC0415 (8 ms, and relative links are rare)

    try:
        return urljoin(base, link)
    except ValueError:
        return ""


def believable(when: int | None, now: int) -> int | None:
    """Return the date if a news item can have it, else nothing."""
    return when if when is not None and EARLIEST <= when <= now + AHEAD else None


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def heading(document: Document) -> str | None:
    """Return what the feed calls itself, as one clean line."""
    return cleaning.one_line(markup.words(document.title)) or None


def asides(document: Document) -> tuple[str, ...]:
    """Return what is to be said of a document that was read: cleaned, one line each."""
    said = (*document.notes, left_out(document) or "")
    return tuple(cleaning.one_line(note, 200) for note in said if note)


def left_out(document: Document) -> str | None:
    """Return what is to be said of the items that `newest` leaves out; nothing where it takes all."""
    count = max(document.total, len(document.entries))
    return f"{count:,} items: the newest {MOST:,} are kept" if count > MOST else None
