"""What is read in the shipped seeds, against what a person found in them (seeds_expected.json)."""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from feeds.intake import read_article_file
from feeds.model import Article, Figure, Quote, Reading
from feeds.reading import read

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent / "seeds"
EXPECTED: dict[str, dict[str, list[Any]]] = json.loads((HERE / "seeds_expected.json").read_text(encoding="utf-8"))
FLOORS = {
    "figure value": 0.98, "figure unit": 0.97, "figure bound": 0.88, "figure approx": 0.97, "figure direction": 0.88,
    "figure attribution": 0.75, "figure lead": 0.65, "figure about": 0.80, "quote found": 0.99, "quote speaker": 0.95,
    "quote cue": 0.96, "quote role": 0.75, "quote kind": 0.97,
}  # fmt: skip
"""The share of the labels that must be met; they only ever rise."""


class Check(NamedTuple):
    """One label of one seed, and whether the reading meets it."""

    what: str
    met: bool
    words: str


@cache
def article(name: str) -> tuple[Article, Reading]:
    it = read_article_file(SEEDS / name)
    return it, read(it.text, it.title)


def closeness(label: dict[str, Any], figure: Figure) -> tuple[bool, ...]:
    return tuple(check for _, check in figure_checks(label, figure))


def figure_checks(label: dict[str, Any], figure: Figure) -> Iterator[tuple[str, bool]]:
    if "unit_any" in label:
        printed = [f"{word.casefold()} " for word in (figure.unit, figure.unit_key) if word]
        wanted = tuple(f"{word.casefold()} " for word in label["unit_any"])
        yield "figure unit", any(word.startswith(wanted) for word in printed)
    if "kind_any" in label:
        yield "figure unit", figure.kind in label["kind_any"]
    if "bound" in label:
        yield "figure bound", figure.bound == label["bound"]
    if "approx" in label:
        yield "figure approx", figure.approx
    if "direction" in label:
        yield "figure direction", figure.direction == label["direction"]
    if "attribution_any" in label:
        yield "figure attribution", holds(figure.attribution, label["attribution_any"])
    if "about_any" in label:
        yield "figure about", holds(figure.about, label["about_any"])


def holds(words: str | None, any_of: list[str]) -> bool:
    return any(word.casefold() in (words or "").casefold() for word in any_of)


def figures(name: str, labels: list[dict[str, Any]]) -> Iterator[Check]:
    _, reading = article(name)
    for label in labels:
        wanted = Decimal(str(label["value"])), Decimal(str(label["value_hi"])) if "value_hi" in label else None
        same = [figure for figure in reading.figures if (figure.value, figure.value_hi) == wanted]
        yield Check("figure value", bool(same), f"{name}: figure {label}")
        if same:
            best = max(same, key=lambda figure: sum(closeness(label, figure)))
            for what, met in figure_checks(label, best):
                yield Check(what, met, f"{name}: {label} in {show(best)}")


def leads(name: str, values: list[int | float]) -> Iterator[Check]:
    """What an editor would lead with is among the first five by salience."""
    _, reading = article(name)
    first = sorted(reading.figures, key=lambda figure: -figure.salience)[:5]
    for value in values:
        words = f"{name}: {value} not in {[figure.text for figure in first]}"
        yield Check("figure lead", any(figure.value == Decimal(str(value)) for figure in first), words)


def show(figure: Figure) -> str:
    return (
        f"{figure.text!r} unit {figure.unit!r} {figure.unit_key!r} {figure.kind} {figure.bound or ''} "
        f"{'approx ' if figure.approx else ''}{figure.direction} by {figure.attribution!r} about {figure.about!r}"
    )


def quotes(name: str, labels: list[dict[str, Any]]) -> Iterator[Check]:
    _, reading = article(name)
    for label in labels:
        found = next((quote for quote in reading.quotes if quote_is(label, quote)), None)
        yield Check("quote found", found is not None, f"{name}: quote {label['text']!r}")
        if found:
            words = f"{name}: {label} got {found.kind}, {found.speaker!r}, {found.role!r}, {found.cue!r}"
            yield Check("quote speaker", said_by(label, found.speaker or ""), words)
            yield Check("quote kind", found.kind == label["kind"], words)
            if "cue_any" in label:
                yield Check("quote cue", found.cue in label["cue_any"], words)
            if "role_any" in label:
                yield Check("quote role", holds(found.role, label["role_any"]), words)


def said_by(label: dict[str, Any], speaker: str) -> bool:
    """A person is named in full and no more; a body may come with its article or its country."""
    if "body" in label:
        return label["body"].casefold() in speaker.casefold()
    return bool(speaker == label["speaker"])


def quote_is(label: dict[str, Any], quote: Quote) -> bool:
    if label["kind"] == "indirect":
        return quote.kind == "indirect" and label["text"] in quote.text
    return bool(quote.text == label["text"])


@cache
def checks() -> tuple[Check, ...]:
    found: list[Check] = []
    for name, labels in EXPECTED.items():
        found += figures(name, labels["figures"])
        found += leads(name, labels.get("leads", []))
        found += quotes(name, labels["quotes"])
    return tuple(found)


def rates() -> dict[str, tuple[int, int]]:
    met = {what: [check.met for check in checks() if check.what == what] for what in FLOORS}
    return {what: (sum(each), len(each)) for what, each in met.items()}


def test_every_seed_has_labels() -> None:
    assert set(EXPECTED) == {path.name for path in SEEDS.glob("*.txt")}


@pytest.mark.parametrize("what", FLOORS)
def test_as_many_labels_are_met_as_before(what: str) -> None:
    met, labels = rates()[what]
    missed = "\n".join(check.words for check in checks() if check.what == what and not check.met)
    assert met / labels >= FLOORS[what], f"{what}: {met} of {labels}\n{missed}"


@pytest.mark.parametrize("name", EXPECTED)
def test_every_seed_has_something_for_each_panel(name: str) -> None:
    it, reading = article(name)
    headline = (SEEDS / name).read_text(encoding="utf-8").split("\n\n")[1]
    assert (it.title, it.notes, reading.language) == (headline, (), "en")
    assert it.published
    assert sum(figure.salience > 0 for figure in reading.figures) >= 5
    spoken = [quote for quote in reading.quotes if quote.kind in ("direct", "mixed") and quote.speaker]
    assert len(spoken) >= 2


def test_the_word_that_all_is_invented_adds_no_figure_and_no_quote() -> None:
    for name in EXPECTED:
        it, reading = article(name)
        last = it.text.rindex("(Invented for copydesk")
        assert all(figure.start < last for figure in reading.figures)
        assert all(quote.start < last for quote in reading.quotes)
