"""The gate: what it lets through can neither steer a terminal nor break a line, and words stay readable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake import cleaning

NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b\x07\x00\x7f\x85\x9b\u200b\u200c\u200d\u202e\u2066\ufeff\ufe0f\ufffe"
            "\ud83d\u0301\u0e47\u0915\u094d a\n\r\t-"
        ),
    )
)


def controls(text: str) -> list[str]:
    joiners = "\u200c\u200d"
    return [char for char in text if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char not in joiners]


@given(NASTY)
def test_a_line_is_clean_short_and_stays_as_it_is(text: str) -> None:
    line = cleaning.one_line(text)
    assert not controls(line)
    assert len(line) <= 500
    assert unicodedata.is_normalized("NFC", line)
    assert line == line.strip()
    assert "  " not in line
    assert cleaning.one_line(line) == line


@given(NASTY)
def test_a_body_is_clean_paragraphs_and_stays_as_it_is(text: str) -> None:
    body = cleaning.body(text)
    assert not controls(body.replace("\n\n", ""))
    assert "\n" not in body.replace("\n\n", "")
    assert unicodedata.is_normalized("NFC", body)
    assert cleaning.body(body) == body


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("CSI \x1b[31mred\x1b[2J", "CSI [31mred[2J"),
        ("OSC \x1b]0;pwned\x07", "OSC ]0;pwned"),
        ("C1 \u009b31mred \u009d0;x\u009c", "C1 31mred 0;x"),
        ("bidi \u202egnp.exe\u202c \u2066iso\u2069", "bidi gnp.exe iso"),
        ("zero \u200bwidth \u200d\u2060\ufeff", "zero width"),
        ("cr hidden\rSHOWN", "cr hidden SHOWN"),
        ("newline a\nb\tc\u2028d\u2029e\x85f", "newline a b c d e f"),
        ("tag \U000e0041\U000e0042 vs \ufe0f\ufe0f\ufe0f", "tag vs"),
        ("Z" + "\u0301\u0302\u0303" * 60, "\u0179\u0302\u0303\u0301\u0302"),
        ("cafe\u0301", "café"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467", "family \U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("heart \u2764\ufe0f", "heart \u2764\ufe0f"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("half \ud83d pair", "half pair"),
        ("soft\xadhyphen", "softhyphen"),
        ("“curly” – dash … £3bn €5", "“curly” – dash … £3bn €5"),
    ],
)
def test_what_becomes_of_it(raw: str, line: str) -> None:
    assert cleaning.one_line(raw) == line


def test_a_long_line_is_cut_with_an_ellipsis() -> None:
    line = cleaning.one_line("A" * 20_000_000)
    assert (len(line), line[-2:]) == (500, "A…")
    assert cleaning.one_line("A" * 500) == "A" * 500


@pytest.mark.parametrize("text", ["word " * 9, "wörd\n\n" * 9, "word\nword " * 9, "w" * 45])
def test_a_long_body_is_cut(text: str) -> None:
    cut = cleaning.body(text, 17)
    assert cleaning.body(text).startswith(cut)
    assert 14 <= len(cut.strip()) == len(cut) <= 17


def test_a_body_has_at_most_a_mebibyte_of_characters() -> None:
    assert len(cleaning.body("wave" * (1 << 18) + "s")) == 1 << 20


def test_hard_wrapped_lines_are_joined_and_long_lines_are_paragraphs() -> None:
    assert cleaning.body("one\ntwo\r\n\r\nthree\n- four\n- five") == "one two\n\nthree\n\n- four\n\n- five"
    long = "word " * 30
    assert cleaning.body(f"{long}\nnext") == f"{long.strip()}\n\nnext"
    assert [cleaning.body("w" * width + "\nnext").count("\n") for width in (100, 101)] == [0, 2]


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ("https://news.example/a?b=c#d", True),
        (" http://news.example/ ", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("--help", False),
        ("http://", False),
        ("http:///x", False),
        ("http://@/", False),
        ("http://a\\b/", False),
        ("http://news.example/a b", False),
        ("http://news.example/\x1b", False),
        ("http://news.example/\u202e", False),
        ("http://news.example/\u3164", False),
        ("HTTPS://news.example/é", True),
        ("ftp://news.example/", False),
        ("https://news.example/" + "a" * 2027, True),
        ("https://news.example/" + "a" * 2028, False),
        (None, False),
    ],
)
def test_only_links_that_may_be_opened_pass(link: str | None, good: bool) -> None:
    assert cleaning.link(link) == ((link or "").strip() if good else None)


def test_marks_without_end_are_few_before_they_are_put_in_order() -> None:
    stacked = "\u0345\u0301\u0327" * 200_000  # to order so many would take minutes
    for clean in (cleaning.body, cleaning.one_line):
        assert clean(f"e{stacked}x").count("x") == (clean is cleaning.body)
        assert len(clean(f"e{stacked}")) <= 6
    assert cleaning.body("x e\u0302\u0301 y") == "x \u1ebf y"
    assert cleaning.body("x e" + "\u0301" * 9) == "x é" + "\u0301" * 4
