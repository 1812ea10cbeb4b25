"""Panel 4: who speaks, how often, in which role, and with which words last."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar
from zlib import crc32

from rich.cells import cell_len

from feeds.archive.layout.findings import SpeakerRow
from feeds.archive.layout.rows import Selection
from feeds.archive.lookup.lists import What
from tui.lines.formats import marked
from tui.panels import words
from tui.panels.panel import ListPanel
from tui.panels.quotes import cue
from tui.widgets.cells import Cell, cut, fit
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from array import array

    from tui.panels.shelf import Shelf


ROLE = 12
"""Cells of a role with fewer of which it is left out, if it is longer."""


class People(ListPanel[SpeakerRow]):
    """Speakers over all articles, the most quoted first."""

    WHAT: ClassVar[What | str] = "people"  # type: ignore[assignment]
    NUMBER = "4"
    TITLE = "People"
    EMPTY = ("Nobody speaks here yet.", "they come with the quotes")

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(shelf)
        self._people: dict[int, SpeakerRow] = {}
        self._known = False

    def why(self) -> tuple[str, str]:
        """Say that they are still being counted, where they are."""
        return super().why() if self._known else ("Counting who speaks…", "")

    def key(self, row: SpeakerRow) -> int:
        """Return a number for a speaker's identity: it stays the same when others come."""
        return crc32(row.key.encode())

    def first_keys(self) -> Sequence[int]:
        """Return those who are known already; all come from the thread."""
        return self._chosen()

    def load(self, *, top: bool = False) -> None:
        """Count the people behind the paint, and only where somebody looks."""
        self._ticket += 1
        if self.words:
            self._show(self._chosen(), top=top)
        elif self.display:
            self._load_rest(self._ticket)

    def on_show(self) -> None:
        """Count the people now that somebody looks."""
        self.load()

    def all_keys(self, selection: Selection) -> "array[int]":
        """Count everybody's words; runs in a thread."""
        del selection
        from array import array

        self._people = {self.key(row): row for row in self.shelf.all_speakers()}
        self._known = True
        return array("q", self._chosen())

    def _chosen(self) -> list[int]:
        without = self.words.startswith("!")
        wanted = self.words[without:].casefold().split()
        return [key for key, row in self._people.items() if not wanted or self._holds(row, wanted) is not without]

    def _holds(self, row: SpeakerRow, wanted: Sequence[str]) -> bool:
        said = " ".join([row.name, *row.aliases, *row.roles, row.words]).casefold()
        return all(word in said for word in wanted)

    def asked(self) -> Selection:
        """Return everything: the filter is looked for here."""
        return self.narrowed

    def fetch(self, keys: Sequence[int]) -> Sequence[SpeakerRow]:
        """Return those who were counted."""
        return [self._people[key] for key in keys if key in self._people]

    def paint(self, row: SpeakerRow, width: int, height: int) -> Sequence[Line]:
        """Lay out how many quotes, name and role, latest words, first seen, age."""
        del height
        who = min(44, max(20, width * 2 // 5))
        name = cut(row.name, who)
        role = f", {row.roles[0]}" if row.roles else ""
        if cell_len(role) > who - cell_len(name) < ROLE:  # a letter or two of a role say nothing
            role = ""
        first = 12 if width >= 100 else 0
        now = self.shelf.now()
        said = cue(row)
        if row.kind != "indirect" and said.tone == "dim" and not row.negated:
            said = Cell("")  # plain saying in marks needs no word more
        room = width - who - 12 - first - cell_len(said.text) - bool(said.text)
        since = fit(f"  since {words.age(row.first_seen, now)}", first)
        return (
            (
                Cell(f"{min(row.quotes, 9999):5}” ", "second"),
                Cell(name, "name"),
                Cell(fit(role, who - cell_len(name)), "dim"),
                Cell(f" {said.text}" if said.text else "", said.tone),
                Cell(" " + fit(marked(row.words, row.kind), room), "second"),
                Cell(since, "dim"),
                Cell(fit(words.age(row.latest, now), 4, right=True), "dim"),
            ),
        )
