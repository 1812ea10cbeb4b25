"""Which of a host's addresses is taken: the first that answers, and of several faults the one that says most."""

import asyncio
import errno
from typing import NoReturn

import pytest

from feeds.intake.client import dialling, wire
from feeds.intake.client.dialling import first

REFUSED, NO_WAY = OSError(errno.ECONNREFUSED, "refused"), OSError(errno.ENETUNREACH, "no way")
SILENT = "2001:db8::1"
GOOD = ("192.0.2.1", "192.0.2.2")


class Line(wire.Connection):
    """A connection to nobody, which knows to whom, and whether it was hung up."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.closed = False

    def close(self) -> None:
        self.closed = True


class Net:
    """Answers at the good addresses; elsewhere it is silent, or fails."""

    def __init__(self, **faults: OSError) -> None:
        self.dialled: list[str] = []
        self.cancelled: list[str] = []
        self.faults = faults

    async def dial(self, address: str) -> wire.Connection:
        self.dialled.append(address)
        if fault := self.faults.get(address):
            await asyncio.sleep(0)
            raise fault
        if address not in GOOD:
            await self._wait(address)
        return Line(address)

    async def _wait(self, address: str) -> NoReturn:
        try:
            await asyncio.sleep(60)
        finally:
            self.cancelled.append(address)
        raise AssertionError


async def test_an_address_that_never_answers_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialling, "HEAD_START", 0.01)
    net = Net()
    found = await first([SILENT, *GOOD], net.dial)
    assert isinstance(found, Line)
    assert (found.address, found.closed) == (GOOD[0], False)
    assert (net.dialled, net.cancelled) == ([SILENT, GOOD[0]], [SILENT])


async def test_an_address_that_answers_soon_is_the_only_one_that_is_dialled() -> None:
    net = Net()
    await first(GOOD, net.dial)
    assert net.dialled == [GOOD[0]]


async def test_the_next_is_dialled_at_once_where_one_has_failed() -> None:
    net = Net(a=NO_WAY)
    async with asyncio.timeout(dialling.HEAD_START / 2):
        await first(["a", *GOOD], net.dial)
    assert net.dialled == ["a", GOOD[0]]


@pytest.mark.parametrize("addresses", [["a"], ["a", "b"], ["b", "a"]])
async def test_that_there_is_no_way_to_one_says_nothing_of_a_server_that_has_refused(addresses: list[str]) -> None:
    with pytest.raises(ConnectionRefusedError):
        await first(addresses, Net(a=REFUSED, b=NO_WAY).dial)


async def test_who_answers_when_another_has_won_is_hung_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialling, "HEAD_START", 0.01)
    lines = {address: Line(address) for address in GOOD}
    both = asyncio.Event()

    async def dial(address: str) -> wire.Connection:
        if address == GOOD[1]:
            both.set()
        await both.wait()
        return lines[address]

    found = await first(GOOD, dial)
    assert sorted(line.closed for line in lines.values()) == [False, True]
    assert found in lines.values()


async def test_who_gives_up_leaves_nothing_under_way() -> None:
    net = Net()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await first([SILENT, "2001:db8::2"], net.dial)
    assert net.cancelled == net.dialled == [SILENT]


async def test_a_host_of_many_addresses_of_one_kind_is_reached_by_the_other() -> None:
    sixes = [f"2001:db8::{n}" for n in range(8)]
    net = Net(**dict.fromkeys(sixes, NO_WAY))
    found = await first([*sixes, "192.0.2.1"], net.dial)
    assert isinstance(found, Line)
    assert found.address == "192.0.2.1"


async def test_who_was_first_is_hung_up_on_where_the_request_ends_while_the_others_do() -> None:
    lines, there = list[Line](), asyncio.Event()

    async def dial(address: str) -> wire.Connection:
        if address == SILENT:
            try:
                await asyncio.sleep(60)
            finally:
                await asyncio.sleep(0.2)
        lines.append(Line(address))
        there.set()
        return lines[-1]

    request = asyncio.create_task(first([SILENT, "192.0.2.1"], dial))
    await there.wait()
    await asyncio.sleep(0.05)
    request.cancel()
    with pytest.raises(asyncio.CancelledError):
        await request
    assert [line.closed for line in lines] == [True]
