"""What the requests of one run share: clients, parsers, the clock, and which hosts asked for rest."""

import asyncio
import random
import ssl
from collections.abc import Callable, Mapping
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from feeds import __version__
from feeds.intake import schedule
from feeds.intake.client import fetch, room
from feeds.intake.client.decoder import offered
from feeds.intake.client.lean import httpx
from feeds.intake.client.transport import CONNECT, READ, Transport
from feeds.model import Answer, Article, Source, SourceState

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from feeds.intake.parsing.choosing import Parser
    from feeds.intake.parsing.document import Document
    from feeds.intake.settings import Settings

KIND = "feed reader"
"""What the User-Agent says until the configuration names a `contact`. Servers expect an address at which somebody can
be reached: who runs the program has one, the program itself has none, and any other would only look like one."""


class Job(NamedTuple):
    """A source's answer, and the articles of it whose page is wanted."""

    answer: Answer
    articles: list[Article]


class NoCookies(httpx.Cookies):
    """Keeps none and sends none; what servers write into them is not even parsed."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Take nothing."""


class Client(httpx.AsyncClient):
    """httpx's client without its cookie jar, whose reading of each answer was a tenth of a run of 304s."""

    _none = NoCookies()

    @property
    def cookies(self) -> httpx.Cookies:
        """None, whatever was set."""
        return self._none

    @cookies.setter
    def cookies(self, cookies: object) -> None:
        """Take nothing."""


class Desk:
    """One run's clients and parsers; closed when the run is over."""

    def __init__(self, settings: "Settings", known: Callable[[str], Mapping[str, str]]) -> None:
        self.settings = settings
        self.known = known
        self.at_once = room.at_once(settings.total)
        """Requests under way, over all hosts."""
        self.resting: set[str] = set()
        """Hosts that answered 429 or 503 in this run: their other sources and pages are left for the next."""
        self.jobs: list[Job] = []
        """The pages that are wanted, asked for when the feeds have answered."""
        self._clients: dict[tuple[str, bool], Client] = {}
        self._given: dict[tuple[tuple[str, str], ...], bytes | None] = {}
        """The passwords of this run, by the options that give them."""
        self._slow: tuple[Parser, ThreadPoolExecutor] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._slow is not None:
            parser, threads = self._slow
            # The children first: a thread that waits for one ends with it.
            parser.close()
            threads.shutdown(wait=False, cancel_futures=True)
        for client in self._clients.values():
            await client.aclose()

    @property
    def now(self) -> int:
        """Whole seconds since 1970."""
        return int(self.settings.clock())

    def after(self, source: Source, state: SourceState, reply: schedule.Reply) -> SourceState:
        """Return what is to be remembered of a source after an answer, its next time among it."""
        reply = reply._replace(local=schedule.is_loopback(source.where))
        interval = source.interval if source.interval is not None else self.settings.interval
        chance = random.random()  # noqa: S311 (jitter, no secret)
        return schedule.after(state, reply, interval, self.now, chance)

    async def fetch(self, wanted: fetch.Wanted, options: Mapping[str, str]) -> fetch.Fetched:
        """Return an address's answer, by the proxy and with the password that a source's options name.

        Raises `FetchError`, `BadBodyError` and what the operating system raises.
        """
        proxy = options.get("proxy") or self.settings.proxy or ""
        if wanted.typed is not None and "user" in options:
            wanted = wanted._replace(authorization=await self._authorization(options))
        return await fetch.fetch(self._client(proxy, verify=wanted.verify), wanted)

    async def _authorization(self, options: Mapping[str, str]) -> bytes | None:
        """Return what a source's options give, asked for once in a run: a command may want a finger each time."""
        key = tuple(sorted(options.items()))
        if key not in self._given:
            from feeds.intake.client.credentials import authorization  # noqa: PLC0415 (few sources want a password)

            self._given[key] = await authorization(options)
        return self._given[key]

    async def parsed(self, body: bytes, content_type: str) -> "Document":
        """Return what a body says; large ones and feedparser's wait in a thread for a child. `NotAFeedError`."""
        from feeds.intake.parsing.choosing import at_once  # noqa: PLC0415 (10 ms, and most feeds have not changed)

        document = at_once(body, content_type)
        if document is not None:
            return document
        parser, threads = self._children()
        return await asyncio.get_running_loop().run_in_executor(threads, parser.slowly, body, content_type)

    async def page(self, html: bytes, address: str) -> dict[str, Any]:
        """Return what the text extractor finds in a page, read in a child. Raises `NotAFeedError`."""
        parser, threads = self._children()
        return await asyncio.get_running_loop().run_in_executor(threads, parser.page, html, address)

    def _children(self) -> "tuple[Parser, ThreadPoolExecutor]":
        """Return the parser whose children can be killed, and the threads that wait for them."""
        if self._slow is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (6 ms)

            from feeds.intake.parsing.choosing import Parser  # noqa: PLC0415
            from feeds.intake.parsing.parser_pool import SIZE  # noqa: PLC0415

            # Threads of our own: the loop's are for storing, which must not wait for a slow document.
            self._slow = Parser(), ThreadPoolExecutor(max_workers=SIZE)
        return self._slow

    def _client(self, proxy: str, *, verify: bool) -> Client:
        """Return the run's client: one for all that is asked from here, and one for each proxy."""
        key = (proxy, verify or not proxy)
        if key not in self._clients:
            contact = self.settings.contact.encode("ascii", "ignore").decode()
            agent = self.settings.user_agent or f"copydesk/{__version__} ({f'+{contact}' if contact else KIND})"
            self._clients[key] = Client(
                transport=self._way(proxy, verify=verify),
                headers={"User-Agent": agent.encode("ascii", "ignore").decode(), "Accept-Encoding": offered()},
                timeout=httpx.Timeout(READ, connect=CONNECT),
                trust_env=False,
            )
        return self._clients[key]

    def _way(self, proxy: str, *, verify: bool) -> httpx.AsyncBaseTransport:
        if not proxy:
            return Transport(certificates, room.idle(self.at_once))
        from feeds.intake.client.proxied import Proxied  # noqa: PLC0415 (few sources have a proxy)

        return Proxied(proxy=proxy, verify=certificates(verify), trust_env=False)


@cache
def certificates(verify: bool) -> ssl.SSLContext:
    """Return the TLS context: certifi's authorities, or no check, for a source that asks for none."""
    if verify:
        import certifi  # noqa: PLC0415 (30 ms with the context, and only where https is due)

        return ssl.create_default_context(cafile=certifi.where())
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
