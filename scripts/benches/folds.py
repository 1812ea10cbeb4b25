"""How well articles are read that no weight was learned from: five folds of the gold sets beside the project.

    scripts/bench folds [--seed TEXT] [--jobs N]

For each fold the weights of the quotes are learned on the other four, and its articles are read with those in place of
the shipped ones; what all five say together goes to the scorer that judges the program. Rules, word lists and
thresholds were made with all articles in view: only the weights are new to what they read. Another seed cuts the folds
another way, and shows how far a figure moves by chance. It takes about a minute of one core.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import zlib
from functools import partial
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

BENCH = ROOT.parent / "shared" / "bench"
HEADLINES = BENCH / "figures" / "headline_numbers_dev.jsonl"
FOLDS = 5
Row = dict[str, Any]
"""A line of JSONL."""
SPEED = "articles_per_second"
"""Of the scorer's lines those that tell of the replay and not of the reading."""


def rows_of(path: pathlib.Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def weigh_with(weights: dict[str, dict[str, float]]) -> None:
    """Read with these weights from now on: put them where the shipped ones are, forget what was worked out by those."""
    from feeds.reading import evidence

    evidence.WEIGHTS.clear()
    evidence.WEIGHTS.update(weights)
    for name, module in list(sys.modules.items()):
        if name.startswith("feeds.reading"):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()


def read_fold(rows: list[Row], seed: str, fold: int) -> dict[str, list[Row]]:
    """Return the quotes of a fold's articles by id, read with what the other folds teach, in a process of its own."""
    from learn_quotes import learn

    from feeds.reading.page import Page
    from feeds.reading.quotes import read_quotes

    held = [zlib.crc32((seed + row["id"]).encode()) % FOLDS == fold for row in rows]
    # The shipped weights know this fold too: nothing of them may be in what is learned.
    weigh_with({"attribution": {}, "kind": {}, "reported": {}})
    weigh_with(learn([row for row, out in zip(rows, held, strict=True) if not out]))
    unseen = [row for row, out in zip(rows, held, strict=True) if out]
    return {row["id"]: [quote._asdict() for quote in read_quotes(Page(row["text"]))] for row in unseen}


def replay(answers: pathlib.Path) -> None:
    """Answer the scorer as `copydesk extract` would, for the documents that it asks about. It asks for quotes alone."""
    quotes = json.loads(answers.read_text(encoding="utf-8"))
    for line in sys.stdin:
        key = json.loads(line)["id"]
        print(json.dumps({"id": key, "figures": [], "quotes": quotes[key]}))


def score(answers: dict[str, list[Row]]) -> None:
    """Print what the scorer says of these quotes."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "answers.json"
        file.write_text(json.dumps(answers), encoding="utf-8")
        command = shlex.join([sys.executable, __file__, "--replay", str(file)])
        for only in ("polnear", "resolved"):
            asked = [sys.executable, str(BENCH / "score.py"), "--command", command, "--only", only]
            said = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True).stdout
            print("\n".join(line for line in said.splitlines() if SPEED not in line), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--replay", type=pathlib.Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.replay:
        replay(args.replay)
        return 0
    if not BENCH.exists():
        print(f"{BENCH} is not here; nothing to learn from")
        return 0
    from learn_quotes import GOLD
    from learn_salience import example, held_out

    articles = rows_of(GOLD)
    with multiprocessing.get_context("fork").Pool(args.jobs, maxtasksperchild=1) as pool:
        parts = pool.map(partial(read_fold, articles, args.seed), range(FOLDS), chunksize=1)
    score({key: quotes for part in parts for key, quotes in part.items()})
    headlines = rows_of(HEADLINES)
    unseen, _ = held_out([example(row, None) for row in headlines], [args.seed + str(row["id"]) for row in headlines])
    print(f"headlines_hidden.hit@1 = {unseen:.1f}   (counted by scripts/learn_salience.py)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
