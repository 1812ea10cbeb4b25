"""Ids are the same over runs, re-readings, machines and versions: these values never change."""

import zlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.identity import article_id, figure_ids, ids_of, plain, quote_ids
from feeds.model import Figure, Quote, Reading


def figure(value: str, high: str | None = None, unit_key: str | None = "drone", **more: object) -> Figure:
    low = Decimal(value)
    made = Figure("x", 0, 1, ((0, 1),), low, None if high is None else Decimal(high), "drones", unit_key, "count")
    return made._replace(**more)  # type: ignore[arg-type]


def test_ids_never_change() -> None:
    id_ = article_id("wires", "a.txt")
    assert id_ == "4319f7fe4ea1c706"
    assert figure_ids(id_, [figure("71"), figure("3.2", "4")]) == ("4319f7fee2ea7e14", "4319f7fe17170dd0")
    assert figure_ids(id_, [figure("71")] * 3) == ("4319f7fee2ea7e14", "4319f7fef5916a57", "4319f7fecc1c5692")
    assert quote_ids(id_, [Quote("We stay,", 0, 8, "direct")]) == ("4319f7fe7610b888",)
    reading = Reading((figure("71"),), (Quote("We stay,", 0, 8, "direct"),))
    assert ids_of(id_, reading) == (("4319f7fee2ea7e14",), ("4319f7fe7610b888",))


def test_an_article_is_told_by_source_and_guid() -> None:
    assert len({article_id("a", "b"), article_id("ab", ""), article_id("b", "a"), article_id("", "ab")}) == 4


def test_a_better_reading_of_the_same_value_is_the_same_figure() -> None:
    one = figure_ids("a", [figure("71")])
    assert one == figure_ids("a", [figure("71.0", about="losses", start=5, kind="number", salience=1.0)])
    assert one != figure_ids("a", [figure("71", unit_key="ship")])
    assert one != figure_ids("a", [figure("71", "73")])
    assert one != figure_ids("b", [figure("71")])


def test_equal_ones_are_counted() -> None:
    both = figure_ids("a", [figure("71"), figure("71")])
    assert len(set(both)) == 2
    assert both[:1] == figure_ids("a", [figure("71")])


def test_words_made_to_have_one_cheap_hash_are_told_apart_and_cost_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    crc32, hashed = zlib.crc32, list[bytes]()

    def counted(data: bytes, value: int = 0) -> int:
        hashed.append(data)
        return crc32(data, value)

    quotes = [Quote(words, 0, 1, "direct") for words in _alike(300)]
    assert len({crc32(quote.text.encode()) for quote in quotes}) == 1
    monkeypatch.setattr(zlib, "crc32", counted)
    ids = quote_ids("a", [*quotes, *quotes])
    assert len(set(ids)) == 600
    assert len(hashed) <= 1 + 2 * 600
    assert quote_ids("a", quotes) == ids[:300]


def _alike(many: int) -> list[str]:
    """Return words of one length with one CRC-32: it is linear, so choices of letters that cancel out can be solved."""
    plain_, other = b"a" * 44, [b"a" * at + b"b" + b"a" * (43 - at) for at in range(44)]
    solved, free = dict[int, tuple[int, int]](), list[int]()
    for at, word in enumerate(other):
        rest, letters = zlib.crc32(word) ^ zlib.crc32(plain_), 1 << at
        while rest and rest.bit_length() in solved:
            by, those = solved[rest.bit_length()]
            rest, letters = rest ^ by, letters ^ those
        if rest:
            solved[rest.bit_length()] = rest, letters
        else:
            free.append(letters)
    found = [0]
    for letters in free:
        found += [known ^ letters for known in found]
    return ["".join("ab"[choice >> at & 1] for at in range(44)) for choice in found[:many]]


def test_a_quote_is_its_words() -> None:
    one = quote_ids("a", [Quote("We  STAY,", 0, 8, "direct", "Ana Lund")])
    assert one == quote_ids("a", [Quote("we stay,", 9, 17, "mixed", "Bo Quist")])


def test_values_are_written_plainly() -> None:
    written = {"3.20E+9": "3200000000", "-0.0": "0", "1.50": "1.5", "0.000001": "0.000001", "1E-7": "0.0000001"}
    assert {text: plain(Decimal(text)) for text in written} == written


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_no_value_is_rounded(value: Decimal) -> None:
    assert Decimal(plain(value)) == value


def test_any_text_has_an_id() -> None:
    assert len(article_id("\ud800", "\x00")) == 16
