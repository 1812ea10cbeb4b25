"""A widget whose lines are kept for the frames in which nothing of it is painted."""

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.strip import Strip


class Kept(Widget):
    """What stands still while the cursor moves: a frame round a list, the status line.

    Textual composes every widget for every frame, and works out colours and titles before it finds that no line of it
    is another one: 0.1 ms for each widget, and a key that changes all panels goes through all of them.
    """

    _kept: "tuple[Region, list[Strip]] | None" = None

    def render_lines(self, crop: Region) -> "list[Strip]":
        """Return the lines as they were, until something of it is to be painted."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, super().render_lines(crop)
        return self._kept[1]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> "Kept":
        """Paint it anew."""
        self._kept = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Forget what was drawn in another style."""
        self._kept = None
        super().notify_style_update()
