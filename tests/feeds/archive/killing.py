"""Stores without end; run by `test_killed`, which kills it: killing.py ARCHIVE KILLS SEED.

One process forks a writer, kills it with SIGKILL at a random moment, and checks what is there against what was
reported as stored; it prints one line a kill, and exits 1 at the first loss. Forks, because fifty starts of Python
would take longer than everything else in this suite.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from feeds.archive import Archive, open_archive  # noqa: E402 (run as a file, it must find its own tree)
from feeds.model import Answer, Source, SourceState  # noqa: E402
from tests.feeds.archive.making import article, read  # noqa: E402

PER_ANSWER = 5


def text(n: int, number: int) -> str:
    return (
        f'Ferry {n} took {number} people in round {n}.\n"We sail {n}," Ana Lund, the mayor, said.\n' + "Calm sea. " * 50
    )


def write(path: str, first: int, report: int) -> None:
    with open_archive(path) as archive, archive.run_lock():
        n = first
        while True:
            source = Source(f"s{n}", f"s{n}", "feed", f"https://s{n}.example")
            some = [article(str(i), text(n, i + 1), source=source) for i in range(PER_ANSWER)]
            archive.store("r", Answer(source, "ok", SourceState(etag=b"%d" % n), tuple(some)), read, 100 + n)
            os.write(report, b"%d\n" % n)
            n += 1


def check(archive: Archive, reported: list[int]) -> str:
    said = archive.db.execute("PRAGMA integrity_check").fetchone()[0]
    archive.db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    held = dict(
        archive.db.execute("SELECT s.key, count(*) FROM article a JOIN source s ON s.row = a.source GROUP BY s.row")
    )
    etags = dict(archive.db.execute("SELECT key, etag FROM source"))
    lost = [n for n in reported if held.get(f"s{n}") != PER_ANSWER or etags[f"s{n}"] != b"%d" % n]
    partial = [key for key, many in held.items() if many != PER_ANSWER]
    figures, articles = len(archive.keys("figures")), sum(held.values())
    if said != "ok" or lost or partial or figures != 2 * articles or len(archive.keys("quotes")) != articles:
        return f"{said} lost={lost} partial={partial} figures={figures} articles={articles}"
    return ""


def main(path: str, kills: int, seed: int) -> int:
    dice, reported, first = random.Random(seed), list[int](), 0
    for kill in range(kills):
        out, report = os.pipe()
        writer = os.fork()
        if not writer:
            os.close(out)
            write(path, first, report)
        os.close(report)
        with os.fdopen(out, "rb") as lines:
            got = [lines.readline()]  # at least one is stored, so that fifty kills hit fifty busy writers
            time.sleep(dice.uniform(0, 0.008))
            os.kill(writer, signal.SIGKILL)
            got += lines.readlines()
        os.waitpid(writer, 0)
        reported += [int(line) for line in got]
        first = reported[-1] + 2  # the one under way may or may not be there
        with open_archive(path) as archive, archive.run_lock():
            lost = check(archive, reported)
        sys.stdout.write(f"kill {kill}: {len(reported)} reported {lost}\n")
        if lost:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
