"""Full-text search: ranked or newest first, snippets with the hits marked, and queries."""

import pytest

from feeds.archive import Archive, Selection
from feeds.query import narrow, parse, words_of
from tests.feeds.archive.making import COAST, answer, article, read

HARBOUR = "The harbour was calm.\nA ferry left the harbour at noon."


@pytest.fixture
def archive(archive: Archive) -> Archive:
    texts = [
        "One ferry of many.",
        HARBOUR,
        "Nothing.",
        'Far away, "We wait here," Ana Lund, the mayor, said of a ferry.',
    ]
    many = [article(str(n), text, f"Day {n}", published=n) for n, text in enumerate(texts)]
    archive.store("r", answer(*many), read, 100)
    archive.store("r", answer(article("4", "Sea.", "The harbour", COAST, published=4), source=COAST), read, 100)
    return archive


def titles(archive: Archive, words: str, **how: bool) -> list[str]:
    return [hit.headline.title for hit in archive.search(words, **how)]  # type: ignore[arg-type]


def test_the_best_first_with_a_title_worth_more(archive: Archive) -> None:
    assert titles(archive, "harbour") == ["The harbour", "Day 1"]
    assert titles(archive, "harbour", newest=True) == ["The harbour", "Day 1"]
    assert titles(archive, "ferry", newest=True) == ["Day 3", "Day 1", "Day 0"]
    assert titles(archive, "FERRY harbour") == ["Day 1"]
    assert titles(archive, "ferr") == []
    assert titles(archive, "ferr*", newest=True) == ["Day 3", "Day 1", "Day 0"]


def test_hits_are_marked_in_the_snippet(archive: Archive) -> None:
    (hit,) = archive.search("harbour ferry")
    assert hit.snippet == HARBOUR.replace("\n", " ")
    assert [hit.snippet[start:end] for start, end in hit.hits] == ["harbour", "ferry", "harbour"]


@pytest.mark.parametrize("words", ["", "  ", "&", '"', "*", "- )"])
def test_what_holds_no_word_finds_nothing(archive: Archive, words: str) -> None:
    assert archive.search(words) == []


@pytest.mark.parametrize("words", ['a"b', "NEAR(a b)", "title:x", "a AND", "x^2", "{y}", "-ferry"])
def test_signs_of_the_index_are_plain_words(archive: Archive, words: str) -> None:
    archive.search(words)
    archive.search(words, newest=True)


def test_copies_are_left_out(archive: Archive) -> None:
    text = "An unusual lighthouse stands at the end of the pier, and nobody knows who built it there or when. "
    for source in (COAST, COAST._replace(key="third", name="Third")):
        archive.store("r", answer(article("9", text, "Light", source), source=source), read, 200)
    assert titles(archive, "lighthouse") == titles(archive, "lighthouse", newest=True) == ["Light"]
    assert archive.search("lighthouse")[0].headline.sources == 2
    third = archive.search("lighthouse", selection=Selection(sources=("third",)))
    assert [hit.headline.source for hit in third] == ["third"]


def query(archive: Archive, text: str, *, newest: bool = False) -> list[str]:
    chosen = narrow(Selection(), "headlines", text, 100)
    return [hit.headline.title for hit in archive.search(words_of(parse(text)), newest=newest, selection=chosen)]


def test_queries_search_too(archive: Archive) -> None:
    assert query(archive, "ferry -harbour", newest=True) == ["Day 3", "Day 0"]
    assert query(archive, '"ferry left"') == ["Day 1"]
    assert query(archive, "ferr* speaker:lund") == ["Day 3"]
    assert query(archive, "harbour or many") == query(archive, "(harbour or many)")
    assert sorted(query(archive, "harbour or many")) == ["Day 0", "Day 1", "The harbour"]
    assert query(archive, "source:coast") == ["The harbour"]
    (hit,) = archive.search("", selection=narrow(Selection(), "headlines", "title:harbour", 100))
    assert (hit.snippet, hit.hits) == ("Sea.", ())
