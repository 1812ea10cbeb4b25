"""Every text fits its column, and none of it acts on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.cells import cut, fit, steady


@given(st.text(max_size=60), st.integers(0, 40), st.booleans())
def test_fit_is_exactly_as_wide_as_asked(text: str, width: int, right: bool) -> None:
    assert cell_len(fit(text, width, right=right)) == width


@given(st.text(max_size=60))
def test_steady_holds_nothing_that_acts_on_a_terminal(text: str) -> None:
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in steady(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b]0;title\x07x", "]0;titlex"),
        ("a\nb\tc", "a b c"),
        ("\u202eright\u202c", "right"),
        ("\U0001f1ec\U0001f1e7 flag", "GB flag"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\U0001f469"),
        ("thumbs \U0001f44d\U0001f3fd", "thumbs \U0001f44d"),
        ("heart \u2764\ufe0f", "heart \u2764"),
        ("Cafe\u0301", "Cafe\u0301"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_steady(text: str, shown: str) -> None:
    assert steady(text) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("harbour", 7, "harbour"),
        ("harbour", 6, "harbo…"),
        ("har bour", 5, "har…"),
        ("日本語の", 5, "日本…"),
        ("日本語", 1, "…"),
        ("x", 0, ""),
    ],
)
def test_cut(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


def test_a_number_is_padded_at_its_start() -> None:
    assert fit("71", 5, right=True) == "   71"
