"""Confidence says how sure a reading is: higher where figures of the sort are read as people read them."""

from tests.feeds.reading.figures.found import figure


def test_a_percentage_is_surer_than_a_bare_number() -> None:
    assert figure("The share rose by 4.5 percent in Tarn.").confidence > 0.9
    bare = figure("Varn had 4.5 in all.").confidence
    assert 0 < bare < 0.9


def test_an_odd_counted_noun_is_less_sure_than_a_plural() -> None:
    odd = figure("They sold 12 Varn in Tarn.").confidence
    assert odd < figure("They sold 12 houses in Tarn.").confidence


def test_the_same_words_are_as_sure_at_every_reading() -> None:
    assert figure("They sold 12 houses in Tarn.").confidence == figure("They sold 12 houses in Tarn.").confidence
