"""Learn the weights of the quote re-rankers from the gold set beside the project, with the standard library alone.

    .venv/bin/python scripts/learn_quotes.py [--gold FILE] [--all] [--write]

Learns on three fifths of the articles (by a hash of their id) and prints how often the best candidate is right there and on
the rest, which decides what stays. `--all` learns on everything, `--write` stores the weights.
"""

import argparse
import json
import math
import pathlib
import random
import sys
import zlib
from collections import Counter, defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from feeds.reading import quotes as reader  # noqa: E402
from feeds.reading.attribution import Attributor, Candidate  # noqa: E402
from feeds.reading.narrative import Narrative  # noqa: E402
from feeds.reading.page import Page  # noqa: E402

GOLD = ROOT.parent / "shared/bench/quotes/polnear_dev.jsonl"


def learned_on(key: str) -> bool:
    return zlib.crc32(key.encode()) % 5 < 3


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def gold_for(row: dict, marked) -> dict | None:
    for quote in row["quotes"]:
        both = overlap((marked.start, marked.end), (quote["start"], quote["end"]))
        if both > 0.7 * max(marked.end - marked.start, quote["end"] - quote["start"]):
            return quote
    return None


def mention_right(span, quote: dict) -> bool:
    golds = [tuple(s) for s in quote["speaker_spans"]]
    if not golds:
        return span is None
    if span is None:
        return False
    if any(overlap(span, g) >= min(2, g[1] - g[0]) for g in golds):
        return True
    return (quote["speaker"] or "").lower() in ("who", "which", "that") and any(0 <= g[0] - span[1] <= 3 for g in golds)


def worth(narrative: Narrative, attributor: Attributor, candidate: Candidate, quote: dict) -> float:
    cue = candidate.cue
    span = reader.subject_span(narrative, cue) if cue else None
    if not mention_right(span, quote):
        return 0.0
    if cue is None:
        return 1.0
    word = narrative.text[cue.span[0] : cue.span[1]].lower().split()
    return 1.0 if word and word[-1] in (quote["cue"] or "").lower().split() + [(quote["cue"] or "").lower().strip()] else 0.35


def collect(rows: list[dict], weights: dict[str, float], oracle: bool):
    """For each gold quote its candidates' features and worths, the earlier quotes decided by the weights."""
    examples = []
    for row in rows:
        narrative = Narrative(Page(row["text"]))
        attributor = Attributor(narrative)
        for number, marked in enumerate(narrative.marked):
            candidates = attributor.candidates(number)
            quote = gold_for(row, marked)
            best = max(candidates, key=lambda c: sum(weights.get(f, 0.0) for f in c.features))
            if quote is not None:
                worths = [worth(narrative, attributor, c, quote) for c in candidates]
                if oracle and max(worths) > 0:
                    best = candidates[worths.index(max(worths))]
                examples.append(([c.features for c in candidates], worths, row["id"]))
            attributor.chosen[number] = best
    return examples


def train(examples, rounds: int = 12, rate: float = 0.15, decay: float = 1e-5, seed: int = 1) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    seen: dict[str, float] = defaultdict(lambda: 1e-8)
    usable = [e for e in examples if max(e[1]) > 0]
    rng = random.Random(seed)
    for _ in range(rounds):
        rng.shuffle(usable)
        for features, worths, _ in usable:
            scores = [sum(weights[f] for f in fs) for fs in features]
            top = max(scores)
            exps = [math.exp(s - top) for s in scores]
            total = sum(exps)
            good = [x * w for x, w in zip(exps, worths)]
            share = sum(good)
            for fs, x, g in zip(features, exps, good):
                slope = g / share - x / total if share > 0 else -x / total
                if abs(slope) < 1e-4:
                    continue
                for f in fs:
                    seen[f] += slope * slope
                    weights[f] += rate * slope / math.sqrt(seen[f]) - decay * weights[f]
    return dict(weights)


def right(examples, weights) -> str:
    hits = cue = best_possible = 0
    for features, worths, _ in examples:
        scores = [sum(weights.get(f, 0.0) for f in fs) for fs in features]
        chosen = worths[scores.index(max(scores))]
        hits += chosen > 0
        cue += chosen == 1
        best_possible += max(worths) > 0
    n = len(examples)
    return f"{100 * hits / n:.2f} right, {100 * cue / n:.2f} with cue, {100 * best_possible / n:.2f} possible of {n}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, default=GOLD)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.gold.open(encoding="utf-8")]
    ours = [r for r in rows if args.all or learned_on(r["id"])]
    rest = [r for r in rows if not learned_on(r["id"])]
    weights: dict[str, float] = {}
    for turn in range(2):
        weights = train(collect(ours, weights, oracle=turn == 0))
    counts = Counter(f for fs, _, _ in collect(ours, weights, False) for c in fs for f in c)
    weights = {f: round(w, 3) for f, w in weights.items() if abs(w) > 0.02 and counts[f] >= 3}
    print("weights", len(weights))
    print("learned on:", right(collect(ours, weights, False), weights))
    print("the rest:  ", right(collect(rest, weights, False), weights))
    if args.write:
        text = json.dumps(dict(sorted(weights.items())), indent=0, ensure_ascii=True)
        (ROOT / "feeds/reading/data/quote_weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
