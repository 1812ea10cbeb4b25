"""The archive that the benches measure on is one that the program could have made."""

import subprocess
import sys
from pathlib import Path

from feeds.archive import open_archive
from feeds.identity import ids_of

MAKER = Path(__file__).resolve().parents[3] / "scripts" / "benches" / "big_archive.py"


def test_it_is_whole_and_its_ids_are_those_of_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "big.sqlite3"
    sizes = ("--headlines", "20", "--figures", "60", "--quotes", "20")
    subprocess.run([sys.executable, str(MAKER), str(path), *sizes], check=True, capture_output=True, timeout=50)
    with open_archive(path) as archive:
        assert archive.verify() == []
        figures, quotes = archive.figures(archive.keys("figures")), archive.quotes(archive.keys("quotes"))
        assert (archive.count("headlines"), len(figures), len(quotes)) == (20, 60, 20)
        for one in archive.headlines(archive.keys("headlines")):
            named = ids_of(one.id, archive.article(one.id).reading)
            assert {row.id for row in figures if row.article == one.id} == set(named[0])
            assert {row.id for row in quotes if row.article == one.id} == set(named[1])
