"""Sentences end where a reader says they end, exactly and in linear time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.reading.page import Page
from feeds.reading.sentences import split_paragraphs, split_sentences
from tests.feeds.reading.steps import SENTENCES, grows_with_the_text_alone


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in Page(text).sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rain fell. The river rose.", ["Rain fell.", "The river rose."]),
        ("Mr. Aldo Varn met Dr. Ines Koll. They spoke.", ["Mr. Aldo Varn met Dr. Ines Koll.", "They spoke."]),
        ("The U.S. Treasury said no. It waited.", ["The U.S. Treasury said no.", "It waited."]),
        ("He lives in the U.S. The embassy knows.", ["He lives in the U.S.", "The embassy knows."]),
        ("J. R. Pellow won 3.5 points at 9 a.m. on Friday.", ["J. R. Pellow won 3.5 points at 9 a.m. on Friday."]),
        (
            "Varn Corp. shares fell on Jan. 5. Analysts shrugged.",
            ["Varn Corp. shares fell on Jan. 5.", "Analysts shrugged."],
        ),
        ("“We won.” She smiled.", ["“We won.”", "She smiled."]),
        ("“Will it hold?” Mira Tolland asked. No one knew.", ["“Will it hold?” Mira Tolland asked.", "No one knew."]),
        ("He waited… then left. Nobody saw.", ["He waited… then left.", "Nobody saw."]),
        ("It was No. 4 on the list. Good.", ["It was No. 4 on the list.", "Good."]),
        ("地震で5人が死亡した。救助は続く。", ["地震で5人が死亡した。", "救助は続く。"]),
    ],
)
def test_a_sentence_ends_where_a_reader_says(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_blank_lines_part_paragraphs_and_no_sentence_crosses_one() -> None:
    text = "A headline without a stop\n\nThe first line.  \n \n\nThe second."
    assert [text[a:b] for a, b in split_paragraphs(text)] == [
        "A headline without a stop",
        "The first line.",
        "The second.",
    ]
    assert sentences(text) == ["A headline without a stop", "The first line.", "The second."]


def test_a_line_that_ends_a_sentence_ends_a_paragraph_unless_the_text_is_wrapped() -> None:
    assert len(split_paragraphs("The vote passed.\nThe mayor left.\nThe hall emptied.")) == 3
    assert (
        len(split_paragraphs("The vote that the\ncouncil passed on a\nwet night held.\nIt was close and\nloud.")) == 1
    )


@given(st.text(alphabet=st.sampled_from('ab .!?…"”’)\n\rA1é\u200d😀'), max_size=80))
def test_sentences_lie_in_order_and_lose_only_blanks(text: str) -> None:
    spans = split_sentences(text, split_paragraphs(text))
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", SENTENCES)
def test_work_grows_with_the_text_alone(piece: str) -> None:
    assert grows_with_the_text_alone(lambda text: split_sentences(text, split_paragraphs(text)), piece)
