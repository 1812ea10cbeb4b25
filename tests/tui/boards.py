"""A board on a fake archive, for tests that press keys."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from feeds.config import Config
from feeds.model import Source
from tests.tui.fakes import FakeShelf
from tui.app import Copydesk
from tui.screens.board import Board

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf

TITLES = (
    "Harbour of Port Ellery closed after oil spill",
    "Council votes to keep the night ferry",
    "日本語の見出しがここに続く: 港が閉鎖された",
    "Family 👨‍👩‍👧 flag 🇬🇧 and ❤️ thumbs 👍🏽 up",
    "שלום עולם headline right to left",
    "Cafés of Ellery count their losses",
    "Markets fall as bond yields climb to a nine-year high in a day of heavy trading across the region",
)


def config(keys: Mapping[str, str] | None = None, theme: str | None = None) -> Config:
    source = Source("wires", "Ellery Wire", "folder", "/nowhere")
    return Config(None, "/nowhere/archive", 1200, (source,), own=True, keys=keys or {}, theme=theme)


def board_app(
    titles: Sequence[str] = TITLES,
    *,
    keys: Mapping[str, str] | None = None,
    theme: str | None = None,
    slow_link: bool = False,
) -> Copydesk:
    """A board that does not refresh by itself."""
    desk = config(keys, theme)._replace(slow_link=slow_link)
    return Copydesk(desk, cast("Shelf", FakeShelf(titles)), live=False)


def board(app: Copydesk) -> Board:
    """The board of a running application."""
    screen = app.screen_stack[0]
    assert isinstance(screen, Board)
    return screen


def shown(app: Copydesk) -> str:
    """What stands on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
