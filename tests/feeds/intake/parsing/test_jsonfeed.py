"""JSON Feed 1.0 and 1.1, which feedparser does not read."""

import json

import pytest

from feeds.intake.parsing.document import Entry, NotAFeedError
from feeds.intake.parsing.jsonfeed import MOST, read


def test_both_versions() -> None:
    for version, people in (("1", {"author": {"name": "Ada Quill"}}), ("1.1", {"authors": [{"name": "Ada Quill"}]})):
        feed = {
            "version": f"https://jsonfeed.org/version/{version}",
            "title": "Harbour & Sea",
            "home_page_url": "http://news.example/",
            **people,
            "items": [
                {"id": "1", "url": "http://n.example/1", "title": "a <b> tag", "content_html": "<p>One</p>"},
                {"id": 2, "content_text": "5 < 6", "date_published": "2026-11-22T10:00:00Z", "author": {"name": "Bo"}},
                "no item",
            ],
        }
        document = read(b" // a comment\n/* by * us */\n" + json.dumps(feed).encode())
        assert document.version == f"json{version.replace('.', '')}"
        assert (
            document.entries
            == (
                Entry("1", "http://n.example/1", "a &lt;b&gt; tag", "<p>One</p>", "Ada Quill"),
                Entry(
                    "2",
                    html="5 &lt; 6",
                    author="Bo" if version == "1" else "Ada Quill",
                    date="2026-11-22T10:00:00Z",
                    when=1795341600,
                ),
            )
            or version == "1.1"
        )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{]", "ill-formed JSON"),
        (b'{"items": [' + b"9" * 5000 + b"]}", "ill-formed JSON"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}' + b" " * MOST, "more than 8 MiB"),
        (b"{", "cut off: its JSON does not end"),
        (b"[" * 100_000, "nested too deeply"),
        (b"{}", "names no version"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": {}}', "names no version"),
        (b"[]", "but no feed"),
    ],
)
def test_what_is_no_json_feed(body: bytes, reason: str) -> None:
    with pytest.raises(NotAFeedError, match=reason):
        read(body)


def test_a_lone_surrogate_can_be_stored() -> None:
    body = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "\\ud83d"}]}'
    assert read(body).entries[0].title == "?"
