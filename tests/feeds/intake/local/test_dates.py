"""Dates at the head of a text: taken where one reading is possible, and only there."""

from datetime import UTC, datetime

import pytest

from feeds.intake.local.dates import read_date


@pytest.mark.parametrize(
    "line",
    [
        "25 July, 2025", "25 July 2025", "July 25, 2025", "Jul. 25th, 2025", "25th of July, 2025",
        "the 25th of July 2025",
        "Friday, 25 July 2025", "Fri 25 Jul 2025", "25-Jul-2025", "2025-07-25", "2025/07/25", "20250725", "25/07/2025",
        "07/25/2025", "25.07.2025", "Date: 25 July 2025", "2025 July 25", "25 JULY 2025.", "2025-07-25T00:00Z",
        "25 July 2025, 02:00 +0200", "July 25, 2025 at 12:00 am",
    ],
)  # fmt: skip
def test_one_reading(line: str) -> None:
    moment = read_date(line)
    assert moment is not None
    assert datetime.fromtimestamp(moment, UTC) == datetime(2025, 7, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    ["3/4/2025", "31 February 2025", "July 2025", "25 July", "25 Juli 2025 oder so", "", "a-slug-of-words",
     "13/13/2025",
     "25 July 2025 and more words", "99999999", "July 25, 2025 at 13:00 pm"],
)  # fmt: skip
def test_none_or_more_than_one(line: str) -> None:
    assert read_date(line) is None


def test_the_same_day_twice_is_no_doubt() -> None:
    assert read_date("4/4/2025") == read_date("4 April 2025")
