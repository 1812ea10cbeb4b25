"""Addresses: one spelling, that of httpx, and where a redirect may lead."""

import pytest

from feeds.intake.client.address import joined, parsed, place
from feeds.intake.client.faults import FetchError


def test_an_address_in_its_one_spelling() -> None:
    assert place(parsed("https://news.example:8443/feed.xml?page=1")) == ("news.example", 8443)
    assert place(parsed("https://news.example/")) == ("news.example", 443)
    assert parsed("HTTP://user:secret@News.EXAMPLE:80/a b#top") == parsed("http://news.example/a%20b")
    assert place(parsed("http://[::1]:99/")) == ("::1", 99)
    assert place(parsed("http://b\u00fccher.example/")) == ("xn--bcher-kva.example", 80)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://news.example/", "only http and https are asked, not ftp://news.example/"),
        ("http://[::1", "not an address: http://[::1"),
        ("http:///feed", "not an address: http:///feed"),
        ("http://news.example:99999/", "not an address: http://news.example:99999/"),
    ],
)
def test_what_is_no_address_to_ask(address: str, why: str) -> None:
    with pytest.raises(FetchError) as raised:
        parsed(address)
    assert str(raised.value) == why


@pytest.mark.parametrize(
    ("location", "want"),
    [
        ("/b", "http://news.example/b"),
        ("c?d=1", "http://news.example/a/c?d=1"),
        ("//other.example/x", "http://other.example/x"),
        ("https://other.example", "https://other.example"),
        ("../%C3%A9", "http://news.example/%C3%A9"),
    ],
)
def test_where_a_redirect_leads(location: str, want: str) -> None:
    assert str(joined(parsed("http://news.example/a/b"), location)) == want


@pytest.mark.parametrize(
    ("start", "location", "why"),
    [
        ("http://news.example/", "file:///etc/passwd", "redirected to file:///etc/passwd, which is not followed"),
        ("https://news.example/", "http://news.example/", "redirected from https to http://news.example/, which is"),
        ("http://news.example/", "http://[::1", "redirected to what is no address: http://[::1"),
    ],
)
def test_where_no_redirect_is_followed(start: str, location: str, why: str) -> None:
    with pytest.raises(FetchError) as raised:
        joined(parsed(start), location)
    assert str(raised.value).startswith(why)
