"""Addresses in the one spelling in which they are asked, compared and remembered: that of `httpx.URL`."""

from functools import lru_cache

from feeds.intake import cleaning
from feeds.intake.client.faults import FetchError
from feeds.intake.client.lean import httpx

_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=512)
def parsed(address: str) -> httpx.URL:
    """Return an address that can be asked: http or https with a host, without password and fragment.

    Raises `FetchError`.
    """
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
    return url


def place(url: httpx.URL) -> tuple[str, int]:
    """Return an address's host, in ASCII, and its port."""
    return url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme]


def joined(url: httpx.URL, location: str) -> httpx.URL:
    """Return where a redirect leads. Raises `FetchError` where that may not be followed."""
    try:
        target = url.join(location)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(f"redirected to what is no address: {cleaning.one_line(location, 120)}") from error
    if target.scheme not in _PORTS:
        raise FetchError(f"redirected to {cleaning.one_line(location, 120)}, which is not followed")
    if url.scheme == "https" and target.scheme == "http":
        raise FetchError(f"redirected from https to {cleaning.one_line(str(target), 120)}, which is not followed")
    return parsed(str(target))
