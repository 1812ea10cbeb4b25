"""Ten thousand random keys, seeded, into the board in a real terminal: no crash, no stuck state.

keys.py [--count 10000] [--seed 1] [--size 120x36] [--home HOME] [PATH...]
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.tui.terminal import Terminal  # noqa: E402

KEYS = [
    *"jjjjkkkkgG123401234zz+_P[]<>EnNimMsxulddty/?:LSTbrea !=é日",
    "\r", "\r", "\t", "\x1b[Z", "\x1b[A", "\x1b[B", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x04", "\x15",
    "\x06", "\x7f", "\x1b\x1b", "\x1b\x1b", "\x1b\x1b", "\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m", "\x1b[<64;{x};{y}M",
    "\x1b[<65;{x};{y}M",
]  # fmt: skip
"""Letters that do something, movements, Esc, clicks and the wheel; never q or o: the board stays, no browser opens."""


SLOWEST = 0.06
"""Seconds that a key may take on a machine that has other work too; alone it takes 15 milliseconds."""


def keys(count: int, seed: int, size: tuple[int, int]) -> list[str]:
    chosen = random.Random(seed)
    columns, rows = size
    return [
        chosen.choice(KEYS).replace("{x}", str(chosen.randint(1, columns))).replace("{y}", str(chosen.randint(1, rows)))
        for _ in range(count)
    ]


def settle(terminal: Terminal, patience: float) -> bool:
    """Wait until it has done what was typed: a second and a half without a byte; whether that came in time."""
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        before = len(terminal.bytes)
        quiet = time.monotonic() + 1.5
        while time.monotonic() < quiet:
            terminal.read(0.05)
        if len(terminal.bytes) == before:
            return True
    return False


def play(count: int, seed: int, size: tuple[int, int], paths: Sequence[str], home: Path) -> str:
    """Write the keys in bulk; what went wrong, or nothing."""
    with Terminal(*paths, home=home, size=size) as terminal:
        terminal.until("1 of")
        typed = keys(count, seed, size)
        for at in range(0, count, 50):
            os.write(terminal.fd, "".join(typed[at : at + 50]).encode())
            ends = time.monotonic() + 0.3
            while time.monotonic() < ends:
                if not terminal.read(0.02):
                    return f"it ended after {at} keys:\n{terminal.text}"
        if not settle(terminal, 60 + count * SLOWEST):
            return f"it never came to rest:\n{terminal.text}"
        for _ in range(12):  # out of whatever is open
            terminal.press("esc")
        terminal.press("q")
        status = terminal.end()
        if status or not terminal.restored:
            return f"status {status}, terminal given back: {terminal.restored}\n{terminal.text}"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="120x36")
    parser.add_argument("--home", type=Path, help="a home with a desk of its own; else an empty one, with the seeds")
    parser.add_argument("paths", nargs="*")
    args = parser.parse_args()
    columns, rows = map(int, args.size.split("x"))
    with tempfile.TemporaryDirectory() as home:
        began = time.monotonic()
        fault = play(args.count, args.seed, (columns, rows), args.paths, args.home or Path(home))
    print(f"{args.count} keys, seed {args.seed}, {args.size}: {fault or 'well'} ({time.monotonic() - began:.0f} s)")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
