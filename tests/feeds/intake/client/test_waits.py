"""What headers say about the next request, in seconds."""

import pytest

from feeds.intake.client.waits import fresh, retry_after

NOW = 1_795_000_000
DATE, LATER = "Sun, 22 Nov 2026 10:00:00 GMT", "Sun, 22 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"cache-control": "public, max-age=600"}, 600),
        ({"cache-control": 'Max-Age = "600", private'}, 600),
        ({"cache-control": "s-maxage=600"}, 0),
        ({"cache-control": "max-age=-1"}, 0),
        ({"cache-control": "max-age=600x"}, 0),
        ({"cache-control": "max-age=" + "9" * 400}, 0),
        ({"cache-control": "max-age=600", "expires": LATER, "date": DATE}, 600),
        ({"cache-control": "no-cache", "expires": LATER, "date": DATE}, 0),
        ({"cache-control": "no-cached-things", "expires": LATER, "date": DATE}, 7200),
        ({"expires": LATER, "date": DATE}, 7200),
        ({"expires": DATE, "date": LATER}, 0),
        ({"expires": LATER, "date": "nonsense"}, 1_795_348_800 - NOW),
        ({"expires": "0"}, 0),
        ({"expires": "Sun, 99 Nov 2026 12:00:00 GMT"}, 0),
        ({"expires": LATER + " " * 200}, 0),
    ],
)
def test_how_long_an_answer_says_it_is_good_for(headers: dict[str, str], seconds: int) -> None:
    assert fresh(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("", None),
        ("120", 120),
        (" 86400 ", 86_400),
        ("0", None),
        ("-5", None),
        ("1e3", None),
        ("\u0661\u0662", None),
        ("9" * 30, None),
        (str(31 * 86_400), None),
        (LATER, 7200),
        ("Sun, 22 Nov 2020 12:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", None),
        ("tomorrow", None),
    ],
)
def test_what_retry_after_asks_for(value: str, seconds: int | None) -> None:
    assert retry_after({"retry-after": value, "date": DATE}, NOW) == seconds
