"""A scrolling view that draws lines when they are in sight, and paints again only those that came out different."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.rows import Line
from tui.widgets.tones import tones


class LineView(ScrollView):
    """What the lists and the reader have in common.

    The style sheet must keep the room for its scrollbar (`overflow-y: scroll`): then no line ever costs the screen a
    new layout, which would be a frame of 16 ms more for each key.
    """

    _ground: Style | None = None
    """The style under every line, worked out once per theme: 0.1 ms each time else."""
    _blank: Strip | None = None
    _painted: dict[int, Strip]
    """What stands on each line of the screen."""

    def draw(self, number: int, width: int) -> Strip:
        """Return line `number` of all, in a width."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of lines that were drawn for another width or theme."""

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the screen."""
        strip = self.draw(y + self.scroll_offset.y, self.width)
        self.__dict__.setdefault("_painted", {})[y] = strip
        return strip

    @property
    def width(self) -> int:
        """The columns beside the scrollbar."""
        return self.scrollable_content_region.width

    @property
    def ground(self) -> Style:
        """The style under every line."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def strip(self, line: Line, over: Style | None = None, width: int | None = None) -> Strip:
        """Return a line of cells on the view's ground, or on another one; in exactly `width` cells where that is given.

        Padded here, for a strip of Textual's costs 4 microseconds however little is in it, and padding makes another.
        """
        inks = tones(self.app)
        base = self.ground if over is None else self.ground + over
        plain = over is not None and over.reverse
        segments = [Segment(text, base if plain else base + inks[tone]) for text, tone in line]
        if width is None:
            return Strip(segments)
        length = sum(cell_len(text) for text, _ in line)
        if length < width:
            segments.append(Segment(" " * (width - length), base))
        strip = Strip(segments, max(length, width))
        return strip if length <= width else strip.crop(0, width)

    def blank(self, width: int) -> Strip:
        """Return a line with nothing on it, always the same one: what is worked out of it is worked out once."""
        if self._blank is None or self._blank.cell_length != width:
            self._blank = Strip.blank(width, self.ground)
        return self._blank

    def measure(self, height: int) -> None:
        """Say how many lines there are, without a new layout of the screen."""
        self.set_reactive(LineView.virtual_size, Size(self.width, height))
        self.vertical_scrollbar.window_virtual_size = height

    def repaint(self) -> None:
        """Paint the lines that are not what they were."""
        painted, top, width = self.__dict__.get("_painted", {}), self.scroll_offset.y, self.width
        lines = [y for y in range(self.size.height) if painted.get(y) != self.draw(y + top, width)]
        if lines:
            self.refresh(*(Region(0, first, self.size.width, height) for first, height in _runs(lines)))

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old theme."""
        super().notify_style_update()
        self._ground = self._blank = None
        self.forget()


def _runs(lines: list[int]) -> list[tuple[int, int]]:
    """Lines next to each other as (first, how many)."""
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and sum(runs[-1]) == line:
            runs[-1] = runs[-1][0], runs[-1][1] + 1
        else:
            runs.append((line, 1))
    return runs
