"""How a query is read, and that its mistakes are shown where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.query import QueryError, parse
from feeds.query.terms import FIELDS, And, Field, Not, Or, Range, Word, check_field, number, tokens, value_range


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", None),
        ("   ", None),
        ("drones", Word("drones")),
        ('"air force"', Word("air force")),
        ("ferr*", Word("ferr", prefix=True)),
        ("a b", And((Word("a"), Word("b")))),
        ("a or b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("a OR b", Or((Word("a"), Word("b")))),
        ('"or"', Word("or")),
        ("-a", Not(Word("a"))),
        ("--a", Not(Not(Word("a")))),
        ("-(a or b) c", And((Not(Or((Word("a"), Word("b")))), Word("c")))),
        ("a - b2", None),
        ("well-known", Word("well-known")),
        ("speaker:lund", Field("speaker", "lund")),
        ('Speaker:"Ana Lund"', Field("speaker", "Ana Lund")),
        ("speaker:“Ana Lund” “clean water”", And((Field("speaker", "Ana Lund"), Word("clean water")))),
        ("„reines Wasser“ -„a”", And((Word("reines Wasser"), Not(Word("a"))))),
        ("five”", Word("five”")),
        ("-is:seen", Not(Field("is", "seen"))),
        ("value:>=2.5m", Field("value", ">=2.5m")),
        ("value:-5", Field("value", "-5")),
        ("since:2025-07-25T10:30", Field("since", "2025-07-25T10:30")),
        ("source:or", Field("source", "or")),
        ("(speaker:a)", Field("speaker", "a")),
        ("12:30", Word("12:30")),
        ("speaker:x(y)", And((Field("speaker", "x"), Word("y")))),
    ],
)
def test_a_query_is_read(text: str, node: object) -> None:
    if text == "a - b2":
        with pytest.raises(QueryError, match="no letter"):
            parse(text)
    else:
        assert parse(text) == node


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ('say "no', 4, "no partner"),
        ("say “no", 4, "no partner"),
        ("(a", 0, "not closed"),
        ("a)", 1, "closes nothing"),
        ("()", 1, "missing here"),
        ("a or", 4, "missing here"),
        ("or a", 0, "missing here"),
        ("a or or b", 5, "missing here"),
        ("-(", 2, "missing here"),
        ("a -", 2, "no letter"),
        ("-)", 0, "nothing follows"),
        ("& b", 0, "no letter and no digit"),
        ("speeker:x", 0, r"no field 'speeker:'; did you mean 'speaker:'\?"),
        ("talks:", 0, "quotation marks to look for"),
        ("a speaker: b", 10, "needs a value right behind it"),
        ("speaker:)", 8, "needs a value"),
        ('speaker:" "', 8, "the value is empty"),
        ("value:many", 6, "is no value"),
        ("unit:*", 5, "the value is empty"),
        ("since:monday", 6, "is no time"),
        ("since:2025-02-31", 6, "is no time"),
        ("since:2025", 6, "is no time"),
        ("before:999999w", 7, "is no time"),
        ("kind:monney", 5, "did you mean 'money'"),
        ("is:read", 3, "there is no 'read'"),
        ("(" * 60 + "a" + ")" * 60, 50, "more than 50 levels"),
        ("a" * 3000, 60, "at most 2000 characters"),
    ],
)
def test_a_mistake_is_shown_where_it_is(text: str, at: int, message: str) -> None:
    with pytest.raises(QueryError, match=message) as raised:
        parse(text)
    assert raised.value.at == at
    pointed = str(raised.value).splitlines()
    assert pointed[-1] == "  " + " " * at + "^"
    assert pointed[-2].startswith("  " + text[:at])


def test_a_mistake_is_pointed_at_below_wide_and_bare_characters() -> None:
    for text, columns in (("港 speker:x", 3), ("e\u0301 speker:x", 2), ("a\tb speker:x", 4), ("a\x1b[2J speker:x", 6)):
        with pytest.raises(QueryError) as raised:
            parse(text)
        words, pointed = str(raised.value).splitlines()[-2:]
        assert words.isprintable()
        assert pointed == "  " + " " * columns + "^"


@given(st.text(alphabet='ab -()":*>.5or speakervaluesince\n', max_size=40))
def test_any_text_is_a_query_or_a_mistake_with_a_place(text: str) -> None:
    at = None
    try:
        parse(text)
    except QueryError as error:
        at = error.at
    assert at is None or 0 <= at <= len(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("71", Range(71, 71)),
        (">100", Range(100, float("inf"), low_open=True)),
        ("<=2.5m", Range(float("-inf"), 2_500_000)),
        ("<1,200", Range(float("-inf"), 1200, high_open=True)),
        ("10..20", Range(10, 20)),
        ("20..10", Range(10, 20)),
        ("-5..5", Range(-5, 5)),
        ("10..2k", Range(10, 2000)),
        ("3k..10", Range(10, 3000)),
        ("3.2bn", Range(3.2e9, 3.2e9)),
        ("4.5%", Range(4.5, 4.5)),
        (".5", Range(0.5, 0.5)),
        ("=7", Range(7, 7)),
        ("", None),
        (">", None),
        ("1..", None),
        ("1..2..3", None),
        ("1e9", None),
    ],
)
def test_values(text: str, asked: Range | None) -> None:
    assert value_range(text) == asked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("71", 71), ("-0.5", -0.5), ("1,450", 1450), ("5k", 5e3), ("2.5m", 2.5e6), ("2MN", 2e6), ("1b", 1e9),
        ("1bn", 1e9), ("1t", 1e12), ("1 tn", 1e12), ("4%", 4), ("many", None), (">5", None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_numbers(text: str, value: float | None) -> None:
    assert number(text) == value


def test_words_are_cut_as_the_index_cuts_them() -> None:
    assert tokens("Zelenskyy’s São-Paulo 1,200") == ["zelenskyy", "s", "sao", "paulo", "1", "200"]


def test_every_field_has_a_check_and_a_help() -> None:
    for name, help_ in FIELDS.items():
        assert help_
        assert check_field(name, "\n") != ""
