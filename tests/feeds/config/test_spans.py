"""Lengths of time as people write them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.spans import seconds, words


@pytest.mark.parametrize(
    ("written", "length"),
    [("90s", 90), ("20m", 1200), ("1h30m", 5400), ("2 h", 7200), ("7d", 604800), ("1w", 604800), ("45", 45), (5, 5)],
)
def test_written_lengths(written: str | int, length: int) -> None:
    assert seconds(written) == length


@pytest.mark.parametrize("written", ["", "m", "20 minutes", "-5m", "1.5h", "1h x", "²m"])
def test_what_is_no_length_says_what_to_write(written: str) -> None:
    with pytest.raises(ValueError, match="is no length of time; write 90s, 20m"):
        seconds(written)


@given(st.integers(0, 10**7))
def test_words_read_back_to_within_their_two_units(length: int) -> None:
    back = seconds(words(length))
    assert back <= length
    assert length - back < max(1, length // 20)


@given(st.text(max_size=20))
def test_any_text_is_a_length_or_a_value_error(written: str) -> None:
    with contextlib.suppress(ValueError):
        assert seconds(written) >= 0
