"""Which rows a list holds, in which order, and what the user's marks do to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from feeds.archive import Archive, NoSuchId, Selection
from feeds.archive.layout.folding import fold
from feeds.archive.lookup import lists as room
from feeds.model import Article, Reading
from tests.feeds.archive.making import COAST, WIRES, answer, article, read

TEXT = '5 ships and 70 men in {}, 2025 AD.\n"We stay here," {}, the mayor, said.\n"Ghosts" Ana Lund said.'
ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def archive(archive: Archive) -> Archive:
    for n, (place, who) in enumerate([("Kőszeg", "Bo Quist"), ("Brenn", "Ana Lund"), ("Calder", "Ana Lund")]):
        given = article(f"{n}", TEXT.format(place, who), f"News of {place}", published=n * 10)
        archive.store("r", answer(given), read, 100)
    archive.store("r", answer(article("9", "8 boats.", "Boats", COAST, published=15), source=COAST), read, 100)
    return archive


def heads(archive: Archive, **chosen: object) -> list[str]:
    keys = archive.keys("headlines", Selection(**chosen))  # type: ignore[arg-type]
    return [row.title for row in archive.headlines(keys)]


def figures(archive: Archive, **chosen: object) -> list[str]:
    return [row.figure.text for row in archive.figures(archive.keys("figures", Selection(**chosen)))]  # type: ignore[arg-type]


def quotes(archive: Archive, **chosen: object) -> list[str]:
    keys = archive.keys("quotes", Selection(**chosen))  # type: ignore[arg-type]
    return [row.quote.speaker or "" for row in archive.quotes(keys)]


def test_the_newest_first_figures_by_salience_quotes_by_place(archive: Archive) -> None:
    assert heads(archive) == ["News of Calder", "Boats", "News of Brenn", "News of Kőszeg"]
    assert figures(archive) == ["5 ships", "70 men", "8 boats", "5 ships", "70 men", "5 ships", "70 men"]
    assert quotes(archive) == ["Ana Lund", "Ana Lund", "Bo Quist"]
    assert figures(archive, limit=3) == ["5 ships", "70 men", "8 boats"]
    assert archive.counts() == (4, 7, 3, 2)


def test_long_lists_of_keys_are_read_in_pieces(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive.keys("figures")
    monkeypatch.setattr(room, "PIECE", 3)
    assert archive.keys("figures") == whole


def test_all_shows_what_is_typed_instead_of_dropped(archive: Archive) -> None:
    assert figures(archive, all=True, since=20) == ["5 ships", "70 men", "2025 AD"]
    assert quotes(archive, all=True, since=20) == ["Ana Lund", "Ana Lund"]


def test_times_and_sources_narrow(archive: Archive) -> None:
    assert heads(archive, since=15) == ["News of Calder", "Boats"]
    assert heads(archive, since=10, before=20) == ["Boats", "News of Brenn"]
    assert heads(archive, sources=("coast",)) == ["Boats"]
    assert heads(archive, sources=("coast", "wires")) == heads(archive)
    assert heads(archive, sources=()) == heads(archive, sources=("unknown",)) == []


def test_one_article_one_speaker_one_unit(archive: Archive) -> None:
    row = archive.headlines(archive.keys("headlines"))[0]
    assert figures(archive, article=row.id) == ["5 ships", "70 men"]
    assert quotes(archive, speaker=fold("Ana Lund")) == ["Ana Lund", "Ana Lund"]
    assert figures(archive, unit_key="boat") == ["8 boats"]
    assert figures(archive, article="none") == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [("koszeg", 1), ("NEWS of", 3), ("of news", 3), ("coast", 1), ("wires calder", 1), ("s", 4), ("zz", 0), ("", 4)],
)
def test_the_filter_looks_at_what_is_shown(archive: Archive, words: str, shown: int) -> None:
    assert len(heads(archive, words=words)) == shown
    assert len(heads(archive, words=words, limit=4)) == shown
    assert len(heads(archive, words=words, without=True)) == (4 - shown if words else 4)
    assert archive.count("headlines", Selection(words=words)) == shown


def test_the_filter_of_figures_and_quotes(archive: Archive) -> None:
    assert figures(archive, words="ships harbour") == ["5 ships"] * 3
    assert quotes(archive, words="mayor quist") == ["Bo Quist"]
    assert quotes(archive, words="stay", limit=1) == ["Ana Lund"]


def test_stars_and_seen_are_kept_and_taken_back(archive: Archive) -> None:
    row = archive.figures(archive.keys("figures"))[0]
    head = archive.headlines(archive.keys("headlines"))[0]
    archive.mark([row.id, head.id], seen=True, starred=True)
    archive.mark([row.id], starred=True)
    again = archive.figures([row.row])[0]
    assert (again.seen, again.starred) == (True, True)
    assert archive.article(head.id).starred == {row.id}
    archive.mark([row.id], starred=False)
    assert (archive.figures([row.row])[0].seen, archive.figures([row.row])[0].starred) == (True, False)
    archive.mark([row.id, head.id], seen=False, starred=False)
    assert archive.db.execute("SELECT count(*) FROM mark").fetchone()[0] == 0


def test_what_is_rejected_stays_away_through_later_readings(archive: Archive) -> None:
    row = archive.quotes(archive.keys("quotes"))[-1]
    archive.reject(row.id)
    assert quotes(archive) == ["Ana Lund", "Ana Lund"]
    assert archive.counts().quotes == archive.count("quotes") == 2
    archive.store("r", answer(article("0", "Late.\n" + TEXT.format("Kőszeg", "Bo Quist"), published=0)), read, 200)
    assert quotes(archive) == ["Ana Lund", "Ana Lund"]
    assert quotes(archive, rejected=True) == ["Ana Lund", "Ana Lund", "Bo Quist"]
    assert archive.article(row.article).rejected == {row.id}
    archive.unreject(row.id)
    assert quotes(archive) == ["Ana Lund", "Ana Lund", "Bo Quist"]


def test_new_is_what_came_after_the_last_look(archive: Archive) -> None:
    assert archive.last_look() == 0
    archive.set_last_look(100)
    archive.store("r", answer(article("z", "4 cats.", "Later", published=1)), read, 101)
    assert [row.title for row in archive.headlines(archive.keys("headlines")) if row.new] == ["Later"]
    assert [row.figure.text for row in archive.figures(archive.keys("figures")) if row.new] == ["4 cats"]


def test_parts_of_a_quote_name_the_first(archive: Archive) -> None:
    def chained(given: Article) -> Reading:
        reading = read(given)
        return reading._replace(quotes=tuple(q._replace(chain=0) if n else q for n, q in enumerate(reading.quotes)))

    text = '"We stay here," Ana Lund said.\n"All of us," Ana Lund said.'
    archive.store("r", answer(article("c", text, published=99)), chained, 100)
    first, second = archive.quotes(archive.keys("quotes", Selection(limit=2)))
    assert (first.chain, second.chain, second.quote.chain) == (None, first.id, 0)


def test_speakers_with_roles_and_latest_words(archive: Archive) -> None:
    ana, bo = archive.speakers()
    assert (ana.key, ana.name, ana.quotes, ana.articles, ana.roles) == ("ana lund", "Ana Lund", 2, 2, ("mayor",))
    assert (ana.first_seen, ana.latest, ana.words) == (10, 20, "We stay here,")
    assert bo.name == "Bo Quist"
    assert [row.name for row in archive.speakers(1)] == ["Ana Lund"]
    assert [row.name for row in archive.speakers(selection=Selection(before=10))] == ["Bo Quist"]


def test_ids_are_found_and_unknown_ones_named(archive: Archive) -> None:
    row = archive.quotes(archive.keys("quotes"))[0]
    assert archive.find(row.id) == ("quote", row.row, row.article)
    assert archive.find(row.article)[0] == "article"
    with pytest.raises(NoSuchId, match="nothing: no article"):
        archive.find("nothing")
    with pytest.raises(NoSuchId):
        archive.article(row.id)


def test_keys_that_are_gone_are_left_out(archive: Archive) -> None:
    keys = archive.keys("headlines")
    archive.keep(newer_than=15)
    assert [row.title for row in archive.headlines(keys)] == ["News of Calder", "Boats"]


def test_a_list_loads_no_more_than_it_needs(archive: Archive) -> None:
    code = (
        "import sys; from feeds.archive import open_archive, Selection; a = open_archive(sys.argv[1], create=False)\n"
        "a.figures(a.keys('figures', Selection(limit=5, words='ships')))\n"
        "print(*sorted({'asyncio', 'hashlib', 'json', 'dataclasses', 'inspect', 'pathlib', 'feeds.reading',"
        " 'feeds.archive.writing.storing', 'feeds.query'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, archive.path], capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": ""},
    )  # fmt: skip
    assert done.stdout.strip() in ("", "pathlib")  # an editable install brings pathlib before we are asked


def test_sources_count_what_is_theirs(archive: Archive) -> None:
    rows = {row.key: row for row in archive.sources()}
    assert (rows["wires"].articles, rows["wires"].figures, rows["wires"].quotes, rows["wires"].newest) == (3, 6, 3, 20)
    assert (rows["coast"].tags, rows["coast"].where) == (COAST.tags, COAST.where)
    archive.store("r", answer(source=WIRES._replace(tags=("x",))), read, 300)
    assert {row.key: row.tags for row in archive.sources()}["wires"] == ("x",)
