"""A bad row of a data table fails by name."""

import re

import pytest

from feeds.reading import tables
from feeds.reading.figures.nouns import key_of, singular
from feeds.reading.numbers.units import SIGNS, SYMBOLS, WORDS
from feeds.reading.tables import TableError, pairs, words, words_around


def test_a_list_that_is_missing_is_named() -> None:
    with pytest.raises(TableError, match=re.escape("phrases.toml: nouns is no list of words")):
        words({}, "nouns", "phrases")
    with pytest.raises(TableError, match=re.escape("around.toml: nothing is missing")):
        words_around("nothing", "at all")


def test_a_word_that_stands_twice_is_named() -> None:
    with pytest.raises(TableError, match=re.escape("phrases.toml: plurals: mice stands twice")):
        words({"plurals": "mice geese mice"}, "plurals", "phrases")


def test_a_pair_of_three_words_is_named() -> None:
    with pytest.raises(TableError, match="not two words: feet foot feet"):
        pairs({"irregular": "feet foot feet"}, "irregular", "phrases")


@pytest.mark.parametrize("bad", ["said say", "said\t", "told\ttell"])
def test_a_line_that_is_no_new_class_is_named(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    monkeypatch.setattr(tables, "data_text", lambda _: f"# verbs\n\ntold\ttell inform\n{bad}\n")
    with pytest.raises(TableError, match=re.escape("cues.txt, line 4: a new class, a tab and words are wanted")):
        tables.classes("cues")


def test_a_line_that_begins_with_a_tab_goes_on_with_the_class(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "data_text", lambda _: "told\ttell inform\n\tbrief\nsaid\tsay\n")
    assert tables.classes("cues") == {"told": ["tell", "inform", "brief"], "said": ["say"]}
    monkeypatch.setattr(tables, "data_text", lambda _: "\ttell\n")
    with pytest.raises(TableError, match=re.escape("cues.txt, line 1: a new class, a tab and words are wanted")):
        tables.classes("cues")


def test_a_row_with_too_many_cells_is_named() -> None:
    with pytest.raises(TableError, match=r"units\.tsv, line \d+: 1 columns are wanted"):
        tables.rows("units", 1)


def test_the_tables_hold_some_three_hundred_units() -> None:
    keys = {e.unit.key for trie in (SYMBOLS, WORDS) for entries in trie.values() for e in entries}
    assert len(keys) > 280
    assert SIGNS["US", "$"].unit.key == "USD"


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("people", "person"),
        ("prisoners of war", "prisoner of war"),
        ("Police officers", "police officer"),
        ("buses", "bus"),
        ("countries", "country"),
        ("gunmen", "gunman"),
        ("staff", "staff"),
        ("houses", "house"),
        ("boxes", "box"),
        ("series", "series"),
    ],
)
def test_a_counted_noun_is_grouped_by_its_singular(plural: str, one: str) -> None:
    assert key_of(plural) == one


def test_a_singular_stays_as_it_is() -> None:
    assert singular("crisis") == "crisis"
