"""Sources added to and taken out of config.toml, with every comment kept."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.config import ConfigError, load
from feeds.config.edit import add, change, remove

DESK = """\
# my desk
interval = "20m"   # often

# the wires
[[source]]
path = "/news/wires"  # from the agency
tags = ["a"]

# a feed
[[source]]
url = "https://example.org/rss.xml"

# the log
[log]
format = "json" # x
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(DESK)
    return path


def test_a_source_is_added_behind_the_last_one_and_nothing_else_changes(desk: Path) -> None:
    done = add(desk, [{"url": "https://example.com/x", "tags": ("w",)}, {"path": "/news/wires"}])
    assert [source.key for source in done.added] == ["https://example.com/x"]
    assert [source.key for source in done.there] == ["wires"]
    new = '\n[[source]]\nurl = "https://example.com/x"\ntags = ["w"]\n'
    assert desk.read_text() == DESK.replace("\n# the log", f"{new}\n# the log")


def test_removing_leaves_every_comment_and_adding_again_comes_back_to_the_same_sources(desk: Path) -> None:
    assert [source.key for source in remove(desk, ["/news/wires", "https://example.org/rss.xml"])] == [
        "wires",
        "https://example.org/rss.xml",
    ]
    for comment in ("# my desk", "# often", "# the wires", "# a feed", "# the log", "# x"):
        assert comment in desk.read_text()
    assert not load(desk).own
    add(desk, [{"path": "/news/wires"}])
    assert [source.key for source in load(desk).sources] == ["wires"]


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    add(path, [{"name": 'the "wires" \\ here', "path": "/news/wires"}])
    assert load(path).sources[0].key == 'the "wires" \\ here'
    remove(path, ['the "wires" \\ here'])
    assert path.read_text() == ""


def test_a_link_stays_a_link_and_the_mode_stays(desk: Path, tmp_path: Path) -> None:
    desk.chmod(0o600)
    link = tmp_path / "link.toml"
    link.symlink_to(desk)
    add(link, [{"path": "/news/more"}])
    assert link.is_symlink()
    assert desk.stat().st_mode & 0o777 == 0o600
    assert "/news/more" in desk.read_text()


def test_line_ends_of_windows_stay(desk: Path) -> None:
    desk.write_bytes(DESK.replace("\n", "\r\n").encode())
    add(desk, [{"path": "/news/more"}])
    assert desk.read_bytes().count(b"\r\n") == desk.read_bytes().count(b"\n") == DESK.count("\n") + 3


def test_what_cannot_be_done_changes_nothing(desk: Path) -> None:
    with pytest.raises(LookupError, match="nobody"):
        remove(desk, ["wires", "nobody"])
    with pytest.raises(ValueError, match='there is a source "wires" already; give this one another name'):
        add(desk, [{"name": "wires", "path": "/other/wires"}])
    with pytest.raises(ValueError, match="an address looks like"):
        add(desk, [{"url": "nothing"}])
    assert desk.read_text() == DESK


def test_a_configuration_with_a_mistake_is_not_edited(desk: Path) -> None:
    desk.write_text("intervall = 1\n")
    with pytest.raises(ConfigError, match=r'config\.toml:1: unknown key "intervall"'):
        add(desk, [{"path": "/x"}])


def test_sources_in_another_shape_are_left_to_their_owner(desk: Path) -> None:
    desk.write_text('source = [{ path = "/a" }]\n')
    with pytest.raises(ConfigError, match="edit them by hand"):
        remove(desk, ["a"])
    assert desk.read_text() == 'source = [{ path = "/a" }]\n'


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from("abcdef"), unique=True), st.data())
def test_any_order_of_adding_and_removing_keeps_the_rest(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("desk") / "config.toml"
    path.write_text(DESK)
    for name in names:
        add(path, [{"path": f"/news/{name}", "tags": (name,)}])
    gone = data.draw(st.lists(st.sampled_from([*names, "wires"]), unique=True))
    remove(path, gone)
    read = tomllib.loads(path.read_text())
    assert [row["path"] for row in read["source"] if "path" in row] == [
        f"/news/{name}" for name in ("wires", *names) if name not in gone
    ]
    assert read["log"] == {"format": "json"}
    assert path.read_text().count("#") == DESK.count("#") - ("wires" in gone)


def test_a_second_folder_of_one_name_gets_a_name_that_stays_when_the_first_goes(desk: Path) -> None:
    assert [source.key for source in add(desk, [{"path": "/b/wires"}]).added] == ["b/wires"]
    remove(desk, ["wires"])
    assert "b/wires" in [source.key for source in load(desk).sources]
    with pytest.raises(ValueError, match="give this one another name"):
        add(desk, [{"name": "b/wires", "path": "/c/wires"}])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_changed_in_its_place_and_every_comment_stays(desk: Path, end: str) -> None:
    desk.write_bytes(DESK.replace("\n", end).encode())
    change(desk, "wires", {"path": None, "url": "https://example.com/x", "name": "wires", "tags": ("b",)})
    changed = 'tags = ["b"]\nurl = "https://example.com/x"\nname = "wires"'
    assert desk.read_bytes().decode() == DESK.replace(
        'path = "/news/wires"  # from the agency\ntags = ["a"]', changed
    ).replace("\n", end)
    change(desk, "https://example.org/rss.xml", {"url": "https://example.org/new.xml"})
    assert [source.where for source in load(desk).sources] == ["https://example.com/x", "https://example.org/new.xml"]


def test_a_change_that_would_be_a_mistake_is_never_written(desk: Path) -> None:
    with pytest.raises(ValueError, match="interval cannot be used"):
        change(desk, "wires", {"interval": "soon"})
    with pytest.raises(ValueError, match='needs either "path"'):
        change(desk, "wires", {"path": None})
    assert desk.read_text() == DESK


def test_a_file_that_is_made_is_its_owner_s_alone(tmp_path: Path) -> None:
    add(tmp_path / "new" / "config.toml", [{"path": "/b/wires"}])
    assert (tmp_path / "new" / "config.toml").stat().st_mode & 0o777 == 0o600
