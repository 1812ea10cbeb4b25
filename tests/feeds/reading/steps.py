"""Work counted in lines of Python that ran: the same number on any machine, however busy it is.

What hides inside one call of C is not seen here; `scripts/bench piles` times the same texts up to a megabyte.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

QUOTES = [
    *"\"“',",
    "Ann Roe ",
    "said ",
    "“a” said ",
    '"a" ',
    "saying, ",
    "saying ",
    "‘as’ x",
    "“a.” — ",
    "“a\n\n",
    "said by ",
    "it was late, Roe said in ",
    "it was late, Roe told Ann Poe ",
]
FIGURES = [
    "1,", "1", "11,", "and ", '"', "[", "$1 ", "1 to ", "one hundred ", "half ", "1-", "1/", "5 - ", "one in ",
    "rose 5 ", "May 3 ", "U.S. ", "tens of ", "X 1 ", "1^", "https://x ", "1 000 ", "up to ", "Roe said 1 cat, ",
]  # fmt: skip
SENTENCES = [".", "\n", '."', "A. ", " \n", "? a ", "。"]


def pile(piece: str, size: int) -> str:
    """Return `piece` again and again, `size` characters of it."""
    return piece * (size // len(piece))


def steps(call: Callable[[], object]) -> int:
    """Return how many lines of Python ran during `call`."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_with_the_text_alone(read: Callable[[str], object], piece: str, size: int = 1_500) -> bool:
    """Tell whether eight times the text takes about eight times the steps (a tenth more, and a start, are granted)."""
    read(pile(piece, size))  # what is worked out once is worked out now
    small, large = (steps(lambda at=at: read(pile(piece, at))) for at in (size, 8 * size))  # type: ignore[misc]
    return large <= 8.8 * small + 2_000
