"""Numbers that are no figures are typed or left out, and the traps that others fall into are stepped over."""

from decimal import Decimal

import pytest

from tests.feeds.reading.figures.found import figure, figures, typed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It began on 25 July 2021 in Tarn.", ("25 July 2021", "date")),
        ("It began on Feb. 11 in Tarn.", ("Feb. 11", "date")),
        ("It began on 2021-07-25 in Tarn.", ("2021-07-25", "date")),
        ("It began in 2014.", ("2014", "year")),
        ("The 2014-15 season was wet.", ("2014-15", "year")),
        ("The mill closed in the 1980s.", ("1980s", "decade")),
        ("They met at 10:30 a.m. in Tarn.", ("10:30 a.m.", "time")),
        ("They may go home from four o’clock, police say.", ("four o’clock", "time")),
        ("Shops open at half past seven on Friday.", ("half past seven", "time")),
        ("The whale sank at about a quarter past ten.", ("a quarter past ten", "time")),
        ("Varn Research asked voters between 9 and 12 November.", ("9 and 12 November", "date")),
        ("She came 3rd in Lowmere.", ("3rd", "ordinal")),
        ("She came third in Lowmere.", ("third", "ordinal")),
        ("Tarn beat Lowmere 3-1 at home.", ("3-1", "score")),
        ("An F-16 crashed near Tarn.", ("F-16", "name")),
        ("The G7 met in Tarn.", ("G7", "name")),
        ("A Boeing 737 landed in Tarn.", ("Boeing 737", "name")),
        ("The judge cited Section 230 in court.", ("Section 230", "section")),
        ("Call 555-0123 for help.", ("555-0123", "phone")),
    ],
)
def test_what_is_no_figure_is_typed(text: str, wanted: tuple[str, str]) -> None:
    assert typed(text) == [wanted]
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt.",
        "Priority number one is rest.",
        "The one who left was tired.",
        "Flags flew at half-staff in Tarn.",
        "See https://example.org/a%20b/20% for more.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_rise_to_a_level_is_no_range() -> None:
    rise, level = figures("Varn shares rose 6.5% to 164p.")
    assert (rise.value, rise.direction) == (Decimal("6.5"), "up")
    assert (level.value, level.direction) == (Decimal(164), None)


def test_the_past_hours_are_no_bound() -> None:
    found = figure("Fighting went on over the past 24 to 48 hours.")
    assert (found.value, found.value_hi, found.bound) == (Decimal(24), Decimal(48), None)


def test_one_of_the_many_is_a_count_of_one_that_matters_least() -> None:
    found = figures("Tarn is one of the largest ports in the east. The port employs 40,000 people, Varn said.")
    assert [(f.value, f.unit_key) for f in found] == [(Decimal(1), "port"), (Decimal(40_000), "person")]
    assert found[0].salience < found[1].salience


def test_an_article_before_a_dollar_is_no_sign() -> None:
    assert figure("A $160 billion merger failed.").unit_key == "USD"
    assert figure("It cost A$160 million.").unit_key == "AUD"


def test_a_period_is_no_part_of_the_amount() -> None:
    first, second = figures("Revenue rose to $7.36 billion from $6.78 billion a year earlier.")
    assert (first.unit_key, second.unit_key) == ("USD", "USD")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It takes 10.4 to 12 million litres.", 10_400_000, 12_000_000),
        ("Prices rose between 5% and 6%.", 5, 6),
        ("It fell from 208 pounds to 193.", 208, 193),
        ("It costs $10-15bn.", 10_000_000_000, 15_000_000_000),
        ("One or two people came.", 1, 2),
        ("Expect more than 10 and less than 20 cases.", 10, 20),
    ],
)
def test_ranges_share_scale_and_unit(text: str, low: int, high: int) -> None:
    found = figure(text)
    assert (found.value, found.value_hi) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("first", ["9", "1990", "1" * 5_000])
def test_digits_behind_a_dash_may_be_more_than_a_number_has(first: str) -> None:
    found = figures(f"The key {first}-{'2' * 5_000} was sold for $12m.")[-1]
    assert (found.value, found.unit_key) == (Decimal(12_000_000), "USD")
