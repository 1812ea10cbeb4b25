"""Addresses in the one spelling in which they are asked, compared and remembered.

Nearly every address in a configuration stands in that spelling already: one match says so. Any other is brought into it
by `httpx.URL` (international names, blanks, dots in the path, a fragment), which is loaded then: it costs 50 ms, as
much as asking 300 feeds that have not changed. A test holds that both say the same of what is plain.
"""

import re
from functools import lru_cache
from typing import NamedTuple, Self

from feeds.intake import cleaning
from feeds.intake.faults import FetchError

_PORTS = {"http": 80, "https": 443}
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_PLAIN = re.compile(
    rf"(https?)://((?:[a-z0-9_-]+\.)*[a-z][a-z0-9-]*|(?:{_OCTET}\.){{3}}{_OCTET})(?::([1-9][0-9]{{0,4}}))?"
    r"(/[\w.~!$&'()*+,;=:@%/-]*(?:\?[\w.~!$&'()*+,;=:@%/?|-]*)?)\Z",
    re.ASCII,
)
_LONGEST = 8192
"""Characters of an address that need no second look; httpx refuses those over 65,536."""


class Address(NamedTuple):
    """An http or https address, whole and normalised, without password and fragment."""

    text: str
    """As it is written; two spellings of one address have one text."""
    scheme: str
    host: str
    """In ASCII; an IPv6 address without its brackets."""
    port: int
    target: bytes
    """Path and query, as they stand in the request."""

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        return self.host, self.port

    @property
    def authority(self) -> bytes:
        """What the Host header says: the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}").encode("ascii")

    def joined(self, location: str) -> Self:
        """Return where a redirect from here leads. Raises `FetchError` where that may not be followed (rule 8)."""
        from urllib.parse import urljoin  # noqa: PLC0415 (8 ms, and few feeds redirect)

        try:
            target = urljoin(self.text, location)
        except ValueError as error:
            raise FetchError(f"redirected to what is no address: {cleaning.one_line(location, 120)}") from error
        scheme = target.partition(":")[0].lower()
        if scheme not in _PORTS:
            raise FetchError(f"redirected to {cleaning.one_line(location, 120)}, which is not followed")
        if self.scheme == "https" and scheme == "http":
            raise FetchError(f"redirected from https to {cleaning.one_line(target, 120)}, which is not followed")
        return type(self)._make(parsed(target))


@lru_cache(maxsize=512)
def parsed(address: str) -> Address:
    """Return an address that can be asked: http or https with a host. Raises `FetchError`."""
    return _plain(address) or _normalised(address)


def _plain(address: str) -> Address | None:
    found = _PLAIN.match(address) if len(address) <= _LONGEST and "/." not in address else None
    if found is None:
        return None
    scheme, host, port, target = found.groups()
    number = int(port) if port else _PORTS[scheme]
    if port and (number == _PORTS[scheme] or number > 65535):
        return None
    return Address(address, scheme, host, number, target.encode("ascii"))


def _normalised(address: str) -> Address:
    from feeds.intake.lean import httpx  # noqa: PLC0415 (50 ms: see above)

    shown = cleaning.one_line(address, 120)
    try:
        url = httpx.URL(address)
        # A password in the address goes by `Wanted.authorization`, to the host it was typed for, and nowhere else.
        url = url.copy_with(fragment=None, userinfo=b"") if url.userinfo or url.fragment else url
    except (httpx.InvalidURL, ValueError, UnicodeError, TypeError) as error:
        raise FetchError(f"not an address: {shown}") from error
    if url.scheme not in _PORTS:
        raise FetchError(f"only http and https are asked, not {shown}")
    if not url.host or (url.port is not None and not 0 < url.port < 65536):
        raise FetchError(f"not an address: {shown}")
    host = url.raw_host.decode("ascii")
    return Address(str(url), url.scheme, host, url.port or _PORTS[url.scheme], url.raw_path or b"/")
