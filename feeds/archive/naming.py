"""Which names are whose: what the archive gives to those who tell speakers apart, and what it keeps of their answer."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from feeds.archive.archive import Archive
from feeds.archive.errors import in_words
from feeds.archive.layout.folding import fold
from feeds.archive.layout.records import GONE, SPEAKER
from feeds.archive.layout.transaction import writing


class Spoken(NamedTuple):
    """A name as an article has it."""

    name: str
    role: str | None
    article: int
    """The article's row."""


class Names:
    """The names of an archive's speakers."""

    def __init__(self, archive: Archive) -> None:
        self.path = archive.path
        self._db = archive.db

    @in_words
    def new(self) -> list[str]:
        """Return the names that nobody has looked at yet."""
        return [name for (name,) in self._db.execute("SELECT name FROM speaker WHERE surname IS NULL")]

    @in_words
    def all(self) -> list[str]:
        """Return every name that ever spoke."""
        return [name for (name,) in self._db.execute("SELECT name FROM speaker")]

    @in_words
    def alike(self, surnames: Iterable[str]) -> dict[str, str]:
        """Return {name: surname} of those that were looked at and found to have one of these surnames."""
        sql = "SELECT name, surname FROM speaker WHERE surname IN (SELECT value FROM json_each(?))"
        return dict(self._db.execute(sql, (_json(surnames),)).fetchall())

    @in_words
    def spoken(self, names: Iterable[str]) -> list[Spoken]:
        """Return where these names speak, the article that was stored first first.

        The rows are told by the index before any is looked at, so that the file is read from its beginning to its end.
        """
        theirs = "SELECT row FROM speaker WHERE name IN (SELECT value FROM json_each(?))"
        found = self._db.execute(
            f"SELECT {SPEAKER}, x.role, x.article FROM quote x WHERE x.row IN "
            f"(SELECT row FROM quote WHERE speaker IN ({theirs})) AND NOT x.hidden & {GONE} ORDER BY x.row",
            (_json(names),),
        )
        return list(map(Spoken._make, found))

    @in_words
    def write(self, surnames: Mapping[str, str], owners: Mapping[str, tuple[str, str]]) -> None:
        """Keep each name's surname, and whose it is: {name: (its owner's full name or nothing, why it is theirs)}."""
        rows = [(surname, fold(owners[name][0]), owners[name][1], name) for name, surname in surnames.items()]
        with writing(self._db):
            self._db.executemany("UPDATE speaker SET surname = ?, key = ?, why = ? WHERE name = ?", rows)

    @in_words
    def reasons(self, key: str) -> dict[str, str]:
        """Return {name: why it was taken for this speaker's}; empty reasons for the name itself."""
        return dict(self._db.execute("SELECT name, why FROM speaker WHERE key = ?", (key,)).fetchall())


def _json(names: Iterable[str]) -> str:
    from json import dumps

    return dumps(list(names))
