"""Lengths of time, and moments, as people write them."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.spans import moment, seconds, words


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("90s", 90),
        ("20m", 1200),
        ("1h30m", 5400),
        ("2 h", 7200),
        ("90min", 5400),
        ("7d", 604800),
        ("1w", 604800),
        ("45", 45),
        (5, 5),
    ],
)
def test_written_lengths(written: str | int, length: int) -> None:
    assert seconds(written) == length


@pytest.mark.parametrize("written", ["", "m", "20 minutes", "-5m", "1.5h", "1h x", "²m"])
def test_what_is_no_length_says_what_to_write(written: str) -> None:
    with pytest.raises(ValueError, match="is no length of time; write 90s, 20m"):
        seconds(written)


@pytest.mark.parametrize("written", ["9" * 15, "999999w", "36500d1s"])
def test_what_no_clock_holds_is_too_long(written: str) -> None:
    with pytest.raises(ValueError, match="is longer than 100 years"):
        seconds(written)
    assert seconds("36500d") == 36500 * 86400


def test_a_moment_lies_so_long_ago() -> None:
    assert moment("2d", 1_000_000) == 1_000_000 - 2 * 86400
    assert moment(" 1h30m ", 10_000) == moment("90min", 10_000) == 10_000 - 5400


def test_a_moment_has_a_date_and_perhaps_a_time() -> None:
    assert moment("2025-07-25Z", 0) == 1753401600
    assert moment("2025-07-25T10:30Z", 0) == moment("2025-07-25T10:30:00Z", 0) == 1753439400
    assert moment("2025-07-25T12:30+02:00", 0) == 1753439400


def test_a_date_without_a_zone_is_one_of_this_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XYZ-3")
    time.tzset()
    try:
        assert moment("2025-07-25 10:30", 0) == 1753439400 - 3 * 3600
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_bare_number_is_a_day_or_no_time() -> None:
    assert moment("20250725", 0) == moment("2025-07-25", 0)
    assert moment("2h", 10_000) == 2_800
    for written in ("2025", "0", "9" * 20, "", "25 July", "2025-02-31"):
        with pytest.raises(ValueError, match="is no time; write 24h, 7d, 2025-07-25"):
            moment(written, 0)


@pytest.mark.parametrize(
    ("length", "said"),
    [(0, "0s"), (59, "59s"), (60, "1m"), (5400, "1h 30m"), (3601, "1h 1s"), (90_061, "1d 1h"), (86_400 * 400, "400d")],
)
def test_words_are_the_two_largest_units(length: int, said: str) -> None:
    assert words(length) == said


@given(st.integers(0, 10**7))
def test_words_read_back_to_within_their_two_units(length: int) -> None:
    back = seconds(words(length))
    assert back <= length
    assert length - back < max(1, length // 20)


@given(st.text(max_size=20))
def test_any_text_is_a_length_or_a_value_error(written: str) -> None:
    with contextlib.suppress(ValueError):
        assert seconds(written) >= 0
