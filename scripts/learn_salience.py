"""Learn the weights of the figure ranker from headlines that hold a number of their article, and write them as data.

    scripts/learn_salience.py ../shared/bench/figures/headline_numbers_dev.jsonl            learn and write
    scripts/learn_salience.py ../shared/bench/figures/headline_numbers_dev.jsonl --check    five folds, nothing written

Each line of the set has `text`, `headline`, `cloze` (the headline without the number) and `value`. The figure with that
value should come first among the article's: softmax regression over what `feeds/reading/figures/features.py` gives,
by stochastic gradient descent with a decay towards zero. The weights of the title are learned with the headline given,
all others with it hidden.
"""

import argparse
import hashlib
import json
import math
import pathlib
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from feeds.reading.figures.reader import described, read_groups  # noqa: E402
from feeds.reading.page import Page  # noqa: E402

DATA = ROOT / "feeds/reading/data/salience.toml"
ROUNDS = 30
RATE = 0.05
DECAY = 0.01
FEWEST = 20
"""Figures that a feature must have to be learned: rarer ones only learn their articles by heart."""
JUDGED = {"few later": -1.2, "period later": -1.5}
"""Weights that are set and not learned: far from the head of an article a period or a bare small count is no news,
but the articles of the set are short and their headlines light. They are set as low as they may be."""
FOLDS = 5
TENTHS = 10
Example = tuple[list[list[str]], list[bool]]


def example(row: Mapping[str, Any], title: str | None) -> Example:
    page = Page(str(row["text"]), title)
    groups = read_groups(page)
    value = float(row["value"])
    rows, right = [], []
    for group, found in zip(groups, described(page, groups), strict=True):
        if found is None:
            continue
        draft = group[0][1]
        ends = [float(end) for end in (draft.value, draft.high) if end is not None]
        rows.append(found)
        right.append(any(abs(end - value) <= 1e-6 + 1e-3 * abs(value) for end in ends))
    return rows, right


def learn(examples: list[Example], weights: dict[str, float], names: set[str]) -> dict[str, float]:
    chance = random.Random(7)
    weights = dict(weights)
    order = [e for e in examples if any(e[1]) and not all(e[1])]
    for turn in range(ROUNDS):
        chance.shuffle(order)
        rate = RATE / (1 + turn / 6)
        for rows, right in order:
            scores = [sum(weights.get(name, 0.0) for name in row) for row in rows]
            top = max(scores)
            powers = [math.exp(s - top) for s in scores]
            whole = sum(powers)
            good = sum(p for p, r in zip(powers, right, strict=True) if r)
            for row, power, is_right in zip(rows, powers, right, strict=True):
                step = rate * ((power / good if is_right else 0.0) - power / whole)
                for name in row:
                    if name in names:
                        old = weights.get(name, 0.0)
                        weights[name] = old + step - rate * DECAY * old
    return weights


def hits(examples: Iterable[Example], weights: dict[str, float]) -> tuple[int, int]:
    first = count = 0
    for rows, right in examples:
        count += 1
        if rows:
            scores = [sum(weights.get(name, 0.0) for name in row) for row in rows]
            first += right[max(range(len(rows)), key=lambda n: (scores[n], -n))]
    return first, count


def common(examples: list[Example]) -> set[str]:
    seen = Counter(name for rows, _ in examples for row in rows for name in set(row))
    return {name for name, count in seen.items() if count >= FEWEST} - set(JUDGED)


def held_out(hidden: list[Example], keys: list[str]) -> tuple[float, list[tuple[float, bool]]]:
    """Return how often, of 100, the right figure came first in articles not learned from, and all their scores."""
    first = 0
    scores: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        held = [int(hashlib.sha256(k.encode()).hexdigest(), 16) % FOLDS == fold for k in keys]
        train = [e for e, h in zip(hidden, held, strict=True) if not h]
        tested = [e for e, h in zip(hidden, held, strict=True) if h]
        weights = learn(train, {}, common(train)) | JUDGED
        first += hits(tested, weights)[0]
        for rows, right in tested:
            scores += [(sum(weights.get(n, 0.0) for n in row), r) for row, r in zip(rows, right, strict=True)]
    return 100 * first / len(keys), scores


def calibrate(scores: list[tuple[float, bool]]) -> tuple[float, float]:
    """Return the scale and the shift of the logistic function that fits scores of figures not learned from."""
    scale, shift = 1.0, 0.0
    for _ in range(300):
        wrong = [(1 / (1 + math.exp(-(scale * score + shift))) - right, score) for score, right in scores]
        scale -= 3 * sum(w * score for w, score in wrong) / len(scores)
        shift -= 3 * sum(w for w, _ in wrong) / len(scores)
    return scale, shift


def reliability(scores: list[tuple[float, bool]], scale: float, shift: float) -> list[str]:
    """Return a line for each tenth of salience: how many figures, and how many in 100 are their headline's number."""
    tenths: dict[int, list[bool]] = {}
    for score, right in scores:
        tenths.setdefault(int(TENTHS / (1 + math.exp(-(scale * score + shift)))), []).append(right)
    return [
        f"from {tenth / TENTHS:.1f}: {100 * sum(found) / len(found):3.0f} of 100 ({len(found)} figures)"
        for tenth, found in sorted(tenths.items())
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    hidden = [example(row, None) for row in rows]
    unseen, scores = held_out(hidden, [str(row["id"]) for row in rows])
    scale, shift = calibrate(scores)
    print("\n".join(reliability(scores, scale, shift)))
    print(f"hit@1 on articles not learned from: {unseen:.1f}")
    if args.check:
        return 0
    weights = learn(hidden, {}, common(hidden)) | JUDGED
    titled = [example(row, str(row["headline"])) for row in rows]
    weights = learn(titled, weights, {"title value", "title unit", "title about"})
    lines = [
        "# Weights of the figure ranker. Origin: learned by scripts/learn_salience.py from which number of an",
        f"# article its editor put into the headline ({len(rows)} articles; general features, none of their text).",
        f"# In articles not learned from the right figure comes first in {unseen:.1f} of 100, headline hidden.",
        "# The calibration makes a share of the score. The shares of figures not learned from, by tenths of salience:",
        *(f"#   {line}" for line in reliability(scores, scale, shift)),
        "[calibration]",
        f"scale = {scale:.3f}",
        f"shift = {shift:.3f}",
        "",
        "[weights]",
    ]
    lines += [f"{json.dumps(name)} = {weights[name]:.3f}" for name in sorted(weights) if abs(weights[name]) >= 0.0005]
    DATA.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
