"""What a verb costs before it does anything, beside a bare interpreter in the same environment: `scripts/bench start`.

Wall time is what a user feels, CPU time is what a busy machine leaves comparable; both are medians of runs in turn. At
most 4 times `python -c pass` is asked of `--version` and `list --limit 1`; with an archive of 100,000 articles, at most
5 times and 60 MB of `status` and `list`.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import big_archive

HERE = Path(__file__).resolve().parent.parent.parent
COPYDESK = str(Path(sys.executable).parent / "copydesk")
BARE = "python -c pass"
VERBS = {
    BARE: [sys.executable, "-c", "pass"],
    "copydesk --version": [COPYDESK, "--version"],
    "copydesk list --limit 1": [COPYDESK, "list", "--limit", "1"],
    "copydesk status --short": [COPYDESK, "status", "--short"],
    "copydesk config check": [COPYDESK, "config", "check"],
    "copydesk extract": [COPYDESK, "extract", "--format", "jsonl", str(HERE / "LICENSE")],
}


class Cost(NamedTuple):
    wall: float
    cpu: float
    memory: float


def cost(command: list[str], environment: dict[str, str]) -> Cost:
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    used = os.wait4(process.pid, 0)[2]
    process.returncode = 0  # it has been waited for
    return Cost((time.perf_counter() - began) * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)


def big(archive: Path, home: str) -> dict[str, list[str]]:
    """Return the verbs on an archive made by big_archive.py, with its hundred feeds as sources."""
    config = Path(home) / "big.toml"
    tables = [f'[[source]]\nname = "{key}"\nurl = "https://{key}.example/rss"\n' for key in big_archive.KEYS]
    config.write_text(f'archive = "{archive}"\n{"".join(tables)}')
    desk = [COPYDESK, "--config", str(config)]
    return {
        "big: status": [*desk, "status"],
        "big: status --short": [*desk, "status", "--short"],
        "big: list --limit 50": [*desk, "list", "--limit", "50"],
        "big: list quotes --limit 50": [*desk, "list", "quotes", "--limit", "50"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", type=int, nargs="?", default=21)
    parser.add_argument("--archive", type=Path, help="a big one, made by big_archive.py")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "COPYDESK_CONFIG": ""}
        subprocess.run([COPYDESK, "refresh"], env=environment, stdout=subprocess.DEVNULL, check=True)
        verbs = VERBS | (big(wanted.archive.resolve(), home) if wanted.archive else {})
        costs: dict[str, list[Cost]] = {name: [] for name in verbs}
        for _ in range(wanted.rounds):
            for name, command in verbs.items():
                costs[name].append(cost(command, environment))
    middle = {name: Cost(*map(statistics.median, zip(*row, strict=True))) for name, row in costs.items()}
    bare = middle[BARE]
    print(f"{'medians of ' + str(wanted.rounds):<28}{'wall ms':>9}{'ratio':>7}{'CPU ms':>9}{'ratio':>7}{'MB':>7}")
    for name, (wall, cpu, memory) in middle.items():
        print(f"{name:<28}{wall:9.1f}{wall / bare.wall:7.2f}{cpu:9.1f}{cpu / bare.cpu:7.2f}{memory:7.1f}")


if __name__ == "__main__":
    main()
