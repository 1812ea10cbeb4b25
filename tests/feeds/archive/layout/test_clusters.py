"""Figures and quotes lie by article in the order of their lists, keep rows where they can, and are found by id."""

from decimal import Decimal

import pytest

from feeds.archive import Archive, NoSuchId
from feeds.archive.layout.clusters import PLACES, span
from feeds.archive.layout.rows import Selection
from feeds.archive.lookup import lists
from feeds.model import Figure, Reading
from feeds.query import narrow
from tests.feeds.archive.making import answer, article, read


def reading(**saliences: float) -> Reading:
    """Make a reading with a figure for each name; its value is the name's length and its place the order of names."""
    figures = [
        Figure(name, n, n + 1, ((n, n + 1),), Decimal(n), None, name, name, "count", salience=salience)
        for n, (name, salience) in enumerate(saliences.items())
    ]
    return Reading(tuple(figures))


def listed(archive: Archive) -> dict[str | None, int]:
    """Return {unit: row} in the order of the list."""
    return {row.figure.unit: row.row for row in archive.figures(archive.keys("figures"))}


def test_rows_are_those_of_the_article_in_the_order_of_the_list(archive: Archive) -> None:
    one, other = article("one", "x" * 100), article("other", "y" * 100)
    archive.store("r", answer(one, other), lambda _: reading(low=0.1, high=0.9, middle=0.5), 100)
    rows = [row.row for row in archive.figures(archive.keys("figures"))]
    assert rows == [*range(span(2)[0], span(2)[0] + 3), *range(span(1)[0], span(1)[0] + 3)]
    assert [row.article for row in archive.figures(rows)] == [other.id] * 3 + [one.id] * 3
    assert span(1)[1] + 1 == span(2)[0]


def test_a_row_stays_while_its_place_in_the_order_allows_it(archive: Archive) -> None:
    text = article("one", "x" * 100)
    archive.store("r", answer(text), lambda _: reading(a=0.9, b=0.8, c=0.7), 100)
    before = listed(archive)
    changed = text._replace(text="z" * 100, stamp="2")
    archive.store("r", answer(changed), lambda _: reading(a=0.9, b=0.8, d=0.75, c=0.7), 200)
    now = listed(archive)
    assert list(now) == ["a", "b", "d", "c"]
    assert [now[unit] == before.get(unit) for unit in now] == [True, True, False, False]
    assert len(set(before.values()) | set(now.values())) == 5  # a row never means something else


def test_what_was_gone_and_is_back_is_there_once_and_new(archive: Archive) -> None:
    text = article("one", "7 ships. 8 boats.")
    for at, words in ((100, text.text), (200, "8 boats."), (300, "7 ships. 8 boats.")):
        archive.store("r", answer(text._replace(text=words, stamp=str(at))), read, at)
    seen = {row.figure.unit: row.first_seen for row in archive.figures(archive.keys("figures", Selection(gone=True)))}
    assert seen == {"ships": 300, "boats": 100}


def test_after_more_revisions_than_there_are_places_the_history_goes(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = article("one", "x" * 100)
    archive.store("r", answer(text), lambda _: reading(a=0.9, b=0.8), 100)
    last = span(1)[0] + PLACES - 2
    archive.db.execute("UPDATE figure SET row = ? WHERE unit = 'b'", (last,))
    archive.store("r", answer(text._replace(text="y" * 100)), lambda _: reading(c=0.9, b=0.8), 200)
    rows = archive.figures(archive.keys("figures", Selection(gone=True)))
    assert [(row.row, row.figure.unit, row.first_seen) for row in rows] == [
        (span(1)[0], "c", 200),
        (span(1)[0] + 1, "b", 100),
    ]


def test_ids_lead_to_their_rows_through_the_article(archive: Archive) -> None:
    text = article("one", '7 ships. 8 boats.\n"We sail now," Ana Lund said.')
    archive.store("r", answer(text, article("two", "9 ships. 8 boats.")), read, 100)
    stored = archive.article(text.id)
    assert all(id_[:8] == text.id[:8] for id_ in (*stored.figure_ids, *stored.quote_ids))
    assert [archive.find(id_).article for id_ in stored.figure_ids] == [text.id] * 2
    assert archive.find(stored.quote_ids[0])[::2] == ("quote", text.id)
    with pytest.raises(NoSuchId):
        archive.find(text.id[:8] + "00000000")


@pytest.mark.parametrize(
    ("what", "query"),
    [
        ("figures", ""),
        ("quotes", ""),
        ("figures", "harbour"),
        ("quotes", "is:starred"),
        ("figures", "title:x since:2d"),
    ],
)
def test_no_list_goes_through_all_rows_where_articles_lead_to_them(
    archive: Archive, what: lists.What, query: str
) -> None:
    sql, params = lists._statement(archive.db, what, narrow(Selection(), what, query, 1000))
    plan = [row[3] for row in archive.db.execute(f"EXPLAIN QUERY PLAN {sql}", params)]
    assert "SEARCH x USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in plan
    assert query or "USE TEMP B-TREE FOR ORDER BY" not in plan
