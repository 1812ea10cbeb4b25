"""Whom `he` and `she` mean where no table knows the forenames: each text is read for the speaker of its last quote."""

import pytest

from feeds.reading.page import Page
from feeds.reading.quotes import read_quotes
from tests.feeds.reading.steps import grows_with_the_text_alone

PILES = (
    "Mr Quilm asked Ybbe Zant. “Yes,” she replied. ",
    "she said that Ybbe Zant ran and ",
    "she told Ybbe Zant ",
    "it said that the cow ran and ",
)
LAST = (
    ("a reflexive", "Ybbe Zant watched while Xarvo Quilm built it himself. “It is done,” he said.", "Xarvo Quilm"),
    ("a possessive", "Xarvo Quilm sold her boat to Ybbe Zant. “It is done,” he said.", "Ybbe Zant"),
    ("an earlier title", "Mr Quilm sold boats. Ybbe Zant met Xarvo Quilm. “It is done,” he said.", "Xarvo Quilm"),
    (
        "a name behind the pronoun is another's",
        "Xarvo Quilm met Ybbe Zant. Zant was late. “It is done,” she told Zant.",
        "Xarvo Quilm",
    ),
    (
        "who was asked answers",
        "Xarvo Quilm asked Ybbe Zant if it was done. “It is done,” she replied.",
        "Ybbe Zant",
    ),
    (
        "who asked does not answer",
        "Ybbe Zant sat down. “Is it done?” asked Xarvo Quilm. “It is done,” she replied.",
        "Ybbe Zant",
    ),
    ("a title and a surname alone", "Ian Roe met Ms Zant. “It is done,” she said.", "Ms Zant"),
    ("a relation and a forename", "Ian Roe left. Her manager, Ybbe, laughed. “It is done,” she said.", "Ybbe"),
    (
        "a clause behind an age is no role",
        "Ybbe Zant, 51, said her husband lied. “It is done,” she told Judge Xarvo Quilm. “It is,” she said.",
        "Ybbe Zant",
    ),
    ("the next sentence’s pronoun", "Ybbe Zant sang. He left with Xarvo Quilm. “It is done,” she said.", "Xarvo Quilm"),
    ("an object is no subject", "Xarvo Quilm met Ybbe Zant. She left. “It is done,” she said.", "Xarvo Quilm"),
    ("a surname of women", "Ybbe Zantov met Xarvo Quilmova. “It is done,” she said.", "Xarvo Quilmova"),
    ("a middle name of men", "Nguyễn Thị Ybbe met Lê Văn Xarvo. “It is done,” he said.", "Lê Văn Xarvo"),
    ("nobody by name", "A nurse at the clinic ran out. “It is done,” she said.", "A nurse at the clinic"),
    ("nobody by name was asked", "Xarvo Quilm asked the suspect. “It is done,” he replied.", "the suspect"),
    (
        "who answered does not ask",
        "Xarvo Quilm asked why. “It is late,” replied Ybbe Zant. “Is it?” she asked.",
        "Xarvo Quilm",
    ),
    (
        "a name behind `on` is no subject",
        "Xarvo Quilm left with Ybbe Zant. On Quilm she wrote a song. “It is done,” he said.",
        "Xarvo Quilm",
    ),
    ("an age", "Ann Roe left. Ybbe, 34, laughed. “It is done,” he said.", "Ybbe"),
    (
        "no daughter of somebody is that body",
        "Ybbe Zant, son of a queen, sat. “It is done,” he said.",
        "Ybbe Zant",
    ),
)


@pytest.mark.parametrize(("text", "speaker"), [row[1:] for row in LAST], ids=[row[0] for row in LAST])
def test_whom_a_pronoun_means(text: str, speaker: str) -> None:
    assert read_quotes(Page(text))[-1].speaker == speaker


@pytest.mark.parametrize("piece", PILES)
def test_a_megabyte_of_names_and_pronouns_stays_linear(piece: str) -> None:
    assert grows_with_the_text_alone(lambda text: read_quotes(Page(text)), piece)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Norrfall Energi, which owns the depot, lost three tanks. It had said two tanks were lost.",
            "Norrfall Energi",
        ),
        (
            "An order for the 1,200 stays.\n\n13:55 Norrfall Energi, which owns it, lost three. It said two were lost.",
            "Norrfall Energi",
        ),
        ("An order for the 1,200 people remains in force. It said two tanks were lost.", "An order"),
    ],
)
def test_it_is_the_thing_that_a_clause_with_which_tells_of(text: str, speaker: str) -> None:
    *_, said = read_quotes(Page(text))
    assert said.speaker == speaker
