"""Values, ages and texts in words."""

import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from feeds.model import Figure
from tests.tui.fakes import NOW, READING
from tui.panels import words
from tui.panels.figures import around
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
        ">220,000 litres", "$3.2bn", "↑4.5%", "24–48 weeks", "~1,200 people",
    ]  # fmt: skip


def printed(text: str, value: str, kind: str, unit: str | None = None, key: str | None = None, **more: Any) -> Figure:
    return Figure(text, 0, len(text), ((0, len(text)),), Decimal(value), None, unit, key, kind, **more)


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [("two-thirds", {}, "two-thirds"), ("two out of three", {}, "66.7%"), ("Nearly half", {"approx": True}, "~half"),
     ("more than half", {"bound": ">"}, ">half")],
)  # fmt: skip
def test_ratios_are_shown_as_printed_where_they_fit(text: str, more: dict[str, Any], said: str) -> None:
    figure = printed(text, "0.666667", "ratio", **more)
    assert words.signs(figure) + words.amount(figure, 11) == said


@pytest.mark.parametrize(("text", "unit"), [("2x", "x"), ("four-fold", "fold"), ("three times", "times")])
def test_a_ratio_that_is_shown_as_printed_has_its_unit_already(text: str, unit: str) -> None:
    assert words.value(printed(text, "3", "ratio", unit, "time")) == text


@pytest.mark.parametrize(
    ("text", "value", "unit", "key", "said"),
    [("$3.2bn", "3200000000", "$", "USD", "$3.2bn"),
     ("38 billion crowns", "38000000000", "crowns", "CZK", "38bn crowns"),
     ("19.40 crowns a litre", "19.4", "crowns a litre", "CZK per litre", "19.4 crowns a litre"),
     ("Rs 7 lakh", "700000", "Rs", "INR", "Rs 700,000"), ("£1 an hour", "1", "£ an hour", "GBP per hour", "£1 an hour"),
     ("five dollars", "5", "dollars", "USD", "5 dollars"), ("512p", "512", "p", "pence", "512 p")],
)  # fmt: skip
def test_money_is_shown_in_the_unit_that_is_printed(text: str, value: str, unit: str, key: str, said: str) -> None:
    assert words.value(printed(text, value, "money", unit, key)) == said


def test_a_figure_without_a_subject_shows_the_words_around_it_and_no_headline() -> None:
    sentence = "Fire crews led 41 people to safety on Monday."
    figure = printed("41 people", "41", "count", "people", "person")
    figure = figure._replace(start=15, end=24, sentence=sentence, sentence_start=0)
    assert around(figure) == "… to safety on Monday"
    assert around(figure._replace(sentence="They led 41 people.", start=9)) == "They led …"
    assert around(figure._replace(sentence="")) == ""


def test_what_came_of_a_run_by_hand() -> None:
    assert words.found({"new": 0, "changed": 0, "errors": 0}) == "Nothing new"
    assert words.found({"new": 1200, "changed": 2, "errors": 1}) == "1,200 new, 2 changed; 1 failed"


def test_bars() -> None:
    assert words.spark((0, 1, 4, 8)) == "▁▂▅█"
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
    assert [body.marks[notes[line]].note for line in sorted(notes)] == ["He", "71 drones"]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "08:00"), (86_400, "14 Jan 08:00"), (20 * 86_400, "26 Dec 2026")],
)
def test_a_time_of_another_year_names_it(seconds: int, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    assert words.clock(NOW - seconds, NOW) == expected


def test_ages_in_a_sentence() -> None:
    assert words.ago(NOW, NOW) == "just now"
    assert words.ago(NOW - 7200, NOW) == "2h ago"
