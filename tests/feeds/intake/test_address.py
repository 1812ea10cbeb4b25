"""Addresses: one spelling, that of httpx, which the plain ones are found to have without it."""

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feeds.intake import address
from feeds.intake.address import parsed
from feeds.intake.faults import FetchError

HOSTS = st.one_of(
    st.sampled_from(
        ["news.example", "localhost", "127.0.0.1", "256.0.0.1", "1.2.3", "[::1]", "a_b.example", "é.example"]
    ),
    st.text("ab1.-_X", min_size=1, max_size=8),
)
PORTS = st.sampled_from(["", ":80", ":443", ":8080", ":0", ":65536", ":08", ":x"])
TARGETS = st.text("ab./?%~|[]{}<> &=;,+@:'\\#é-", max_size=12)


@given(st.sampled_from(["http", "https", "HTTP", "ftp"]), HOSTS, PORTS, TARGETS)
@example("http", "news.example", ":443", "/a/../b")
@example("https", "news.example", "", "/%2e%2E/%zz?a=b?c")
def test_a_plain_address_is_what_httpx_makes_of_it(scheme: str, host: str, port: str, target: str) -> None:
    text = f"{scheme}://{host}{port}{'/' if not target.startswith('/') else ''}{target}"
    plain = address._plain(text)
    assert plain is None or plain == address._normalised(text)


def test_an_address_in_parts() -> None:
    one = parsed("https://news.example:8443/feed.xml?page=1")
    assert (one.place, one.target, one.authority) == (
        ("news.example", 8443), b"/feed.xml?page=1", b"news.example:8443",
    )  # fmt: skip
    assert parsed("HTTP://user:secret@News.EXAMPLE:80/a b#top") == parsed("http://news.example/a%20b")
    assert parsed("http://[::1]:99/").authority == b"[::1]:99"
    assert parsed("http://b\u00fccher.example/").host == "xn--bcher-kva.example"


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
    assert parsed("http://news.example/a/b").joined(location).text == want


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
        parsed(start).joined(location)
    assert str(raised.value).startswith(why)


def test_a_plain_address_loads_no_httpx() -> None:
    code = "import sys; from feeds.intake.address import parsed; parsed('http://a.b/'); print('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
