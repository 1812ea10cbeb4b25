"""An archive of an older version is brought up to this one with all that it holds."""

import sqlite3
from pathlib import Path

import pytest

from feeds.archive import Archive, Selection, open_archive
from feeds.archive.file import migrations
from feeds.archive.layout.folding import fold
from tests.feeds.archive.making import answer, article, read

TEXT = (
    "The office of Tarrow counted 71 boats on Friday.\n\n"
    '"Nobody slept," Ines Valdemoro, the harbour master, said. "Not one of us," Aldo Roe said.'
)
PLAIN = ("source", "article", "body", "revision", "figure", "speaker", "mark", "unit", "meta")


def rows(archive: Archive) -> tuple[object, ...]:
    everything = Selection(all=True, rejected=True, gone=True)
    quotes = archive.quotes(archive.keys("quotes", everything))
    figures = archive.figures(archive.keys("figures", everything))
    return quotes, figures, archive.headlines(archive.keys("headlines")), archive.source_states()


def as_version_1(new: Path, old: Path) -> None:
    """Write what an archive of this version holds into one of the first version."""
    db = sqlite3.connect(old, isolation_level=None)
    db.create_function("fold", 1, fold, deterministic=True)
    for statement in migrations.statements(Path(__file__).with_name("schema_1.sql").read_text(encoding="utf-8")):
        db.execute(statement)
    db.execute("ATTACH ? AS new", (str(new),))
    for table in (*PLAIN, "quote"):
        written = {row[1] for row in db.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0}
        columns = ", ".join(sorted(written))
        named = columns.replace("speaker,", "(SELECT name FROM new.speaker WHERE row = speaker),")
        db.execute(f"INSERT INTO {table} ({columns}) SELECT {named if table == 'quote' else columns} FROM new.{table}")
    db.execute("INSERT INTO search (rowid, title, text) SELECT row, title, text FROM page")
    db.execute("UPDATE shown SET (headlines, figures, quotes) = (SELECT * FROM new.shown)")
    db.execute("DETACH new")
    db.execute("PRAGMA application_id = 0x63646573")
    db.execute("PRAGMA user_version = 1")
    db.close()


@pytest.fixture
def old(path: Path, tmp_path: Path) -> tuple[Path, tuple[object, ...]]:
    with open_archive(path) as archive:
        archive.store("r", answer(article("a.txt", TEXT)), read, 100)
        archive.store("r", answer(article("a.txt", TEXT.replace("71", "73"))), read, 200)
        archive.mark([archive.quotes(archive.keys("quotes"))[0].id], starred=True)
        held = rows(archive)
    older = tmp_path / "older.sqlite3"
    as_version_1(path, older)
    return older, held


def test_version_1_is_brought_up_with_all_that_it_holds(old: tuple[Path, tuple[object, ...]]) -> None:
    older, held = old
    with open_archive(older) as archive:
        assert archive.db.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION
        assert rows(archive) == held
        assert archive.verify() == []
        spoken = archive.quotes(archive.keys("quotes", Selection(speaker="ines valdemoro")))
        assert [row.quote.text for row in spoken] == ["Nobody slept,"]
    assert Path(f"{older}.v1").exists()


def test_its_tables_are_then_those_of_a_new_one(old: tuple[Path, tuple[object, ...]], path: Path) -> None:
    with open_archive(old[0]) as brought, open_archive(path) as new:
        assert layout(brought.db) == layout(new.db)


def layout(db: sqlite3.Connection) -> dict[str, object]:
    names = db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index') ORDER BY name").fetchall()
    return {
        name: db.execute(f"PRAGMA {'table_xinfo' if kind == 'table' else 'index_xinfo'}({name})").fetchall()
        for kind, name in names
    }
