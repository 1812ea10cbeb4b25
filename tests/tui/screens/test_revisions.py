"""What each change of an article took out and put in."""

from typing import Any

from feeds.archive.layout.findings import Revision
from tests.tui.boards import board, board_app, shown
from tests.tui.fakes import NOW, TEXT
from tui.screens.revisions import Change, changes


def stored() -> Any:
    """An article that was changed twice: its title, then a number of it."""
    article = board_app().shelf.archive.article("a3")
    old = TEXT.replace("220,000", "180,000")
    earlier = (Revision(1, NOW - 9000, "Harbour closed", old), Revision(2, NOW - 5000, article.row.title, old))
    return article._replace(row=article.row._replace(revision=3, changed_at=NOW - 60), revisions=earlier)


def test_each_change_names_its_sentences_the_newest_first() -> None:
    title = stored().row.title
    newest, first = changes(stored())
    assert first == Change(NOW - 5000, 2, ("Harbour closed",), (title,))
    assert (newest.at, newest.revision) == (NOW - 60, 3)
    assert [sentence.split(" litres")[0][-7:] for sentence in (*newest.out, *newest.put)] == ["180,000", "220,000"]


async def test_the_list_shows_the_sentences_below() -> None:
    app = board_app()
    app.shelf.archive.article = lambda _: stored()  # type: ignore[method-assign,assignment]
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("v")
        screen = shown(app)
        assert "− The harbour of Port Ellery" in screen
        assert "more than 180,000 litres" in screen
        await pilot.press("j")
        assert "− Harbour closed" in shown(app)
        await pilot.press("escape")
        assert app.screen is board(app)


async def test_an_article_that_never_changed_says_so() -> None:
    app = board_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        assert "This article has never changed." in shown(app)
