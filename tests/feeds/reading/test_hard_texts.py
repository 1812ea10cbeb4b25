"""Short hard texts in the styles of the world's newsrooms, about invented people: hard/*.toml, read as labelled.

`second.toml`, `third.toml`, `fourth-*.toml` and `fifth-*.toml` were each written after the rules had been mended by
the files before, and before anybody saw what the program makes of them: of the third 75 of 100 speakers and 56 of 100
roles were right at first, of the fourth 81 and 83, of the fifth 85 and 79 (80 and 79 by the rules before the fourth).
`sixth-a` and `-b` were kept from those who mended: 75 and 71 by the rules before the fourth; 95 when the classes that
were missed of the first had been mended, without its sentences, and 82 before anybody had looked at the second.
`seventh-a`, `-b` and `-c` label all that is said, with its extent, negation and chain: at first 92 of 100 speakers and
83 of 100 roles, 77 of 100 reported clauses and 83 of 100 chains were right.
`eighth` was written when those classes had been mended: 90 of 100 speakers, 93 of 100 roles, 82 of 100 reported clauses
and all chains; 87, 86, 84 and 70 by the rules before.
`people-a`, `-b` and `-c` ask who a name, a pronoun or a description is, each written in the same way: at first 72 and
64, 89 and 90, 88 and 81.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from feeds.model import Quote
from feeds.reading.page import Page
from feeds.reading.quotes import read_quotes

HARD = Path(__file__).parent / "hard"
FLOORS = {
    "first": {"found": 0.97, "kind": 0.94, "speaker": 0.92, "cue": 0.93, "role": 0.75},
    "second": {"found": 0.97, "kind": 0.95, "speaker": 0.93, "cue": 0.96, "role": 0.83},
    "third": {"found": 0.98, "kind": 0.98, "speaker": 0.93, "cue": 0.95, "role": 0.82},
    "fourth": {"found": 0.97, "kind": 0.92, "speaker": 0.91, "cue": 0.94, "role": 0.92},
    "fifth": {"found": 0.96, "kind": 0.92, "speaker": 0.90, "cue": 0.91, "role": 0.86},
    "sixth": {"found": 0.98, "kind": 0.97, "speaker": 0.92, "cue": 0.96, "role": 0.94},
    "seventh": {"found": 0.94, "kind": 0.92, "speaker": 0.92, "cue": 0.93, "role": 0.93, "whole": 0.86, "chain": 1.0},
    "eighth": {"found": 0.94, "kind": 0.92, "speaker": 0.89, "cue": 0.93, "role": 0.93, "whole": 0.91, "chain": 1.0},
    "people": {"found": 0.99, "kind": 0.98, "speaker": 0.96, "cue": 0.99, "role": 0.97},
}
"""The share of the labels that must be met; they only ever rise."""


def labels(lot: str) -> Iterator[tuple[dict[str, Any], tuple[Quote, ...]]]:
    for path in sorted(HARD.glob("*.toml")):
        named = path.stem.split("-")[0]
        if (named if named in FLOORS else "first") == lot:
            for entry in tomllib.loads(path.read_text(encoding="utf-8"))["text"]:
                quotes = read_quotes(Page(entry["text"].strip()))
                yield from ((label, quotes) for label in entry["said"])


def meant(label: dict[str, Any], quotes: tuple[Quote, ...]) -> Quote | None:
    """Return the quote that has the label's words: reported speech where it is wanted, else the words in marks."""
    having = [quote for quote in quotes if label["words"] in quote.text]
    reported = label.get("kind") == "indirect"
    return next((quote for quote in having if (quote.kind == "indirect") == reported), next(iter(having), None))


def checks(label: dict[str, Any], quote: Quote | None) -> Iterator[tuple[str, bool]]:
    yield "found", quote is not None
    yield "kind", quote is not None and quote.kind in label.get("kind", "direct").split("|")
    for what in ("speaker", "cue", "role"):
        if what in label:
            got = getattr(quote, what) if quote else None
            yield what, (got or "").casefold() in label[what].casefold().split("|")
    if "whole" in label:
        yield "whole", quote is not None and quote.text in label["whole"].split("|")
    yield "negated", quote is not None and quote.negated == label.get("negated", False)


def of_a_chain(label: dict[str, Any], quotes: tuple[Quote, ...]) -> bool:
    """Whether a quote goes on from the words that its label names."""
    head = next((number for number, quote in enumerate(quotes) if label["chain"] in quote.text), None)
    quote = meant(label, quotes)
    return quote is not None and head is not None and quote.chain == head


@pytest.mark.parametrize("lot", FLOORS)
def test_hard_texts_are_read_as_labelled(lot: str) -> None:
    met: dict[str, list[bool]] = {}
    missed = []
    for label, quotes in labels(lot):
        quote = meant(label, quotes)
        for what, holds in checks(label, quote):
            met.setdefault(what, []).append(holds)
            if not holds:
                missed.append(f"{what}: {label} in {quote}")
        if "chain" in label:
            met.setdefault("chain", []).append(of_a_chain(label, quotes))
    shares = {what: sum(held) / len(held) for what, held in met.items()}
    assert all(shares[what] >= floor for what, floor in FLOORS[lot].items()), "\n".join([str(shares), *missed])


def test_there_are_sixty_of_them() -> None:
    assert sum(path.read_text(encoding="utf-8").count("[[text]]") for path in HARD.glob("*.toml")) >= 60
