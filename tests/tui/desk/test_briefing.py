"""The news on a page: nothing in it can bring a link of its own."""

from pathlib import Path

import pytest

from feeds.archive import Selection, open_archive
from tests.feeds.archive.making import COAST, answer, article, read
from tui.desk import WHAT
from tui.desk.briefing import Brief


def test_a_link_in_markdown_ends_where_it_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = article(
        "a", "It had 71 drones.", "[x](y) *news*", COAST, link="https://e.example/>)[free](https://bad.example/"
    )
    none = article("b", "It had 72 ships.", "No link", COAST)
    with open_archive(tmp_path / "a.sqlite3") as archive:
        with archive.run_lock():
            archive.store("r1", answer(odd, none, source=COAST), read, 100)
        Brief(archive, dict.fromkeys(WHAT, Selection(sources=(COAST.key,))), 0, utc=True).print("markdown")
    page = capsys.readouterr().out
    link = "<https://e.example/%3E)[free](https://bad.example/>"
    assert f"- [\\[x\\](y) \\*news\\*]({link}) (Coast Post, 1970-01-01 00:01)" in page
    assert f"- No link `{none.id}` (Coast Post" in page
    assert page.count("bad.example") == page.count(link)
