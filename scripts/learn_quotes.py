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

from feeds.reading import kinds  # noqa: E402
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


def collect_kinds(rows, weights):
    """For each marked stretch its features and whether people held it for somebody's words."""
    examples = []
    for row in rows:
        narrative = Narrative(Page(row["text"]))
        attributor = Attributor(narrative)
        for number, marked in enumerate(narrative.marked):
            best, margin = reader.choose(attributor, number, weights)
            scare = any(overlap((marked.start, marked.end), (x["start"], x["end"])) > 0 for x in row["scare"])
            found = kinds.features(narrative, attributor, number, best, margin)
            examples.append((found, gold_for(row, marked) is not None, scare))
    return examples


def train_kinds(examples, rounds=12, rate=0.1, decay=2e-4, seed=2):
    weights = defaultdict(float)
    seen = defaultdict(lambda: 1e-8)
    rng = random.Random(seed)
    examples = list(examples)
    for _ in range(rounds):
        rng.shuffle(examples)
        for fs, label, _ in examples:
            slope = label - kinds.probability(weights, fs)
            for f in fs:
                seen[f] += slope * slope
                weights[f] += rate * slope / math.sqrt(seen[f]) - decay * rate * weights[f]
    return dict(weights)


def kinds_table(examples, weights):
    for threshold in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        kept = [(label, scare) for fs, label, scare in examples if kinds.probability(weights, fs) >= threshold]
        scares = sum(s for _, _, s in examples)
        golds = sum(label for _, label, _ in examples)
        tp = sum(label for label, _ in kept)
        print(f"  at {threshold}: recall of found {100 * tp / golds:.1f}, precision {100 * tp / len(kept):.1f}, "
              f"scare rejected {100 - 100 * sum(s for _, s in kept) / max(1, scares):.1f}")


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
    kind_examples = collect_kinds(ours, weights)
    kind_weights = train_kinds(kind_examples)
    counts = Counter(f for fs, _, _ in kind_examples for f in fs)
    kind_weights = {f: round(w, 2) for f, w in kind_weights.items() if abs(w) > 0.03 and counts[f] >= 3}
    print("kinds", len(kind_weights))
    kinds_table(kind_examples, kind_weights)
    print("the rest")
    kinds_table(collect_kinds(rest, weights), kind_weights)
    if args.write:
        text = json.dumps({"attribution": dict(sorted(weights.items())), "kind": dict(sorted(kind_weights.items()))}, indent=0, ensure_ascii=True)
        (ROOT / "feeds/reading/data/quote_weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
