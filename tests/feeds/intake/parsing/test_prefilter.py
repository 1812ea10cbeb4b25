"""The bytes in front of a parser: no prolog, no control bytes, legal references, in linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake.parsing.prefilter import prefilter, root_name

ROOT = b"<rss><channel/></rss>"


@pytest.mark.parametrize(
    "prolog",
    [
        b"<!DOCTYPE rss>",
        b'<!DOCTYPE rss [<!ENTITY l "lol"><!ENTITY m "&l;]>">]>',
        b"<!DOCTYPE rss [<!-- ]> <rss> ' -->]>",
        b'<!DOCTYPE html PUBLIC "-//x//" "http://x/">',
        b"<!-- <rss> --><?xml-stylesheet href='x'?>\n\n",
        b"\n" * 40_000,
        b"stray words ",
    ],
    ids=lambda prolog: prolog[:12].decode(),
)
def test_the_prolog_goes_and_the_declaration_stays(prolog: bytes) -> None:
    declaration = b'<?xml version="1.0" encoding="utf-8"?>'
    assert prefilter(declaration + prolog + ROOT) == declaration + ROOT
    assert prefilter(prolog + ROOT) == ROOT


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (b"a\x00b\x1b[31m\x07", b"ab[31m"),
        (b"&#xD83D;&#xDE00;", b"&#x1F600;"),
        (b"&#55357;&#56832;", b"&#x1F600;"),
        (b"&#xD83D; alone", b"&#xFFFD; alone"),
        (b"&#99999999999; &#x110000;", b"&#xFFFD; &#xFFFD;"),
        (b"&#27;[31m &#10; &#xA0; &#8217;", b"[31m &#10; &#xA0; &#8217;"),
        (b"&#" + b"9" * 100_000, b"&#xFFFD;"),
    ],
    ids=["control", "pair", "decimal pair", "alone", "beyond", "kept", "endless"],
)
def test_references_and_control_bytes(raw: bytes, clean: bytes) -> None:
    assert prefilter(b"<rss>" + raw + b"</rss>") == b"<rss>" + clean + b"</rss>"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso-2022-jp"])
def test_an_encoding_that_is_no_superset_of_ascii_becomes_utf_8(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss>日本</rss>'
    assert prefilter(text.encode(encoding)).endswith("<rss>日本</rss>".encode())


def test_the_first_element_is_named() -> None:
    assert [root_name(prefilter(body)) for body in (b"<!DOCTYPE html><HTML>", b"<rdf:RDF >", b"x", b"")] == [
        b"html",
        b"rdf:rdf",
        b"",
        b"",
    ]


@pytest.mark.parametrize("piece", [b"<!ENTITY ", b"<!--", b"<?x", b"&#0", b"<!DOCTYPE [", b'"', b"&#xD83D;", b"\n"])
def test_no_body_takes_long(piece: bytes) -> None:
    began = time.process_time()
    prefilter(b'<?xml version="1.0"?>' + piece * (1_000_000 // len(piece)))
    prefilter(b"<!DOCTYPE rss [" + piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 4


@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from([b"<!DOCTYPE", b"[", b"]", b">", b"<", b'"', b"<rss>", b"&#"])).map(b"".join)
)
def test_any_bytes(body: bytes) -> None:
    filtered = prefilter(body)
    assert not set(filtered) & set(b"\x00\x1b\x07")
