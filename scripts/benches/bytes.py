"""Bytes that the board sends to the terminal for each key, as it is and over a slow link (`--slow-link`).

bytes.py [--size 120x36] [--count 12] [--idle 65] [PATH...]: on the shipped seeds, or on these files and folders.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.tui.terminal import KEYS, Terminal  # noqa: E402

QUIET = 0.4
"""Seconds without a byte after which a key is done."""


class Walk(NamedTuple):
    """Keys that lead somewhere, and the key whose bytes are counted there."""

    name: str
    before: tuple[str, ...]
    key: str


WALKS = (
    Walk("down the headlines", ("1", "home"), "down"),
    Walk("down the figures", ("esc", "2", "home"), "down"),
    Walk("down the quotes", ("esc", "3", "home"), "down"),
    Walk("a page of figures", ("esc", "2", "home"), "pgdn"),
    Walk("down the article", ("0", "home"), "down"),
    Walk("from mark to mark", ("0", "home"), "]"),
    Walk("to the next panel", ("1",), "tab"),
)


def settle(terminal: Terminal, quiet: float = QUIET) -> int:
    """Read until nothing has come for a while; how many bytes came."""
    before = len(terminal.bytes)
    ends = time.monotonic() + quiet
    while time.monotonic() < ends:
        had = len(terminal.bytes)
        terminal.read(0.02)
        if len(terminal.bytes) > had:
            ends = time.monotonic() + quiet
    return len(terminal.bytes) - before


def each(terminal: Terminal, walk: Walk, count: int) -> list[int]:
    """The bytes of each of `count` presses."""
    terminal.press(*walk.before)
    settle(terminal)
    found = []
    for _ in range(count):
        os.write(terminal.fd, KEYS.get(walk.key, walk.key).encode())
        found.append(settle(terminal))
    return found


def held(terminal: Terminal, count: int = 60) -> int:
    """The bytes of a key that is held down, 30 a second, for each press."""
    terminal.press("1", "home")
    settle(terminal)
    before = len(terminal.bytes)
    for at in range(count):
        os.write(terminal.fd, KEYS["down" if at % 40 < 20 else "up"].encode())
        ends = time.monotonic() + 1 / 30
        while time.monotonic() < ends:
            terminal.read(0.005)
    settle(terminal)
    return (len(terminal.bytes) - before) // count


def measure(options: list[str], args: argparse.Namespace) -> dict[str, int]:
    columns, rows = map(int, args.size.split("x"))
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(*options, *args.paths, home=Path(home), size=(columns, rows)) as terminal,
    ):
        terminal.until("1 of")
        terminal.until("asked ")
        settle(terminal, 2)
        terminal.press("j", "k")
        settle(terminal, 2)
        found = {"until it is settled": len(terminal.bytes)}
        for walk in WALKS:
            found[walk.name] = int(statistics.median(each(terminal, walk, args.count)))
        found["a key held down"] = held(terminal)
        before = len(terminal.bytes)
        ends = time.monotonic() + args.idle
        while time.monotonic() < ends:
            terminal.read(0.2)
        found[f"{args.idle} s of nothing"] = len(terminal.bytes) - before
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="120x36")
    parser.add_argument("--count", type=int, default=12)
    parser.add_argument("--idle", type=int, default=65)
    parser.add_argument("paths", nargs="*")
    args = parser.parse_args()
    plain, slow = measure([], args), measure(["--slow-link"], args)
    print(f"bytes to a terminal of {args.size}      as it is   slow link")
    for name, bytes_ in plain.items():
        print(f"{name:<34}{bytes_:>9,}{slow[name]:>12,}  {slow[name] / max(1, bytes_):.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
