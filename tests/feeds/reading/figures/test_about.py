"""What a figure measures is named in the words of the text, or not at all; who gave it is named in full."""

import pytest

from feeds.reading import read
from feeds.reading.figures.typed import TYPED
from tests.feeds.reading.figures.found import figures
from tests.feeds.reading.steps import steps


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The bank of Tarn raised its key rate by a quarter of a percentage point to 4.75 per cent.", "key rate"),
        ("The yield on ten-year bonds climbed 14 basis points to 4.62 per cent.", "yield"),
        ("Tarn batted for a day and took a lead of 174 runs.", "lead"),
        ("The number of people killed in Tarn has risen to 73.", "people killed"),
        ("Overnight Varn launched 94 drones.", "Varn"),
        ("Tarn and Varn agreed on Sunday to exchange 1,450 prisoners.", "Tarn and Varn"),
        ("A ferry struck a pier, killing four passengers.", "killing"),
        ("The mine was shut and 71 people were killed.", "killed"),
        ("The minister spoke of Tarn, and about £190m has been recovered.", "recovered"),
        ("The fund collects £40m a year.", "fund"),
        ("Masked gunmen kill 11 soldiers.", "Masked gunmen"),
        ("An attack on a market kills at least 28 people.", "attack on a market"),
        ("Daily deaths in Varn pass 1,000.", "Daily deaths in Varn"),
        ("Varn plc saw its profits fall 9%.", "profits"),
        ("Varn plc saw its profits fall last year to £62m.", "Varn plc"),
        ("LOWMERE, Ostrel, May 5 /Ostrelwire/ -- The sales of Varn plc are 376,000 units.", "sales of Varn plc"),
        ("The union began a 24-hour nationwide strike on Monday.", "nationwide strike"),
        ("The province grew at a 0.6 percent growth rate last year.", "growth rate"),
        ("The boats were sold by the dealer at the age of 17.", "boats"),
        ("About 29% of people aged over 60 stayed away.", "people"),
        ("Prices in Ostrel went above the £50 mark.", "Prices in Ostrel"),
        ("The Office for Varn (OV) said retail sales rose 0.6% on the month.", "retail sales"),
        ("Varn plc said its profits were £40m.", "profits"),
        ("Profit at the mine fell 9% in a year, to £62m.", "Profit at the mine"),
        ("Revenue at Varn plc is forecast to grow 8 per cent.", "Revenue at Varn plc"),
        ("The forecast rose to 3%.", "forecast"),
        ("Northern Tarn and Varn shared £5m.", "Northern Tarn and Varn"),
        ("The mill closed and Varn lost 12 jobs.", "Varn"),
        ("It closed on Wednesday and Varn lost 12 jobs.", "Varn"),
        ("Oil was down 84 cents at $71.09 a barrel.", "Oil"),
        ("Turnout fell four points to 57%.", "Turnout"),
        ("The trial of 16-year-old Ana Koll began.", "Ana Koll"),
        ("Police say Ivo Koll, 41, hid the boat.", "Ivo Koll"),
        ("The clinic treats some 300 boys under 18.", "boys"),
        ("My V70 had a range of 400 miles.", "range"),
        ("My V70 is worth £400.", "V70"),
        ("They made 90m doses of the VARN-19 vaccine.", "VARN-19 vaccine"),
        ("The S&P 500 was up 2%.", "S&P 500"),
        ("She was offered a $10,000 sign-on bonus.", "sign-on bonus"),
        ("A storm packing winds of 90 mph came.", "winds"),
        ("Varn plc (.VRN) was sold for £5m.", "Varn plc"),
        ("Ana Koll, a model maker, spent £500.", "Ana Koll"),
        ("Fees of the funds which range from 1 per cent to 2 per cent are high.", "funds"),
        ("The device offers free calls for £5.", "free calls"),
        ("Air strikes kill 12 people.", "Air strikes"),
        ("One in ten voters trusts her.", "voters"),
        ("Rebels hold 60% of Tarn and have taken three towns.", "Rebels"),
        ("Output cuts of 1.2 million tonnes will last.", "Output cuts"),
        ("The train, carrying 312 passengers, derailed at 110 km/h.", "train"),
        ("Police put the crowd at 12,000.", "crowd"),
        ("The number of confirmed cases has passed 977,000.", "confirmed cases"),
        ("Half the 40,000 tickets are gone.", "tickets"),
        ("Spending on schools will rise by £4m.", "Spending on schools"),
        ("A gang that stole £2m of copper was jailed for 31 years.", "gang"),
        ("The plant will burn straw for £5m and light 220,000 homes.", "plant"),
        ("The court cut her sentence from nine years to six.", "sentence"),
        ("Bonds show a one-in-three chance of a cut.", "chance of a cut"),
        ("Growers picked 1.1 tonnes of olives per hectare.", "olives"),
        ("She took a photograph of herself aged 23 posing in Tarn.", None),
        ("He owes up to £163m.", None),
        ("It hurt a 28-year-old man walking his dog.", "man"),
        ("He drove 25 kilometres east of Tarn.", None),
        ("The ring laundered at least $31m.", "ring"),
        ("Highs of 33C are likely, with lows near 19C.", "lows"),
        ("Three brothers face 25 years.", "brothers"),
        ("The tomb, 3.2 metres below the square, is about 1,900 years old.", "tomb"),
        ("A dose is 75 milligrams per kilogram of body weight.", "dose"),
        ("Ice is 11cm thick, against 30cm last year.", "Ice"),
        ("The number of infections increased to 2,729.", "infections"),
        ("It cares for 40 dogs.", None),
        ("There are wrongs that implicate 30 officials.", "wrongs"),
        ("A hunting stick, used by early man, flies 30 metres.", "hunting stick"),
        ("Ana Koll has revealed her sister Ida has died aged 48.", "sister Ida"),
        ("Frost came with the mercury plummeting to -5C.", "mercury"),
        ("He brought in $46.7 million dollars.", None),
    ],
)
def test_a_figure_says_what_it_measures(text: str, about: str | None) -> None:
    assert figures(text)[-1].about == about


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Prosecutors in Ostrel say it cost £5m.", "Prosecutors in Ostrel"),
        ("A survey by the Bank of Varn showed a fall of 5%.", "survey by the Bank of Varn"),
        ("Ana Koll, 43, from Tarn said it cost £5m.", "Ana Koll"),
        ("Footage shared on Varntube shows five men.", None),
        ("Police put the crowd at 12,000.", "Police"),
        ("It lost 71 goats, with the Varn goat office confirming it.", "Varn goat office"),
    ],
)
def test_a_figure_says_who_gave_it(text: str, giver: str | None) -> None:
    assert figures(text)[-1].attribution == giver


