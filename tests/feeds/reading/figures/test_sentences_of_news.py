"""Sentences of world news prose are read as people read them: value, bound, movement, kind and grouping key."""

import pytest

from feeds.model import Figure
from feeds.reading.figures import read_figures
from feeds.reading.figures.typed import TYPED
from feeds.reading.page import Page
from tests.feeds.reading.figures import sentences, sentences_carried, sentences_mixed, sentences_named

TABLES = (
    *(
        sentences.MONEY,
        sentences.SHARES,
        sentences.MEASURES,
        sentences.TIMES,
        sentences.COUNTS,
        sentences.RATIOS,
        sentences.TYPED,
        sentences.PLAIN,
    ),
    *(sentences_mixed.PROMISED, sentences_mixed.WIRES),
    *(sentences_carried.MONEY_ABROAD, sentences_carried.SHARED_OUT),
    *(sentences_carried.SHARES_MOVED, sentences_carried.VAGUE, sentences_carried.CARRIED, sentences_carried.NOUNS),
    sentences_carried.OTHER_TEXTS,
    *(sentences_named.NAMED, sentences_named.WHEN, sentences_named.AGES, sentences_named.ONES),
)
ROWS = [tuple(line.split(" =>")) for table in TABLES for line in table.strip().splitlines()]


def shown(figure: Figure) -> str:
    if figure.kind in TYPED:
        return figure.kind
    upper = "" if figure.value_hi is None else f"..{figure.value_hi}"
    bound = figure.bound or ("~" if figure.approx else "")
    parts = (figure.direction, f"{bound}{figure.value}{upper}", figure.kind, figure.unit_key)
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_a_sentence_holds_these_figures(text: str, wanted: str) -> None:
    assert "; ".join(map(shown, read_figures(Page(text), ()))) == wanted.strip()
