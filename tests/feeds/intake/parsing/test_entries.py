"""Entries as articles: identity, dates, text."""

import pytest

from feeds.intake.parsing.document import Document, Entry
from feeds.intake.parsing.entries import MOST, articles, identities

NOW = 1_795_000_000


def made(*entries: Entry, base: str = "http://news.example/feed") -> list[tuple[str, str, str]]:
    return [(a.guid, a.title, a.text) for a in articles(Document("rss20", entries=entries), "s", base, NOW)]


def test_who_is_who() -> None:
    entries = [
        Entry("same", "http://n.example/1", "One"),
        Entry("same", "http://n.example/2", "Two"),
        Entry("own", "http://n.example/3", "Three"),
        Entry("", "http://n.example/4", "Four"),
        Entry("", "", "No id at all"),
        Entry(),
        Entry("own", "http://n.example/3", "Three again"),
    ]
    names = identities(entries)
    assert names[:4] == ["same http://n.example/1", "same http://n.example/2", "own", "http://n.example/4"]
    assert names[4].startswith("title:")
    assert names[5:] == ["", "own"]
    assert [title for _, title, _ in made(*entries)] == ["One", "Two", "Three", "Four", "No id at all"]


def test_a_guid_that_cannot_be_shown_is_named_by_its_hash() -> None:
    assert [name[:5] for name in identities([Entry("a\x1bb"), Entry("x" * 3000)])] == ["guid:", "guid:"]


@pytest.mark.parametrize(
    ("when", "kept"),
    [(NOW, True), (NOW + 3600, True), (NOW + 3601, False), (631_152_000, True), (631_151_999, False), (None, False)],
)
def test_a_date_that_cannot_be_is_none(when: int | None, kept: bool) -> None:
    (article,) = articles(Document("rss20", entries=(Entry("1", title="One", date="raw", when=when),)), "s", "", NOW)
    assert article.published == (when if kept else None)
    assert article.notes == (() if kept else ("date not believed: raw",))


@pytest.mark.parametrize(
    ("title", "html", "want"),
    [
        ("&lt;b&gt; &amp;amp; [/]", "One &amp; two", ("<b> &amp; [/]", "One & two")),
        (
            "A <b>bold</b> 5 < 6",
            "<p>One</p><p>Two<br>three</p><script>x()</script>",
            ("A bold 5 < 6", "One\n\nTwo\n\nthree"),
        ),
        ("<script>alert(1)</script>Hi", "<ul><li>a<li>b</ul>tail", ("Hi", "a\n\nb\n\ntail")),
        ("", "<p>No title, but words</p>", ("No title, but words", "No title, but words")),
        ("T", "line\nends in <i>one</i>\nparagraph" + " more" * 40, ("T", "line ends in one paragraph" + " more" * 40)),
        ("T", "5 < 6 & 7 > 6", ("T", "5 < 6 & 7 > 6")),
        ("T", "<!-- " * 50_000, ("T", "")),
        ("T", "<div>" * 50_000 + "deep", ("T", "deep")),
    ],
    ids=["escaped", "tags", "lists", "untitled", "wrapped", "signs", "comments", "nested"],
)
def test_what_becomes_of_html(title: str, html: str, want: tuple[str, str]) -> None:
    ((_, *got),) = made(Entry("1", title=title, html=html))
    assert tuple(got) == want


def test_links_are_whole_addresses_that_may_be_opened() -> None:
    links = [
        "/a",
        "b?c=1",
        "//cdn.example/x",
        "http://n.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "--help",
        "",
    ]
    entries = tuple(Entry(str(n), link, "T") for n, link in enumerate(links))
    found = [a.link for a in articles(Document("rss20", entries=entries), "s", "http://news.example/feed/x", NOW)]
    assert found == [
        "http://news.example/a", "http://news.example/feed/b?c=1", "http://cdn.example/x", "http://n.example/", None,
        None, "http://news.example/feed/--help", None,
    ]  # fmt: skip


def test_the_newest_of_too_many_are_kept() -> None:
    entries = tuple(Entry(str(n), title="T", when=NOW - 10_000 + n) for n in range(MOST + 5))
    assert len(made(*entries)) == MOST
    assert made(*entries)[0][0] == str(MOST + 4)


@pytest.mark.parametrize(
    "other",
    [
        Entry("1", "http://n.example/2", "One", "Text", "Ada", "", NOW),
        Entry("1", "http://n.example/1", "Two", "Text", "Ada", "", NOW),
        Entry("1", "http://n.example/1", "One", "Text of it", "Ada", "", NOW),
        Entry("1", "http://n.example/1", "One", "Text", "Bo", "", NOW),
        Entry("1", "http://n.example/1", "One", "Text", "Ada", "", NOW - 60),
    ],
)
def test_an_item_that_says_something_else_has_another_stamp_and_stays_who_it_is(other: Entry) -> None:
    one = Entry("1", "http://n.example/1", "One", "Text", "Ada", "", NOW)
    stamps = {
        (article.id, article.stamp)
        for entry in (one, one._replace(date="said otherwise"), other)
        for article in articles(Document("rss20", entries=(entry,)), "s", "", NOW)
    }
    assert (len({id_ for id_, _ in stamps}), len(stamps)) == (1, 2)
