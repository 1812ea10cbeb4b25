"""The shipped seeds make the first screen: their form, their dates, and that each says it is invented."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
INVENTED = "(Invented for copydesk: no such people or places exist.)"
DATE = re.compile(r"(\d{1,2}) November 2026(?:, ([01]\d|2[0-3]):[0-5]\d UTC)?")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def texts() -> Iterator[str]:
    for path in SEEDS:
        yield path.read_text(encoding="utf-8")


def test_there_are_enough_for_a_full_board() -> None:
    assert len(SEEDS) >= 26


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_has_the_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first, slug, blank, headline, second_blank, *body = text.split("\n")
    said = DATE.fullmatch(first)
    assert said, first
    assert date(2026, 11, 9) <= date(2026, 11, int(said[1])) <= date(2026, 11, 22)
    assert SLUG.fullmatch(slug), slug
    assert (blank, second_blank) == ("", "")
    assert 30 <= len(headline) <= 120, len(headline)
    assert not headline.endswith(".")
    assert body[-1] == "", "a final newline"
    assert body[-2] == INVENTED
    assert all((line == "") == (n % 2 == 1) for n, line in enumerate(body[:-1])), "one line a paragraph"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_is_as_long_as_an_agency_report(path: Path) -> None:
    words = len(path.read_text(encoding="utf-8").split())
    assert 250 <= words <= 450, words


def test_headlines_and_slugs_are_each_their_own() -> None:
    parts = [text.split("\n")[:4] for text in texts()]
    assert len({slug for _, slug, _, _ in parts}) == len(SEEDS)
    assert len({headline for _, _, _, headline in parts}) == len(SEEDS)


def test_all_kinds_of_marks_and_money_occur() -> None:
    whole = "\n".join(texts()).lower()
    for mark in (
        "“",
        "‘",
        '"',
        "£",
        "$",
        "€",
        "rs ",
        " crore",
        " lakh",
        "crowns",
        "talers",
        "%",
        "per cent",
        "basis points",
    ):
        assert mark in whole, mark
    for way in (
        "percentage point",
        "one in five",
        "two-thirds",
        "dozen",
        "at least",
        "more than",
        "fewer than",
        " each",
    ):
        assert way in whole, way


def test_one_quote_runs_over_several_paragraphs() -> None:
    opened = re.compile(r"“[^”]*\n\n“")
    assert sum(bool(opened.search(text)) for text in texts()) >= 2


def test_a_later_article_corrects_an_earlier_one() -> None:
    by_name = {path.stem: path.read_text(encoding="utf-8") for path in SEEDS}
    assert "killing 71 people" in by_name["vessin-market-strike"]
    later = by_name["vessin-market-toll-rises"]
    assert "has risen to 73" in later
    assert "earlier toll was 71" in later
