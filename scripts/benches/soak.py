"""Watches 50 changing feeds at an interval of 5 s for 30 minutes: memory by thirds, descriptors, each change once."""

import argparse
import json
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from _peers import ROOT, Farm

COPYDESK = str(pathlib.Path(sys.executable).parent / "copydesk")
FLAT = 1.10
"""How much more memory the last third may take than the first, in which the articles of the first run are read."""


def sample(pid: int) -> tuple[float, int]:
    """Return MiB and open descriptors of a process."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    memory = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
    return memory, len(list(pathlib.Path(f"/proc/{pid}/fd").iterdir()))


def watched(desk: pathlib.Path, farm: Farm, minutes: float) -> list[tuple[float, int]]:
    """Run `refresh --watch` on the farm while its feeds change; return the samples, one a second."""
    samples = []
    with (desk / "log").open("wb") as log:
        command = [COPYDESK, "--config", str(desk / "config.toml"), "refresh", "--watch", "--interval", "5s"]
        process = subprocess.Popen([*command, "--log-format", "json"], stdout=subprocess.DEVNULL, stderr=log)
        ends = time.monotonic() + 60 * minutes
        changes = 0.0
        while time.monotonic() < ends and process.poll() is None:
            if time.monotonic() > changes and time.monotonic() < ends - 30:  # what changes last is seen too
                farm.control("churn?share=0.2&items=2")
                changes = time.monotonic() + 10
            samples.append(sample(process.pid))
            time.sleep(1)
        process.send_signal(signal.SIGTERM)
        code = process.wait(60)
    if code != 128 + signal.SIGTERM:
        sys.exit(f"refresh --watch ended with {code}:\n{(desk / 'log').read_text()[-2000:]}")
    return samples


def logged(desk: pathlib.Path) -> tuple[int, int, int]:
    """Return the runs, the new articles by the lines of the sources, and by the summaries."""
    lines = [json.loads(line) for line in (desk / "log").read_text().splitlines()]
    runs = [line for line in lines if line["event"] == "run finished"]
    changed = [line for line in lines if line["event"] == "source changed"]
    return len(runs), sum(line["new"] for line in changed), sum(line["new"] for line in runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--feeds", type=int, default=50)
    wanted = parser.parse_args()
    farm = Farm(wanted.feeds, port=8760)
    try:
        with tempfile.TemporaryDirectory() as folder:
            desk = pathlib.Path(folder)
            sources = "".join(f'[[source]]\nurl = "{url}"\nfull_text = "never"\n' for url in farm.urls)
            (desk / "config.toml").write_text(f'archive = "{desk}/archive.sqlite3"\n{sources}')
            samples = watched(desk, farm, wanted.minutes)
            runs, by_source, by_run = logged(desk)
            listing = [COPYDESK, "--config", str(desk / "config.toml"), "list", "--format", "jsonl"]
            stored = subprocess.run(listing, capture_output=True, check=True, cwd=ROOT).stdout.count(b"\n")
    finally:
        farm.stop()
    third = len(samples) // 3
    parts = [samples[:third], samples[third : 2 * third], samples[2 * third :]]
    memory = [statistics.median(one for one, _ in part) for part in parts]
    descriptors = [max(many for _, many in part) for part in parts]
    print(f"{runs} runs over {wanted.feeds} feeds in {wanted.minutes:g} minutes")
    print("MiB by thirds          " + "  ".join(f"{one:.1f}" for one in memory))
    print("descriptors by thirds  " + "  ".join(map(str, descriptors)))
    print(f"new articles           {by_source} in lines of sources, {by_run} in summaries, {stored} stored")
    wrong = [
        *(["memory grows"] if memory[-1] > FLAT * memory[0] else []),
        *(["descriptors leak"] if descriptors[-1] > descriptors[0] else []),
        *(["a change was not logged once"] if not by_source == by_run == stored else []),
    ]
    sys.exit("; ".join(wrong) or 0)


if __name__ == "__main__":
    main()
