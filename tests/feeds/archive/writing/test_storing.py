"""What an answer brings: new, changed, gone, back; revisions; the very same text of several sources."""

import pytest

from feeds.archive import Archive, Selection
from feeds.model import Answer, Article, Reading, SourceState
from tests.feeds.archive.making import ASKED, COAST, WIRES, answer, article, read

DRONES = 'The office counted 71 drones.\n"We stay here," Ana Lund, the mayor, said.'
LONG = DRONES + "\n" + "The harbour was quiet in the night, and the ferries left on time in the morning. " * 2


def never(article: Article) -> Reading:
    raise AssertionError(f"{article.guid} was read again")


def test_a_new_article_is_stored_whole_and_comes_back_as_it_was(archive: Archive) -> None:
    given = article("a.txt", DRONES, link="https://w.example/a", author="N. N.", published=50, notes=("no slug",))
    done = archive.store("r", answer(given), read, 100)
    assert (done.new, done.changed, done.found[0].change, done.found[0].revision) == (1, 0, "new", 1)
    assert done.found[0].figure_changes == ("new",)
    assert done.answer.articles == ()
    stored = archive.article(given.id)
    assert stored.article == given
    assert stored.reading == read(given)
    assert stored.figure_ids == done.found[0].figure_ids
    assert (stored.row.first_seen, stored.row.at, stored.row.figures, stored.row.quotes) == (100, 50, 1, 1)


def test_state_is_stored_with_the_articles_byte_for_byte(archive: Archive) -> None:
    state = SourceState(
        b'W/"\xff"',
        b"Thu, 01 Jan",
        "https://m.example",
        9,
        8,
        7,
        2,
        5,
        "cut off",
        500,
        False,
        "T",
        600,
        11,
        "https://w",
    )
    archive.store("r", Answer(WIRES, "error", state), never, 100)
    assert archive.source_states()["wires"] == state
    assert "nobody" not in archive.source_states()
    row = archive.sources()[0]
    assert (row.key, row.name, row.tags, row.status, row.state) == (
        "wires",
        "The Wires",
        ("world", "eu"),
        "error",
        state,
    )


def test_an_unchanged_article_is_not_read_again_nor_reported(archive: Archive) -> None:
    given = article("a.txt", DRONES)
    archive.store("r", answer(given), read, 100)
    assert archive.known("wires") == {"a.txt": given.stamp}
    again = archive.store("r", answer(given._replace(stamp="other", link="https://w.example/a")), never, 200)
    assert again.found == ()
    assert archive.known("wires") == {"a.txt": "other"}
    assert archive.article(given.id).article.link == "https://w.example/a"


def test_a_changed_text_is_a_revision_and_says_what_moved(archive: Archive) -> None:
    old = article("a.txt", DRONES)
    archive.store("r", answer(old), read, 100)
    new = article("a.txt", DRONES.replace("71", "73") + "\nIt cost 5 crowns.")
    found = archive.store("r", answer(new), read, 200).found[0]
    assert (found.change, found.revision, found.first_seen) == ("changed", 2, 100)
    assert found.figure_changes == ("changed", "new")
    assert found.quote_changes == ("same",)
    assert list(found.moved) == [found.figure_ids[0]]
    before = archive.find(found.moved[found.figure_ids[0]])
    assert (before.kind, before.article) == ("figure", old.id)
    stored = archive.article(old.id)
    assert [(r.revision, r.at, r.text) for r in stored.revisions] == [(1, 100, DRONES)]
    assert [str(f.value) for f in stored.reading.figures] == ["73", "5"]
    assert len(archive.keys("figures")) == 2


def test_what_comes_back_in_a_later_revision_is_news_again(archive: Archive) -> None:
    for at, text in ((100, DRONES), (200, "Nothing now."), (300, DRONES)):
        archive.store("r", answer(article("a.txt", text)), read, at)
    rows = archive.figures(archive.keys("figures"))
    assert [(row.first_seen, row.figure.text) for row in rows] == [(300, "71 drones")]
    assert archive.article(rows[0].article).row.revision == 3


def test_a_removed_file_stays_and_says_so_and_may_come_back(archive: Archive) -> None:
    a, b = article("a.txt", DRONES), article("b.txt", "Else.")
    archive.store("r", answer(a, b, present=["a.txt", "b.txt"]), read, 100)
    gone = archive.store("r", answer(present=["b.txt"]), never, 200)
    assert [(f.article.guid, f.change, f.figure_changes) for f in gone.found] == [("a.txt", "gone", ("same",))]
    assert archive.article(a.id).row.gone_at == 200
    assert archive.known("wires") == {"b.txt": b.stamp}
    assert len(archive.keys("headlines")) == 2
    assert archive.store("r", answer(present=["b.txt"]), never, 300).found == ()
    assert archive.store("r", answer(a, present=["a.txt", "b.txt"]), never, 400).found == ()
    assert archive.article(a.id).row.gone_at is None


def test_what_leaves_a_feed_stays(archive: Archive) -> None:
    archive.store("r", answer(article("1", DRONES, source=COAST), source=COAST), read, 100)
    archive.store("r", answer(article("2", "Else.", source=COAST), source=COAST), read, 200)
    assert [row.gone_at for row in archive.headlines(archive.keys("headlines"))] == [None, None]


def test_an_id_twice_in_a_document_is_one_article(archive: Archive) -> None:
    done = archive.store("r", answer(article("1", "Newer."), article("1", "Older.")), read, 100)
    assert [f.article.text for f in done.found] == ["Newer."]


