"""Panel 0: the article that is chosen, what has become of it since, and where in it one is."""

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content

from tui.panels import words
from tui.panels.citation import as_row, citation
from tui.panels.margin import sure
from tui.panels.page import Page
from tui.widgets.cells import steady
from tui.widgets.kept import Kept

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from feeds.archive.layout.findings import StoredArticle
    from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow
    from tui.panels.shelf import Shelf


class Reader(Kept, Vertical):
    """One article in its frame."""

    WHAT = "reader"
    HINT = "words in this article · n N from hit to hit"

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(id=self.WHAT, classes="panel")
        self.shelf = shelf
        self.page = Page(shelf)
        """The article's lines."""
        self._state = ""
        self._said = ("", "")

    def compose(self) -> "ComposeResult":
        """Compose the page."""
        yield self.page

    def on_mount(self) -> None:
        """Say whose panel it is, and how often the words that are looked for stand there."""
        self.watch(self.page, "total", self._say, init=False)
        self._say()

    @property
    def stored(self) -> "StoredArticle | None":
        """The article."""
        return self.page.stored

    @property
    def words(self) -> str:
        """What is looked for in the article."""
        return self.page.words

    def show(self, stored: "StoredArticle | None") -> None:
        """Show an article from its top, with no mark chosen."""
        self.page.show(stored)
        self.say("gone" if stored and stored.row.gone_at else "")

    def follow(self) -> None:
        """Look whether the article is what it was; where not, show it as it is now, at the same place."""
        shown = self.stored
        if shown is None:
            return
        try:
            now = self.shelf.article(shown.row.id)
        except LookupError:  # no longer kept: what is on the screen stays until something else is chosen
            self.say("gone")
            return
        if now != shown:
            changed = now.row.revision != shown.row.revision
            self.page.renew(now, keep=not changed)
            self.say(("changed " if changed else "") + ("gone" if now.row.gone_at else ""))

    def say(self, state: str = "") -> None:
        """Say what has become of the article since it was opened."""
        self._state = state
        self._say()

    def _say(self) -> None:
        title = " · ".join(["0 Reader", *self._state.split()]) + (f" /{self.words}" if self.words else "")
        count = self.page.hits
        found = "" if not self.words else f"{words.plural(count, 'hit')} · Esc" if count else "not found · Esc"
        if (title, found) != self._said:  # each change paints the whole panel
            self._said = title, found
            self.border_title, self.border_subtitle = Content(title), Content(found)

    def set_filter(self, words: str) -> None:
        """Mark where `words` stand, and go to the first place from here on."""
        self.page.look_for(words)
        self._say()

    def widen(self) -> bool:
        """Take the search back; whether there was any."""
        if self.words:
            self.set_filter("")
            return True
        return False

    @property
    def place(self) -> str:
        """Where the chosen mark or hit is among all; where there is no margin, also what it would say there."""
        page, mark = self.page, self.page.mark
        if mark is None or page.now is None:
            return words.plural(page.total - page.hits, "mark")
        kind = "hit" if mark.tone == "found" else "mark"
        alike = [at for at, one in enumerate(page.body.marks) if (one.tone == "found") is (kind == "hit")]
        same = (one.note for one in page.body.marks if one.note and (one.tone, one.item) == (mark.tone, mark.item))
        note = "" if page.notes else steady(next(same, ""))
        said = f" · {sure(mark.sure).strip()} {note}" if note else ""
        return f"{kind} {alike.index(page.now) + 1:,} of {len(alike):,}{said}"

    @property
    def item(self) -> "HeadlineRow | FigureRow | QuoteRow | None":
        """The chosen figure or quote, or the article, as a row."""
        return as_row(self.stored, self.page.mark) if self.stored else None

    @property
    def link(self) -> str | None:
        """The article's link."""
        return self.stored.article.link if self.stored else None

    @property
    def citation(self) -> str | None:
        """The chosen figure or quote, or the article, as text with its source."""
        return citation(self.item) if self.item else None
