"""The first of a host's addresses at which somebody answers (RFC 8305, "happy eyeballs").

Where IPv6 is there but leads nowhere, every host that has it would be down if its addresses were tried one by one.
"""

import asyncio
import errno
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from operator import itemgetter

from feeds.intake.client.wire import Connection

HEAD_START = 0.25
"""Seconds that an address has for itself before the next is dialled beside it."""
MOST = 6
"""Addresses that are tried; a name may have any number of them."""
Dial = Callable[[str], Awaitable[Connection]]
"""Returns a connection to an IP address. Raises `OSError`."""


async def first(addresses: Sequence[str], dial: Dial) -> Connection:
    """Return the connection that is there first. Raises the `OSError` that says most where there is none."""
    if len(addresses) == 1:
        return await dial(addresses[0])
    waiting, failed = _by_turns(addresses)[:MOST], list[BaseException]()
    under_way = set[asyncio.Future[Connection]]()
    try:
        while waiting or under_way:
            if waiting:
                under_way.add(asyncio.ensure_future(dial(waiting.pop(0))))
            patience = HEAD_START if waiting else None
            done, _ = await asyncio.wait(under_way, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            for one in done:
                under_way.remove(one)
                if (error := one.exception()) is None:
                    return await _alone(one.result(), under_way)
                failed.append(error)
    finally:
        await _leave(under_way)
    raise min(failed, key=_says_little)


def _by_turns(addresses: Sequence[str]) -> list[str]:
    """Return addresses of both kinds by turns: six of IPv6 would leave no room for the one of IPv4."""
    nth = Counter[bool]()
    places = list[int]()
    for address in addresses:
        places.append(nth[":" in address])
        nth[":" in address] += 1
    return [address for _, address in sorted(zip(places, addresses, strict=True), key=itemgetter(0))]


async def _alone(winner: Connection, others: set["asyncio.Future[Connection]"]) -> Connection:
    """Return the connection that was first when the others have ended; hang up on it too where that is cancelled."""
    try:
        await _leave(others)
    except BaseException:
        winner.close()
        raise
    return winner


def _says_little(error: BaseException) -> bool:
    """Whether it says only that there is no way to an address (no IPv6 here): another may have refused us."""
    return isinstance(error, OSError) and error.errno in (errno.ENETUNREACH, errno.ENETDOWN)


async def _leave(under_way: set["asyncio.Future[Connection]"]) -> None:
    """End what is still being dialled, and hang up on who answered meanwhile."""
    for one in under_way:
        one.cancel()
    for found in await asyncio.gather(*under_way, return_exceptions=True):
        if isinstance(found, Connection):
            found.close()
