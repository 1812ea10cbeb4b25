"""Sources changed from the board: every comment stays, and a change that cannot be leaves the file as it was."""

from pathlib import Path

import pytest

from feeds.config import Config, load
from tui.panels.config_change import change_source, import_list, move_source

TEXT = """\
# my desk
[[source]]
name = "wires"   # the paper's
path = "wires"
"""

OPML = (
    '<opml version="2.0"><body><outline text="Ellery" xmlUrl="https://ellery.example/rss"/>'
    '<outline text="Isle" xmlUrl="https://isle.example/rss"/></body></opml>'
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    (tmp_path / "wires").mkdir()
    file = tmp_path / "config.toml"
    file.write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("COPYDESK_CONFIG", str(file))
    return load(file, archive=tmp_path / "desk")


def written(desk: Config) -> str:
    assert desk.file is not None
    return Path(desk.file).read_text(encoding="utf-8")


def test_a_source_is_paused_and_asked_again(desk: Config) -> None:
    paused = change_source(desk, "wires", paused=True)
    assert paused.sources[0].paused
    assert '# my desk\n[[source]]\nname = "wires"   # the paper\'s\n' in written(desk)
    assert not change_source(paused, "wires", paused=False).sources[0].paused


def test_a_change_that_cannot_be_leaves_the_file(desk: Config) -> None:
    with pytest.raises(ValueError, match="interval"):
        change_source(desk, "wires", interval="soon")
    assert written(desk) == TEXT


@pytest.mark.parametrize("place", ["other", "https://isle.example/rss"])
def test_a_source_without_a_name_keeps_its_articles_wherever_it_goes(desk: Config, tmp_path: Path, place: str) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "config.toml").write_text('[[source]]\npath = "wires"  # by hand', encoding="utf-8")
    where = place if place.startswith("https") else str(tmp_path / place)
    moved = move_source(desk, "wires", where)
    assert [(source.key, source.where) for source in moved.sources] == [("wires", where)]
    assert [source.key for source in move_source(moved, "wires", str(tmp_path / "wires")).sources] == ["wires"]


def test_a_place_that_is_not_there_or_a_name_that_is_taken_is_refused(desk: Config, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    text = TEXT + '\n[[source]]\nname = "other"\npath = "other"\n'
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="there is no such file or folder"):
        move_source(desk, "wires", str(tmp_path / "othr"))
    with pytest.raises(LookupError):
        move_source(desk, "nobody", str(tmp_path / "other"))
    with pytest.raises(ValueError, match="there are two sources"):
        change_source(desk, "wires", name="other")
    assert written(desk) == text


def test_a_list_of_feeds_is_imported_once(desk: Config, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(OPML, encoding="utf-8")
    more, said = import_list(desk, str(tmp_path / "feeds.opml"))
    assert said == "2 feeds added"
    assert [source.name for source in more.sources][1:] == ["Ellery", "Isle"]
    assert import_list(more, str(tmp_path / "feeds.opml"))[1] == "0 feeds added, 2 there already"
    with pytest.raises(ValueError):  # noqa: PT011
        import_list(more, str(tmp_path / "config.toml"))


def test_shipped_articles_cannot_be_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("COPYDESK_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    desk = load(archive=tmp_path / "desk")
    with pytest.raises(ValueError, match="come with copydesk"):
        change_source(desk, desk.sources[0].key, paused=True)
