"""What is kept: one SQLite file with full-text search, written by one run at a time, read by anybody at any time."""

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
from feeds.archive.rows import Selection

__all__ = [
    "Archive", "ArchiveBroken", "ArchiveError", "ArchiveForeign", "ArchiveFull", "ArchiveLocked", "ArchiveReadOnly",
    "ArchiveTooNew", "NoSuchId", "RunUnderWay", "Selection", "open_archive",
]  # fmt: skip
