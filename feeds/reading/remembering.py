"""Results that are kept for words that come again and again in the news, within a bound of bytes."""

from collections.abc import Callable, Hashable
from typing import TypeVar

LONGEST = 64
"""Characters of a word, or of all words of a name, that are kept. Longer ones are no names, and a program that runs for
months must not keep those that somebody makes: sixty texts with a word of 300 kB each held 75 MB."""

Words = TypeVar("Words", bound=Hashable)
Result = TypeVar("Result")


class _Kept(dict[Words, Result]):
    """The results of a function: a table that works out what it lacks, and begins anew when it is full.

    A look into it is one step of C code: behind `lru_cache` and a check of the size it took six times as long.
    """

    def __init__(self, function: Callable[[Words], Result], most: int) -> None:
        self.function = function
        self.most = most

    def __missing__(self, words: Words) -> Result:
        result = self.function(words)
        if _size(words) <= LONGEST:
            if len(self) >= self.most:
                self.clear()
            self[words] = result
        return result


def remembered(most: int) -> Callable[[Callable[[Words], Result]], Callable[[Words], Result]]:
    """Keep up to `most` results of a function of a word or a phrase (`str`), or of the words of a name (a tuple)."""
    return lambda function: _Kept(function, most).__getitem__


def _size(words: object) -> int:
    return sum(map(len, words)) if isinstance(words, tuple) else len(str(words))
