"""Learn the weights of the quote re-rankers from the gold set beside the project, with the standard library alone.

    .venv/bin/python scripts/learn_quotes.py [--gold FILE] [--all] [--write]

Learns on three fifths of the articles (by a hash of their id) and prints how often the best candidate is right
there and on the rest, which decides what stays. `--all` learns on everything, `--write` stores the weights.
"""

import argparse
import json
import math
import pathlib
import random
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from feeds.model import Span  # noqa: E402
from feeds.reading.evidence import logistic  # noqa: E402
from feeds.reading.page import Page  # noqa: E402
from feeds.reading.prose.marks import Marked  # noqa: E402
from feeds.reading.prose.narrative import Narrative  # noqa: E402
from feeds.reading.quotes import indirect, kinds, ranking, reader  # noqa: E402
from feeds.reading.quotes.attribution import Attributor  # noqa: E402
from feeds.reading.quotes.candidates import Candidate  # noqa: E402

L2 = 30.0
"""How strongly weights are drawn to zero: over five folds, each judged by what the others teach
(`scripts/bench folds`), 30 finds 0.3 of 100 more verbs and 0.2 more speakers than 2, and of the reported clauses 0.4
more are right and 0.4 fewer are found."""
ROUNDS = 10
"""How often all examples are gone through."""
L1 = (5.0, 5.0, 20.0)
"""How much must speak for a feature before it weighs anything: for whose words, whether anybody's, and clauses."""
GOLD = ROOT.parent / "shared/bench/quotes/polnear_dev.jsonl"
Row = dict[str, Any]
"""An article of the gold set: a line of its JSONL."""
Weights = Mapping[str, float]
Choice = tuple[list[Sequence[str]], list[float], str]
"""The candidates of a quote: what speaks for each, how right each is, and the article's id."""
Judged = tuple[Sequence[str], bool, bool]
"""A marked stretch: what speaks for it, whether it is somebody's words, and whether the marks are scare quotes."""
Clause = tuple[Sequence[str], bool, tuple[str, str] | None]
"""A clause: what speaks for it, whether people marked it, and the reported speech that it finds, if any."""


def learned_on(key: str) -> bool:
    return zlib.crc32(key.encode()) % 5 < 3


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def gold_for(row: Row, marked: Marked) -> Row | None:
    quotes: list[Row] = row["quotes"]
    for quote in quotes:
        both = overlap((marked.start, marked.end), (quote["start"], quote["end"]))
        if both > 0.7 * max(marked.end - marked.start, quote["end"] - quote["start"]):
            return quote
    return None


def mention_right(span: Span | None, quote: Row) -> bool:
    golds = [tuple(s) for s in quote["speaker_spans"]]
    if not golds:
        return span is None
    if span is None:
        return False
    if any(overlap(span, g) >= min(2, g[1] - g[0]) for g in golds):
        return True
    return (quote["speaker"] or "").lower() in ("who", "which", "that") and any(0 <= g[0] - span[1] <= 3 for g in golds)


def worth(narrative: Narrative, candidate: Candidate, quote: Row) -> float:
    cue = candidate.cue
    span = reader.subject_span(narrative, cue) if cue else None
    if not mention_right(span, quote):
        return 0.0
    if cue is None:
        return 1.0
    gold = (quote["cue"] or "").lower().rstrip(":")
    word = narrative.text[cue.span[0] : cue.span[1]].lower().split()
    return 1.0 if word and word[-1] in [*gold.split(), gold.strip()] else 0.35


def probability(weights: Weights, features: Iterable[str]) -> float:
    return logistic(sum(weights[f] for f in features if f in weights))


def weighed(item: indirect.Reported, weights: Weights) -> indirect.Reported:
    """The clause with what it weighs by these weights."""
    return item._replace(total=sum(round(100 * weights[f]) for f in item.features if f in weights))


