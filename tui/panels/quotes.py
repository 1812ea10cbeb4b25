"""Panel 3: who said what, with the cue coloured by what saying it was."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len

from feeds.archive.layout.findings import SpeakerRow
from feeds.archive.layout.rows import QuoteRow
from feeds.archive.lookup.lists import What
from feeds.model import Quote
from tui.lines.formats import marked
from tui.panels import words
from tui.panels.headlines import flags
from tui.panels.panel import ListPanel
from tui.widgets.cells import Cell, cut, fit
from tui.widgets.rows import Line

CUES: Mapping[str, str] = {
    "denied": "alarm",
    "rejected": "alarm",
    "accused": "alarm",
    "criticised": "alarm",
    "warned": "warn",
    "threatened": "warn",
    "claimed": "claim",
    "alleged": "claim",
    "argued": "claim",
    "confirmed": "good",
    "pledged": "good",
    "promised": "good",
    "announced": "good",
    "agreed": "good",
}
"""The tone of each class of cue that is more than plain saying."""

ONE_LINE = 110
"""From this width on a quote needs one line only; below it, who stands over what."""


def cue(said: Quote | SpeakerRow) -> Cell:
    """Return the cue as printed, in the tone of its class; denied and negated are told by words too."""
    return Cell(words.cue(said.cue, said.negated), CUES.get(said.cue_class or "", "dim"))


class Quotes(ListPanel[QuoteRow]):
    """Quotes, newest article first."""

    WHAT: ClassVar[What] = "quotes"
    NUMBER = "3"
    TITLE = "Quotes"
    EMPTY = ("No quotes yet.", "they come with the articles")

    def on_resize(self) -> None:
        """Two lines to a quote where one would show too few of its words."""
        self.list.row_height = 1 if self.size.width >= ONE_LINE else 2

    def fetch(self, keys: Sequence[int]) -> Sequence[QuoteRow]:
        """From the archive."""
        return self.shelf.named(self.shelf.archive.quotes(keys))

    def paint(self, row: QuoteRow, width: int, height: int) -> Sequence[Line]:
        """Speaker and role, cue, words, source, age: on one line, or on two."""
        return self._one(row, width) if height == 1 else self._two(row, width)

    def _tail(self, row: QuoteRow, width: int) -> str:
        if self.narrowed.article:
            return ""
        source = fit(row.source_name, 9, right=True) if width >= 64 and not self.shelf.one_source else ""
        return f" {source}{fit(words.age(row.at, self.shelf.now()), 4, right=True)}"

    def _who(self, row: QuoteRow, width: int) -> tuple[Cell, ...]:
        if self.narrowed.speaker:  # the frame says who; where it was said differs from row to row
            return (Cell(fit(row.title, width), "strong" if row.new else "ink"),)
        speaker = cut(row.quote.speaker or "nobody named", width)
        room = width - cell_len(speaker)
        role = f", {row.quote.role}" if row.quote.role else ""
        if cell_len(role) > room < 10:  # a letter or two of a role say nothing
            role = ""
        return Cell(speaker, "name" if row.quote.speaker else "warn"), Cell(fit(role, room), "dim")

    def _two(self, row: QuoteRow, width: int) -> Sequence[Line]:
        tail, said = self._tail(row, width), cue(row.quote)
        said = Cell(fit(said.text, min(12, cell_len(said.text))), said.tone)
        room = width - 2 - cell_len(tail) - cell_len(said.text) - 1
        first = (*flags(row, self.shelf.raised), *self._who(row, room), Cell(" "), said, Cell(tail, "dim"))
        return first, (Cell("  "), Cell(fit(marked(row.quote.text, row.quote.kind), width - 2), "second"))

    def _one(self, row: QuoteRow, width: int) -> Sequence[Line]:
        tail, said = self._tail(row, width), cue(row.quote)
        who = min(40, width // 4)
        room = width - 2 - who - 1 - 11 - cell_len(tail)
        said = Cell(fit(said.text, 10) + " ", said.tone)
        return (
            (
                *flags(row, self.shelf.raised),
                *self._who(row, who),
                Cell(" "),
                said,
                Cell(fit(marked(row.quote.text, row.quote.kind), room), "second"),
                Cell(tail, "dim"),
            ),
        )
