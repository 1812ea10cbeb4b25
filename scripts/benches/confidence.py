"""What a quote's confidence is worth: the share that is right within each tenth of it, on the gold beside the project.

    .venv/bin/python scripts/benches/confidence.py [--gold FILE] [--rest]

A quote in marks is right where people marked the same words and gave them to the same speaker; reported speech where
they marked the same words. `--rest` looks only at the two fifths of the articles that `learn_quotes.py` does not
learn on without `--all`.
"""

import argparse
import json
import pathlib
import sys
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from learn_quotes import GOLD, Row, alike, learned_on, mention_right, overlap  # noqa: E402

from feeds.model import Quote  # noqa: E402
from feeds.reading.page import Page  # noqa: E402
from feeds.reading.quotes import read_quotes  # noqa: E402


def right(quote: Quote, row: Row) -> bool:
    """Whether people marked the same words, and for a quote in marks the same speaker."""
    span = (quote.start, quote.end)
    if quote.kind == "indirect":
        clauses = [(min(a for a, _ in c["spans"]), max(z for _, z in c["spans"])) for c in row["contents"]]
        return any(alike(span, clause) for clause in clauses)
    for gold in row["quotes"]:
        there = (gold["start"], gold["end"])
        if overlap(span, there) > 0.7 * max(span[1] - span[0], there[1] - there[0]):
            return mention_right(quote.speaker_span, gold)
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, default=GOLD)
    parser.add_argument("--rest", action="store_true")
    args = parser.parse_args()
    tenths: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for line in args.gold.open(encoding="utf-8"):
        row = json.loads(line)
        if args.rest and learned_on(row["id"]):
            continue
        for quote in read_quotes(Page(row["text"])):
            if quote.kind in ("direct", "mixed", "indirect"):
                kind = "indirect" if quote.kind == "indirect" else "marked"
                cell = tenths[kind][min(9, int(quote.confidence * 10))]
                cell[0] += 1
                cell[1] += right(quote, row)
    for kind, cells in sorted(tenths.items()):
        for tenth, (count, good) in sorted(cells.items()):
            share = 100 * good / count
            print(f"{kind} from {tenth / 10:.1f}: {share:5.1f} of 100 right, {count} quotes")


if __name__ == "__main__":
    main()
