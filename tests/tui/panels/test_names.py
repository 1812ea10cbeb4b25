"""What a feed is called on the board: by its name in the configuration, else by its own title, else by its address."""

from pathlib import Path

import pytest

from feeds.archive import open_archive
from feeds.archive.layout.rows import HeadlineRow
from feeds.config import load
from feeds.model import Answer, Article, Reading, SourceState
from tests.tui.boards import board, shown
from tui.app import Copydesk

NEWS = "https://feeds.ellery.example/news/latest.xml"
PORT = "https://port.ellery.example/rss"


@pytest.fixture
def app(tmp_path: Path) -> Copydesk:
    """A board on three feeds of which one has a name, and one no title."""
    config = tmp_path / "config.toml"
    feeds = f'[[source]]\nurl = "{NEWS}"\n[[source]]\nname = "port"\nurl = "{PORT}"\n[[source]]\nurl = "{PORT}/2"\n'
    config.write_text(f'archive = "{tmp_path}/desk.sqlite3"\n{feeds}')
    desk = load(config)
    with open_archive(desk.archive) as archive:
        for source, title in zip(desk.sources, ("Ellery Morning", "The Port of Ellery", ""), strict=True):
            one = Article(source.key[-12:], source.key, "1", f"News of {source.name}", "Nothing moved.")
            state = SourceState(title=title, where=source.where, asked_at=1, streak=title == "Ellery Morning")
            answer = Answer(source, "ok", state, (one,))
            archive.store("r", answer, lambda _: Reading((), ()), 100)
    return Copydesk(desk, live=False)


async def test_a_feed_without_a_name_is_called_by_its_title(app: Copydesk) -> None:
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.pause()
        names = {row.title.split()[-1]: row.source_name for row in _rows(app)}
        assert names == {
            "feeds.ellery.example/news/latest.xml": "Ellery Morning",
            "port": "port",
            "port.ellery.example/rss/2": "port.ellery.example/rss/2",
        }
        await pilot.press("S")
        await pilot.pause(0.2)
        assert "Ellery Morning" in shown(app)
        assert "The Port of" not in shown(app)


async def test_the_article_its_citation_and_what_fails_are_named_so_too(app: Copydesk) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        row = next(at for at, row in enumerate(_rows(app)) if "latest.xml" in row.title)
        await pilot.press(*["j"] * row, "enter")
        await pilot.pause(0.2)
        assert there.reader.stored
        assert there.reader.stored.row.source_name == "Ellery Morning"
        assert "latest.xml. Ellery Morning, " in (there.current.citation or "")
        assert app.shelf.standing()[0] == ("Ellery Morning",)


def _rows(app: Copydesk) -> list[HeadlineRow]:
    rows = board(app).headlines.list.rows
    return [rows.row(at) for at in range(len(rows))]  # type: ignore[attr-defined]
