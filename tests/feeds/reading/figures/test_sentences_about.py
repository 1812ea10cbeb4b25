"""What the figures of a sentence measure, and who gave them, is read as people read it."""

import pytest

from feeds.model import Figure
from tests.feeds.reading.figures import sentences_about
from tests.feeds.reading.figures.found import figures

TABLES = (
    sentences_about.WHOLES,
    sentences_about.ASIDES,
    sentences_about.DEALS,
    sentences_about.MOVES,
    sentences_about.HEADS,
    sentences_about.GIVERS,
    sentences_about.OWNERS,
    sentences_about.LEVELS,
    sentences_about.THOSE,
    sentences_about.DOERS,
    sentences_about.SIDES,
)
ROWS = [tuple(line.split(" =>")) for table in TABLES for line in table.strip().splitlines()]


def told(figure: Figure) -> str:
    giver = f" < {figure.attribution}" if figure.attribution else ""
    return f"{figure.about or '-'}{giver}"


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_figures_of_a_sentence_measure_this(text: str, wanted: str) -> None:
    assert "; ".join(map(told, figures(text))) == wanted.strip()
