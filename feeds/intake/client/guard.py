"""The address guard: a feed may not lead us into the user's own network.

The address that is checked is the one that is dialled, so a name that resolves differently the second time gains
nothing. Only the host and port that the user typed are exempt: a feed on localhost is legitimate.
"""

import asyncio
import ipaddress
import socket
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GIVEN_OUT = ipaddress.ip_network("2000::/3")
"""All that is in use of the public IPv6; Python takes ::127.0.0.1, fec0::1 and 64:ff9b:1::1 for global, too."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class GuardError(OSError):
    """An address that may not be dialled."""


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public net, also when it is wrapped in IPv6 (v4-mapped, NAT64, 6to4)."""
    try:
        address = _unwrapped(ipaddress.ip_address(text.partition("%")[0]))
    except ValueError:
        return False
    used = isinstance(address, ipaddress.IPv4Address) or address in _GIVEN_OUT
    return used and address.is_global and not address.is_multicast


def _unwrapped(address: Address) -> Address:
    """Return the IPv4 address inside: `is_global` alone takes NAT64 and 6to4 spellings of loopback for public."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour or address


async def resolve(host: str, port: int, lookups: "Callable[[], Executor]", *, exempt: bool) -> list[str]:
    """Return the IP addresses to dial for a host, all of them public unless it is exempt; names by `lookups`' threads.

    Raises `GuardError` where none may be dialled, and `OSError` where the name has no address.
    """
    try:
        found = [str(ipaddress.ip_address(host.strip("[]")))]
    except ValueError:
        looked_up = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        answers = await asyncio.get_running_loop().run_in_executor(lookups(), looked_up)
        found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    allowed = found if exempt else [address for address in found if is_public(address)]
    if not allowed:
        raise GuardError(f"{host} is at {found[0] if found else 'no address'}, which is not public")
    return allowed
