"""What is printed: exact numbers, one line of JSON whatever the text, cells that no spreadsheet runs."""

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.lines.formats import guarded, markdown, short, writer
from tui.lines.records import local, moment
from tui.output import as_json, number, plain

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False) | st.decimals(-(10**15), 10**15, places=6)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("3200000000", "3200000000"), ("3.2E9", "3200000000"), ("4.5", "4.5"), ("4.50", "4.5"),
        ("0.666667", "0.666667"),
        ("0.000001", "0.000001"), ("1E-7", "0.0000001"), ("-0.2", "-0.2"), ("1E+30", "1" + "0" * 30), ("0", "0"),
        ("123456789.123456789012345", "123456789.123456789012345"), ("100", "100"), ("-0", "0"),
    ],
)  # fmt: skip
def test_numbers_are_exact_and_plain(value: str, printed: str) -> None:
    assert as_json({"value": number(Decimal(value))}) == f'{{"value": {printed}}}'


@given(DECIMALS)
def test_any_decimal_is_printed_as_the_very_same_number_without_exponent(value: Decimal) -> None:
    printed = as_json([number(value)])[1:-1]
    assert re.fullmatch(r"-?\d+(\.\d+)?", printed)
    assert Decimal(printed) == value
    assert plain(value).lstrip("-") in (printed.lstrip("-"), "0")


@given(st.dictionaries(st.text(), st.text() | st.none() | st.integers() | st.lists(st.text())))
def test_any_text_is_one_line_that_reads_back(record: dict[str, object]) -> None:
    line = as_json(record)
    assert len(line.splitlines()) == 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", line)
    assert json.loads(line) == record
    line.encode()


def test_half_a_pair_and_a_decimal_without_a_float_still_print() -> None:
    assert as_json({"text": "\ud800", "value": Decimal("0.10000000000000000001")}) == (
        '{"text": "\\ud800", "value": 0.10000000000000000001}'
    )
    assert number(Decimal("NaN")) is None
    assert number(None) is None
    assert as_json([number(Decimal("1E+5000"))]) == "[1" + "0" * 5000 + "]"
    with pytest.raises(TypeError, match="set has no JSON form"):
        as_json({"x": set()})


@given(st.text())
def test_a_cell_is_guarded_or_as_it_was(text: str) -> None:
    assert guarded(text) in (text, f"'{text}")
    assert guarded(text)[:1] not in ("=", "+", "@", "\t", "\r")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "-5"), ("-2.5", "-2.5"), ("-cmd", "'-cmd"), ("@x", "'@x"),
        ("\tx", "'\tx"), ("-", "'-"), ("", ""), ("plain", "plain"),
    ],
)  # fmt: skip
def test_formulas_are_guarded_and_numbers_are_not(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_csv_is_rfc_4180(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write = writer("csv", str, utc=True)
    write({"at": 1753423200, "text": 'a "b", c\nd', "new": True, "value": -5, "mentions": [[1, 2]], "about": None})
    write({"at": None, "text": "=a", "new": False, "value": 4.5, "mentions": [], "about": "x"})
    printed = capsysbinary.readouterr().out.decode()
    assert printed == (
        "at,text,new,value,mentions,about\r\n"
        '2025-07-25T06:00:00Z,"a ""b"", c\nd",true,-5,"[[1, 2]]",\r\n'
        ",'=a,false,4.5,[],x\r\n"
    )
    assert next(csv.DictReader(io.StringIO(printed, newline="")))["text"] == 'a "b", c\nd'


def test_markdown_shows_marks_as_they_stand() -> None:
    assert markdown("[LIVE] *x* | `y` <b>\n#") == "\\[LIVE\\] \\*x\\* \\| \\`y\\` \\<b\\> \\#"


def test_times_are_rfc_3339_and_short_for_people() -> None:
    assert moment(1753423200) == "2025-07-25T06:00:00Z"
    assert moment(None) is None
    assert re.fullmatch(r"2025-07-2\dT\d\d:\d\d:00[+-]\d\d:\d\d", local(1753423200) or "")
    assert short(1753423200, utc=True) == "2025-07-25 06:00"
