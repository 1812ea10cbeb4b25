"""Looks what is at an address before it becomes a source: a feed, or a page that names its feeds."""

import asyncio
from argparse import Namespace
from collections.abc import Sequence

from feeds.config import ConfigError, load
from feeds.config.sources import is_address, normalised
from feeds.intake import Settings
from feeds.intake.asking.discovery import find
from tui.narration import UsageMistakeError, say
from tui.runs.running import settings_of


def feeds_of(places: Sequence[str], args: Namespace) -> list[str]:
    """Return the places with each page's address replaced by its first feed. Raises UsageMistakeError.

    What cannot be asked now is taken as it stands: a source may be added while the network is away.
    """
    try:
        settings = settings_of(load(args.config))
    except ConfigError:  # no file yet: it is about to be made; a mistake in it is told when it is edited
        settings = Settings()
    return [asyncio.run(_feed(place, settings)) if is_address(place) else place for place in places]


async def _feed(address: str, settings: Settings) -> str:
    try:
        normalised(address)
    except ValueError as fault:
        raise UsageMistakeError(f"{address}: {fault}") from None
    found = await find(address, settings)
    if found.feeds:
        first, *others = found.feeds
        for other in others:
            say(f"{address} also names {other.address} ({other.title})")
        return first.address
    if found.wrong:
        raise UsageMistakeError(f"{address}: {found.error}; --no-check adds it all the same")
    say(f"{address} could not be asked now ({found.error}); it is added as it stands")
    return address
