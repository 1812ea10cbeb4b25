"""One line of the screen, written in tones."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.widgets.kept import Kept
from tui.widgets.tones import tones

if TYPE_CHECKING:
    from tui.widgets.rows import Line


class Bar(Kept):
    """A line that is drawn anew when it is told to."""

    DEFAULT_CSS = "Bar { height: 1; }"

    def cells(self, width: int) -> "Line":
        """Return what stands on the line."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return the one line."""
        del y
        width, base, inks = self.size.width, self.rich_style, tones(self.app)
        strip = Strip([Segment(text, base + inks[tone]) for text, tone in self.cells(width)])
        return strip.adjust_cell_length(width, base)
