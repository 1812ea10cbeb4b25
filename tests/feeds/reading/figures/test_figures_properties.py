"""Whatever the text: no error, exact offsets and values, linear time."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.model import Figure
from feeds.reading.figures import read_figures
from feeds.reading.figures.foreign import FIGURE, figures_in, read_foreign
from feeds.reading.figures.reader import MOST
from feeds.reading.figures.typed import TYPED
from feeds.reading.page import Page
from tests.feeds.reading.steps import FIGURES, grows_with_the_text_alone

WORDS = """
one two hundred million and a half dozens $ € US$ HK Rs RM 5 10.5 1,000 1/2 ½ ٣ - – to between from per day % percent
points of the people in out three-quarters 2022 May 3 / : am p.m. . , ( ) ' ’ “ ” rose by about at least up more than
am pm GMT 0930 o'clock half past Mio. Mrd milyon MİLYON mıo milliards d'euros kr 1.234,5
S&P 500 F-16 G7 No. 1 x 10 ^ e minus year old m bn k t b 's 1st # second quarter said according 0 00 1/0 \u0301 😀
"""
PIECES = st.sampled_from([*WORDS.split(), "\ud800", "\n\n", "1\u00a0234", "12\u202f345", "1 234 567"])
ROWS = st.lists(PIECES, max_size=25)
TEXTS = st.one_of(st.text(max_size=60), ROWS.map(" ".join), ROWS.map("".join))


def is_sound(text: str, figure: Figure) -> bool:
    printed = text[figure.start : figure.end] == figure.text and figure.text == figure.text.strip() != ""
    placed = figure.mentions[0] == (figure.start, figure.end) and sorted(figure.mentions) == list(figure.mentions)
    start = figure.sentence_start
    in_sentence = text[start : start + len(figure.sentence)] == figure.sentence and figure.text in figure.sentence
    plain = all("E" not in str(end) and end.is_finite() for end in (figure.value, figure.value_hi) if end is not None)
    weighed = figure.salience == 0 if figure.kind in TYPED else 0 < figure.salience <= 1
    return printed and placed and in_sentence and plain and weighed


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_figure_of_any_text_is_sound(text: str) -> None:
    found = read_figures(Page(text), ())
    assert all(is_sound(text, figure) for figure in found)
    assert [figure.start for figure in found] == sorted(figure.start for figure in found)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_figure_of_any_foreign_text_is_sound(text: str) -> None:
    assert all(is_sound(text, figure) for figure in read_foreign(Page(text)))


@pytest.mark.parametrize("time", ["1\u00a0234 am", "1\u202f234 PM", "12\u2009345 p.m."])
def test_digits_that_a_fixed_blank_parts_are_no_time_of_day(time: str) -> None:
    assert "time" not in {figure.kind for figure in read_figures(Page(f"The gates open at {time} today."), ())}


@given(st.text(alphabet="e\u0301😀👍🏽\u200d ", max_size=20))
def test_offsets_hold_behind_emoji_and_combining_marks(before: str) -> None:
    text = f"{before} The flood hit 1,200 homes."
    (figure,) = read_figures(Page(text), ())
    assert text[figure.start : figure.end] == "1,200 homes"


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_decimals_are_never_rounded(number: Decimal) -> None:
    (figure,) = read_figures(Page(f"The dam holds {number:,f} tonnes."), ())
    assert figure.value == number


@pytest.mark.parametrize("piece", FIGURES)
def test_work_grows_with_the_text_alone(piece: str) -> None:
    assert grows_with_the_text_alone(lambda text: read_figures(Page(text), ()), piece)


@pytest.mark.parametrize("piece", ["12 goats and ", "Then 12 goats died. "])
def test_of_a_text_of_nothing_but_numbers_the_beginning_is_read(piece: str) -> None:
    (goats,) = read_figures(Page(piece * (MOST + 5)), ())
    assert len(goats.mentions) == MOST
    assert goats.mentions[0][0] == piece.index("12")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_looking_near_digits_alone_misses_no_figure_of_another_language(text: str) -> None:
    assert [found.span() for found in figures_in(text)] == [found.span() for found in FIGURE.finditer(text)]
