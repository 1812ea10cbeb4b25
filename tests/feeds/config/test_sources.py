"""What an address is as a source."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.config import sources as config_sources


@given(st.from_regex(re.compile(config_sources._PLAIN), fullmatch=True))
def test_a_plain_address_is_in_its_one_spelling(address: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(config_sources, "_PLAIN", "(?!)")
        assert config_sources.normalised(address) == address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" HTTPS://Example.org:443/a#b", "https://example.org/a"),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:8080/a?b", "http://example.org:8080/a?b"),
        ("http://example.org/a?", "http://example.org/a"),
        ("http://müller.example/", "http://xn--mller-kva.example/"),
    ],
)
def test_other_addresses_are_brought_into_it(typed: str, meant: str) -> None:
    assert config_sources.normalised(typed) == meant


@pytest.mark.parametrize("typed", ["http://", "ftp://example.org/", "http://a:99999/", "http://me:secret@example.org/"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"port|looks like|must not hold"):
        config_sources.normalised(typed)


def test_a_pipe_is_not_opened_to_see_what_it_holds(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news.log")
    assert config_sources.kind_of(str(tmp_path / "news.log")) == "file"


def test_a_source_is_called_by_its_name_its_key_or_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wires").mkdir()
    tables: list[dict[str, str]] = [
        {"path": "wires", "name": "agency"}, {"path": "other", "name": "wires"}, {"url": "https://example.org/a"},
    ]  # fmt: skip
    folder, other, feed = sources = [config_sources.from_table(table, str(tmp_path)) for table in tables]
    for words, source in (
        ("agency", folder), ("./wires", folder), ("wires/", folder), (str(tmp_path / "wires"), folder),
        ("wires", other), ("HTTPS://example.org/a#top", feed), ("example.org/a", feed), ("none", None),
        ("http://", None),
    ):  # fmt: skip
        assert config_sources.called(sources, words) is source
