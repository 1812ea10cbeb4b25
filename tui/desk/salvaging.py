"""What can be read of a damaged archive: whoever takes it elsewhere goes on past what cannot be."""

from collections.abc import Iterator, Sequence

from feeds.archive import Archive, ArchiveBroken, Selection
from feeds.archive.layout.rows import HeadlineRow
from tui.desk.choosing import AT_ONCE, What, page
from tui.lines.records import Record


class Salvage:
    """Rows of an archive; what cannot be read is counted, and stops nothing."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.lost = 0
        """Articles or rows that could not be read."""
        self.fault = ""
        """Why, and what to do, in words."""

    def rows(self, what: What, chosen: Selection) -> Iterator[Record]:
        """Yield the chosen rows as `choosing.rows` does. Raises ArchiveBroken where not even the articles are told."""
        for keys in self._keys(what, chosen):
            try:
                yield from list(page(self._archive, what, keys))
            except ArchiveBroken:
                for key in keys:
                    yield from self._one(what, key)

    def _keys(self, what: What, chosen: Selection) -> Iterator[Sequence[int]]:
        try:
            whole = self._archive.keys(what, chosen)
        except ArchiveBroken:
            yield from self._by_article(what, chosen)
            return
        for start in range(0, len(whole), AT_ONCE):
            yield whole[start : start + AT_ONCE]

    def _by_article(self, what: What, chosen: Selection) -> Iterator[Sequence[int]]:
        """Ask each article for its own, which lie apart from the next one's."""
        plain = Selection(sources=chosen.sources, since=chosen.since, before=chosen.before)
        left = chosen.limit
        for start in range(0, len(heads := self._archive.keys("headlines", plain)), AT_ONCE):
            for head in self._heads(heads[start : start + AT_ONCE]):
                if left == 0:
                    return
                try:
                    keys = self._archive.keys(what, chosen._replace(article=head.id, limit=left))
                except ArchiveBroken as fault:
                    self._lose(fault)
                    continue
                left = None if left is None else left - len(keys)
                yield keys

    def _heads(self, keys: Sequence[int]) -> Sequence[HeadlineRow]:
        try:
            return self._archive.headlines(keys)
        except ArchiveBroken as fault:
            if len(keys) > 1:
                return [head for key in keys for head in self._heads([key])]
            self._lose(fault)
            return ()

    def _one(self, what: What, key: int) -> Iterator[Record]:
        try:
            yield from list(page(self._archive, what, [key]))
        except ArchiveBroken as fault:
            self._lose(fault)

    def _lose(self, fault: ArchiveBroken) -> None:
        self.lost += 1
        self.fault = str(fault)
