"""feedparser as we use it: bytes are a document and never a name, and what it makes do with is a note."""

from pathlib import Path

import pytest

from feeds.intake.parsing.document import NotAFeedError
from feeds.intake.parsing.syndication import read
from tests.feeds.intake.loopback import rss


def test_a_body_that_is_the_name_of_a_file_or_an_address_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "feed").write_bytes(rss("Secret"))
    for body in (str(tmp_path / "feed"), f"file://{tmp_path}/feed", "http://127.0.0.1:9/feed"):
        with pytest.raises(NotAFeedError, match="empty"):
            read(body.encode())


def test_a_list_of_items_that_does_not_say_its_version_is_a_feed_all_the_same() -> None:
    body = b"<RDF><channel><title>Harbour</title></channel><item><title>One</title></item></RDF>"
    document = read(body)
    assert (document.version, [entry.title for entry in document.entries]) == ("unknown", ["One"])


def test_markup_comes_as_it_is_and_faults_are_noted() -> None:
    document = read(rss("Talks &amp; <b>more</b>", extra="<description>&lt;script&gt;x&lt;/script&gt;"))
    assert document.notes[0].startswith("not well-formed: ")
    assert "<script>" not in document.title


@pytest.mark.parametrize("name", ["html", "svg", "opml"])
def test_what_is_no_feed_is_named(name: str) -> None:
    with pytest.raises(NotAFeedError, match="an HTML page" if name == "html" else f"its first element is <{name}>"):
        read(f"<{name}><title>Harbour</title></{name}>".encode())
