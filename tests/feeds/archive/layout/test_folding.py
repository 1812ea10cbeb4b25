"""Text as one searches for it."""

import sqlite3
from contextlib import closing

import pytest

from feeds.archive.layout.folding import MARKS, fold, fold_lines, literally


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        (None, ""),
        ("Harwick PORT", "harwick port"),
        ("São João", "sao joao"),
        ("Straße", "strasse"),
        ("O’Neil said “no” – twice‑over, half‐full", 'o\'neil said "no" - twice-over, half-full'),
        ("‘so’ — it", "'so' - it"),
        ("ﬁsh ²", "fish 2"),
        ("Ἀθῆναι", "αθηναι"),
        ("İstanbul", "istanbul"),
    ],
)
def test_no_case_no_accents_no_curls(printed: str | None, typed: str) -> None:
    assert fold(printed) == typed


def test_every_combining_mark_of_the_basic_plane_is_within_the_ranges() -> None:
    from unicodedata import combining, name

    missed = [name(chr(code)) for code in range(0x10000) if combining(chr(code)) and not any(code in r for r in MARKS)]
    assert missed == []


@pytest.mark.parametrize("parts", [("Ana", "Lund"), ("Ana\nLund", "", "Bo"), ("Āna\n", "Lūnd"), ("",)])
def test_a_line_for_each_part(parts: tuple[str, ...]) -> None:
    assert fold_lines(*parts).split("\n") == [fold(part.replace("\n", " ")) for part in parts]


@pytest.mark.parametrize("words", ["a*b", "[x]", "what?", "a]b", "one\ntwo"])
def test_glob_takes_words_literally(words: str) -> None:
    def found(text: str) -> bool:
        with closing(sqlite3.connect(":memory:")) as db:
            return bool(db.execute("SELECT ? GLOB ?", (text, f"*{literally(words)}*")).fetchone()[0])

    line = words.replace("\n", " ")
    assert found(f"before {line} after")
    assert not found("before after")
    assert not found(line.replace("*", "xx").replace("?", "x").replace("[x]", "x").replace("]", "").replace(" ", ""))
