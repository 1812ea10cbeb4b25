"""What `copydesk doctor` advises."""

from pathlib import Path

import pytest

from feeds.archive import open_archive
from tests.tui.headless import Desk
from tui.desk.examining import checks

FEED = {"url": "https://news.example/rss"}
LOCAL = {"url": "http://localhost:8080/rss"}


@pytest.mark.parametrize(
    ("sources", "top", "advised"),
    [
        ([FEED, LOCAL], "", "1 feed asked"),
        ([FEED], 'contact = "mailto:desk@paper.example"\n', ""),
        ([FEED], 'user_agent = "paper/1 (+https://paper.example)"\n', ""),
        ([LOCAL], "", ""),
    ],
)
def test_feeds_of_others_want_a_contact(tmp_path: Path, sources: list[dict[str, str]], top: str, advised: str) -> None:
    desk = Desk(tmp_path / "home")
    desk.sources(*sources, top=top)
    found = [(state, words) for state, what, words in checks(str(desk.config), [], None) if what == "contact"]
    assert [(state, words.startswith(advised)) for state, words in found] == ([("warn", True)] if advised else [])


def test_a_rule_that_cannot_be_judged_or_told_is_found(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    rule = '[[watch]]\nname = "toll"\nquery = "{}"\ncommand = ["/nowhere/tell"]\n'
    config.write_text(rule.format("unit:"))
    wrong = list(checks(str(config), (), str(tmp_path / "a.sqlite3")))[-1]
    assert wrong[:2] == ("FAIL", "config")
    assert "config.toml:3: [[watch]] query: 'unit:' needs a value" in wrong[2]
    config.write_text(rule.format("unit:person"))
    with open_archive(tmp_path / "a.sqlite3") as archive:
        archive.db.execute(
            "INSERT INTO alert (rule, entity, at, message, state, error) VALUES ('toll', 'x', 1, 'm', 'failed', 'no')"
        )
    found = [words for state, what, words in checks(str(config), (), str(tmp_path / "a.sqlite3")) if what == "watch"]
    assert found == [
        "1 rule",
        "toll: there is no program /nowhere/tell",
        "1 alert could not be delivered, the last of toll: no",
    ]
