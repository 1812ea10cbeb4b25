"""What is kept of outside words: those that come again, and none that is longer than a name."""

import gc
import tracemalloc

import pytest

from feeds.reading import read
from feeds.reading.quotes import kinds
from feeds.reading.remembering import LONGEST, remembered


@pytest.mark.parametrize("words", ["a" * LONGEST, ("Ada", "Roe")])
def test_a_word_that_comes_again_is_worked_out_once(words: object) -> None:
    asked: list[object] = []
    keeping = remembered(8)(asked.append)
    keeping(words)
    keeping(words)
    assert asked == [words]


@pytest.mark.parametrize("words", ["a" * (LONGEST + 1), ("Ada", "e" * LONGEST)])
def test_a_long_one_is_worked_out_anew_and_not_kept(words: object) -> None:
    asked: list[object] = []
    keeping = remembered(8)(asked.append)
    keeping(words)
    keeping(words)
    assert asked == [words, words]


def test_what_a_text_makes_up_does_not_stay_in_memory() -> None:
    def told(number: int) -> None:
        word = f"Z{number}" + "ab" * 50_000
        read(f"“We go,” said {word} Roe. {word} said it was so. The minister, {word}, told {word} that 5 {word} fell.")

    told(0)
    tracemalloc.start()
    for number in range(1, 9):
        told(number)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 400_000  # four texts' words; without a bound it was 4 MB


def test_signs_that_somebody_makes_up_are_weighed_as_one() -> None:
    def told(first: int) -> None:
        signs = map(chr, range(first, first + 500))
        read("\n\n".join(f"{sign}“Go on now.”{sign} said Ann Roe." for sign in signs))

    told(0xE000)
    known = kinds.by_left.cache_info().currsize, kinds.by_right.cache_info().currsize
    told(0xF000)
    assert (kinds.by_left.cache_info().currsize, kinds.by_right.cache_info().currsize) == known
