"""Drops what the configuration does not want kept: `keep` and `keep_size`."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.archive import Archive
    from feeds.config import Config


def drop_old(archive: "Archive", config: "Config") -> int:
    """Drop articles that are too old or too many, never starred ones; return how many. Raises RunUnderWay."""
    if config.keep is None and config.keep_size is None:
        return 0
    newer_than = None if config.keep is None else int(time.time()) - config.keep
    with archive.run_lock():
        return archive.keep(newer_than=newer_than, size=config.keep_size)
