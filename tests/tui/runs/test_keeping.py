"""What a run drops of what is old, and when it does not trust the clock."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.tui.headless import Desk
from tui.runs.keeping import AWAY


def headlines(desk: Desk) -> int:
    return len(desk.run("list").stdout.splitlines())


def test_what_is_old_goes_with_a_run_but_not_with_one_whose_clock_has_leapt(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    article = desk.article("harwick-flood")  # of 2025
    desk.run("refresh", "--quiet")
    desk.sources({"path": str(desk.folder)}, top='keep = "30d"\n')
    with closing(sqlite3.connect(desk.archive)) as db:
        db.execute("UPDATE run SET started = started - ?", (AWAY + 60,))
        db.commit()
    assert "nothing dropped: " in desk.run("refresh", "--quiet", "--log-level", "info").stderr
    assert headlines(desk) == 1
    desk.run("refresh", "--quiet")
    assert headlines(desk) == 0
    desk.run("refresh", "--quiet")
    assert (headlines(desk), article.exists()) == (0, True)
