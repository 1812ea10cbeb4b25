"""What a verb costs before it does anything, beside a bare interpreter in the same environment: `scripts/bench start`.

Wall time is what a user feels, CPU time is what a busy machine leaves comparable; both are medians of runs in turn. At
most 4 times `python -c pass` is asked of `--version` and `list --limit 1`.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent.parent
COPYDESK = str(Path(sys.executable).parent / "copydesk")
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
VERBS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "copydesk --version": [COPYDESK, "--version"],
    "copydesk list --limit 1": [COPYDESK, "list", "--limit", "1"],
    "copydesk status --short": [COPYDESK, "status", "--short"],
    "copydesk config check": [COPYDESK, "config", "check"],
    "copydesk extract": [COPYDESK, "extract", "--format", "jsonl", str(HERE / "LICENSE")],
}


def cost(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "COPYDESK_CONFIG": ""}
        subprocess.run([COPYDESK, "refresh"], env=environment, stdout=subprocess.DEVNULL, check=True)
        costs: dict[str, list[tuple[float, float]]] = {name: [] for name in VERBS}
        for _ in range(ROUNDS):
            for name, command in VERBS.items():
                costs[name].append(cost(command, environment))
    middle = {
        name: tuple(statistics.median(part) * 1000 for part in zip(*row, strict=True)) for name, row in costs.items()
    }
    bare = middle["python -c pass"]
    print(f"{'medians of ' + str(ROUNDS):<26}{'wall ms':>9}{'ratio':>7}{'CPU ms':>9}{'ratio':>7}")
    for name, (wall, cpu) in middle.items():
        print(f"{name:<26}{wall:9.1f}{wall / bare[0]:7.2f}{cpu:9.1f}{cpu / bare[1]:7.2f}")


if __name__ == "__main__":
    main()
