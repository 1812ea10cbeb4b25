"""The figures that make the news lead; small words and periods do not."""

from feeds.reading.figures.salience import salience
from tests.feeds.reading.figures.found import figures

ARTICLE = (
    "An earthquake killed at least 120 people in the hills above Lowmere on Tuesday, officials said. Two ministers "
    "flew in by helicopter. The quake lasted about 40 seconds. Rescuers, who had worked for three days, pulled 17 "
    "survivors out. The two sides of the valley are cut off. A fund of $30 million was promised."
)


def test_the_dead_lead_and_the_small_stay_in_the_list() -> None:
    ranked = sorted(figures(ARTICLE), key=lambda f: -f.salience)
    assert ranked[0].text == "at least 120 people"
    assert {f.value for f in ranked} >= {120, 2, 40, 3, 17, 30_000_000}
    assert all(0 < f.salience <= 1 for f in ranked)


def test_a_number_of_the_title_leads() -> None:
    plain = {f.text: f.salience for f in figures(ARTICLE)}
    titled = {f.text: f.salience for f in figures(ARTICLE, "17 survivors pulled from ruins of Lowmere")}
    assert titled["17 survivors"] > plain["17 survivors"]


def test_an_unknown_feature_weighs_nothing() -> None:
    assert salience([]) == salience(["no such feature"]) < 0.5
