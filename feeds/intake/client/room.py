"""How many connections there is room for: they share one limit with all other files, 256 on a Mac.

Above it nothing can be opened any more, neither the archive nor a module that has yet to be imported.
"""

import resource

OTHERS = 96
"""Files that are no connections: the archive's, a log, pipes to children, modules, and a socket for each lookup."""
IDLE = 256
"""Most connections kept for another request, over all hosts."""


def at_once(wanted: int) -> int:
    """Return how many requests may be under way, at most as many as are wanted."""
    return max(1, min(wanted, _room() // 2))


def idle(busy: int) -> int:
    """Return how many connections may be kept open beside so many that are busy."""
    return max(0, min(IDLE, _room() - busy))


def _room() -> int:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(2, (soft if soft != resource.RLIM_INFINITY else 1 << 20) - OTHERS)
