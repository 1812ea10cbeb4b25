"""What changed since a time, and reading everything again."""

from asyncio import Event
from decimal import Decimal

import pytest

from feeds.archive import Archive, RunUnderWay, Selection, open_archive
from feeds.archive.writing import rereading
from feeds.model import Article, Reading
from tests.feeds.archive.making import COAST, answer, article, read

DRONES = 'The office counted 71 drones and 5 ships.\n"We stay here now," Ana Lund, the mayor, said.'


def test_figures_that_moved_are_paired(archive: Archive) -> None:
    archive.store("r", answer(article("a", DRONES), article("b", "9 men."), present=["a", "b"]), read, 100)
    new = DRONES.replace("71", "73").replace("stay here now", "stay here today now")
    archive.store("r", answer(article("a", new), article("c", "8 men."), present=["a", "c"]), read, 200)
    diff = archive.diff(150)
    assert [row.title for row in diff.new] == ["About c"]
    assert [(row.title, row.revision) for row in diff.changed] == [("About a", 2)]
    assert [row.title for row in diff.gone] == ["About b"]
    assert [(m.old.figure.text, m.new.figure.text) for m in diff.figures] == [("71 drones", "73 drones")]
    assert [(m.old.quote.text, m.new.quote.text) for m in diff.quotes] == [
        ("We stay here now,", "We stay here today now,")
    ]
    assert archive.diff(201) == ([], [], [], [], [])
    assert [row.title for row in archive.diff(50).new] == ["About c", "About b", "About a"]


def test_what_is_gone_keeps_the_sentence_it_stood_in(archive: Archive) -> None:
    old = article("a", DRONES)
    archive.store("r", answer(old), read, 100)
    before = archive.article(old.id).reading
    new = "The night was long, and nobody slept.\n" + DRONES.replace("71", "73").replace("stay here", "stay right here")
    archive.store("r", answer(article("a", new)), read, 200)
    diff = archive.diff(150)
    assert [moved.old.figure for moved in diff.figures] == [before.figures[0]]
    assert [reworded.old.quote for reworded in diff.quotes] == [before.quotes[0]]
    archive.store("r", answer(article("a", "All is over.")), read, 300)
    gone = archive.figures(archive.keys("figures", Selection(gone=True)))
    assert {(row.figure.text, row.figure.sentence) for row in gone} == {
        ("71 drones", "The office counted 71 drones and 5 ships."),
        ("73 drones", "The office counted 73 drones and 5 ships."),
        ("5 ships", "The office counted 73 drones and 5 ships."),
    }


def test_a_diff_of_some_sources(archive: Archive) -> None:
    archive.store("r", answer(article("a", DRONES)), read, 100)
    archive.store("r", answer(article("1", "8 men.", source=COAST), source=COAST), read, 100)
    assert [row.source for row in archive.diff(0, Selection(sources=("coast",))).new] == ["coast"]


def test_there_and_back_is_no_change(archive: Archive) -> None:
    for at, text in ((100, DRONES), (200, DRONES.replace("71", "73")), (300, DRONES)):
        archive.store("r", answer(article("a", text)), read, at)
    assert archive.diff(150).figures == []
    assert [(m.old.figure.text, m.new.figure.text) for m in archive.diff(250).figures] == [("73 drones", "71 drones")]


def better(article: Article) -> Reading:
    """Read as before, but 71 drones are 71 fast drones, and 5 ships are no figure."""
    reading = read(article)
    drones = reading.figures[0]._replace(value=Decimal(710), about="a better subject")
    return reading._replace(figures=(drones,), quotes=(reading.quotes[0]._replace(speaker="Ana Berta Lund"),))


def test_a_better_reading_keeps_marks_and_is_no_news(archive: Archive) -> None:
    given = article("a", DRONES)
    archive.store("r", answer(given), read, 100)
    archive.set_last_look(150)
    before = archive.article(given.id)
    archive.mark([before.quote_ids[0]], starred=True)
    archive.reject(before.figure_ids[0])
    assert [(one.changed, one.done, one.total) for one in archive.reread(read, every=True)] == [(False, 1, 1)]
    (again,) = archive.reread(better, every=True)
    assert (again.article, again.figures_new, again.figures_gone, again.quotes_new, again.changed) == (
        given.id, 1, 2, 0, True,
    )  # fmt: skip
    after = archive.article(given.id)
    assert after.reading == better(given)
    assert after.starred == frozenset(before.quote_ids)
    assert after.row.revision == 1
    assert [row.first_seen for row in archive.figures(archive.keys("figures"))] == [100]
    assert not archive.figures(archive.keys("figures"))[0].new
    assert archive.diff(50).figures == []
    list(archive.reread(read, every=True))
    assert archive.article(given.id).reading == read(given)
    assert [row.figure.text for row in archive.figures(archive.keys("figures"))] == ["5 ships"]  # still rejected
    assert archive.verify() == []


