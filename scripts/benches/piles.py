"""Texts made to be slow (a megabyte of quote marks, of names, of digits): seconds by length, which must be linear.

    scripts/bench piles [--size CHARACTERS]

The longest text has that many characters (default 200,000), the others a quarter and a sixteenth of it. A ratio near
4 is linear, near 16 quadratic. Exit status 1 where a ratio is over 8.
"""

import argparse
import pathlib
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from feeds.reading import read  # noqa: E402
from tests.feeds.reading.steps import FIGURES, QUOTES, SENTENCES, pile  # noqa: E402


def seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=200_000)
    size = parser.parse_args().size
    read("The mayor said 5 people came.")  # the tables are loaded now
    worst = 0.0
    for piece in dict.fromkeys([*QUOTES, *FIGURES, *SENTENCES]):
        short, middle, long = (seconds(pile(piece, at)) for at in (size // 16, size // 4, size))
        ratio = long / max(middle, 0.005)
        worst = max(worst, ratio)
        print(f"{piece!r:<20} {short:8.3f} {middle:8.3f} {long:8.3f} s   x {ratio:5.1f}")
    print(f"the worst grows {worst:.1f} times with four times the text")
    return 1 if worst > 8 else 0


if __name__ == "__main__":
    sys.exit(main())
