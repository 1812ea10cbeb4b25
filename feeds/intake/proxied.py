"""Requests through a proxy, by httpx: the proxy resolves and dials for us, so the address guard cannot hold there."""

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from feeds.intake.faults import FetchError
from feeds.intake.lean import httpx
from feeds.intake.transport import Request
from feeds.intake.wire import gathered


class Proxied:
    """Carries requests as `transport.Transport` does; the environment's proxies are not used."""

    def __init__(self, proxy: str, context: ssl.SSLContext) -> None:
        self._inner = httpx.AsyncHTTPTransport(proxy=proxy, verify=context, trust_env=False)

    async def send(self, request: Request) -> "_Answer":
        """Send one request. Raises `FetchError` and `OSError`."""
        with _in_words():
            sent = httpx.Request("GET", request.address.text, headers=request.headers)
            return _Answer(await self._inner.handle_async_request(sent))

    async def aclose(self) -> None:
        """Hang up."""
        await self._inner.aclose()


class _Answer:
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.status = response.status_code
        self.headers = gathered(response.headers.raw)

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it was sent."""
        with _in_words():
            async for piece in self._response.aiter_raw():
                yield piece

    async def aclose(self) -> None:
        """Let go of the connection."""
        await self._response.aclose()


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(str(error) or type(error).__name__) from error
