"""What is done with the row under the cursor: copied, opened, marked, starred, rejected, and undone again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual import getters

from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow, Selection
from tui.panels.citation import SHORT
from tui.panels.keys_line import KeysLine
from tui.panels.links import open_link
from tui.panels.panel import ListPanel
from tui.panels.reader import Reader
from tui.panels.status import Status
from tui.screens.frame import Frame
from tui.widgets.cells import cut, steady
from tui.widgets.rows import LazyRows

if TYPE_CHECKING:
    from feeds.archive import Archive
    from tui.panels.shelf import Shelf

MOST = 5000
"""Rows that are marked at once: what lies above the cursor of a very long list was never looked at."""

DOUBT = "=is:doubtful"
"""The filter for quotes without a speaker, figures without attribution, and what is read with little confidence."""


class Items(Frame):
    """A frame whose rows can be worked on."""

    shelf: "Shelf"
    """Where the rows come from."""
    status = getters.query_one(Status)

    def __init__(self, lists: Sequence[ListPanel[Any]], reader: Reader, keys: KeysLine) -> None:
        super().__init__(lists, reader, keys)
        self._undo: list[Callable[[], None]] = []

    def load(self) -> None:
        """Show what the archive has now."""
        raise NotImplementedError

    def read_figure(self, row: FigureRow) -> None:
        """Show a figure in its article."""
        raise NotImplementedError

    @property
    def archive(self) -> "Archive":
        """Where marks are kept."""
        return self.shelf.archive

    def _note(self, words: str, title: str = "") -> None:
        self.notify(steady(words), title=title, timeout=3, markup=False)

    def _do(self, does: Callable[[], None], undoes: Callable[[], None]) -> None:
        does()
        self._undo.append(undoes)
        self.load()

    def action_undo(self) -> None:
        """Undo the last mark, star or rejection."""
        if self._undo:
            self._undo.pop()()
            self.load()
        else:
            self._note("There is nothing to undo.")

    # The row, or what is marked in the reader

    def _item(self) -> HeadlineRow | FigureRow | QuoteRow | None:
        panel = self.current
        row = panel.item if isinstance(panel, Reader) else panel.row
        return row if isinstance(row, HeadlineRow | FigureRow | QuoteRow) else None

    def action_seen(self) -> None:
        """Mark a row as seen, or as not seen."""
        if row := self._item():
            self._set_seen([row.id], not row.seen)
            self._down()

    def _set_seen(self, ids: Sequence[str], seen: bool) -> None:
        mark = self.archive.mark
        self._do(lambda: mark(ids, seen=seen), lambda: mark(ids, seen=not seen))

    def action_all_seen(self) -> None:
        """Mark the row and all above it as seen."""
        panel = self.current
        if isinstance(panel, ListPanel) and isinstance(panel.list.rows, LazyRows):
            rows = [panel.list.rows.row(at) for at in range(min(panel.list.cursor + 1, MOST))]
            if ids := [row.id for row in rows if row is not None and not getattr(row, "seen", True)]:
                self._set_seen(ids, seen=True)
                self._note(f"{len(ids):,} marked as seen; u undoes it")

    def action_star(self) -> None:
        """Star a row, or take its star away."""
        if row := self._item():
            ids, starred = [row.id], row.starred
            self._do(
                lambda: self.archive.mark(ids, starred=not starred), lambda: self.archive.mark(ids, starred=starred)
            )

    def action_reject(self) -> None:
        """Reject a figure or quote that was read wrongly, for later readings too, or take that back."""
        row = self._item()
        if isinstance(row, FigureRow | QuoteRow):
            one = row.id
            reject, take_back = (lambda: self.archive.reject(one)), (lambda: self.archive.unreject(one))
            if row.rejected:  # /=is:rejected lists those
                self._do(take_back, reject)
            else:
                self._do(reject, take_back)
            self._note("No longer rejected; u undoes it" if row.rejected else "Rejected; u undoes it")
        else:
            self._note("Only figures and quotes can be rejected.")

    def _down(self) -> None:
        if isinstance(self.current, ListPanel):
            self.current.list.action_down()

    # More of the same

    def action_alike(self) -> None:
        """Show all figures of the same unit, or all words of the same speaker."""
        row = self._item()
        if isinstance(row, FigureRow) and row.figure.unit_key:
            panel, only, label = "figures", Selection(unit_key=row.figure.unit_key), f"unit {row.figure.unit_key}"
        elif isinstance(row, QuoteRow) and row.speaker_key:
            panel, only, label = "quotes", Selection(speaker=row.speaker_key), f"of {steady(row.quote.speaker or '')}"
        else:
            self._note("Choose a figure with a unit, or a quote of a speaker with a name.")
            return
        self.action_panel(panel)
        if isinstance(self.current, ListPanel):
            self.current.narrow(only, label)

    def action_doubt(self) -> None:
        """Show only what is doubtful, or everything again."""
        panels = [panel for panel in self.lists if panel.WHAT in ("figures", "quotes")]
        wanted = "" if all(panel.words == DOUBT for panel in panels) else DOUBT
        for panel in panels:
            panel.set_filter(wanted)
        if self.current not in panels:  # in a narrow terminal they are not in sight
            self._note(f"Figures and quotes show {'only what is doubtful' if wanted else 'everything again'}")

    # Out of the board

    def action_sources(self) -> None:
        """Show every source with its state."""
        from tui.screens.sources import Sources

        self.app.push_screen(Sources(self.status))

    def action_runs(self) -> None:
        """Show the refreshes and what they brought."""
        from tui.screens.runs import Runs

        self.app.push_screen(Runs(self.shelf))

    def action_revisions(self) -> None:
        """Show the changes of the article."""
        from tui.screens.revisions import Revisions

        if row := self._item():
            article = row.id if isinstance(row, HeadlineRow) else row.article
            self.app.push_screen(Revisions(self.shelf.article(article), self.shelf.now()))

    def action_trend(self) -> None:
        """Plot the values of a figure's unit over time."""
        from tui.screens.trend import Trend

        row = self._item()
        if isinstance(row, FigureRow) and row.figure.unit_key:
            self.app.push_screen(Trend(self.shelf, row, self.read_figure))
        else:
            self._note("Choose a figure with a unit.")

    def action_copy(self) -> None:
        """Copy a citation of what the cursor is on."""
        if cited := self.current.citation:
            self.app.copy_to_clipboard(cited)
            self._note(cut(cited.partition("\n")[0], SHORT), "Copied")
        else:
            self._note("There is nothing to copy here.")

    def action_link(self) -> None:
        """Show the article's link in full, and open it when the user says so."""
        from tui.screens.link import LinkScreen  # the first paint does not pay for it

        if link := self.current.link:
            opens = self.app.open_url if self.app.is_web else open_link  # in the browser that shows the board
            self.app.push_screen(LinkScreen(link), lambda yes: opens(link) if yes else None)
        else:
            self._note("This article has no link.")
