"""How articles come in: the room between the world outside and the model.

Importing it costs nothing: httpx, feedparser, lxml and asyncio are loaded when an address is due, not before.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from feeds.intake import cleaning
from feeds.intake.ondisk import RefusedError

if TYPE_CHECKING:
    from feeds.intake.collecting import collect
    from feeds.intake.seedfile import read_article_file

__all__ = ["RefusedError", "Settings", "cleaning", "collect", "read_article_file"]


def _now() -> float:
    import time  # noqa: PLC0415 (a built-in module: bound late so that a test can move the clock)

    return time.time()


class Settings(NamedTuple):
    """What holds for all sources of a desk."""

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


def __getattr__(name: str) -> object:
    # PEP 562: `collect` pulls in half of the room, which `extract` does not need, nor a run the reading of articles.
    if name == "collect":
        from feeds.intake.collecting import collect  # noqa: PLC0415

        return collect
    if name == "read_article_file":
        from feeds.intake.seedfile import read_article_file  # noqa: PLC0415

        return read_article_file
    raise AttributeError(name)
