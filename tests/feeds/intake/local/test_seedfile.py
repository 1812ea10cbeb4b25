"""A text file as an article: what the form says, and what is made do with where it does not fit."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake import RefusedError, read_article_file
from feeds.intake.local.seedfile import parse

DAY = 1753401600
GOOD = "25 July, 2025\nharbour-talks-go-on\n\nTalks went on. Nobody left.\n\nThey go on tomorrow.\n"


def test_the_form() -> None:
    article = parse(GOOD.encode(), "a.txt", 0)
    assert article.title == "Harbour talks go on"
    assert article.text == "Talks went on. Nobody left.\n\nThey go on tomorrow."
    assert (article.published, article.notes) == (DAY, ())


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.rstrip("\n").encode(),
        b"\n\n" + GOOD.encode(),
        GOOD.encode("utf-16"),
        GOOD.replace("\n", "\r").encode(),
    ],
    ids=["CRLF", "BOM", "no final newline", "blank lines first", "UTF-16", "CR"],
)
def test_what_makes_no_difference(data: bytes) -> None:
    assert parse(data, "a.txt", 0) == parse(GOOD.encode(), "a.txt", 0)


@pytest.mark.parametrize(
    ("headline", "is_one"),
    [
        ("Harbour talks go on, says minister", True),
        ("Minister: “We go on”", True),
        ("A first paragraph that ends as sentences do.", False),
        ("He said: “We go on.”", False),
        ("x" * 121, False),
    ],
)
def test_a_short_first_paragraph_without_a_stop_is_the_headline(headline: str, is_one: bool) -> None:
    article = parse(f"25 July, 2025\na-slug\n\n{headline}\n\nThe text.\n".encode(), "a.txt", 0)
    assert (article.title == headline) is is_one
    assert (headline in article.text) is not is_one


@pytest.mark.parametrize(
    ("text", "title", "body", "note"),
    [
        ("a-slug-only\n\nThe text.", "A slug only", "The text.", "no date in line 1"),
        (
            "25 July, 2025\n\nThe text is here. It ends.",
            "Name of it",
            "The text is here. It ends.",
            "no slug in line 2",
        ),
        (
            "3/4/2025\na-slug\n\nThe text.",
            "A slug",
            "The text.",
            "date not understood, the file's time is used: 3/4/2025",
        ),
        ("Just words, and no more of them.", "Name of it", "Just words, and no more of them.", "no date in line 1"),
        ("25 July, 2025\na-slug\n", "A slug", "", "no text below the heading"),
    ],
)
def test_what_does_not_fit_is_made_do_with_and_said(text: str, title: str, body: str, note: str) -> None:
    article = parse(text.encode(), "name-of-it.txt", 7)
    assert (article.title, article.text) == (title, body)
    assert any(said.startswith(note) for said in article.notes)
    assert article.published == (7 if "date" in note else DAY)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text: it holds NUL bytes"),
        (b"caf\xe9", "not a text in UTF-8: byte 3"),
    ],
)
def test_what_cannot_be_text_is_refused_with_the_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(RefusedError, match=reason):
        read_article_file(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/nowhere/at/all")
    reasons = {}
    for name in ("pipe", "link", "missing", ""):
        with pytest.raises(RefusedError) as why:
            read_article_file(tmp_path / name)
        reasons[name] = str(why.value)
    assert reasons == {
        "pipe": "not a regular file",
        "link": "a link to nothing",
        "missing": "no such file or directory",
        "": "a folder, not a file",
    }


def test_an_article_by_itself_is_named_by_its_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    assert read_article_file("a.txt").id == "a.txt"


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_an_article_or_refused(data: bytes) -> None:
    try:
        article = parse(data, "a.txt", 0)
    except RefusedError:
        return
    assert article.title
    assert "\x1b" not in article.title + article.text