def collect(rows: list[Row], weights: Weights, oracle: bool) -> list[Choice]:
    """For each gold quote its candidates' features and worths, the earlier quotes decided by the weights."""
    examples: list[Choice] = []
    for row in rows:
        narrative = Narrative(Page(row["text"]))
        attributor = Attributor(narrative)
        for number, marked in enumerate(narrative.marked):
            candidates = attributor.candidates(number)
            quote = gold_for(row, marked)
            best = max(candidates, key=lambda c: sum(weights.get(f, 0.0) for f in c.features))
            if quote is not None:
                worths = [worth(narrative, c, quote) for c in candidates]
                if oracle and max(worths) > 0:
                    best = candidates[worths.index(max(worths))]
                examples.append(([c.features for c in candidates], worths, row["id"]))
            attributor.chosen[number] = best
    return examples


class Sparse:
    """Follow the regularised leader (McMahan et al. 2013): per-feature steps, and weights that are exactly zero."""

    def __init__(self, rate: float, l1: float, l2: float) -> None:
        self.rate, self.l1, self.l2 = rate, l1, l2
        self.z: dict[str, float] = defaultdict(float)
        self.n: dict[str, float] = defaultdict(float)
        self.w: dict[str, float] = defaultdict(float)

    def step(self, feature: str, gradient: float) -> None:
        square = gradient * gradient
        n = self.n[feature]
        self.z[feature] += gradient - (math.sqrt(n + square) - math.sqrt(n)) / self.rate * self.w[feature]
        self.n[feature] = n + square
        z = self.z[feature]
        if abs(z) <= self.l1:
            self.w[feature] = 0.0
        else:
            self.w[feature] = -(z - math.copysign(self.l1, z)) / ((1 + math.sqrt(n + square)) / self.rate + self.l2)

    def kept(self) -> dict[str, float]:
        return {f: round(w, 2) for f, w in self.w.items() if abs(w) >= 0.02}


def train(examples: Iterable[Choice], l1: float) -> dict[str, float]:
    """Weights by which the right candidates of a quote win over the others (softmax over its candidates)."""
    model = Sparse(0.3, l1, L2)
    w = model.w
    usable = [e for e in examples if max(e[1]) > 0]
    rng = random.Random(1)
    for _ in range(ROUNDS):
        rng.shuffle(usable)
        for features, worths, _ in usable:
            scores = [sum([w[f] for f in fs]) for fs in features]
            top = max(scores)
            exps = [math.exp(s - top) for s in scores]
            total = sum(exps)
            good = [x * v for x, v in zip(exps, worths, strict=True)]
            share = sum(good)
            for fs, x, g in zip(features, exps, good, strict=True):
                slope = x / total - (g / share if share > 0 else 0)
                if abs(slope) >= 1e-4:
                    for f in fs:
                        model.step(f, slope)
    return model.kept()


def train_binary(examples: Iterable[Judged | Clause], l1: float) -> dict[str, float]:
    """Weights of a logistic regression."""
    model = Sparse(0.2, l1, L2)
    rng = random.Random(2)
    shuffled = list(examples)
    for _ in range(ROUNDS):
        rng.shuffle(shuffled)
        for fs, label, _ in shuffled:
            slope = probability(model.w, fs) - label
            for f in fs:
                model.step(f, slope)
    return model.kept()


def collect_kinds(rows: list[Row], weights: Weights) -> list[Judged]:
    """For each marked stretch its features and whether people held it for somebody's words."""
    examples: list[Judged] = []
    for row in rows:
        narrative = Narrative(Page(row["text"]))
        attributor = Attributor(narrative)
        for number, marked in enumerate(narrative.marked):
            best, margin, _ = ranking.choose(attributor, number, weights)
            scare = any(overlap((marked.start, marked.end), (x["start"], x["end"])) > 0 for x in row["scare"])
            found = [name for group in kinds.evidence(narrative, number, best, margin) for name in group.names]
            examples.append((found, gold_for(row, marked) is not None, scare))
    return examples


def kinds_table(examples: list[Judged], weights: Weights) -> None:
    for threshold in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        kept = [(label, scare) for fs, label, scare in examples if probability(weights, fs) >= threshold]
        scares = sum(s for _, _, s in examples)
        golds = sum(label for _, label, _ in examples)
        tp = sum(label for label, _ in kept)
        print(
            f"  at {threshold}: recall of found {100 * tp / golds:.1f}, precision {100 * tp / len(kept):.1f}, "
            f"scare rejected {100 - 100 * sum(s for _, s in kept) / max(1, scares):.1f}"
        )


