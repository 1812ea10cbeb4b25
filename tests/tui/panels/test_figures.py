"""A figure's line: its number whole, and the unit and what it is about beside it."""

from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest
from rich.cells import cell_len

from feeds.model import Figure
from tests.tui.fakes import FakeArchive, FakeShelf
from tui.panels.figures import Figures, what

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf


def said(unit: str, about: str) -> str:
    figure = Figure(f"2 {unit}", 0, 2, ((0, 2),), Decimal(2), None, unit, unit, "count", about=about)
    return "".join(cell.text for cell in what(figure, 11, 32, "ink"))


@pytest.mark.parametrize(
    ("unit", "about", "line"),
    [
        ("drones", "Drevia", "drones      Drevia                          "),
        ("ocean patrol vessels", "the commission", "ocean patrol vessels  the commission        "),
        ("ocean patrol vessels", "the pre-investigative commission", "ocean patrol ves…  the pre-investigative co…"),
    ],
)
def test_a_long_unit_has_the_room_that_its_subject_leaves(unit: str, about: str, line: str) -> None:
    assert said(unit, about) == line


@pytest.mark.parametrize("width", [40, 55, 62, 78, 118])
@pytest.mark.parametrize(
    ("low", "high", "value"),
    [
        ("10000", "100000", "~10,000–100,000"),
        ("1234567890.12", None, "~1,234,567,890.12"),
        ("71", None, "~71"),
    ],
)
def test_a_number_is_never_cut_short(low: str, high: str | None, value: str, width: int) -> None:
    top = Decimal(high) if high else None
    number = Figure(low, 0, len(low), ((0, len(low)),), Decimal(low), top, "vessels", "vessel", "count", approx=True)
    row = FakeArchive(["One"]).figures([100])[0]._replace(figure=number)
    (line,) = Figures(cast("Shelf", FakeShelf(["One"]))).paint(row, width, 1)
    assert value in "".join(cell.text for cell in line)
    assert "vessels" in "".join(cell.text for cell in line)
    assert sum(cell_len(cell.text) for cell in line) == width
