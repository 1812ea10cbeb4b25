"""Figures of news prose of all styles: value, unit, kind and what is said of them. People and places are invented."""

from decimal import Decimal

import pytest

from tests.feeds.reading.figures.found import figure, figures

KINDS = [
    ("The port of Ostrava Bay shut 14 docks.", 14, None, "docks", "dock", "count"),
    ("Rebels freed 1,200 prisoners of war in Tarn.", 1200, None, "prisoners of war", "prisoner of war", "count"),
    ("Three police officers were hurt.", 3, None, "police officers", "police officer", "count"),
    ("Varn plc cut 2,300 sales jobs.", 2300, None, "sales jobs", "sales job", "count"),
    ("Hundreds of people fled Lowmere.", 100, 1000, "people", "person", "count"),
    ("Two of the miners were found.", 2, None, "miners", "miner", "count"),
    ("Two of Varn’s deputies resigned.", 2, None, "deputies", "deputy", "count"),
    ("It raised $3.2bn.", 3_200_000_000, None, "$", "USD", "money"),
    ("It raised US$40 million.", 40_000_000, None, "US$", "USD", "money"),
    ("It cost HK$ 12.5 a share.", 12.5, None, "HK$ a share", "HKD per share", "money"),
    ("The bridge cost RM79 million.", 79_000_000, None, "RM", "MYR", "money"),
    ("The dam cost Rs 5 crore.", 50_000_000, None, "Rs", "INR", "money"),
    ("The firm paid 7.5 million Danish crowns.", 7_500_000, None, "Danish crowns", "DKK", "money"),
    ("Losses came to 48 MEUR.", 48_000_000, None, "MEUR", "EUR", "money"),
    ("Oil sold at $58.24 per barrel.", 58.24, None, "$ per barrel", "USD per barrel", "money"),
    ("It sold for 3 dollars and 50 cents.", 3.5, None, "dollars", "USD", "money"),
    ("They spent £10 to £15 billion.", 10_000_000_000, 15_000_000_000, "£", "GBP", "money"),
    ("Growth was 4.5 per cent.", 4.5, None, "per cent", "percent", "percent"),
    ("The rate moved by 25 basis points.", 25, None, "basis points", "basis point", "percent"),
    ("Support fell by two percentage points.", 2, None, "percentage points", "percentage point", "percent"),
    ("Winds hit 130 km/h.", 130, None, "km/h", "kilometre per hour", "measure"),
    ("The lake is 40 metres deep.", 40, None, "metres", "metre", "measure"),
    ("She is 5ft 6in.", 5.5, None, "ft", "foot", "measure"),
    ("A 24-hour strike began.", 24, None, "hour", "hour", "duration"),
    ("They waited for 24 to 48 hours.", 24, 48, "hours", "hour", "duration"),
    ("A 34-year-old woman was held.", 34, None, "year-old", "year of age", "age"),
    ("Ines Koll, 43, was freed.", 43, None, None, "year of age", "age"),
    ("The youngest of the dead was four.", 4, None, None, "year of age", "age"),
    ("The oldest, 79, won a prize.", 79, None, None, "year of age", "age"),
    ("Ada Brill, the youngest candidate, ten, passed.", 10, None, None, "year of age", "age"),
    ("He joined the club as a boy of eight.", 8, None, None, "year of age", "age"),
    ("The oldest was 87 when it came.", 87, None, None, "year of age", "age"),
    ("The board voted seven to two.", Decimal("3.5"), None, None, None, "ratio"),
    ("The firm lost 310 million last year.", 310_000_000, None, None, None, "number"),
    ("Candidates were given the four marks.", 4, None, "marks", "mark", "count"),
    ("It cost four million German marks.", 4_000_000, None, "German marks", "DEM", "money"),
    ("The centre runs 3,000 tests per day.", 3000, None, "tests per day", "test per day", "rate"),
    ("There were 12 deaths per 100,000 people.", 12, None, "deaths per 100,000 people", "death per 100000", "rate"),
    ("One in five homes is empty.", 0.2, None, None, None, "ratio"),
    ("Two-thirds of voters stayed away.", Decimal("0.666667"), None, None, None, "ratio"),
    ("Sales rose sixfold.", 6, None, "fold", "time", "ratio"),
]


@pytest.mark.parametrize(("text", "value", "high", "unit", "key", "kind"), KINDS)
def test_a_figure_has_its_value_unit_and_kind(
    text: str, value: object, high: object, unit: str | None, key: str | None, kind: str
) -> None:
    found = figure(text)
    wanted = Decimal(str(value)), None if high is None else Decimal(str(high)), unit, key, kind
    assert (found.value, found.value_hi, found.unit, found.unit_key, found.kind) == wanted


@pytest.mark.parametrize(
    ("text", "printed", "approx", "bound"),
    [
        ("About 40 homes burned.", "About 40 homes", True, None),
        ("Nearly 40 homes burned.", "Nearly 40 homes", True, None),
        ("Some 40 homes burned.", "Some 40 homes", True, None),
        ("At least 40 homes burned.", "At least 40 homes", False, ">="),
        ("No fewer than 40 homes burned.", "No fewer than 40 homes", False, ">="),
        ("More than 40 homes burned.", "More than 40 homes", False, ">"),
        ("The fine is up to $8 million.", "up to $8 million", False, "<="),
        ("Prices rose under 4%.", "under 4%", False, "<"),
        ("They sold 40 homes or more.", "40 homes or more", False, ">="),
        ("They waited 40 minutes or so.", "40 minutes or so", True, None),
    ],
)
def test_a_qualifier_belongs_to_the_figure(text: str, printed: str, approx: bool, bound: str | None) -> None:
    found = figure(text)
    assert (found.text, found.approx, found.bound) == (printed, approx, bound)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Varn shares rose 5%.", "up"),
        ("Varn shares fell sharply by 5%.", "down"),
        ("Varn shares were down 5%.", "down"),
        ("The army shot down 71 drones.", None),
        ("The defence gave up 517 yards.", None),
        ("The town lost 20 people.", None),
    ],
)
def test_a_direction_is_how_far_something_moved(text: str, direction: str | None) -> None:
    assert figure(text).direction == direction


def test_what_it_measures_and_who_gave_it() -> None:
    first, second = figures(
        "Tarn offered to return the bodies of 3,000 fallen soldiers. The floods left more than 220,000 people without "
        "power, according to Ines Koll."
    )
    assert first.about == "bodies"
    assert (second.about, second.attribution, second.bound) == ("floods", "Ines Koll", ">")


def test_each_is_the_scope_and_no_total() -> None:
    found = figure("Both sides agreed on the exchange of 1,200 prisoners of war each.")
    assert (found.scope, found.about, found.text) == ("each", "exchange", "1,200 prisoners of war")


def test_equal_figures_are_one_with_all_its_mentions() -> None:
    text = "Varn cut 400 jobs. The 400 jobs are in Lowmere."
    found = figure(text)
    assert [text[a:b] for a, b in found.mentions] == ["400 jobs", "400 jobs"]
    assert found.sentence == "Varn cut 400 jobs."


def test_a_quantity_said_again_takes_what_is_said_of_the_first() -> None:
    first, second = figures("The birds fly more than 100 kilometres (60 miles).")
    assert (first.bound, second.bound, second.unit_key) == (">", ">", "mile")


def test_a_bare_number_takes_the_noun_counted_before_it() -> None:
    first, second = figures("The storm hit 6 million homes, including 1.5 million in Lowmere.")
    assert (first.unit_key, second.unit_key) == ("home", "home")
