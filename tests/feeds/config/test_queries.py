"""Saved queries: `@name` in any query, and a mistake named with its place."""

from pathlib import Path

import pytest

from feeds.config import Config, ConfigError, SavedQuery, load
from feeds.config.queries import check, expanded
from feeds.config.watch import watches
from feeds.query import QueryError

SAVED = (
    SavedQuery("front", "drones or harbour"),
    SavedQuery("front page", "@front since:2d"),
    SavedQuery("loop", "a @round"),
    SavedQuery("round", "@loop"),
)


@pytest.mark.parametrize(
    ("query", "full"),
    [
        ("@front", "drones or harbour"),
        ("@front -is:seen", "(drones or harbour) -is:seen"),
        ('-@front (@"front page")', "-(drones or harbour) (((drones or harbour) since:2d))"),
        ('"to @front" a@front x', '"to @front" a@front x'),
        ("", ""),
    ],
)
def test_a_name_stands_for_its_query(query: str, full: str) -> None:
    assert expanded(query, SAVED) == full


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("x @frnt", r"there is no saved query 'frnt'; did you mean 'front'\? \(at character 3\)"),
        ("@nothing-like-it", "there are front, front page, loop, round"),
        ("@loop", "the saved query 'loop' leads back to itself"),
        ('@"front', "no partner"),
    ],
)
def test_a_mistake_points_at_the_character(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        expanded(query, SAVED)


@pytest.mark.parametrize(
    ("says", "levels", "message"),
    [
        ("@q{0} or @q{0}", 40, "with its saved queries it has more than 2000 characters"),
        ("@q{0}", 3000, "more than 50 saved queries within each other"),
    ],
)
def test_names_within_names_end_somewhere(says: str, levels: int, message: str) -> None:
    saved = [SavedQuery(f"q{number}", says.format(number + 1)) for number in range(levels)]
    with pytest.raises(QueryError, match=message):
        expanded("@q0", [*saved, SavedQuery(f"q{levels}", "x")])


def written(tmp_path: Path, text: str) -> Config:
    (tmp_path / "config.toml").write_text(text)
    return load(tmp_path / "config.toml")


def test_a_watch_rule_may_name_a_saved_query(tmp_path: Path) -> None:
    config = written(
        tmp_path, '[[query]]\nname = "front"\nquery = "drones"\n[[watch]]\nname = "w"\nquery = "@front is:new"\n'
    )
    assert watches(config)[0].rule.query == "(drones) is:new"


def test_a_saved_query_that_cannot_be_understood_is_named_with_its_line(tmp_path: Path) -> None:
    config = written(tmp_path, '[[query]]\nname = "a"\nquery = "x"\n[[query]]\nname = "b"\nquery = "@b unit:"\n')
    with pytest.raises(ConfigError, match=r"config\.toml:6: \[\[query\]\] query: the saved query 'b' leads back"):
        check(config)