def alike(a: Span, b: Span) -> bool:
    return overlap(a, b) >= 0.8 * (max(a[1], b[1]) - min(a[0], b[0]))


def collect_reported(rows: list[Row]) -> tuple[list[Clause], int]:
    """Return the candidate clauses, and how many clauses of reported speech there are to find."""
    examples, wanted = list[Clause](), 0
    for row in rows:
        narrative = Narrative(Page(row["text"]))
        attributor = Attributor(narrative)
        golds = [(min(a for a, _ in c["spans"]), max(z for _, z in c["spans"]), c) for c in row["contents"]]
        wanted += sum(c["type"] == "indirect" and bool(c["speech"]) for _, _, c in golds)
        for item in indirect.reported(narrative, attributor.cues):
            hits = [c for a, z, c in golds if alike((item.start, item.end), (a, z))]
            speech = next(((row["id"], c["eid"]) for c in hits if c["type"] == "indirect" and c["speech"]), None)
            examples.append((item.features, bool(hits), speech))
    return examples, wanted


def reported_table(rows: list[Row], weights: Weights) -> None:
    tallies: dict[float, list[int]] = defaultdict(lambda: [0, 0, 0])
    wanted = 0
    for row in rows:
        narrative = Narrative(Page(row["text"]))
        items = [weighed(item, weights) for item in indirect.reported(narrative, Attributor(narrative).cues)]
        golds = [(min(a for a, _ in c["spans"]), max(z for _, z in c["spans"]), c) for c in row["contents"]]
        speech = [(a, z) for a, z, c in golds if c["type"] == "indirect" and c["speech"]]
        wanted += len(speech)
        for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
            kept = [(i.start, i.end) for i, _ in indirect.select(items, threshold)]
            tallies[threshold][0] += sum(any(alike(k, s) for k in kept) for s in speech)
            tallies[threshold][1] += sum(any(alike(k, (a, z)) for a, z, _ in golds) for k in kept)
            tallies[threshold][2] += len(kept)
    for threshold, (found, right_, all_) in tallies.items():
        share = 100 * right_ / max(1, all_)
        print(f"  at {threshold}: recall {100 * found / wanted:.1f}, precision {share:.1f} of {all_}")


def learn(rows: list[Row], l1: Sequence[float] = L1) -> dict[str, dict[str, float]]:
    """Return the weights of the three rankers, as they are stored, that these articles of the gold set teach."""
    speakers: dict[str, float] = {}
    for turn in range(2):
        speakers = train(collect(rows, speakers, oracle=turn == 0), l1[0])
    return {
        "reported": train_binary(collect_reported(rows)[0], l1[2]),
        "attribution": speakers,
        "kind": train_binary(collect_kinds(rows, speakers), l1[1]),
    }


def right(examples: list[Choice], weights: Weights) -> str:
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
    parser.add_argument("--l1", type=float, nargs=3, default=L1)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.gold.open(encoding="utf-8")]
    ours = [r for r in rows if args.all or learned_on(r["id"])]
    rest = [r for r in rows if not learned_on(r["id"])]
    weights = learn(ours, args.l1)
    speakers, sorts, clauses = weights["attribution"], weights["kind"], weights["reported"]
    print("weights", len(speakers))
    print("learned on:", right(collect(ours, speakers, False), speakers))
    print("the rest:  ", right(collect(rest, speakers, False), speakers))
    print("kinds", len(sorts))
    kinds_table(collect_kinds(ours, speakers), sorts)
    print("the rest")
    kinds_table(collect_kinds(rest, speakers), sorts)
    said, wanted = collect_reported(ours)
    print("reported", len(clauses), "of", len(said), "possible", len({s for _, _, s in said if s}), "wanted", wanted)
    reported_table(ours, clauses)
    print("the rest")
    reported_table(rest, clauses)
    if args.write:
        text = json.dumps({name: dict(sorted(found.items())) for name, found in weights.items()}, indent=0)
        (ROOT / "feeds/reading/data/quote_weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
