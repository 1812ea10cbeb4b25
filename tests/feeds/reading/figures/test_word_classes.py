"""Rules over classes of words that a fresh reading of news taught: ages, levels, particles, owners, hyphens, ratios."""

from decimal import Decimal

import pytest

from tests.feeds.reading.figures.found import figure, figures, typed


def test_digits_with_a_scale_end_before_a_counted_noun() -> None:
    money, ships = figures("They promised $25 million and two ships for Tarn.")
    assert (money.value, money.unit) == (Decimal(25_000_000), "$")
    assert (ships.value, ships.unit) == (Decimal(2), "ships")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is for children younger than ten in Tarn.", 10),
        ("It is for those 12 and older in Tarn.", 12),
        ("The man, now 71, is in prison.", 71),
        ("The baker, 58, was told.", 58),
        ("Varn is only 12.", 12),
        ("Varn was 88.", 88),
    ],
)
def test_a_bare_number_is_an_age_where_the_words_say_so(text: str, value: int) -> None:
    found = figure(text)
    assert (found.value, found.kind, found.unit_key) == (Decimal(value), "age", "year of age")


def test_about_before_an_age_says_what_a_text_is_about() -> None:
    found = figure("She wrote a post about 14-year-old Varn.")
    assert (found.text, found.approx) == ("14-year-old", False)


def test_the_ages_of_a_group_are_a_range() -> None:
    found = figure("It counts those between the ages of 17 and 20.")
    assert (found.value, found.value_hi, found.kind) == (Decimal(17), Decimal(20), "age")


@pytest.mark.parametrize(
    "text",
    [
        "She raised more than $200,000 for Tarn.",
        "He plunked down $85,000 for it.",
        "He racked up 12 fines.",
        "They shut down two mills.",
        "It started growing about 12 years ago.",
    ],
)
def test_verbs_that_take_things_move_nothing(text: str) -> None:
    assert figure(text).direction is None


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The index lost 486.01 to close at 9,139.27.", "down"),
        ("It finished down 348 points.", "down"),
        ("The total is up by 14 people.", "up"),
        ("They raised it by $5 billion.", "up"),
    ],
)
def test_what_stands_higher_or_lower_has_moved(text: str, direction: str) -> None:
    assert figures(text)[0].direction == direction


def test_a_fall_to_a_far_level_is_no_range() -> None:
    fall, level = figures("Varn shares fell 12 to 140 on Monday.")
    assert (fall.value, fall.value_hi, fall.direction) == (Decimal(12), None, "down")
    assert (level.value, level.direction) == (Decimal(140), None)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The 25 highest-paid employees left.", "highest-paid employees"),
        ("All seven bailed-out firms left.", "bailed-out firms"),
        ("They took hundreds of free trips.", "free trips"),
        ("They found four dead soldiers.", "dead soldiers"),
        ("They asked 1,000 US citizens.", "US citizens"),
        ("They met four crew members.", "crew members"),
        ("They met five Chinese firms.", "Chinese firms"),
        ("It is in one professor's experiments.", "professor"),
        ("It was nine of the delta's 14 districts.", "districts"),
        ("It cost 12 crowns.", "crowns"),
    ],
)
def test_what_is_counted_is_the_whole_noun(text: str, unit: str) -> None:
    assert figures(text)[0].unit == unit


def test_a_name_that_several_countries_give_to_money_has_no_code() -> None:
    assert figure("It cost 12 crowns.").unit_key == "crown"
    assert figure("It cost 12 Danish crowns.").unit_key == "DKK"


def test_so_many_to_one_is_a_ratio() -> None:
    found = figure("It passed by a 3 to 1 margin.")
    assert (found.text, found.value, found.value_hi, found.kind) == ("3 to 1", Decimal(3), None, "ratio")


def test_feet_and_inches_are_one_length() -> None:
    found = figure("A 7-foot-2 guard came.")
    assert (found.text, found.value, found.unit_key) == ("7-foot-2", Decimal("7.166667"), "foot")


def test_the_strength_of_a_quake_counts_no_quakes() -> None:
    assert figure("A magnitude 6.3 quake hit Tarn.").unit is None
    assert figure("A magnitude-8.8 quake hit Tarn.").value == Decimal("8.8")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("It was after 9/11 in Tarn.", ("9/11", "name")), ("Zero Varn said so.", ("Zero", "name"))],
)
def test_what_is_known_by_a_number_is_a_name(text: str, wanted: tuple[str, str]) -> None:
    assert typed(text) == [wanted]
