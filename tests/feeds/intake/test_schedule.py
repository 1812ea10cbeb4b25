"""What is told from an address before it is asked."""

import pytest

from feeds.intake.schedule import host_of, is_loopback


@pytest.mark.parametrize(
    ("address", "host", "local"),
    [
        ("https://News.example/rss", "news.example", False),
        ("http://news.example:8080?q=@localhost/", "news.example", False),
        ("http://ana:secret@localhost:8000/f", "localhost", True),
        ("http://desk.localhost/f", "desk.localhost", True),
        ("http://127.0.0.9/f", "127.0.0.9", True),
        ("http://127.example/f", "127.example", False),
        ("http://[::1]:8000/f", "[::1]", True),
        ("http://[2001:db8::1]/f", "[2001:db8::1]", False),
        ("http://[::1.example/f", "[::1.example]", False),
        ("no address", "", False),
    ],
)
def test_the_host_of_an_address(address: str, host: str, local: bool) -> None:
    assert (host_of(address), is_loopback(address)) == (host, local)
