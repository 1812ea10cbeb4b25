"""What an empty board says: why there is nothing, and which key helps."""

import pytest

from tests.tui.boards import board, board_app, shown
from tests.tui.panels.test_long_lists import LONG, until
from tui.panels.shelf import FIRST
from tui.panels.status import Status


async def test_a_run_and_failing_sources_are_named_where_articles_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Status, "look", lambda _: None)  # it would say, some time, how the sources really are
    app = board_app([])
    async with app.run_test(size=(120, 36)) as pilot:
        assert "No articles yet." in shown(app)
        assert "they come with the articles" in shown(app)
        status = board(app).status
        status.standing = status.standing._replace(done=0, asked=1)
        await pilot.pause()
        assert "Asking the sources…" in shown(app)
        status.standing = status.standing._replace(done=None, sources=3, failing=("Ellery Wire", "Port"))
        await pilot.pause()
        assert "No articles yet: 2 of 3 sources failing." in shown(app)
        assert "S says what is wrong" in shown(app)
        await pilot.press("/", *"oil")
        assert "Nothing fits oil" in shown(app)


async def test_an_article_without_figures_says_so() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        there.figures.narrow(there.figures.narrowed._replace(article="a99"), "of this article")
        await pilot.pause()
        assert "No key figures of this article." in shown(app)
        assert "Esc shows all" in shown(app)


@pytest.mark.parametrize("many", [FIRST, FIRST + 49])
async def test_rows_that_are_not_counted_yet_are_no_number(many: int) -> None:
    app = board_app(LONG[:many])
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        assert there.headlines.part
        assert there.keys.place == "1 of …"
        assert "─ … ─" in shown(app)
        await until(pilot, lambda: not there.headlines.part)
        assert there.keys.place == f"1 of {many}"
        assert f"─ {many} ─" in shown(app)


async def test_people_are_being_counted_until_they_are() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        people = board(app).people
        assert people.why() == ("Counting who speaks…", "")
        await pilot.press("4")
        await until(pilot, lambda: people.count == 2)
        await pilot.press("/", *"zz")
        assert "Nothing fits zz" in shown(app)
