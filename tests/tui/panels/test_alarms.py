"""Watch rules on the board: a row is marked, and what comes while the board is open is heard."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from feeds.alerts import Due
from feeds.watch import Alert
from tests.tui.boards import TITLES, board, config, shown
from tests.tui.fakes import NOW, FakeShelf
from tests.tui.headless import Desk
from tui.app import Copydesk
from tui.panels.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE = {"name": "harbour", "query": "harbour", "bell": True, "notice": True}


class Watched(FakeShelf):
    """A shelf on which rules have found something."""

    def __init__(self) -> None:
        super().__init__(TITLES)
        self.new: Sequence[Due] = ()

    def alerts(self) -> "Sequence[Due]":
        new, self.new = self.new, ()
        self.raised |= {due.alert.entity for due in new}
        return new


def due(row: int, entity: str, message: str) -> Due:
    return Due(row, Alert("harbour", entity, NOW, None, None, message), 0, "pending", None)


def marked(app: Copydesk) -> list[str]:
    return [line for line in shown(app).splitlines() if line.startswith("│!")]


async def test_a_row_is_marked_until_it_is_seen_and_what_is_new_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[bool] = []
    sent: list[str] = []
    monkeypatch.setenv("TERM_PROGRAM", "WezTerm")
    monkeypatch.setattr(Copydesk, "bell", lambda _: rung.append(True))
    shelf = Watched()
    shelf.new = [due(1, "a7", "Markets fall")]
    app = Copydesk(config()._replace(watches=(RULE,)), cast("Shelf", shelf), live=False)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        assert len(marked(app)) == 1
        assert "Markets fall" in marked(app)[0]
        assert not app.notes, "what is older than the board was told then"
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", sent.append)
        shelf.new = [due(2, "a6", "Cafés [/] of Ellery\x1b]0;x"), due(3, "a5", "another")]
        board(app).load()
        await pilot.pause()
        assert [(note.title, note.words) for note in app.notes] == [
            ("Watch: harbour", "Cafés [/] of Ellery]0;x  (and 1 more)")
        ]
        assert rung == [True]
        assert "\x1b]9;harbour: Cafés [/] of Ellery]0,x\x1b\\" in sent
        assert len(marked(app)) == 3


async def test_without_rules_nobody_looks_for_alerts() -> None:
    shelf = FakeShelf(TITLES)  # it has no word of alerts
    app = Copydesk(config(), cast("Shelf", shelf), live=False)
    async with app.run_test(size=(120, 36)):
        assert marked(app) == []


def test_the_shelf_tells_each_alert_once_and_knows_its_article(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    desk.run("watch", "add", "dead", "unit:person")
    desk.article("harwick-flood")
    desk.run("refresh")
    shelf = Shelf(desk.archive, ("wires",))
    (one,) = shelf.alerts()
    assert (one.alert.rule, one.alert.entity in shelf.raised, one.alert.entity[:8] in shelf.raised) == (
        "dead",
        True,
        True,
    )
    assert shelf.alerts() == []
    desk.article("harwick-fire")
    desk.run("refresh")
    assert [due.alert.message for due in shelf.alerts()] == ["Harwick fire"]
    assert len(shelf.raised) == 4
    shelf.close()
