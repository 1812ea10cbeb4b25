"""What a path or an address is as a source: its kind, its stable key and its name."""

import os
from collections.abc import Iterable, Mapping
from typing import Any

from feeds.model import Source
from feeds.places import expanded

ARTICLES = frozenset({".txt", ".md"})
"""The endings of files that are articles."""
FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf", ".json"})
"""The endings of files that are feed documents; another file is one where it begins like one."""
OPTIONS = ("proxy", "verify", "user", "password_env", "password_command")
"""The keys of a `[[source]]` that only the fetch needs."""


def is_address(where: str) -> bool:
    """Return whether this is an address rather than a path."""
    return where[:8].lower().startswith(("http://", "https://"))


def normalised(address: str) -> str:
    """Return an address in one spelling: scheme and host in lower case, no default port, no fragment.

    Raises ValueError, in words, where it is no http(s) address.
    """
    from urllib.parse import urlsplit, urlunsplit  # noqa: PLC0415 - 3 ms that a desk of folders need not pay

    parts = urlsplit(address.strip())
    try:
        port = parts.port
    except ValueError:
        raise ValueError("its port is no number from 0 to 65535") from None
    if not is_address(address.strip()) or not parts.hostname:
        raise ValueError("an address looks like https://example.org/feed.xml")
    if parts.username is not None or parts.password is not None:
        raise ValueError('it must not hold a user or password; use the keys "user" and "password_env"')
    scheme = parts.scheme.lower()
    host = _ascii(parts.hostname)
    shown = f"[{host}]" if ":" in host else host
    usual = port is None or port == {"http": 80, "https": 443}[scheme]
    return urlunsplit((scheme, shown if usual else f"{shown}:{port}", parts.path or "/", parts.query, ""))


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError(f"{host!r} is no host name") from None


def kind_of(path: str) -> str:
    """Return `folder`, `file` or `feedfile`; what is not there yet is judged by its ending."""
    ending = os.path.splitext(path)[1].lower()
    if os.path.isdir(path) or not ending:
        return _sniffed(path) if os.path.isfile(path) else "folder"
    if ending in ARTICLES:
        return "file"
    return "feedfile" if ending in FEEDS else _sniffed(path)


def _sniffed(path: str) -> str:
    try:
        with open(path, "rb") as file:
            start = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError:
        return "file"
    return "feedfile" if start[:1] in (b"<", b"{") else "file"


def from_table(table: Mapping[str, Any], base: str) -> Source:
    """Make the source of a checked `[[source]]` table. Raises ValueError, in words."""
    if ("path" in table) == ("url" in table):
        raise ValueError('needs either "path" (a folder or a file) or "url" (the address of a feed)')
    if "url" in table:
        where, kind = normalised(table["url"]), "feed"
        key = printable(table["name"]) if "name" in table else where
        name = printable(table["name"]) if "name" in table else short(where)
    else:
        where = expanded(table["path"], base)
        kind = kind_of(where)
        key = name = printable(table.get("name") or os.path.basename(where) or where)
    return Source(
        key,
        name,
        kind,
        where,
        table.get("tags", ()),
        table.get("interval"),
        table.get("full_text", "auto"),
        table.get("paused", False),
        {option: _as_text(table[option]) for option in OPTIONS if option in table},
    )


def from_paths(paths: Iterable[str], base: str) -> tuple[Source, ...]:
    """Make the sources of a command line; where two have one base name, their folders tell them apart."""
    sources: dict[str, Source] = {}
    for where in dict.fromkeys(paths):
        source = from_table({"url" if is_address(where) else "path": where}, base)
        if source.key in sources and source.where == sources[source.key].where:
            continue
        parents = os.path.dirname(source.where).split(os.sep) if source.kind != "feed" else []
        while source.key in sources and parents:
            name = f"{printable(parents.pop())}/{source.name}"
            source = source._replace(key=name, name=name)
        sources[source.key] = source
    return tuple(sources.values())


def short(address: str) -> str:
    """Return an address as a name: the host without www, and the path."""
    path, mark, query = address.partition("//")[2].removeprefix("www.").partition("?")
    return printable(path.rstrip("/") + mark + query)


def printable(name: str) -> str:
    """Return a name fit for one line of a terminal: what is no printable character becomes a blank."""
    if not name.isascii():
        from unicodedata import normalize  # noqa: PLC0415 - a megabyte of tables

        name = normalize("NFC", name)
    shown = "".join(mark if mark.isprintable() else " " for mark in name)
    return " ".join(shown.split())[:500]


def _as_text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
