"""OPML in and out: nested outlines as tags, unknown attributes kept, merged by address, everything counted."""

import time
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake.parsing import opml

FILE = b"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "x">]>
<opml version="2.0"><head><title>My feeds</title></head><body>
 <outline text="World"><outline text="Ports">
  <outline type="rss" text="Harbour News" xmlUrl="https://harbour.example/rss" htmlUrl="https://harbour.example/"
   rating="5"/>
 </outline></outline>
 <outline type="rss" title="Sea" xmlUrl="feed://sea.example/atom" category="/Ports/Ships,tides"/>
 <outline type="rss" text="Again" xmlUrl="https://harbour.example/rss"/>
 <outline type="rss" text="There" xmlUrl="https://there.example/rss"/>
 <outline type="rss" text="No address"/>
 <outline type="rss" text="Odd" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def test_what_comes_in() -> None:
    found = opml.read(FILE, ["https://there.example/rss"])
    assert found.added == (
        opml.Outline(
            "https://harbour.example/rss",
            "Harbour News",
            "https://harbour.example/",
            ("World", "Ports"),
            {"rating": "5"},
        ),
        opml.Outline("http://sea.example/atom", "Sea", None, ("Ships", "tides")),
    )
    assert (found.there, found.again, found.skipped, found.title) == (1, 1, ("No address", "Odd"), "My feeds")


def test_what_goes_out_comes_in_again() -> None:
    feeds = opml.read(FILE).added
    assert sorted(opml.read(opml.write(feeds)).added) == sorted(feeds)


@pytest.mark.parametrize(
    "data",
    [
        FILE.replace(b"Harbour News", b"Harbour & News"),
        FILE.replace(b"Harbour News", b"Harbour &nbsp; News"),
        FILE.replace(b"</body></opml>", b""),
        b"\xef\xbb\xbf" + FILE,
        FILE.decode().encode("utf-16"),
    ],
    ids=["bare &", "entity", "cut", "BOM", "UTF-16"],
)
def test_what_is_not_quite_xml_still_comes_in(data: bytes) -> None:
    assert opml.read(data).added[0].address == "https://harbour.example/rss"


@pytest.mark.parametrize("data", [b"", b"words", b"<html/>", b"<rss><channel/></rss>", b"<opml><body>"])
def test_what_is_no_list(data: bytes) -> None:
    with pytest.raises(opml.OpmlError):
        opml.read(data)


@given(st.lists(st.text(max_size=20), max_size=4), st.text(max_size=40))
def test_no_name_breaks_the_file(tags: list[str], title: str) -> None:
    from feeds.intake.cleaning import one_line

    names = tuple(
        dict.fromkeys(name for tag in tags if (name := one_line(tag).rpartition("/")[2].strip()) and "," not in name)
    )
    feed = opml.Outline("https://a.example/", one_line(title) or "T", None, names)
    assert opml.read(opml.write([feed], title)).added == (feed,)


NAMESPACED = """<opml version="2.0" xmlns:x="urn:x"><head><title>{0}</title></head><body>
<outline text="Sea" xmlUrl="https://sea.example/f" x:rating="5" odd:y="1" plain="2"/></body></opml>"""


@pytest.mark.parametrize("title", ["fine", "a & b, ill-formed"])
def test_an_attribute_with_a_prefix_goes_out_with_what_it_stands_for(title: str) -> None:
    (feed,) = opml.read(NAMESPACED.format(title).encode()).added
    assert feed.extra == {"xmlns:x": "urn:x", "x:rating": "5", "plain": "2"}
    outline = next(ElementTree.fromstring(opml.write([feed])).iter("outline"))
    assert outline.get("{urn:x}rating") == "5"


def test_what_could_not_be_an_attribute_does_not_go_out() -> None:
    feed = opml.Outline("https://sea.example/f", "Sea", extra={'a="1" b': "2", "good": "3"})
    assert b'good="3"/>' in opml.write([feed])
    assert b" b=" not in opml.write([feed])


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("feed:https://sea.example/f", "https://sea.example/f"),
        ("FEED://sea.example/f", "http://sea.example/f"),
        ("http://sea.example/?see=feed://x/", "http://sea.example/?see=feed://x/"),
        ("file:///etc/passwd", None),
        ("feed:file:///etc/passwd", None),
        ("//sea.example/f", None),
        ("http://sea.example/a b", None),
        ("", None),
    ],
)
def test_which_addresses_are_taken(written: str, address: str | None) -> None:
    found = opml.read(f'<opml><body><outline text="Sea" xmlUrl="{written}"/></body></opml>'.encode())
    assert [feed.address for feed in found.added] == ([address] if address else [])
    assert found.skipped == (() if address else ("Sea",))


@pytest.mark.parametrize(
    "inside",
    [
        "<head><title>" + "\n" * 1_000_000 + "</title></head>",
        "".join(f'<outline xmlUrl="http://a.example/" category="c{number}"/>' for number in range(50_000)),
        "".join(f'<outline xmlns:n{n}="u" n{n}:a="1" xmlUrl="http://a.example/"/>' for n in range(20_000)),
        '<outline text="a">' * 10_000 + '<outline xmlUrl="http://a.example/"/>' + "</outline>" * 10_000,
        '<outline type="rss"/>' * 100_000,
    ],
    ids=["a title of lines", "categories", "prefixes", "folders", "no addresses"],
)
def test_no_list_takes_long(inside: str) -> None:
    began = time.process_time()
    opml.read(f"<opml>{inside}</opml>".encode())
    assert time.process_time() - began < 2


def test_a_list_made_up_of_attributes_and_folders_stays_small() -> None:
    many = " ".join(f'a{number}="{number}"' for number in range(20_000))
    deep = "".join(f'<outline text="t{number}">' for number in range(2_000))
    body = f'{deep}<outline xmlUrl="https://sea.example/f" {many}/>' + "</outline>" * 2_000
    (feed,) = opml.read(f'<opml version="2.0"><body>{body}</body></opml>'.encode()).added
    assert (len(feed.tags), len(feed.extra)) == (opml.TAGS, opml.ATTRIBUTES)
