"""What a path or an address is as a source: its kind, its stable key and its name."""

import os
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from feeds.model import Source
from feeds.places import expanded

ARTICLES = frozenset({".txt", ".md"})
"""The endings of files that are articles."""
FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf", ".json"})
"""The endings of files that are feed documents; another file is one where it begins like one."""
OPTIONS = ("proxy", "verify", "user", "password_env", "password_command")
"""The keys of a `[[source]]` that only the fetch needs."""


class KeyMistakeError(ValueError):
    """A key of a table that does not go with the others."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(f"{key} {words}")
        self.key = key
        """Which one."""


def is_address(where: str) -> bool:
    """Return whether this is an address rather than a path."""
    return where[:8].lower().startswith(("http://", "https://"))


def normalised(address: str) -> str:
    """Return an address in one spelling: scheme and host in lower case, no default port, no fragment.

    Raises ValueError, in words, where it is no http(s) address.
    """
    if re.fullmatch(_PLAIN, address):
        return address
    from urllib.parse import urlsplit, urlunsplit  # noqa: PLC0415 (3 ms that a list of stored news need not pay)

    try:
        parts = urlsplit(address.strip())
    except ValueError:  # `http://[::1`
        raise ValueError(_LIKE) from None
    try:
        port = parts.port
    except ValueError:
        raise ValueError("its port is no number from 0 to 65535") from None
    if not is_address(address.strip()) or not parts.hostname:
        raise ValueError(_LIKE)
    if parts.username is not None or parts.password is not None:
        raise ValueError('it must not hold a user or password; use the keys "user" and "password_env"')
    scheme = parts.scheme.lower()
    host = _ascii(parts.hostname)
    shown = f"[{host}]" if ":" in host else host
    usual = port is None or port == {"http": 80, "https": 443}[scheme]
    return urlunsplit((scheme, shown if usual else f"{shown}:{port}", parts.path or "/", parts.query, ""))


_HOST = r"[a-zA-Z0-9_-]{1,63}(?:\.[a-zA-Z0-9_-]{1,63})*\.?"
_LIKE = "an address looks like https://example.org/feed.xml"
_PLAIN = r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*(?::(?!0|80/|443/)[0-9]{1,4})?/[!-\"$->@-~]*(?:\?[!-\"$-~]+)?"
"""An address that is in that spelling as it stands, as nearly all are."""


def _ascii(host: str) -> str:
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        plain = ""
    if ":" not in plain and not re.fullmatch(_HOST, plain):
        raise ValueError(f"{host!r} is no host name")
    return plain


def kind_of(path: str) -> str:
    """Return `folder`, `file` or `feedfile`; what is not there yet is judged by its ending."""
    ending = os.path.splitext(path)[1].lower()
    if os.path.isdir(path) or not ending:
        return _sniffed(path) if os.path.isfile(path) else "folder"
    if ending in ARTICLES:
        return "file"
    return "feedfile" if ending in FEEDS else _sniffed(path)


def _sniffed(path: str) -> str:
    if not os.path.isfile(path):  # to open a pipe is to wait for whoever writes into it
        return "file"
    try:
        with open(path, "rb") as file:
            start = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError:
        return "file"
    return "feedfile" if start[:1] in (b"<", b"{") else "file"


def from_table(table: Mapping[str, Any], base: str) -> Source:
    """Make the source of a checked `[[source]]` table. Raises ValueError, in words."""
    if "path" in table and "url" in table:
        raise ValueError('has both "path" and "url"; one source is one of them')
    if "path" not in table and "url" not in table:
        raise ValueError('needs either "path" (a folder or a file) or "url" (the address of a feed)')
    _check_secrets(table)
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


def _check_secrets(table: Mapping[str, Any]) -> None:
    """Refuse a password that would be left unread. Raises KeyMistakeError."""
    secrets = [key for key in ("password_env", "password_command") if key in table]
    if secrets and "user" not in table:
        raise KeyMistakeError(secrets[0], 'is the password of a "user"; name one')
    if len(secrets) > 1:
        raise KeyMistakeError(secrets[1], 'stands beside "password_env"; one of them gives the password')


def shipped(folder: str) -> Source:
    """Return the source of the shipped seeds: a key that no folder gets by accident, a name that says what they are."""
    return from_table({"path": folder}, folder)._replace(key="copydesk:invented", name="invented")


def from_paths(paths: Iterable[str], base: str, known: Iterable[Source] = ()) -> tuple[Source, ...]:
    """Make the sources of a command line; one of the `known` places stays the source that it is.

    The others have their folder's name in the key, or `~/a/news` today and `~/b/news` tomorrow would be one source, and
    each would take the other's articles for gone. The name has it only where two are called the same. Raises
    ValueError, which names the path.
    """
    there = {source.where: source for source in known}
    sources: dict[str, Source] = {}
    places, names = set[str](), set[str]()
    for where in dict.fromkeys(paths):
        source = _from_path(where, base)
        if source.where in places:
            continue
        places.add(source.where)
        told = there.get(source.where) or apart(source, sources, folders=1)._replace(name=source.name)
        if told.name in names:
            told = told._replace(name=told.key)
        names.add(told.name)
        sources[told.key] = told
    return tuple(sources.values())


def _from_path(where: str, base: str) -> Source:
    try:
        where.encode()
        return from_table({"url" if is_address(where) else "path": where}, base)
    except UnicodeEncodeError:  # bytes that are no UTF-8; the archive and the configuration hold text
        raise ValueError(f"{ascii(where)[1:-1]}: its name is not in Unicode; give it another in UTF-8") from None
    except ValueError as fault:
        raise ValueError(f"{where}: {fault}") from None


def called(sources: Sequence[Source], words: str) -> Source | None:
    """Return the source of this name or key, else of this place, in whatever spelling a path or an address has."""
    named = next((source for source in sources if words in (source.name, source.key, source.where)), None)
    if named is not None:
        return named
    try:
        place = normalised(words) if is_address(words) else expanded(words, os.getcwd())
    except ValueError:
        return None
    return next((source for source in sources if source.where == place), None)


def apart(source: Source, taken: Container[str], folders: int = 0) -> Source:
    """Return a source with a key that is not taken: its folder's name before it, and as many more as are needed."""
    above = os.path.dirname(source.where).split(os.sep) if source.kind != "feed" else []
    key = source.key
    while above and above[-1] and (folders > 0 or key in taken):
        key, folders = f"{printable(above.pop())}/{key}", folders - 1
    return source if key == source.key else source._replace(key=key, name=key)


def short(address: str) -> str:
    """Return an address as a name: the host without www, and the path."""
    path, mark, query = address.partition("//")[2].removeprefix("www.").partition("?")
    return printable(path.rstrip("/") + mark + query)


def printable(name: str) -> str:
    """Return a name fit for one line of a terminal: what is no printable character becomes a blank."""
    if not name.isascii():
        from unicodedata import normalize  # noqa: PLC0415 (a megabyte of tables)

        name = normalize("NFC", name)
    shown = name if name.isprintable() else "".join(mark if mark.isprintable() else " " for mark in name)
    return " ".join(shown.split())[:500]


def _as_text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
