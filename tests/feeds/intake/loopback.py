"""A small HTTP server on loopback whose answers a test writes, and a desk that asks it on a clock of its own."""

import asyncio
import inspect
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from typing import NamedTuple

from feeds.intake import Settings, collect
from feeds.model import Answer, Source, SourceState


class Request(NamedTuple):
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    cycle: int


class Reply(NamedTuple):
    """An answer; `raw` is sent as it stands instead."""

    status: int = 200
    body: bytes = b""
    headers: Sequence[tuple[str, str]] = ()
    raw: bytes | None = None
    hang: bool = False


Handler = Callable[[Request], Reply | Awaitable[Reply]]


def rss(*titles: str, extra: str = "") -> bytes:
    """An RSS feed with an item for each title."""
    items = "".join(
        f"<item><title>{title}</title><link>http://news.example/{n}</link><guid>g{n}</guid>"
        f"<pubDate>Sun, 22 Nov 2026 0{n % 10}:00:00 GMT</pubDate></item>"
        for n, title in enumerate(titles)
    )
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title>'
    return f"{head}{extra}{items}</channel></rss>".encode()


class Server:
    """Answers by path; counts requests and how many are open at once."""

    def __init__(self) -> None:
        self.routes: dict[str, Handler] = {}
        self.requests: list[Request] = []
        self.cycle = 0
        self.open = self.most_open = self.connections = self.connected = self.most_connected = 0
        self.base = ""

    def asked(self, path: str) -> list[Request]:
        """The requests for one path."""
        return [request for request in self.requests if request.path == path]

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.connected += 1
        self.most_connected = max(self.most_connected, self.connected)
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            self.connected -= 1
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in head[1:] if line)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        request = Request(head[0].split(" ")[1], headers, self.cycle)
        self.requests.append(request)
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            made = self.routes[request.path.partition("?")[0]](request)
            reply = await made if inspect.isawaitable(made) else made
        finally:
            self.open -= 1
        if reply.raw is not None:
            writer.write(reply.raw)
            await writer.drain()
            if reply.hang:
                await asyncio.sleep(60)
            return False
        lines = [f"HTTP/1.1 {reply.status} X", *(f"{name}: {value}" for name, value in reply.headers)]
        if reply.status != 304:
            lines.append(f"Content-Length: {len(reply.body)}")
        writer.write("\r\n".join((*lines, "", "")).encode("latin-1") + (b"" if reply.status == 304 else reply.body))
        await writer.drain()
        return True


@asynccontextmanager
async def serving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """A server on a free port of 127.0.0.1."""
    server = Server()
    listening = await asyncio.start_server(server.handle, "127.0.0.1", 0, ssl=tls)
    port = listening.sockets[0].getsockname()[1]
    server.base = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
    try:
        yield server
    finally:
        listening.close()


class Desk:
    """Asks a server's feeds cycle by cycle, and remembers the states as the archive would."""

    def __init__(self, server: Server, *paths: str, interval: int | None = None) -> None:
        self.server = server
        self.now = 1_795_000_000
        self.interval = interval
        self.known: dict[str, dict[str, str]] = {}
        self.sources = [Source(path, path, "feed", server.base + path, full_text="never") for path in paths]
        self.states: dict[str, SourceState] = {}

    async def cycle(
        self, after: int = 0, *, by_hand: bool = False, stop: asyncio.Event | None = None
    ) -> dict[str, Answer]:
        """Let `after` seconds pass and ask what is due; return the answers by path."""
        self.now += after
        self.server.cycle += 1
        settings = Settings(interval=self.interval, clock=lambda: self.now)
        asked = [(source, self.states.get(source.key, SourceState())) for source in self.sources]
        found: dict[str, Answer] = {}
        async with aclosing(
            collect(asked, settings, lambda key: self.known.get(key, {}), by_hand=by_hand, stop=stop)
        ) as answers:
            async for ready in answers:
                for answer in ready:
                    found[answer.source.key] = answer
                    self.states[answer.source.key] = answer.state
                    stored = self.known.setdefault(answer.source.key, {})
                    stored.update({article.guid: article.stamp for article in answer.articles})
        return found
