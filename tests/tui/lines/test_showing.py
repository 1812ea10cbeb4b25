"""What is shown of a figure that an article had before its text was changed."""

import json
from pathlib import Path

import pytest

from feeds.archive import Archive, Selection, open_archive
from tests.feeds.archive.making import answer, article, read
from tui.lines.showing import show_json, show_mention

OLD = "Rain fell all day.\nThe office counted 71 drones.\nThe sea was calm."
NEW = "Snow fell all night, and then it rained.\nThe office counted no drones.\nThe sea was rough."


@pytest.mark.parametrize("now", [NEW, "Over."])
def test_a_figure_that_is_gone_is_shown_in_the_text_it_stood_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], now: str
) -> None:
    with open_archive(tmp_path / "archive.sqlite3") as archive:
        shown = _shown(archive, now, capsys)
    assert "  Rain fell all day.\n> The office counted 71 drones.\n  The sea was calm.\n" in shown[0]
    assert "\nmentions      [[38, 47]]\n" in shown[0], "as JSON has it"
    record = json.loads(shown[1])
    assert (record["before"], record["sentence"], record["after"]) == tuple(OLD.split("\n"))


def _shown(archive: Archive, now: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    for at, text in ((100, OLD), (200, now)):
        archive.store("r", answer(article("a", text)), read, at)
    (row,) = archive.figures(archive.keys("figures", Selection(gone=True)))
    place, stored = archive.find(row.id), archive.article(row.article)
    show_mention(archive, place, stored, utc=True)
    text = capsys.readouterr().out
    show_json(archive, place, stored)
    return text, capsys.readouterr().out
