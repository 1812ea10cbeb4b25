"""Lists of feeds for other readers: OPML into the configuration, and out of it."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from feeds.config import Config, load, where
from feeds.config.edit import Added, add
from feeds.config.sources import is_address, normalised, short
from feeds.intake.parsing.opml import Imported, Outline, read, write
from feeds.model import Source


def taken(place: str, args: Namespace) -> Imported:
    """Return the list in a file, at an address (asked as any feed is) or on stdin. Raises OSError and OpmlError."""
    return read(_bytes(place, args))


def _bytes(place: str, args: Namespace) -> bytes:
    if place == "-":
        return sys.stdin.buffer.read()
    if is_address(place):
        import asyncio

        return asyncio.run(_asked(place, args))
    with open(place, "rb") as file:
        return file.read()


async def _asked(address: str, args: Namespace) -> bytes:
    from feeds.intake.asking import reasons
    from feeds.intake.asking.desk import Desk
    from feeds.intake.client import fetch
    from feeds.intake.client.address import parsed, place
    from tui.desk import config_of
    from tui.runs.running import settings_of

    async with Desk(settings_of(config_of(args)), lambda _: {}) as desk:
        try:
            typed = place(parsed(address))
            fetched = await desk.fetch(fetch.Wanted(address, "text/x-opml, text/xml, */*;q=0.5", typed=typed), {})
        except Exception as fault:
            raise OSError(reasons.of_error(fault)) from None
        if fetched.status != 200:
            raise OSError(reasons.of_status(fetched.status, fetched.headers))
        return fetched.body


def merged(found: Imported, args: Namespace) -> tuple[Added, tuple[str, ...], int]:
    """Add the feeds of a list that are not there yet; return what was added, what was skipped, and what was repeated.

    Raises ValueError where one of them, or a tag, is nothing for the configuration.
    """
    tables, skipped, again = [], list(found.skipped), found.again
    keys: set[str] = set()
    names = _names(args)
    for outline in found.added:
        try:
            address = normalised(outline.address)
        except ValueError:
            skipped.append(outline.title)
            continue
        if address in keys:  # in another spelling
            again += 1
            continue
        keys.add(address)
        tables.append(_table(outline, args.tag, names))
    return add(where(args.config), tables), tuple(skipped), again


def _names(args: Namespace) -> set[str]:
    """Return the names that are taken already."""
    try:
        with open(where(args.config), "rb"):
            return {source.key for source in load(args.config).sources}
    except FileNotFoundError:
        return set()


def _table(outline: Outline, tags: list[str], names: set[str]) -> Mapping[str, Any]:
    table: dict[str, Any] = {}
    if outline.title not in (outline.address, short(outline.address), *names):
        names.add(outline.title)
        table["name"] = outline.title
    table["url"] = outline.address
    if every := tuple(dict.fromkeys((*outline.tags, *tags))):
        table["tags"] = every
    extra = {**({"htmlUrl": outline.site} if outline.site else {}), **outline.extra}
    if extra:
        table["opml"] = extra
    return table


def written(config: Config) -> bytes:
    """Return the feed addresses of a configuration as OPML 2, with what the list they came from said of them."""
    feeds = (source for source in config.sources if source.kind == "feed")
    return write(_outline(source, config.opml.get(source.key, {})) for source in feeds)


def _outline(source: Source, said: Mapping[str, str]) -> Outline:
    extra = dict(said)
    site = extra.pop("htmlUrl", None)
    return Outline(source.where, source.name, site, source.tags, extra)
