"""An address in full, before anything is opened."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.panels.links import may_open
from tui.screens.over import Over
from tui.widgets.cells import steady

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LinkScreen(Over[bool]):
    """Yes or no to one address."""

    CSS_PATH = "link.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,o", "yes", "Open"),
        ("y", "copy", "Copy"),
        ("escape,n,q", "no", "Leave it"),
    ]

    def __init__(self, link: str) -> None:
        super().__init__()
        self.link = link

    def compose(self) -> "ComposeResult":
        """Show the address as it stands, and what the keys do."""
        keys = "Enter opens it in your browser · y copies it · Esc leaves it"
        refused = "This is no web address that may be opened · y copies it · Esc leaves it"
        with Vertical(id="box") as box:
            box.border_title = Content("Link")
            yield Static(Content(steady(self.link)), id="link")
            yield Static(Content(keys if may_open(self.link) else refused), id="keys")

    def action_yes(self) -> None:
        """Open it."""
        if may_open(self.link):
            self.leave(True)

    def action_no(self) -> None:
        """Leave it."""
        self.leave(False)

    def action_copy(self) -> None:
        """Copy it."""
        self.app.copy_to_clipboard(self.link)
        self.leave(False)
