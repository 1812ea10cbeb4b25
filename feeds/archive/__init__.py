"""What is kept: one SQLite file with full-text search, written by one run at a time, read by anybody at any time."""

from typing import TYPE_CHECKING

from feeds.archive.layout.rows import Selection

if TYPE_CHECKING:
    from feeds.archive.archive import Archive, open_archive
    from feeds.archive.errors import (
        ArchiveBroken,
        ArchiveError,
        ArchiveForeign,
        ArchiveFull,
        ArchiveLocked,
        ArchiveReadOnly,
        ArchiveTooNew,
        NoSuchId,
        RunUnderWay,
    )  # fmt: skip

__all__ = [
    "Archive", "ArchiveBroken", "ArchiveError", "ArchiveForeign", "ArchiveFull", "ArchiveLocked", "ArchiveReadOnly",
    "ArchiveTooNew", "NoSuchId", "RunUnderWay", "Selection", "open_archive",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load SQLite when an archive is meant: whoever only checks a query needs none (PEP 562)."""
    if name not in __all__:
        raise AttributeError(name)
    from feeds.archive import archive, errors

    return getattr(archive if name in {"Archive", "open_archive"} else errors, name)
