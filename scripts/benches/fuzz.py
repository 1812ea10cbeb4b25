"""Puts 200,000 broken inputs through the intake: no crash, no hang, no control character in what would be stored."""

import argparse
import multiprocessing
import os
import pathlib
import random
import signal
import sys
import time
import warnings

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEEDS = ROOT.parent / "shared" / "net" / "feeds"
sys.path.insert(0, str(ROOT))
DEADLINE = 8
"""Seconds of CPU for one input; the parser's child has as many of the clock."""


def seeds() -> list[bytes]:
    from tests.feeds.intake.mutating import SEEDS

    real = [path.read_bytes() for path in sorted(FEEDS.rglob("*")) if path.is_file() and path.suffix != ".tsv"]
    return [*SEEDS, *(data for data in real if len(data) < 2 << 20)]


def share(job: tuple[int, int, int]) -> tuple[int, list[str], float]:
    from tests.feeds.intake.mutating import mutations, survive

    number, count, seed = job
    warnings.simplefilter("ignore")
    faults: list[str] = []
    slowest = 0.0

    def late(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, late)
    for data in mutations(seeds(), count, random.Random(f"{seed}-{number}")):
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, DEADLINE)  # CPU: on a loaded machine the clock would blame the input
        try:
            survive(data, feedparser=True)
        except BaseException as error:
            faults.append(f"{type(error).__name__}: {str(error)[:200]}: {data[:300]!r}")
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, time.process_time() - began)
    return count, faults, slowest


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    os.nice(10)
    began = time.perf_counter()
    pieces = max(options.processes, options.count // 2000)
    jobs = [(n, options.count // pieces, options.seed) for n in range(pieces)]
    done, faults, slowest = 0, list[str](), 0.0
    with multiprocessing.Pool(options.processes) as pool:
        for count, found, slow in pool.imap_unordered(share, jobs):
            done, slowest = done + count, max(slowest, slow)
            faults += found
            for fault in found:
                print(fault, file=sys.stderr, flush=True)
            if sys.stderr.isatty() or done % 10_000 < count:
                rate = done / (time.perf_counter() - began)
                left = (options.count - done) / rate
                print(
                    f"{done:,} of {options.count:,}, {len(faults)} faults, {rate:.0f}/s, {left:.0f} s left",
                    file=sys.stderr,
                    flush=True,
                )
    wall = time.perf_counter() - began
    said = f"{len(faults)} faults; the slowest took {slowest:.2f} s (deadline {DEADLINE} s)"
    print(f"{done:,} inputs in {wall:.0f} s: {said}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
