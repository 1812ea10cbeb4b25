"""httpx without its command line and its cookies: what they load takes longer than to ask a hundred feeds.

The command line would load click and rich, 90 ms; httpx takes its `_main` for optional and does without where it cannot
be imported, and None in `sys.modules` says just that. Cookies we neither keep nor send; their jar is of the
standard library, and loads its other HTTP client and half of `email`, 12 ms. While httpx is imported, stand-ins of the
few names that it takes from there are in their place; afterwards whoever imports those modules has the real ones.
"""

import email
import sys
import threading
import urllib
from contextlib import contextmanager, nullcontext
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND_LINE = "httpx._main"


class _Jar:
    """A jar that holds nothing, and takes nothing of an answer either."""

    def __iter__(self) -> "Iterator[None]":
        return iter(())

    def extract_cookies(self, response: object, request: object) -> None:
        """Take none."""

    def add_cookie_header(self, request: object) -> None:
        """Send none."""


class _Request:
    """What httpx derives a request for a jar from."""

    def __init__(self, **_: object) -> None:
        pass


def _parse_http_list(text: str) -> list[str]:
    from urllib.request import parse_http_list  # noqa: PLC0415 (for digest authentication, which nobody here asks for)

    return parse_http_list(text)


def _getproxies() -> dict[str, str]:
    from urllib.request import getproxies  # noqa: PLC0415 (for `trust_env`, which is off)

    return getproxies()


def _message() -> Any:
    from email.message import Message  # noqa: PLC0415 (for a text whose encoding httpx is to guess; we take bytes)

    return Message()


_STAND_INS: dict[str, dict[str, object]] = {
    "http.cookiejar": {"Cookie": _Jar, "CookieJar": _Jar},
    "urllib.request": {"Request": _Request, "parse_http_list": _parse_http_list, "getproxies": _getproxies},
    "email.message": {"Message": _message},
}
"""Module -> what httpx wants of it."""


@contextmanager
def _stood_in() -> "Iterator[None]":
    """Put the stand-ins in place of what is not loaded yet, and take them away again."""
    put = {name: ModuleType(name) for name in _STAND_INS if name not in sys.modules}
    for name, module in put.items():
        vars(module).update(_STAND_INS[name])
    sys.modules.update(put)
    sys.modules[_COMMAND_LINE] = None  # type: ignore[assignment]  # the import system's own word for "not there"
    # httpx names these two by their packages; the message when it wants one, so that it stays there until it is loaded.
    if "urllib.request" in put:
        vars(urllib)["request"] = put["urllib.request"]
    if "email.message" in put:
        vars(email)["message"] = put["email.message"]
    try:
        yield
    finally:
        for name in (*put, _COMMAND_LINE):
            del sys.modules[name]
        if "urllib.request" in put:
            del vars(urllib)["request"]


# Where there are other threads, one of them could import a stand-in meanwhile.
with nullcontext() if "httpx" in sys.modules or threading.active_count() > 1 else _stood_in():
    import httpx

__all__ = ["httpx"]
