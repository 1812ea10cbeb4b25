"""Who is who over all articles, after a run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.archive import Archive, Selection, open_archive
from feeds.archive.naming import Names
from feeds.model import Article, Quote, Reading
from feeds.speakers import tell_apart
from tests.feeds.archive.making import answer, article


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.sqlite3") as opened:
        yield opened


def say(archive: Archive, guid: str, *speakers: str) -> None:
    def read(_: Article) -> Reading:
        return Reading(quotes=tuple(Quote(f"{guid} {n}", 0, 1, "direct", who) for n, who in enumerate(speakers)))

    archive.store("r", answer(article(guid, f"Text of {guid}.")), read, 100)


def test_names_of_one_speaker_go_together_and_say_why(archive: Archive) -> None:
    say(archive, "a", "Ilse Q. Brandvold", "Bo Quist")
    assert tell_apart(archive) == 2
    assert tell_apart(archive) == 0
    say(archive, "b", "Brandvold")
    assert tell_apart(archive) == 2  # those of this surname, and no others
    row = archive.speakers()[0]
    assert (row.name, row.aliases, row.quotes, row.articles) == ("Ilse Q. Brandvold", ("Brandvold",), 2, 2)
    assert row.reasons == ("the only one of this surname",)
    assert row.key == "ilse q. brandvold"
    assert Names(archive).reasons(row.key) == {"Ilse Q. Brandvold": "", "Brandvold": "the only one of this surname"}
    quotes = archive.quotes(archive.keys("quotes", Selection(speaker=row.key)))
    assert {quote.quote.speaker for quote in quotes} == {"Brandvold", "Ilse Q. Brandvold"}


def test_a_name_that_two_bear_stays_by_itself(archive: Archive) -> None:
    say(archive, "a", "Ann Smith", "Smith")
    say(archive, "b", "Carl Smith", "Smith")
    tell_apart(archive)
    assert {row.name for row in archive.speakers()} == {"Ann Smith", "Carl Smith", "Smith"}


def test_what_was_joined_parts_when_a_second_bearer_comes(archive: Archive) -> None:
    say(archive, "a", "Amara Okonjo")
    say(archive, "b", "Okonjo")
    tell_apart(archive)
    assert len(archive.speakers()) == 1
    say(archive, "c", "Chidi Okonjo")
    tell_apart(archive)
    assert len(archive.speakers()) == 3
    assert tell_apart(archive, again=True) == 3


def test_a_phrase_that_means_another_one_in_each_article_is_nobody_over_all_of_them(archive: Archive) -> None:
    say(archive, "a", "they", "the company", "Ilse Brandvold")
    say(archive, "b", "they", "the company", "Officials")
    tell_apart(archive)
    assert [row.name for row in archive.speakers()] == ["Ilse Brandvold"]
    quotes = archive.quotes(archive.keys("quotes", Selection()))
    known = {(quote.quote.speaker, quote.speaker_key) for quote in quotes}
    assert known == {
        ("they", None), ("the company", None), ("Officials", None), ("Ilse Brandvold", "ilse brandvold"),
    }  # fmt: skip
