"""`copydesk serve` over real HTTP on loopback: the token before everything, one desk, and an end in good order."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.tui.headless import Desk
from tui.verbs.serve import _here


class Served(NamedTuple):
    desk: Desk
    process: "subprocess.Popen[str]"
    address: str

    @property
    def root(self) -> str:
        """The address without its token."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def boards(self) -> list[str]:
        """The boards that are open on this desk."""
        return subprocess.run(
            ["pgrep", "-f", f"tui.served.*{self.desk.archive}"], capture_output=True, text=True, check=False
        ).stdout.split()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = Desk(tmp_path / "home")
    desk.article("harwick-flood")
    with desk.started("serve") as process:
        assert process.stdout is not None
        yield Served(desk, process, process.stdout.readline().strip())


async def until(socket: aiohttp.ClientWebSocketResponse, words: str) -> str:
    """Read until the terminal was sent some words."""
    shown = ""
    while words not in shown:
        message = await socket.receive(timeout=20)
        assert message.type is aiohttp.WSMsgType.BINARY, f"{words!r} never came: {message.type} after {shown!r}"
        shown += message.data.decode(errors="replace")
    return shown


async def test_the_page_is_for_those_who_know_the_token(served: Served) -> None:
    parts = urlsplit(served.address)
    assert parts.hostname == "127.0.0.1"
    token = parts.path.strip("/")
    assert len(token) >= 32
    async with aiohttp.ClientSession() as session:
        async with session.get(served.address) as answer:
            page = await answer.text()
            assert answer.status == 200
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert f"ws://{parts.netloc}/{token}/ws" in page
        assert "//" not in page.replace(f"ws://{parts.netloc}", "")  # nothing is loaded from elsewhere
        async with session.get(f"{served.address}static/js/textual.js") as answer:
            assert answer.status == 200
        for path in ("/", "/ws", "/static/js/textual.js", f"/{token}x/", f"/{token[:-1]}/ws", f"/x/{token}/", "/é/"):
            async with session.get(served.root + path) as answer:
                assert (path, answer.status) == (path, 403)
                assert token not in await answer.text()
        for path in "", "static/js/textual.js", "nothing", "../x":
            async with session.get(served.address + path) as answer:
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"  # an opened link gets no handle
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{served.root}/{token[::-1]}/ws")
        assert refused.value.status == 403
        async with session.get(f"{served.address}ws") as answer:
            assert answer.status == 400
    assert served.boards == []


@pytest.mark.parametrize("asked", ["OPTIONS *", "CONNECT desk.example:80", "GET http://desk.example/", "GET //x"])
async def test_a_request_without_a_path_is_refused_like_any_other(served: Served, asked: str) -> None:
    parts = urlsplit(served.address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(f"{asked} HTTP/1.1\r\nHost: desk.example\r\n\r\n".encode())
    assert (await asyncio.wait_for(reader.readline(), 20)).split()[1] == b"403"
    writer.close()


async def test_the_socket_shows_this_desk_and_no_other(served: Served, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other")
    asked = f"{served.address}ws?width=120&height=36&config={other.config}&archive={other.archive}&path=/etc"
    async with aiohttp.ClientSession() as session, session.ws_connect(asked) as socket:
        shown = await until(socket, "Harwick flood")
        assert "1 Headlines" in shown
        assert not other.archive.exists()
        await socket.send_json(["stdin", "4"])
        await until(socket, "4 People")
        await socket.send_json(["stdin", "q"])
        while (await socket.receive(timeout=20)).type is aiohttp.WSMsgType.BINARY:
            pass
        assert socket.closed


async def test_a_signal_ends_the_server_and_every_board(served: Served) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{served.address}ws") as socket:
        await until(socket, "Headlines")
        assert served.boards
        served.process.terminate()
        while (await socket.receive(timeout=20)).type is aiohttp.WSMsgType.BINARY:
            pass
    assert served.process.wait(20) == 143
    assert served.boards == []


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    code = "import sys; sys.modules['textual_serve.server'] = None; from tui.cli import run; sys.exit(run(['serve']))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=Desk(tmp_path / "home").environment, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"pip install 'copydesk[serve]'" in done.stderr
    assert done.stdout == b""


def test_a_port_that_is_taken_is_said(served: Served) -> None:
    port = str(urlsplit(served.address).port)
    done = served.desk.run("serve", "--port", port)
    assert done.returncode == 1
    assert "address already in use" in done.stderr
    assert served.desk.run("serve", "--port", "70000").returncode == 2


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk.example", False)],
)
def test_what_can_be_reached_from_elsewhere(host: str, here: bool) -> None:
    assert _here(host) is here
