"""How the unit and what a figure is about share a line."""

from decimal import Decimal

import pytest

from feeds.model import Figure
from tui.panels.figures import what


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