@pytest.mark.parametrize(
    "text",
    [
        "The ministry of power said that it was buying 1,500 megawatts.",
        "In Tarn it is more than 3 per cent.",
        "She began the last of eight stages.",
        "Last month we lost 38 per cent.",
        "We answer some of your questions in 12 steps.",
        "You'll need 12 boats.",
    ],
)
def test_nothing_is_said_rather_than_a_shell_a_place_or_the_speaker(text: str) -> None:
    assert [figure.about for figure in figures(text)] == [None]


def test_whoever_puts_a_thing_at_a_sum_gives_it() -> None:
    (cost,) = figures("Treasurer Ana Moreau put the cost of the flood at between $600m and $800m.")
    assert (cost.about, cost.attribution) == ("cost of the flood", "Treasurer Ana Moreau")


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Exports rose 5%, said the ministry.", "ministry"),
        ("At least 12 boats sank on Sunday, said Ann Roe, the harbour master.", "Ann Roe"),
        ("The minister, a lawyer, says the dam cost $5m.", None),
        ("The dam, reported Monday as lost, cost $5m.", None),
        ("The firm, said to be worth $5m, closed.", None),
    ],
)
def test_who_is_named_behind_the_verb_gives_a_figure(text: str, giver: str | None) -> None:
    assert figures(text)[-1].attribution == giver


def test_a_date_ends_no_range_and_a_margin_is_not_below_zero() -> None:
    (weeks,) = figures("Sales in the 26 weeks to 31 October were flat.")
    assert (weeks.text, weeks.value_hi) == ("26 weeks", None)
    (margin,) = figures("The margin is plus or minus 2.5 percentage points.")
    assert str(margin.value) == "2.5"


@pytest.mark.parametrize("giver", ["the minister", "Ms Prasool", "Prasool"])
def test_a_giver_is_named_as_the_quotes_of_the_page_name_them(giver: str) -> None:
    text = (
        "“We are not a poor country,” said Finance Minister Leelavani Prasool.\n\nCanals get $22 million, enough, "
        f"{giver} said, to bring water to 650,000 hectares."
    )
    real = [figure for figure in read(text).figures if figure.kind not in TYPED]
    assert {figure.attribution for figure in real} == {"Leelavani Prasool"}


def test_each_of_many_figures_has_the_nearest_giver() -> None:
    names = [f"{first}{second}el" for first in "ABCDE" for second in "aeiou"]
    found = figures(", ".join(f"{name} said {number} goats fell" for number, name in enumerate(names, 2)))
    assert [figure.attribution for figure in found] == names


def test_many_speakers_and_many_givers_take_steps_as_the_text_does() -> None:
    names = [f"{a}{b}{c}el" for a in "ABCDEFGH" for b in "aeiou" for c in "bdfgklmn"]
    told = [f"“We go on now,” said Ann {name}. The {name} office said {n} goats fell." for n, name in enumerate(names)]
    read("\n\n".join(told))  # what is worked out once is worked out now
    small, large = (steps(lambda n=n: read("\n\n".join(told[:n]))) for n in (40, 320))  # type: ignore[misc]
    assert large <= 8.8 * small
