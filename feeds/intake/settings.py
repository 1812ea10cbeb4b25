"""What holds for all sources of a desk."""

from collections.abc import Callable
from typing import NamedTuple


def _now() -> float:
    import time  # noqa: PLC0415 (a built-in module: bound late so that a test can move the clock)

    return time.time()


class Settings(NamedTuple):
    """How the sources of one desk are asked."""

    interval: int | None = None
    """Seconds between two requests to one source, as the user set it; nothing where nobody did: `schedule.DEFAULT`."""
    total: int = 64
    """Requests at once, over all hosts; to one host there are never more than two."""
    user_agent: str = ""
    """What the program calls itself; empty: its name, its version and where to write to."""
    contact: str = ""
    """Where the one who runs it can be reached, an address of the web or `mailto:`: named in the User-Agent."""
    proxy: str | None = None
    """The address of a proxy for every request; the environment's are not used."""
    clock: Callable[[], float] = _now
    """Seconds since 1970, UTC."""
