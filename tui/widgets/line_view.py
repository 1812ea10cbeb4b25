"""A scrolling view that draws lines when they are in sight, and paints again only those that came out different."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.cells import Cell, cut
from tui.widgets.rows import Line
from tui.widgets.tones import tones


class LineView(ScrollView):
    """What the lists and the reader have in common.

    The style sheet must keep the room for its scrollbar (`overflow-y: scroll`): then no line ever costs the screen a
    new layout, which would be a frame of 16 ms more for each key. Borders and padding are for what holds it.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes=classes)
        self._painted: dict[int, Strip] = {}
        """What stands on each line of the screen."""
        self._inks: dict[str, Mapping[str, Style]] = {}
        self._blank: Strip | None = None

    def draw(self, number: int, width: int) -> Strip:
        """Return line `number` of all, in a width."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of lines that were drawn for another width or theme."""

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the screen; asked for by a mouse that points there."""
        return self.draw(y + self.scroll_offset.y, self.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines of the screen as they are drawn.

        Textual's own way looks on each line for borders, padding, tints and opacity, which are not here: 3 ms of a key.
        """
        width, top = self.width, self.scroll_offset.y
        strips = [self.draw(y + top, width) for y in crop.line_range]
        self._painted.update(zip(crop.line_range, strips, strict=True))
        if filters := self.get_line_filters():
            ground = self.background_colors[1]
            for one in filters:
                strips = [strip.apply_filter(one, ground) for strip in strips]
        first, last = crop.column_span
        return strips if first == 0 and last >= width else [strip.crop(first, last) for strip in strips]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave out the translation of a terminal's 16 colours: a theme that has them wants them as they are."""
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]

    @property
    def width(self) -> int:
        """The columns beside the scrollbar."""
        return self.scrollable_content_region.width

    @property
    def ground(self) -> Style:
        """The style under every line."""
        return self.inks()[""]

    def inks(self, over: str = "") -> Mapping[str, Style]:
        """Return all tones on the view's ground, or on that of another tone; the ground itself is `""`.

        They are worked out once per theme: 0.1 ms each time else, for every line.
        """
        inks = self._inks.get(over)
        if inks is None:
            every, ground = tones(self.app), self.rich_style
            ground = ground + every[over] if over else ground
            plain = over and every[over].reverse
            inks = {"": ground, **{name: ground if plain else ground + ink for name, ink in every.items()}}
            self._inks[over] = inks
        return inks

    def strip(self, line: Line, over: str = "", width: int | None = None) -> Strip:
        """Return a line of cells on the view's ground, or over a tone; in exactly `width` cells where that is given.

        Padded here, for a strip of Textual's costs 4 microseconds however little is in it, and padding makes another.
        """
        inks = self.inks(over)
        segments = [Segment(text, inks[tone]) for text, tone in line if text]
        if width is None:
            return Strip(segments)
        length = sum(cell_len(text) for text, _ in line)
        if length < width:
            segments.append(Segment(" " * (width - length), inks[""]))
        strip = Strip(segments, max(length, width))
        return strip if length <= width else strip.crop(0, width)

    def blank(self, width: int) -> Strip:
        """Return a line with nothing on it, always the same one: what is worked out of it is worked out once."""
        if self._blank is None or self._blank.cell_length != width:
            self._blank = Strip.blank(width, self.ground)
        return self._blank

    def vacant(self, said: Sequence[str], y: int, width: int) -> Strip:
        """Return line `y` of a view that has nothing to show: why, and below it which key helps, in its middle."""
        first = max(0, self.size.height // 2 - len(said))
        if not first <= y < first + len(said):
            return self.blank(width)
        text = cut(said[y - first], width - 2)
        left = Cell(" " * ((width - cell_len(text)) // 2))
        return self.strip((left, Cell(text, "ink" if y == first else "dim")), width=width)

    def measure(self, height: int) -> None:
        """Say how many lines there are, without a new layout of the screen.

        The bar is blank for all that fits, and is painted anew for no other number of lines: 1 ms of a key.
        """
        self.set_reactive(LineView.virtual_size, Size(self.width, height))
        self.vertical_scrollbar.window_virtual_size = max(height, self.size.height)

    def scroll_to_line(self, line: int) -> None:
        """Put a line at the top of the screen, as far as there are lines below it."""
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, immediate=True)

    def repaint(self) -> None:
        """Paint the lines that are not what they were."""
        painted, top, width = self._painted, self.scroll_offset.y, self.width
        lines = [y for y in range(self.size.height) if painted.get(y) != self.draw(y + top, width)]
        if lines:
            self.refresh(*(Region(0, first, width, height) for first, height in _runs(lines)))

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old theme."""
        super().notify_style_update()
        self._inks.clear()
        self._blank = None
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
