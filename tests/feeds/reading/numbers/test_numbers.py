"""Number words and digits are worth what English says they are, exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.reading.numbers.grammar import read_number
from feeds.reading.numbers.literals import ratio, value_of
from feeds.reading.numbers.tokens import Tokens


def read(text: str) -> tuple[str, str | None, int] | None:
    tokens = Tokens(text, 0, len(text))
    number = read_number(tokens, 0)
    if number is None:
        return None
    return str(number.value), str(number.high) if number.high else None, tokens.size - number.last


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567.8", "1234567.8"),
        ("12,34,567", "1234567"),
        ("40 000", "40000"),
        ("1 234 567", "1234567"),
        (".534", "0.534"),
        ("3.2 million", "3200000"),
        ("2.5bn", "2500000000"),
        ("10k", "10000"),
        ("5 crore", "50000000"),
        ("three lakh crore", "3000000000000"),
        ("a hundred and twenty", "120"),
        ("two hundred and two thousand", "202000"),
        ("twenty-eight thousand six hundred forty-two", "28642"),
        ("4 thousand 3 hundred and 21", "4321"),
        ("half a million", "500000"),
        ("a million and a half", "1500000"),
        ("two and a half million", "2500000"),
        ("three point two million", "3200000"),
        ("nought point nought four", "0.04"),
        ("a dozen", "12"),
        ("3 dozen", "36"),
        ("2 1/2", "2.5"),
        ("2½", "2.5"),
        ("3/4", "0.75"),
        ("two-thirds", "0.666667"),
        ("one hundred and three quarters", "100.75"),
        ("two thirds of a million", "666666.666667"),
        ("1.3x10^6", "1300000"),
        ("2.998×10−8", "0.00000002998"),
        ("2^10", "1024"),
        ("sixfold", "6"),
    ],
)
def test_a_number_is_read_whole_and_exactly(text: str, value: str) -> None:
    found = read(text)
    assert found is not None
    assert (Decimal(found[0]), found[1:]) == (Decimal(value), (None, 0))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 100),
        ("hundreds", 100, 1000),
        ("thousands", 1000, 10000),
        ("tens of thousands", 10_000, 100_000),
        ("hundreds of millions", 100_000_000, 1_000_000_000),
    ],
)
def test_a_plural_scale_is_a_range_of_one_order(text: str, low: int, high: int) -> None:
    assert read(text) == (str(low), str(high), 0)


@pytest.mark.parametrize("text", ["a third man", "half-staff", "a second", "quarterback", "the"])
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read(text) is None


@given(st.integers(0, 10**15))
def test_grouped_digits_are_the_number(number: int) -> None:
    assert value_of(f"{number:,}") == number


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_ratio_has_at_most_six_digits_after_the_point(part: int, whole: int) -> None:
    found = ratio(Decimal(part), Decimal(whole))
    assert "E" not in str(found)
    assert abs(found - Decimal(part) / Decimal(whole)) <= Decimal("0.000001")
