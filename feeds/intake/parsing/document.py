"""What a feed's bytes say, before it becomes articles: the one shape that every parser of feeds gives."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One item as its feed gives it, uncleaned: nothing here may be shown or stored."""

    guid: str = ""
    link: str = ""
    title: str = ""
    html: str = ""
    """The content, or the summary where there is no content: HTML, or text with entities."""
    author: str = ""
    date: str = ""
    """The date as printed: published, else updated."""
    when: int | None = None
    """The same in seconds since 1970, or nothing where it could not be parsed."""


class Document(NamedTuple):
    """A feed as its bytes give it, uncleaned."""

    version: str
    """feedparser's name of the format, `json1`, `json11`; never empty."""
    title: str = ""
    link: str = ""
    """The page that the feed belongs to."""
    entries: tuple[Entry, ...] = ()
    wait: int = 0
    """Seconds that the feed itself asks to be left alone: the longest of ttl and sy:updatePeriod."""
    skip_hours: int = 0
    """Hours (GMT) in which not to ask, as bits: 1 is midnight's."""
    skip_days: int = 0
    """Days on which not to ask, as bits: 1 is Monday."""
    notes: tuple[str, ...] = ()
    """What was made do with: `not well-formed: mismatched tag`."""
    total: int = 0
    """How many items it had, where only the newest of them are here."""


class NotAFeedError(ValueError):
    """The bytes are no feed; the message says what they look like."""
