"""What the requests of one run share: clients, parsers, the clock, and which hosts asked for rest."""

import asyncio
import ssl
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from feeds import __version__
from feeds.intake import fetch, parsing
from feeds.intake.credentials import authorization
from feeds.intake.decoder import offered
from feeds.intake.fetch import Asker
from feeds.intake.lean import httpx
from feeds.intake.parser_pool import SIZE
from feeds.intake.transport import Transport
from feeds.model import Answer, Article

if TYPE_CHECKING:
    from feeds.intake import Settings
    from feeds.intake.document import Document

Got = TypeVar("Got")
KIND = "a reader of Atom and RSS feeds, https://www.rfc-editor.org/info/rfc4287"
"""What the User-Agent says until the configuration names a contact: what asks, where one can look up what that is, and
no address at which nobody answers."""


class Job(NamedTuple):
    """A source's answer, and the articles of it whose page is wanted."""

    answer: Answer
    articles: list[Article]


class Desk:
    """One run's clients and parsers; closed when the run is over."""

    def __init__(self, settings: "Settings", known: Callable[[str], Mapping[str, str]]) -> None:
        self.settings = settings
        self.known = known
        self.coding = offered()
        self.resting: set[str] = set()
        """Hosts that answered 429 or 503 in this run: their other sources are left for the next (rule 5)."""
        self.jobs: list[Job] = []
        """The pages that are wanted, asked for when the feeds have answered."""
        self._askers: dict[tuple[str, bool], Asker] = {}
        self._parser = parsing.Parser()
        # Threads of our own: the loop's are for resolving names, which must not wait for a slow document.
        self._threads = ThreadPoolExecutor(max_workers=SIZE)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The children first: a thread that waits for one ends with it.
        self._parser.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for asker in self._askers.values():
            await asker.transport.aclose()

    @property
    def now(self) -> int:
        """Whole seconds since 1970."""
        return int(self.settings.clock())

    async def fetch(self, wanted: fetch.Wanted, options: Mapping[str, str]) -> fetch.Fetched:
        """Return an address's answer, by the proxy and with the password that a source's options name.

        Raises `FetchError`, and what httpx and the operating system raise.
        """
        proxy = options.get("proxy") or self.settings.proxy or ""
        if wanted.typed is not None and "user" in options:
            wanted = wanted._replace(authorization=await authorization(options))
        return await fetch.fetch(self._asker(proxy, verify=wanted.verify), wanted, self.coding)

    async def parsed(self, body: bytes, content_type: str) -> "Document":
        """Return what a body says; what only feedparser can read waits in a thread for a child. `NotAFeedError`."""
        document = parsing.at_once(body, content_type)
        return await self._apart(self._parser.slowly, body, content_type) if document is None else document

    async def page(self, html: bytes, address: str) -> dict[str, Any]:
        """Return what the text extractor finds in a page, read in a child. Raises `NotAFeedError`."""
        return await self._apart(self._parser.page, html, address)

    async def _apart(self, call: Callable[[bytes, str], Got], body: bytes, about: str) -> Got:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, body, about)

    def _asker(self, proxy: str, *, verify: bool) -> Asker:
        key = (proxy, verify)
        if key not in self._askers:
            contact = self.settings.contact.encode("ascii", "ignore").decode()
            agent = self.settings.user_agent or f"copydesk/{__version__} ({f'+{contact}' if contact else KIND})"
            # A proxy resolves and dials for us: the address guard can hold for what is dialled from here only.
            transport = (
                httpx.AsyncHTTPTransport(proxy=proxy, verify=certificates(verify), trust_env=False)
                if proxy
                else Transport(certificates)
            )
            self._askers[key] = Asker(transport, agent)
        return self._askers[key]


@cache
def certificates(verify: bool) -> ssl.SSLContext:
    """Return the TLS context: certifi's authorities, or no check, for a source that asks for none (rule 14)."""
    if verify:
        import certifi  # noqa: PLC0415 (30 ms with the context, and only where https is due)

        return ssl.create_default_context(cafile=certifi.where())
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
