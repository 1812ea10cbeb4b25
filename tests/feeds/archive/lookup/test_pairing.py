"""What an earlier quote became, within a bound."""

import pytest

from feeds.archive.layout.folding import fold
from feeds.archive.lookup import pairing
from feeds.model import Quote


def said(text: str, speaker: str | None = "Ana Lund") -> Quote:
    return Quote(text, 0, len(text), "direct", speaker)


def test_a_quote_with_half_of_its_words_is_reworded() -> None:
    old = {"a": said("We stay here now,"), "b": said("Nobody leaves,")}
    new = {"c": said("we stay here for now,"), "d": said("Nobody leaves,", "Bo Quist"), "e": said("All is well,")}
    assert pairing.moved_quotes(old, new) == {"c": "a"}


def test_a_text_of_thousands_of_quotes_is_no_search_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    folded = list[str | None]()

    def counted(text: str | None) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(pairing, "fold", counted)
    monkeypatch.setattr(pairing, "COMPARED", 10)
    old = {f"o{n}": said(f"Before {n},") for n in range(100)} | {"late": said("Late news")}
    new = {f"n{n}": said(f"after {n} then,") for n in range(100)} | {"now": said("Late news then")}
    assert pairing.moved_quotes(old, new) == {}
    assert len(folded) == 202
    assert pairing.moved_quotes(dict(list(old.items())[-10:]), new) == {"now": "late"}
