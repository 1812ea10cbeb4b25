"""How fast texts are read: MB/s and articles/s, by text length, figures and quotes together and apart, and memory.

    scripts/bench read FILE.jsonl [--rounds N]

FILE holds documents, {"id", "text", "title"?} a line. Seconds are of the processor, on one core; the best
round counts.
"""

import argparse
import json
import pathlib
import resource
import sys
import time
from collections.abc import Callable, Sequence

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from feeds.reading import read  # noqa: E402
from feeds.reading.figures import read_figures  # noqa: E402
from feeds.reading.page import Page  # noqa: E402
from feeds.reading.quotes import read_quotes  # noqa: E402

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
Reader = Callable[[str, str | None], object]
READERS: dict[str, Reader] = {
    "together": read,
    "figures": lambda text, title: read_figures(Page(text, title), ()),
    "quotes": lambda text, title: read_quotes(Page(text, title)),
    "layout": Page,
}


def seconds(reader: Reader, documents: Sequence[tuple[str, str | None]], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text, title in documents:
            reader(text, title)
        best = min(best, time.process_time() - start)
    return best


def line(name: str, took: float, documents: Sequence[tuple[str, str | None]]) -> None:
    size = sum(len(text.encode("utf-8", "replace")) for text, _ in documents)
    speed, each = size / took / 1e6, 1e3 * took / len(documents)
    print(f"{name:<10} {speed:7.2f} MB/s {len(documents) / took:9.0f} articles/s {each:9.3f} ms each")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    rows = [json.loads(row) for row in args.file.read_text(encoding="utf-8").splitlines() if row.strip()]
    documents = [(row["text"], row.get("title")) for row in rows]
    print(f"{len(documents)} documents of {sum(len(t) for t, _ in documents) // len(documents)} code points on average")
    for name, reader in READERS.items():
        line(name, seconds(reader, documents, args.rounds), documents)
    print("by length, together:")
    whole = "\n\n".join(text for text, _ in documents)
    while len(whole) < LENGTHS[-1]:
        whole += "\n\n" + whole
    for length in LENGTHS:
        pieces = [(whole[at : at + length], None) for at in range(0, min(len(whole), LENGTHS[-1]) - length + 1, length)]
        line(f"{length:,}", seconds(read, pieces, 1), pieces)
    scale = 1 if sys.platform == "darwin" else 1024
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6:.0f} MB at the most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
