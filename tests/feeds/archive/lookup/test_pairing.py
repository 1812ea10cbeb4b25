"""What an earlier figure or quote became, within a bound."""

from decimal import Decimal
from typing import Any

import pytest

from feeds.archive.layout.folding import fold
from feeds.archive.lookup import pairing
from feeds.model import Figure, Quote


def said(text: str, speaker: str | None = "Ana Lund") -> Quote:
    return Quote(text, 0, len(text), "direct", speaker)


def test_a_quote_with_half_of_its_words_is_reworded() -> None:
    old = {"a": said("We stay here now,"), "b": said("Nobody leaves,")}
    new = {"c": said("we stay here for now,"), "d": said("Nobody leaves,", "Bo Quist"), "e": said("All is well,")}
    assert pairing.moved_quotes(old, new) == {"c": "a"}


def test_quotes_are_one_from_half_of_their_words_on() -> None:
    old = {"a": said("we stay in this port")}
    assert pairing.moved_quotes(old, {"b": said("we stay in this town and harbour")}) == {"b": "a"}  # 4 of 8
    assert pairing.moved_quotes(old, {"b": said("we stay in this town and harbour now")}) == {}  # 4 of 9


def counted(value: int, about: str | None, unit: str = "drone", **more: Any) -> Figure:
    spans = ((0, 2),)
    made = Figure(str(value), 0, 2, spans, Decimal(value), None, unit, unit, "count", about=about, salience=0.5)
    return made._replace(**more)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([counted(71, "losses")], [counted(73, "Losses")], {0: 0}),
        ([counted(71, "losses")], [counted(73, "wrecks")], {0: 0}),
        ([counted(71, None)], [counted(73, "losses")], {0: 0}),
        ([counted(71, "losses")], [counted(73, "losses", "ship")], {}),
        ([counted(71, "losses")], [counted(73, "losses", kind="rate")], {}),
        ([counted(1, "losses"), counted(2, "wrecks")], [counted(3, "wrecks"), counted(4, "losses")], {0: 1, 1: 0}),
        ([counted(1, "losses"), counted(2, "losses")], [counted(3, "losses"), counted(4, "losses")], {0: 0, 1: 1}),
        ([counted(1, "losses"), counted(2, "wrecks")], [counted(3, "losses"), counted(4, "raids")], {0: 0, 1: 1}),
        ([counted(1, "losses"), counted(2, "wrecks")], [counted(3, "raids")], {}),
        ([counted(1, "losses")], [counted(3, "raids"), counted(4, "wrecks")], {}),
        ([counted(1, "losses"), counted(2, "wrecks")], [counted(3, "raids"), counted(4, "hits")], {}),
        ([counted(71, "losses", salience=0.0)], [counted(73, "losses")], {}),
        ([counted(71, "losses")], [counted(73, "losses", salience=0.0)], {}),
    ],
)
def test_what_a_figure_became(old: list[Figure], new: list[Figure], pairs: dict[int, int]) -> None:
    before, now = ({f"{side}{n}": one for n, one in enumerate(some)} for side, some in (("o", old), ("n", new)))
    assert pairing.moved_figures(before, now) == {f"n{mine}": f"o{theirs}" for mine, theirs in pairs.items()}


def test_a_text_of_thousands_of_quotes_is_no_search_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    folded = list[str | None]()

    def noting(text: str | None) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(pairing, "fold", noting)
    monkeypatch.setattr(pairing, "COMPARED", 10)
    old = {f"o{n}": said(f"Before {n},") for n in range(100)} | {"late": said("Late news")}
    new = {f"n{n}": said(f"after {n} then,") for n in range(100)} | {"now": said("Late news then")}
    assert pairing.moved_quotes(old, new) == {}
    assert len(folded) == 202
    assert pairing.moved_quotes(dict(list(old.items())[-10:]), new) == {"now": "late"}
