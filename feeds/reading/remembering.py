"""Results that are kept for words that come again and again in the news, within a bound of bytes."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

LONGEST = 64
"""Characters of a word, or of all words of a name, that are kept. Longer ones are no names, and a program that runs for
months must not keep those that somebody makes: sixty texts with a word of 300 kB each held 75 MB."""

Args = TypeVarTuple("Args")
Result = TypeVar("Result")


def remembered(most: int) -> Callable[[Callable[[*Args], Result]], Callable[[*Args], Result]]:
    """Keep the last `most` results of a function of a word or a phrase (`str`), or of the words of a name (a tuple).

    Of several arguments the first is the longest.
    """

    def wrap(function: Callable[[*Args], Result]) -> Callable[[*Args], Result]:
        kept = lru_cache(most)(function)

        @wraps(function)
        def called(*args: *Args) -> Result:
            return kept(*args) if _size(*args) <= LONGEST else function(*args)

        return called

    return wrap


def _size(words: object, *_: object) -> int:
    return sum(map(len, words)) if isinstance(words, tuple) else len(str(words))
