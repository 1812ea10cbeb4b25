"""How articles come in: the room between the world outside and the model.

Importing it costs nothing: httpx, feedparser, lxml and asyncio are loaded when an address is due, not before.
"""

from typing import TYPE_CHECKING

from feeds.intake import cleaning
from feeds.intake.local.ondisk import RefusedError
from feeds.intake.settings import Settings

if TYPE_CHECKING:
    from feeds.intake.collecting import collect
    from feeds.intake.local.seedfile import read_article_file

__all__ = ["RefusedError", "Settings", "cleaning", "collect", "read_article_file"]


def __getattr__(name: str) -> object:
    # PEP 562: `collect` pulls in half of the room, which `extract` does not need, nor a run the reading of articles.
    if name == "collect":
        from feeds.intake.collecting import collect  # noqa: PLC0415

        return collect
    if name == "read_article_file":
        from feeds.intake.local.seedfile import read_article_file  # noqa: PLC0415

        return read_article_file
    raise AttributeError(name)
