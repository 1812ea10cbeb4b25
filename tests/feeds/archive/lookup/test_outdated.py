"""What every run asks: which articles have a reading of an older version."""

from feeds.archive import Archive
from feeds.archive.lookup import outdated
from tests.feeds.archive.making import answer, article, read


def test_finding_that_none_is_outdated_walks_through_no_article(archive: Archive) -> None:
    archive.store("r", answer(*(article(str(n), f"The port has {n} cranes.") for n in range(300))), read, 100)
    steps: list[int] = []
    archive.db.set_progress_handler(lambda: steps.append(10), 10)
    assert outdated.newest(archive.db, 20) == []
    archive.db.set_progress_handler(None, 0)
    assert sum(steps) < 100


def test_the_newest_of_the_outdated_come_first(archive: Archive) -> None:
    given = [article(str(n), "Nothing.", published=published) for n, published in enumerate((50, 90, 70))]
    archive.store("r", answer(*given), lambda one: read(one)._replace(version=0), 100)
    rows = archive.keys("headlines")
    assert outdated.newest(archive.db, 2) == list(rows)[:2]
