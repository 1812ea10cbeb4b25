"""What `copydesk doctor` advises."""

from pathlib import Path

import pytest

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
