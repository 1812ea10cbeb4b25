"""An archive that was damaged after the day's check: every verb says so in words, and names the way out."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.tui.headless import Desk, lines


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose archive has bytes that are no text in its one headline."""
    desk = Desk(tmp_path / "home")
    desk.article("harwick-flood")
    assert desk.run("refresh").returncode == 0
    with sqlite3.connect(desk.archive) as db:
        db.execute("UPDATE article SET title = CAST(x'ff48fe' AS TEXT)")
    db.close()
    return desk


def test_a_run_that_meets_damage_says_so_and_how_to_go_on(desk: Desk) -> None:
    desk.article("harwick-flood", 71)
    done = desk.run("refresh")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"copydesk: {desk.archive}: is damaged (text in it cannot be read any more); ")
    assert "`copydesk archive verify`" in done.stderr
    assert "`copydesk archive backup FILE`" in done.stderr


def test_the_way_out_that_verify_names_leads_out(desk: Desk, tmp_path: Path) -> None:
    verified = desk.run("archive", "verify")
    assert (verified.returncode, verified.stdout) == (1, "")
    said = verified.stderr.splitlines()
    assert said[0].startswith("copydesk: the full-text index does not fit the texts")
    assert said[-1].startswith(f"copydesk: {desk.archive}: is damaged; keep what is left of it")
    copy = tmp_path / "copy.sqlite3"
    assert desk.run("archive", "backup", str(copy)).returncode == 0
    for file in desk.archive.parent.glob(f"{desk.archive.name}*"):
        file.rename(tmp_path / file.name)
    assert desk.run("refresh").returncode == 0
    assert desk.run("archive", "verify").returncode == 0
    with sqlite3.connect(copy) as db:
        assert db.execute("SELECT text LIKE '%We will rebuild every house%' FROM body").fetchall() == [(1,)]
    db.close()


@pytest.fixture
def torn(tmp_path: Path) -> Desk:
    """A desk of sixty articles, and a page with figures of some of them that is no page any more."""
    desk = Desk(tmp_path / "home")
    for number in range(60):
        desk.article(f"harwick-{number}", 100 + number)
    desk.run("refresh")
    with sqlite3.connect(desk.archive) as db:
        db.execute("UPDATE figure SET scope = 'a mark on the page' WHERE value = '130'")
        size = db.execute("PRAGMA page_size").fetchone()[0]
    db.close()
    held = bytearray(desk.archive.read_bytes())
    page = held.index(b"a mark on the page") // size * size
    held[page : page + size] = b"\xff" * size
    desk.archive.write_bytes(held)
    return desk


def test_an_export_goes_on_past_an_article_that_cannot_be_read(torn: Desk) -> None:
    whole = torn.run("export", "figures", "--format", "csv").stdout.splitlines()
    with sqlite3.connect(torn.archive) as db:
        db.execute("UPDATE article SET title = CAST(x'ff48fe' AS TEXT) WHERE row = (SELECT max(row) FROM article)")
    db.close()
    done = torn.run("export", "figures", "--format", "csv")
    assert (done.returncode, len(done.stdout.splitlines())) == (3, len(whole) - 1)


def test_an_export_goes_on_past_a_damaged_page(torn: Desk, tmp_path: Path) -> None:
    desk = torn
    output = tmp_path / "all.jsonl"
    done = desk.run("export", "--output", str(output))
    assert (done.returncode, done.stdout) == (3, "")
    said = re.match(r"copydesk: (\d+) articles or rows could not be read, all others are here; ", done.stderr)
    assert said is not None
    assert "`copydesk archive backup FILE`" in done.stderr
    rows = lines(output.read_text())
    figures = [row for row in rows if row["type"] == "figure"]
    assert [row["type"] for row in rows].count("headline") == 60
    assert [row["type"] for row in rows].count("quote") >= 60
    assert 0 < len(figures) == 60 - int(said[1]) < 60
    few = desk.run("export", "figures", "--format", "csv", "--fields", "value", "--limit", "3")
    assert few.stdout.count("\r\n") == 4
