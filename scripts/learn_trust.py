"""Learn how sure a figure is from sentences that people labelled, and show what that is worth.

    .venv/bin/python scripts/learn_trust.py [--gold FILE] [--write]

A figure is right where a label has its value and its unit. Each half of the sentences is judged with the weights that
the other half gives: for each tenth of confidence the share that is right is printed. `--write` writes the weights of
all sentences to feeds/reading/data/trust.toml.
"""

import argparse
import json
import math
import pathlib
import sys
import zlib
from collections import defaultdict
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[1]
FIGURES = ROOT.parent / "shared/bench/figures"
sys.path[:0] = [str(ROOT), str(FIGURES)]

import figures_eval  # noqa: E402

from feeds.reading.figures.draft import Draft  # noqa: E402
from feeds.reading.figures.reader import read_groups  # noqa: E402
from feeds.reading.figures.trust import signs  # noqa: E402
from feeds.reading.figures.typed import TYPED  # noqa: E402
from feeds.reading.page import Page  # noqa: E402

TABLE = ROOT / "feeds/reading/data/trust.toml"
ROUNDS, STEP, SHRINK = 400, 0.01, 1.0
Example = tuple[list[str], bool, bool]
"""Signs, whether it is right, and the half it belongs to."""


def takes(gold: list[dict[str, Any]], draft: Draft) -> bool:
    """Take the label of a figure's value out of the list; tell whether there was one and it has its unit too."""
    value = float(draft.value) if draft.high is None else [float(draft.value), float(draft.high)]
    for label in gold:
        if label["value"] is not None and figures_eval.value_eq(label["value"], value):
            gold.remove(label)
            ours = {figures_eval.canon(draft.key or draft.unit or "-"), figures_eval.canon(draft.unit or "-")}
            return bool(ours & {figures_eval.canon(label["unit_norm"]), figures_eval.canon(label["unit"])})
    return False


def examples(gold: pathlib.Path) -> list[Example]:
    found: list[Example] = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        half = zlib.crc32(row["id"].encode()) % 2 == 1
        labels = list(row["figures"])
        drafts = [group[0][1] for group in read_groups(Page(row["text"], None))]
        found += [(["bias", *signs(d)], takes(labels, d), half) for d in drafts if d.kind not in TYPED]
    return found


def chance(weights: dict[str, float], names: list[str]) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in names)))


def fit(rows: list[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression, all but the bias drawn towards zero."""
    weights: dict[str, float] = defaultdict(float)
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for names, right, _half in rows:
            error = right - chance(weights, names)
            for name in names:
                slope[name] += error
        for name, value in slope.items():
            weights[name] += STEP * (value - (0 if name == "bias" else SHRINK * weights[name]))
    return {name: round(weight, 2) for name, weight in sorted(weights.items())}


def show(rows: list[Example]) -> None:
    cells: dict[int, list[float]] = defaultdict(lambda: [0, 0, 0])
    for half in (False, True):
        weights = fit([row for row in rows if row[2] != half])
        for names, right, _half in [row for row in rows if row[2] == half]:
            said = chance(weights, names)
            cell = cells[min(9, int(said * 10))]
            cell[0], cell[1], cell[2] = cell[0] + 1, cell[1] + right, cell[2] + said
    for tenth, (count, good, said) in sorted(cells.items()):
        shares = f"{100 * good / count:5.1f} of 100 right, {100 * said / count:5.1f} said"
        print(f"from {tenth / 10:.1f}: {shares}, {count:.0f} figures")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, default=FIGURES / "newsquant_dev.jsonl")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = examples(args.gold)
    show(rows)
    if args.write:
        lines = [f'"{name}" = {weight}' for name, weight in fit(rows).items()]
        head = "# How sure a figure is. Origin: weights learned by scripts/learn_trust.py on labelled news sentences.\n"
        TABLE.write_text(f"{head}\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
