"""Values, ages and texts in words."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from feeds.model import Figure
from tests.tui.fakes import READING
from tui.panels import words
from tui.panels.layout import Mark, body_line, lay_out, wrap
from tui.panels.margin import margin_notes
from tui.widgets.cells import steady


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "now"), (59, "now"), (60, "1m"), (3599, "59m"), (7200, "2h"), (86400 * 3, "3d"), (86400 * 30, "4w"),
     (86400 * 800, "2y"), (-50, "now"), (86400 * 365 * 500, "99y")],
)  # fmt: skip
def test_ages(seconds: int, said: str) -> None:
    assert words.age(0, seconds) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [("71", "71"), ("220000", "220,000"), ("3200000000", "3.2bn"), ("1234567", "1,234,567"), ("4.50", "4.5"),
     ("-2000000", "-2m"), ("0", "0"), ("400000000", "400m")],
)  # fmt: skip
def test_numbers(number: str, said: str) -> None:
    assert words.number(Decimal(number)) == said


def test_values_have_their_signs() -> None:
    assert [words.value(figure) for figure in READING.figures] == [
        "> 220,000 litres", "$3.2bn", "↑ 4.5%", "24–48 weeks", "~ 1,200 people",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [("two-thirds", "two-thirds"), ("nearly two out of three", "66.7%")])
def test_ratios_are_shown_as_printed_where_they_fit(text: str, said: str) -> None:
    fields: dict[str, Any] = {"value": Decimal("0.666667"), "value_hi": None, "unit": None, "unit_key": None}
    assert words.amount(Figure(text, 0, 9, ((0, 9),), kind="ratio", **fields)) == said


def test_bars() -> None:
    assert words.spark((0, 1, 4, 8)) == " ▂▅█"
    assert words.spark(()) == ""


@example("\u0301\u0301\u2e80\u2e80", 2)  # two of no cell and two of two cells: as many cells as characters
@given(st.text(max_size=300), st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(steady(text[start:end])) <= width for start, end in lines)
    kept = {at for start, end in lines for at in range(start, end)}
    assert all(text[at] in " \n" for at in range(len(text)) if at not in kept)


def test_marks_over_each_other_on_a_line() -> None:
    text = "He said “71 drones came” twice"
    body = lay_out(text, [Mark(8, 24, "second", "He"), Mark(9, 18, "first", "71 drones")], 60)
    tones = [(cell.text, cell.tone) for cell in body_line(body, 0, 1)]
    assert ("71 drones", "first-now") in tones
    notes = margin_notes(body, 30)
    assert [notes[line][1].text for line in sorted(notes)] == ["He", "71 drones"]
