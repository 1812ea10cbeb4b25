"""Drops what the configuration does not want kept: `keep` and `keep_size`."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.archive import Archive
    from feeds.config import Config


AWAY = 30 * 86_400
"""Seconds between two runs after which the clock is not believed at once."""


def leapt(archive: "Archive") -> bool:
    """Whether the last run began so long after the one before that the clock may be wrong: it would make all old.

    A machine that was off for so long drops what is old after its next run.
    """
    last = archive.runs(2)
    return len(last) == 2 and last[0].started - last[1].started > AWAY


def drop_old(archive: "Archive", config: "Config") -> int:
    """Drop articles that are too old or too many, never starred ones; return how many. Raises RunUnderWay."""
    if config.keep is None and config.keep_size is None:
        return 0
    newer_than = None if config.keep is None else int(time.time()) - config.keep
    with archive.run_lock():
        return archive.keep(newer_than=newer_than, size=config.keep_size)
