"""The welcome is whole on the smallest screen that the board is made for."""

from textual.content import Content

from tui.panels.welcome import TEXT


def test_three_lines_fit_in_eighty_columns() -> None:
    lines = Content.from_markup(TEXT).plain.split("\n")
    assert len(lines) == 3
    assert max(map(len, lines)) <= 74
