"""The board in a browser: a web server before `tui.served`, for whoever knows the token in its address.

Everything behind the address is checked, the pictures and the web socket too. textual-serve brings the terminal that
runs in the browser and the process behind it; its own page is left out, because it loads a font from elsewhere.
"""

import asyncio
import base64
import hashlib
import hmac
import secrets
import shlex
import sys
from collections.abc import Awaitable, Callable
from html import escape

from aiohttp import web
from textual_serve.server import Server

from feeds.config import Config
from tui.runs.signals import Stop

TOKEN = 24
"""Random bytes of a token: 192 bits, 32 characters in an address."""

MOST = 8
"""Boards that are open at once: each is a process of up to 100 MB."""

PATIENCE = 5.0
"""Seconds for the boards to end when the server does; measured: 0.3."""

FOCUS = """
new MutationObserver((changes, observer) => {
  const keys = document.querySelector(".xterm-helper-textarea");
  if (keys && document.body.classList.contains("-first-byte")) { keys.focus(); observer.disconnect(); }
}).observe(document.body, { attributes: true });
"""
"""Gives the keys to the terminal once it shows something: the page would wait for a click."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'sha256-"
        + base64.b64encode(hashlib.sha256(FOCUS.encode()).digest()).decode()
        + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self' ws://{host} wss://{host}; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says: the address holds the token, so it goes to nobody else, and nothing comes from elsewhere.

The page of an article's link, opened from the board, is not told who opened it: it could send the board elsewhere.
"""

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>copydesk</title>
<link rel="stylesheet" href="static/css/xterm.css">
<style>
@font-face {{ font-family: "Roboto Mono"; src: url("static/fonts/RobotoMono-VariableFont_wght.ttf"); }}
html, body {{ margin: 0; height: 100%; overflow: hidden; }}
body {{ background: #0f1318; color: #c9d1d9; font-family: "Roboto Mono", monospace; }}
.textual-terminal {{ width: 100vw; height: 100vh; }}
#closed {{ display: none; text-align: center; padding-top: 40vh; }}
body.-closed #closed {{ display: block; }}
body.-closed .textual-terminal {{ display: none; }}
#closed a {{ color: #5fd7a7; }}
</style>
<script src="static/js/textual.js"></script>
</head>
<body>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="{size}"></div>
<p id="closed">The board was left. <a href="">Open it again</a></p>
<script>{focus}</script>
</body>
</html>
"""
"""The whole page; the script finds the terminal by its class and its data, and says when the session is over."""


class Desk(Server):
    """One desk for browsers: each page is a board of its own on the same archive."""

    def __init__(self, config: Config) -> None:
        """Every board is opened with the options of this desk; nothing that a browser sends gets among them."""
        command = [sys.executable, "-P", "-m", "tui.served", *config.arguments()]
        super().__init__(shlex.join(command), title="copydesk")
        self.token = secrets.token_urlsafe(TOKEN)
        """The first part of every address here."""
        self._open: set[asyncio.Task[object]] = set()

    def application(self) -> web.Application:
        """Return the web application."""
        app = web.Application(middlewares=[self._guard])
        app.add_routes(
            [
                web.get(f"/{self.token}/", self.page),
                web.get(f"/{self.token}/ws", self.handle_websocket),
                web.static(f"/{self.token}/static", self.statics_path),
            ]
        )
        app.on_response_prepare.append(_protect)
        app.on_shutdown.append(self._end)
        return app

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuse whoever does not know the token, whatever they ask for, in the same time."""
        given = request.path.removeprefix("/").partition("/")[0]  # `OPTIONS *` has no slash
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode()):
            return web.Response(status=403, text="This address lacks the token that copydesk serve printed.\n")
        return await handler(request)

    async def page(self, request: web.Request) -> web.Response:
        """Answer with the page, which opens the web socket beside it."""
        size = request.query.get("fontsize", "")
        socket = f"ws{'s' * request.secure}://{request.host}/{self.token}/ws"
        said = PAGE.format(socket=escape(socket), focus=FOCUS, size=size if size.isdecimal() and len(size) < 3 else 16)
        return web.Response(text=said, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Open a board for a web socket, and end it with the socket."""
        if not web.WebSocketResponse().can_prepare(request):
            raise web.HTTPBadRequest(text="This is the address of a web socket.\n")
        if len(self._open) >= MOST:
            raise web.HTTPServiceUnavailable(text=f"There are {MOST} boards open already.\n")
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 (a handler runs in a task)
        self._open.add(task)
        try:
            return await super().handle_websocket(request)
        finally:
            self._open.discard(task)

    async def _end(self, app: web.Application) -> None:
        del app
        for task in (waiting := list(self._open)):
            task.cancel()
        if waiting:
            await asyncio.wait(waiting, timeout=PATIENCE)


async def _protect(request: web.Request, answer: web.StreamResponse) -> None:
    host = request.headers.get("Host", "")  # for one that is not named `request.host` asks the network
    answer.headers.update({name: value.format(host=host) for name, value in HEADERS.items()})


async def serve(config: Config, host: str, port: int, opened: Callable[[str], None]) -> int:
    """Serve a desk until a signal comes, and return its number; `opened` is told the address. Raises OSError."""
    desk, stop = Desk(config), Stop()
    stop.watch()
    runner = web.AppRunner(desk.application(), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound = runner.addresses[0][1]
        opened(f"http://{f'[{host}]' if ':' in host else host}:{bound}/{desk.token}/")
        await stop.event.wait()
    finally:
        await runner.cleanup()
    return stop.signal or 0
