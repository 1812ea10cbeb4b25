"""The way by a proxy: httpx's own, whose faults say whether it was the proxy that failed.

A proxy resolves and dials for us, so the address guard cannot hold there.
"""

import os
import ssl

from feeds.intake.client.faults import FetchError, ProtocolError, UnaskedError
from feeds.intake.client.lean import httpx


class Proxied(httpx.AsyncHTTPTransport):
    """Sends each request by a proxy."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return what comes back. Raises `FetchError`, and `ssl.SSLError` for the server's own certificate."""
        try:
            return await super().handle_async_request(request)
        except httpx.TransportError as error:
            raise fault(error) from error


def fault(error: httpx.TransportError) -> Exception:
    """Return what an exception of httpx says, in our words."""
    cause = _deepest(error)
    if isinstance(error, httpx.ProxyError):
        return FetchError(f"its proxy refuses: {error}")
    if isinstance(cause, ssl.SSLError):
        return cause
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout)):
        number = cause.errno if isinstance(cause, OSError) else None
        why = os.strerror(number).lower() if number is not None and number > 0 else "nobody is there"
        return UnaskedError(f"its proxy cannot be reached: {why}")
    if isinstance(error, httpx.TimeoutException):
        return FetchError("its proxy does not answer")
    return ProtocolError(f"by its proxy: {error}")


def _deepest(error: BaseException) -> BaseException:
    """Return what it all began with; httpx, httpcore and anyio each put their own around it."""
    while deeper := error.__cause__ or error.__context__:
        error = deeper
    return error
