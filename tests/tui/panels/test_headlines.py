"""A headline's line: what stands beside the title is never lost to it."""

from typing import TYPE_CHECKING, cast

import pytest
from rich.cells import cell_len

from tests.tui.fakes import FakeArchive, FakeShelf
from tui.panels.headlines import Headlines, count, flags

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf

LONG = "Ferry line to the outer skerries closes for the winter after its only harbour silts up, and nobody can say when"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "   ·"), (7, "  7#"), (999, "999#"), (1000, " 1k#"), (5400, " 5k#"), (120_000, "120k#")]
)
def test_how_many_is_said_in_thousands_before_it_would_be_said_wrongly(number: int, said: str) -> None:
    assert count(number, "#", "first").text == said


@pytest.mark.parametrize("width", [44, 62, 78, 118])
def test_that_three_sources_have_it_stands_behind_a_title_that_is_cut(width: int) -> None:
    row = FakeArchive([LONG]).headlines([1])[0]._replace(title=LONG, sources=3)
    (line,) = Headlines(cast("Shelf", FakeShelf([LONG]))).paint(row, width, 1)
    assert "…  ×3" in "".join(cell.text for cell in line)
    assert sum(cell_len(cell.text) for cell in line) == width


@pytest.mark.parametrize(
    ("raised", "new", "starred", "said"),
    [
        (True, True, True, "!★"),
        (True, False, False, "! "),
        (False, True, True, "●★"),
        (False, True, False, "● "),
        (False, False, True, "★ "),
        (False, False, False, "  "),
    ],
)
def test_a_star_shows_beside_what_else_a_row_is(raised: bool, new: bool, starred: bool, said: str) -> None:
    row = FakeArchive([LONG]).headlines([1])[0]._replace(new=new, starred=starred, seen=False)
    assert "".join(cell.text for cell in flags(row, {row.id} if raised else set())) == said
