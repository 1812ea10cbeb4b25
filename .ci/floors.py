"""Run the scorer over the gold sets beside the project and compare each figure with its floor in floors.toml."""

import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
LINE = re.compile(r"^(?P<name>[\w.@+~]+) = (?P<figure>[-\d.]+)")
AT_MOST = ("spurious",)  # measures of which less is better


def score() -> dict[str, float]:
    command = f"{ROOT / '.venv/bin/copydesk'} extract --format jsonl -"
    done = subprocess.run(
        [sys.executable, SHARED / "bench/score.py", "--command", command], capture_output=True, text=True, check=False
    )
    print(done.stdout, end="")
    if done.returncode:
        sys.exit(f"the scorer stopped with status {done.returncode}: {done.stderr[-2000:]}")
    return {m["name"]: float(m["figure"]) for m in map(LINE.match, done.stdout.splitlines()) if m}


def main() -> int:
    floors: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    reached = score()
    fallen = 0
    for name, floor in floors.items():
        figure = reached.get(name)
        less_is_better = name.endswith(AT_MOST)
        if figure is None or (figure > floor if less_is_better else figure < floor):
            fallen += 1
            print(f"floor: {name} is {figure}, {'at most' if less_is_better else 'at least'} {floor}")
    print(f"floors: {len(floors) - fallen} kept, {fallen} broken")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
