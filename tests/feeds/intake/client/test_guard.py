"""Which addresses may be dialled: what a name resolves to is checked, and that very address is dialled."""

import socket
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from feeds.intake.client.guard import GuardError, is_public, resolve
from feeds.model import Answer
from tests.feeds.intake.loopback import Desk, Reply, rss, serving

Answers = dict[str, list[str]]


def naming(monkeypatch: pytest.MonkeyPatch, *turns: Answers) -> list[str]:
    """Answer lookups from these tables, one a lookup, the last for ever; return the names that are asked for."""
    asked: list[str] = []

    def looked_up(host: str, port: int, **_: object) -> list[object]:
        table = turns[min(len(asked), len(turns) - 1)]
        asked.append(host)
        if host not in table:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(socket.AF_INET6 if ":" in ip else socket.AF_INET, 1, 6, "", (ip, port)) for ip in table[host]]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3",
        "198.18.0.1", "240.0.0.1", "255.255.255.255", "224.0.0.1", "::", "::1", "::ffff:10.0.0.1", "::ffff:0:10.0.0.1",
        "::127.0.0.1", "::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::",
        "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1", "words", "", "1.1.1.1/8",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


@pytest.fixture
def lookups() -> Executor:
    return ThreadPoolExecutor(1)


async def test_of_a_name_s_addresses_the_public_ones_alone_are_dialled(
    lookups: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = ["10.0.0.1", "1.1.1.1", "::ffff:127.0.0.1", "1.1.1.1"]
    naming(monkeypatch, {"both.example": both, "inside.example": ["192.168.0.9", "fd00::1"], "none.example": []})
    assert await resolve("both.example", 80, lambda: lookups, exempt=False) == ["1.1.1.1"]
    assert await resolve("both.example", 80, lambda: lookups, exempt=True) == both[:3]
    with pytest.raises(GuardError, match=r"inside\.example is at 192\.168\.0\.9, which is not public"):
        await resolve("inside.example", 80, lambda: lookups, exempt=False)
    with pytest.raises(GuardError):
        await resolve("none.example", 80, lambda: lookups, exempt=True)
    with pytest.raises(socket.gaierror):
        await resolve("unknown.example", 80, lambda: lookups, exempt=False)


async def redirected(monkeypatch: pytest.MonkeyPatch, host: str, *turns: Answers) -> tuple[Answer, int]:
    """Ask a feed that is moved to a host; return the answer, and how many requests came for what is hidden there."""
    async with serving() as server:
        port = server.base.rpartition(":")[2]
        server.routes["/f"] = lambda _: Reply(302, headers=[("Location", f"http://{host}:{port}/secret")])
        server.routes["/secret"] = lambda _: Reply(body=rss("Secret"))
        naming(monkeypatch, *turns)
        answer = (await Desk(server, "/f").cycle())["/f"]
        return answer, len(server.asked("/secret"))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "[::ffff:7f00:1]", "[::7f00:1]", "0.0.0.0", "[::]", "127.0.0.1.", "127.0.0.2", "017700000001"],
)
async def test_a_redirect_to_what_is_at_home_is_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_home = {name: ["127.0.0.1"] for name in ("evil.example", "127.0.0.1.", "017700000001")}
    answer, asked = await redirected(monkeypatch, host, at_home)
    assert (answer.status, asked) == ("error", 0)
    assert "not public" in (answer.state.error or "")


async def test_a_name_that_is_somewhere_else_the_second_time_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    outside, inside = {"evil.example": ["192.0.2.1"]}, {"evil.example": ["127.0.0.1"]}
    answer, asked = await redirected(monkeypatch, "evil.example", outside, inside)
    assert (answer.status, asked) == ("error", 0)