def test_a_source_that_is_forgotten_while_it_is_read_again_stays_away(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "BATCH", 2)
    archive.store("r", answer(article("a", DRONES), article("b", DRONES)), read, 200)
    archive.store("r", answer(article("c", DRONES, source=COAST), source=COAST), read, 150)
    archive.store("r", answer(article("d", DRONES), article("e", "9 men.")), read, 100)

    def meanwhile(given: Article) -> Reading:
        with open_archive(archive.path) as other:
            other.forget("wires")
        return better(given)

    again = [one.article for one in archive.reread(meanwhile, every=True) if one.changed]
    assert again == [article("c", DRONES, source=COAST).id]
    assert (archive.count("headlines"), archive.verify()) == (1, [])


def test_reading_again_needs_the_run_lock(archive: Archive) -> None:
    with open_archive(archive.path) as other, other.run_lock(), pytest.raises(RunUnderWay):
        list(archive.reread(read))


def test_what_this_version_has_read_is_not_read_again_and_what_broke_off_is_gone_on_with(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "BATCH", 2)
    given = [article(name, DRONES, published=n) for n, name in enumerate("abcde")]
    archive.store("r", answer(*given), read, 100)
    assert list(archive.reread(better)) == []
    stop = Event()
    stop.set()
    assert list(archive.reread(better, every=True, stop=stop)) == []
    steps = archive.reread(better, every=True, stop=(stop := Event()))
    first = next(steps)
    stop.set()
    assert [first.article, *(step.article for step in steps)] == [given[4].id, given[3].id]
    assert archive.outdated() == 3
    assert [(one.article, one.done, one.total) for one in archive.reread(better)] == [
        (given[2].id, 1, 3), (given[1].id, 2, 3), (given[0].id, 3, 3),
    ]  # fmt: skip
    assert archive.outdated() == 0


def test_marks_go_to_what_a_better_reading_puts_in_the_same_place(archive: Archive) -> None:
    given = article("a", DRONES)
    archive.store("r", answer(given), read, 100)
    drones, ships = archive.article(given.id).figure_ids
    (quote,) = archive.article(given.id).quote_ids
    archive.mark([drones, quote], starred=True)
    archive.reject(ships)

    def other(article: Article) -> Reading:
        reading = read(article)
        figures = tuple(figure._replace(unit_key=f"fast {figure.unit_key}") for figure in reading.figures)
        words = reading.quotes[0]._replace(text="stay here now,", start=reading.quotes[0].start + 3)
        return reading._replace(figures=figures, quotes=(words,))

    (again,) = archive.reread(other, every=True)
    assert (again.figures_new, again.figures_gone, again.quotes_new) == (2, 2, 1)
    after = archive.article(given.id)
    assert after.starred == {after.figure_ids[0], after.quote_ids[0]}
    assert after.rejected == {after.figure_ids[1]}
    assert not after.starred & {drones, quote}
    assert [row.figure.unit_key for row in archive.figures(archive.keys("figures"))] == ["fast drone"]
    list(archive.reread(read, every=True))
    assert archive.article(given.id).starred == {drones, quote}


def test_two_quotes_that_a_better_reading_makes_one_leave_it_the_marks_of_both(archive: Archive) -> None:
    given = article("a", DRONES)

    def parted(article: Article) -> Reading:
        whole = read(article).quotes[0]
        first = whole._replace(text="We stay", end=whole.start + 7)
        return Reading(quotes=(first, whole._replace(text="here now,", start=whole.start + 8)))

    archive.store("r", answer(given), parted, 100)
    first, second = archive.article(given.id).quote_ids
    archive.mark([first], starred=True)
    archive.mark([second], seen=True)
    list(archive.reread(read, every=True))
    after = archive.article(given.id)
    assert after.starred == set(after.quote_ids)
    assert [row.seen for row in archive.quotes(archive.keys("quotes"))] == [True]
