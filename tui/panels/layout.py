"""An article's body as lines on the screen: where each begins and ends, and which marks it holds. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui.widgets.cells import Cell, steady

MOST_COLUMNS = 84
"""Longer lines are hard to read: the eye loses the next one."""

LEAST_COLUMNS = 56
"""Columns of text beside which notes may stand; with fewer the text has the room."""


class Mark(NamedTuple):
    """A stretch of the body that is marked."""

    start: int
    end: int
    tone: str
    """`first` (a figure), `second` (a quote) or `found` (a search hit)."""
    note: str = ""
    """What the margin says of it."""
    item: int = -1
    """Its place among the figures or the quotes of the reading."""
    sure: float = 1
    """How sure the reading is of it: 0 to 1."""


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of `text` in `width` cells as half-open stretches; an empty stretch is a blank line."""
    width = max(2, width)
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if not paragraph:
            lines.append((start, start))
        elif all(cell_len(steady(character)) == 1 for character in set(paragraph)):
            lines += _even(text, start, end, width)
        else:
            lines += _uneven(text, start, end, width)
        start = end + 1
    return lines


def _even(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Lines of a paragraph where every character is one cell: a megabyte in 10 ms."""
    while end - start > width:
        at = text.rfind(" ", start, start + width + 1)
        stop = at if at > start else start + width
        yield start, stop
        start = stop + 1 if at > start else stop
    yield start, end


def _uneven(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Lines of a paragraph with wide or combining characters; a break may follow any wide one."""
    room, last = width, start
    at = start
    while at < end:
        cells = cell_len(steady(text[at]))
        if cells > room:
            stop = last if last > start else max(at, start + 1)
            yield start, stop
            start = at = last = stop + (stop < end and text[stop] == " ")
            room = width
            continue
        room -= cells
        if text[at] == " " or cells > 1:
            last = at if text[at] == " " else at + 1
        at += 1
    yield start, end


class Body(NamedTuple):
    """A body laid out for one width."""

    text: str
    lines: Sequence[tuple[int, int]]
    starts: Sequence[int]
    """Where each line begins, for bisection."""
    marks: Sequence[Mark]
    """In the order of the text."""
    by_line: Sequence[tuple[int, ...]]
    """The marks that each line touches, by number."""

    def line_at(self, offset: int) -> int:
        """Return the line that holds `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)


def lay_out(text: str, marks: Sequence[Mark], width: int) -> Body:
    """Wrap `text` and find the lines of each mark."""
    lines = wrap(text, max(1, width))
    starts = [start for start, _ in lines]
    touched: list[list[int]] = [[] for _ in lines]
    for number, mark in enumerate(marks):
        first = max(0, bisect_right(starts, mark.start) - 1)
        for line in range(first, min(len(lines), bisect_left(starts, max(mark.end, mark.start + 1)))):
            touched[line].append(number)
    return Body(text, lines, starts, marks, [tuple(numbers) for numbers in touched])


def body_line(body: Body, number: int, now: int | None) -> tuple[Cell, ...]:
    """Line `number` as cells; the mark `now` is the one that the eye should go to."""
    start, end = body.lines[number]
    marks = body.by_line[number]
    if not marks:
        return (Cell(steady(body.text[start:end])),)
    inks = ["ink"] * (end - start)
    for index in sorted(marks, key=lambda index: (index == now, _depth(body.marks[index].tone))):
        mark = body.marks[index]
        tone = mark.tone + ("-now" if index == now else "" if mark.tone == "found" else "-mark")
        low, high = max(mark.start, start) - start, min(mark.end, end) - start
        inks[low:high] = [tone] * max(0, high - low)
    return tuple(_runs(body.text, start, inks))


def mark_at(body: Body, number: int, cell: int) -> int | None:
    """Return the mark that stands over others in a cell of line `number`, or nothing."""
    if not 0 <= number < len(body.lines) or cell < 0:
        return None
    start, end = body.lines[number]
    for at in range(start, end):
        cell -= cell_len(steady(body.text[at]))
        if cell < 0:
            over = [index for index in body.by_line[number] if body.marks[index].start <= at < body.marks[index].end]
            return max(over, key=lambda index: _depth(body.marks[index].tone), default=None)
    return None


def _depth(tone: str) -> int:
    """Quotes lie below the figures inside them, and search hits above all."""
    return ("second", "first", "found").index(tone)


def _runs(text: str, start: int, inks: Sequence[str]) -> Iterator[Cell]:
    run = 0
    for at in range(1, len(inks) + 1):
        if at == len(inks) or inks[at] != inks[run]:
            yield Cell(steady(text[start + run : start + at]), inks[run])
            run = at
