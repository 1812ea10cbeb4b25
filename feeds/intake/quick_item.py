"""One entry of a feed by feedparser's rules: which of two titles counts, and what a second description becomes."""

from typing import Any

from feeds.intake import quick_dates
from feeds.intake.document import Entry
from feeds.intake.quick_names import (
    AUTHORS,
    CONTENTS,
    DATES,
    ENTRIES,
    HTML_TYPES,
    IDS,
    NAMES,
    OTHER_TEXTS,
    SUMMARIES,
    TEXT_TYPES,
    TITLES,
    UNSURE_IN_ENTRY,
    Attributes,
    UnsureError,
    query,
    repaired,
    resolved,
)


class ItemReader:
    """The state of one document as far as its entries go; the names follow feedparser's."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.based = False
        self.entries: list[Entry] = []
        self.entry: dict[str, Any] | None = None
        self.depths: dict[str, int] = {}
        self.pieces: list[str] | None = None
        self.title_depth = -1
        self.has_content = False
        self.as_content = False
        self.guid_is_link = False
        self.source_depth = 0
        self.author_depth = 0
        self.author: dict[str, str] = {}
        self.author_text: list[str] = []

    def _start_entry(self, attributes: Attributes) -> None:
        if "lastmod" in attributes or "href" in attributes:
            raise UnsureError
        self.entry = {}
        self.depths = {}
        self.guid_is_link = False
        self.title_depth = -1
        if about := attributes.get("rdf:about"):
            self.entry["id"] = about

    def _start_in_entry(self, name: str, attributes: Attributes) -> None:
        entry = self.entry
        if name in TITLES or name in OTHER_TEXTS:
            self._content(attributes)
        elif name in CONTENTS or name in SUMMARIES:
            self._content(attributes)
            again = name in SUMMARIES and entry is not None and "summary" in entry and not self.has_content
            self.as_content = again or name in CONTENTS
            self.has_content = self.has_content or self.as_content
        elif name == "link":
            self._start_link(attributes, entry)
        elif name in IDS:
            self.guid_is_link = attributes.get("ispermalink", "true") == "true"
            self.pieces = []
        elif name in DATES:
            self.pieces = []
        elif name in AUTHORS or name in NAMES:
            self._start_author(name)
        elif name == "source":
            self.source_depth = len(self.path)
            self.title_depth = -1
        elif name in UNSURE_IN_ENTRY:
            raise UnsureError

    def _start_link(self, attributes: Attributes, context: dict[str, Any] | None) -> None:
        href = attributes.get("url", attributes.get("uri", attributes.get("href")))
        if not href and "href" not in attributes:
            self.pieces = []
            return
        html = attributes.get("type", "") in HTML_TYPES and attributes.get("rel", "alternate") == "alternate"
        if html and context is not None:
            context["link"] = self._resolved(href or "")

    def _start_author(self, name: str) -> None:
        if name in AUTHORS:
            if self.author_depth:
                raise UnsureError
            self.author_depth = len(self.path)
            self.author = {}
            self.author_text = self.pieces = []
        elif self.author_depth:
            self.pieces = []

    def _end_in_entry(self, name: str) -> None:
        if name in ENTRIES:
            self._end_entry()
        elif self.pieces is not None:
            value = self._taken()
            if name in NAMES and self.author_depth:
                self.author[NAMES[name]] = value
                self.pieces = self.author_text
            else:
                self._keep(name, repaired(value))

    def _keep(self, name: str, value: str) -> None:
        if name in TITLES:
            self._keep_title(name, value)
        elif name in CONTENTS or name in SUMMARIES:
            self._keep_text(value)
        elif name == "link":
            value = self._resolved(value).replace("&amp;", "&")
            self._entry["link"] = query(value)
        elif name in IDS:
            value = self._resolved(value) if self.guid_is_link else value
            self._set("id", value)
            if self.guid_is_link:
                self._entry.setdefault("link", value)
        elif name in DATES:
            self._keep_date(DATES[name], value)
        elif name in AUTHORS:
            self._keep_author(value)

    @property
    def _entry(self) -> dict[str, Any]:
        if self.entry is None:
            raise UnsureError
        return self.entry

    def _set(self, key: str, value: str) -> None:
        """Feedparser's rule for two of a kind: the one less deep counts, of equals the last."""
        before = self.depths.get(key)
        if before is None or len(self.path) <= before:
            self.depths[key] = len(self.path)
            self._entry[key] = value

    def _keep_title(self, name: str, value: str) -> None:
        if not -1 < self.title_depth <= len(self.path):
            self._set("title", value)
        if value and name != "media:title":
            self.title_depth = len(self.path)

    def _keep_text(self, value: str) -> None:
        if self.as_content:
            self._entry.setdefault("contents", []).append(value)
            self._entry.setdefault("summary", value)
        else:
            self._set("summary", value)
        self.as_content = False

    def _keep_date(self, key: str, value: str) -> None:
        self._set(key, value)
        try:
            self._entry[f"{key}_seconds"] = quick_dates.seconds(value) if value else None
        except ValueError as error:
            raise UnsureError from error

    def _keep_author(self, value: str) -> None:
        self.author_depth = 0
        self._set("author", value)
        name, email = self.author.get("name"), self.author.get("email")
        if name or email:
            self._entry["author"] = f"{name} ({email})" if name and email else name or email

    def _start_in_source(self, name: str) -> None:
        if name in CONTENTS or name in SUMMARIES or name in UNSURE_IN_ENTRY or name == "source":
            raise UnsureError
        if name in TITLES or name in OTHER_TEXTS:
            self.pieces = []

    def _end_in_source(self, name: str) -> None:
        if self.pieces is not None:
            value = self._taken()
            if value and name in TITLES and name != "media:title":
                self.title_depth = len(self.path)
        elif name == "source" and len(self.path) == self.source_depth:
            self.source_depth = 0

    def _taken(self) -> str:
        value = "".join(self.pieces or ()).strip()
        self.pieces = None
        return value

    def _end_entry(self) -> None:
        entry = self._entry
        html = next((text for text in entry.get("contents", ()) if text.strip()), "") or entry.get("summary", "")
        moments = [entry.get(f"{key}_seconds") for key in ("published", "updated", "created")]
        date = next((entry[key] for key in ("published", "updated", "created") if entry.get(key)), "")
        when = next((moment for moment in moments if moment is not None), None)
        self.entries.append(
            Entry(
                entry.get("id", ""),
                entry.get("link", ""),
                entry.get("title", ""),
                html,
                entry.get("author", ""),
                date,
                when,
            )
        )
        self.entry = None
        self.has_content = False

    def _content(self, attributes: Attributes) -> None:
        if "mode" in attributes or attributes.get("type", "") not in TEXT_TYPES:
            raise UnsureError
        self.pieces = []

    def _resolved(self, link: str) -> str:
        """Feedparser's link: with an xml:base about, what that would change is left to it."""
        link = resolved(link)
        if self.based and link and not _stays(link):
            raise UnsureError
        return link


def _stays(link: str) -> bool:
    """Whether joining a link to any base gives the link back."""
    from urllib.parse import urljoin  # noqa: PLC0415 (8 ms, and few feeds have an xml:base)

    scheme, _, rest = link.partition(":")
    if scheme.lower() in ("tag", "urn"):
        return True
    return scheme in ("http", "https") and rest.startswith("//") and urljoin(f"{scheme}://x.example/", link) == link