def test_the_same_text_of_several_sources_shows_once_with_its_sources_counted(archive: Archive) -> None:
    one = article("a.txt", LONG, "Quiet night")
    other = article("9", LONG.replace("night, and", "Night,\n\nand"), "QUIET night", COAST)
    archive.store("r", answer(one), read, 100)
    archive.store("r", answer(other, source=COAST), read, 200)
    rows = archive.headlines(archive.keys("headlines"))
    assert [(row.id, row.sources) for row in rows] == [(one.id, 2)]
    assert archive.counts() == (1, 1, 1, 2)
    assert [(c.id, c.source_name) for c in archive.article(one.id).copies] == [(other.id, "Coast Post")]
    only = Selection(sources=("coast",))
    assert [row.id for row in archive.headlines(archive.keys("headlines", only))] == [other.id]
    assert [row.article for row in archive.quotes(archive.keys("quotes", only))] == [other.id]


def test_a_copy_that_changes_is_a_story_of_its_own(archive: Archive) -> None:
    archive.store("r", answer(article("a.txt", LONG, "Quiet night")), read, 100)
    archive.store("r", answer(article("9", LONG, "Quiet night", COAST), source=COAST), read, 200)
    archive.store("r", answer(article("a.txt", LONG + "More.", "Quiet night")), read, 300)
    rows = archive.headlines(archive.keys("headlines"))
    assert sorted((row.source, row.sources) for row in rows) == [("coast", 1), ("wires", 1)]
    assert len(archive.keys("figures")) == 2


def test_short_texts_of_different_days_are_different_stories(archive: Archive) -> None:
    noon = [article(str(day), "", "Markets at noon", published=day * 86400) for day in (1, 2)]
    archive.store("r", answer(*noon), read, 10 * 86400)
    assert len(archive.keys("headlines")) == 2


def test_a_date_in_the_future_does_not_stay_on_top(archive: Archive) -> None:
    archive.store("r", answer(article("1", "Early.", published=10**10)), read, 100)
    archive.store("r", answer(article("2", "Late.", published=150)), read, 200)
    rows = archive.headlines(archive.keys("headlines"))
    assert [(row.at, row.published) for row in rows] == [(150, 150), (100, 10**10)]


def test_a_date_that_is_corrected_moves_figures_and_quotes_too(archive: Archive) -> None:
    given = article("1", DRONES, published=90)
    archive.store("r", answer(given), read, 100)
    archive.store("r", answer(given._replace(published=40, stamp="corrected")), never, 200)
    assert archive.figures(archive.keys("figures"))[0].at == 40
    assert archive.quotes(archive.keys("quotes", Selection(before=41)))[0].at == 40


def test_a_skipped_source_changes_nothing(archive: Archive) -> None:
    archive.store("r", answer(), never, 100)
    archive.store("r", Answer(WIRES, "skipped", SourceState(streak=9)), never, 200)
    assert archive.source_states()["wires"] == ASKED


def test_the_index_follows_the_text(archive: Archive) -> None:
    archive.store("r", answer(article("a.txt", "The ferry sank.")), read, 100)
    archive.store("r", answer(article("a.txt", "The ferry was late.")), read, 200)
    assert archive.search("sank") == []
    assert [hit.headline.revision for hit in archive.search("late")] == [2]


def test_answers_together_are_stored_all_or_none_and_told_in_their_order(archive: Archive) -> None:
    a, b = article("a", DRONES), article("1", "6 men.", source=COAST)
    skipped = Answer(COAST._replace(key="pier"), "skipped", SourceState(streak=9))
    together = [answer(a), skipped, answer(b, source=COAST)]
    with pytest.raises(UnicodeError):
        archive.store_all("r", [*together, answer(article("b", "\ud800"))], read, 100)
    assert archive.sources() == []
    assert archive.count("headlines") == 0
    done = archive.store_all("r", together, read, 100)
    assert [one.answer for one in done] == [one._replace(articles=()) for one in together]
    assert [[found.article for found in one.found] for one in done] == [[a], [], [b]]
    assert [row.key for row in archive.sources()] == ["wires", "coast"]
    assert [one.found for one in archive.store_all("r", together, never, 200)] == [(), (), ()]
    assert archive.verify() == []


def test_a_source_that_answers_twice_together_is_stored_as_if_in_turn(archive: Archive) -> None:
    old, new = article("a", DRONES), article("a", DRONES.replace("71", "73"))
    first, second, third = archive.store_all("r", [answer(old), answer(new), answer(present=[])], read, 100)
    assert [(f.change, f.revision) for one in (first, second, third) for f in one.found] == [
        ("new", 1), ("changed", 2), ("gone", 2),
    ]  # fmt: skip
    stored = archive.article(old.id)
    assert (stored.article, [r.text for r in stored.revisions], stored.row.gone_at) == (new, [DRONES], 100)
    assert archive.verify() == []


def test_one_text_of_two_sources_that_come_together_shows_once(archive: Archive) -> None:
    one, other = article("a", LONG, "Quiet night"), article("9", LONG, "Quiet night", COAST)
    archive.store_all("r", [answer(one), answer(other, source=COAST)], read, 100)
    assert [(row.id, row.sources) for row in archive.headlines(archive.keys("headlines"))] == [(one.id, 2)]
    assert archive.counts() == (1, 1, 1, 2)
