"""What lists cost, in steps of SQLite's machine: a few rows cost the same in an archive of any size."""

from collections.abc import Callable, Iterator

import pytest

from feeds.archive import Archive, Selection, open_archive
from feeds.archive.lookup import lists
from feeds.archive.lookup.lists import What
from feeds.identity import article_id
from feeds.query import narrow
from tests.feeds.archive.making import WIRES, answer, article, read

FEW = Selection(limit=10)
NEWEST = 40
"""Articles that a limited list looks at first, in these small archives."""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, Archive]]:
    """An archive, and one with five times as much of the same."""
    made = []
    for many in (100, 500):
        archive = open_archive(tmp_path_factory.mktemp("archive") / "archive.sqlite3")
        given = []
        for n in range(many):
            who = "Ana Lund" if n < 5 else "Bo Quist"
            text = f'The office counted {n} drones and 7 ships.\n"We stay here," {who}, the mayor, said.'
            given.append(article(str(n), text, f"Harbour {n}", published=1_000 + n))
        archive.store("r", answer(*given), read, 10_000)
        made.append(archive)
    yield made[0], made[1]
    for archive in made:
        archive.close()


def steps(archive: Archive, ask: Callable[[], object]) -> int:
    taken: list[int] = []
    archive.db.set_progress_handler(lambda: taken.append(1), 10)
    try:
        ask()
    finally:
        archive.db.set_progress_handler(None, 0)
    return 10 * len(taken)


@pytest.mark.parametrize("what", lists.WHATS)
@pytest.mark.parametrize(
    "selection",
    [
        FEW,
        Selection(article=article_id(WIRES.key, "3")),
        Selection(sources=(WIRES.key,), limit=10),
        Selection(words="a", limit=10),
        Selection(since=0, limit=10),
    ],
    ids=["first", "of an article", "of a source", "filtered", "since"],
)
def test_a_few_rows_of_a_list(
    archives: tuple[Archive, Archive], what: What, selection: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "NEWEST", NEWEST)
    small, large = (steps(archive, lambda archive=archive: archive.keys(what, selection)) for archive in archives)  # type: ignore[misc]
    assert large <= 1.3 * small + 50


@pytest.mark.parametrize(
    ("what", "query"),
    [
        ("quotes", "speaker:lund"), ("headlines", "speaker:lund"), ("figures", "title:harbour"),
        ("figures", "unit:drone"), ("headlines", "value:>5"), ("figures", "about:harbour"),
    ],
)  # fmt: skip
def test_a_few_rows_of_a_query(
    archives: tuple[Archive, Archive], what: What, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "NEWEST", NEWEST)
    chosen = narrow(FEW, what, query, 20_000)
    small, large = (steps(archive, lambda archive=archive: archive.keys(what, chosen)) for archive in archives)  # type: ignore[misc]
    assert large <= 1.3 * small + 50
