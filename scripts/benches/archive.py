"""Lists, searches, queries and writes on a big archive, in milliseconds of CPU: archive.py [ARCHIVE]."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sized
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import big_archive  # noqa: E402 (its own folder is on the path, its own tree is now)

from feeds.archive import Archive, Selection, open_archive  # noqa: E402
from feeds.archive.lookup.lists import What  # noqa: E402
from feeds.model import Answer, Source, SourceState  # noqa: E402
from feeds.query import narrow  # noqa: E402
from tests.feeds.archive.making import article, read  # noqa: E402

NOW = big_archive.NOW
LISTS: tuple[What, ...] = ("headlines", "figures", "quotes")
QUERIES = (
    "harbour", "harbour traffic rise", '"grain exports"', "unit:drone value:>90000", "speaker:lund",
    "cue:denied since:30d", "speaker:lund cue:denied", "about:exports value:>99000", "by:marsk unit:people",
    "source:source-7 is:new since:7d", "tide or quay", "-harbour since:2d", "kind:money value:10..20",
    "(harbour or school) -cue:said unit:tonne since:90d", "role:minister harbour", "is:starred", "title:aldova",
    "about:exports", "by:marsk", "is:doubtful", "-kind:money", "-unit:drone value:>500", "by:marsk or speaker:lund",
    "unit:dr*", "is:rejected", "about:qqq", "by:qqq", "unit:qqq", "text:qqq", "role:qqq", "speaker:qqq", "qqq",
)  # fmt: skip
SEARCHES = ("harbour", "harbour traffic", "harbour traffic rise", "lund", "zeller denied", "day 777", "marsk")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, nargs="?", help="made by big_archive.py; without it one is made")
    given = parser.parse_args().archive
    with tempfile.TemporaryDirectory() as folder:
        path = given or Path(folder) / "big.sqlite3"
        if not given:
            began = time.perf_counter()
            big_archive.build(path, 100_000, 300_000, 100_000)
            print(f"made in {time.perf_counter() - began:.1f} s: {path.stat().st_size / 1e6:.0f} MB")
        starting(path)
        with open_archive(path) as archive:
            lists(archive)
            queries(archive)
            searches(archive)
        storing(Path(folder) / "new.sqlite3")


def took(name: str, ask: Callable[[], object], limit: float, times: int = 5) -> None:
    """Print the median CPU time and wall time of `ask`, and whether it stays under `limit` milliseconds of CPU."""
    cpu, wall = list[float](), list[float]()
    for _ in range(times):
        began, beat = time.perf_counter(), time.process_time()
        found = ask()
        cpu.append((time.process_time() - beat) * 1e3)
        wall.append((time.perf_counter() - began) * 1e3)
    middle = sorted(cpu)[times // 2]
    many = len(found) if isinstance(found, Sized) else found
    verdict = "" if middle <= limit else f"  over {limit:g}"
    print(f"  {name:58} {middle:8.2f} {sorted(wall)[times // 2]:8.2f} {many:>8}{verdict}")


def head(title: str) -> None:
    print(f"\n{title:60} {'CPU ms':>8} {'wall ms':>8} {'rows':>8}")


def started(code: str) -> int:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True).returncode


def starting(path: Path) -> None:
    first = f"a=open_archive({str(path)!r});a.headlines(a.keys('headlines',Selection(limit=1)))"
    commands = {"python -c pass": "pass", "open and one headline": f"from feeds.archive import *\n{first}"}
    head("starting")
    for name, code in commands.items():
        took(
            name,
            partial(started, code),
            1e9,
            15,
        )


def lists(archive: Archive) -> None:
    head("lists")
    for what in LISTS:
        rows = {"headlines": archive.headlines, "figures": archive.figures, "quotes": archive.quotes}[what]
        keys = archive.keys(what)
        ask = {
            "first 200 keys": (Selection(limit=200), 2), "all keys": (Selection(), 150),
            "filter, common word, first 200": (Selection(words="harbour", limit=200), 20),
            "filter, word of no row, first 200": (Selection(words="qqq", limit=200), 150),
            "half of the sources": (Selection(sources=tuple(big_archive.KEYS[::2])), 150),
        }  # fmt: skip
        for name, (selection, limit) in ask.items():
            took(f"{what}: {name}", partial(archive.keys, what, selection), limit)
        took(f"{what}: 50 rows", partial(rows, keys[:50]), 5)
    article = archive.headlines(archive.keys("headlines", Selection(limit=1)))[0].id
    took("one article", lambda: archive.article(article), 5)
    took("figures of one unit", lambda: archive.keys("figures", Selection(unit_key="drone")), 50)
    took("quotes of one speaker", lambda: archive.keys("quotes", Selection(speaker="ana lund")), 5)
    took("counts", archive.counts, 50)
    took("sources", archive.sources, 50)
    took("speakers", lambda: archive.speakers(50), 300)


def queries(archive: Archive) -> None:
    for limit in (50, None):
        head(f"queries, {'the first 50' if limit else 'all'}")
        for text in QUERIES:
            for what in LISTS:
                chosen = narrow(Selection(limit=limit), what, text, NOW)
                took(f"{what}: {text}", partial(archive.keys, what, chosen), 50, 3)


def searches(archive: Archive) -> None:
    head("searches, the first 50 with snippets")
    for words in SEARCHES:
        took(f"best first: {words}", partial(archive.search, words), 100)
        took(f"newest first: {words}", partial(archive.search, words, newest=True), 20)


def storing(path: Path) -> None:
    """Store 100 answers of 30 articles, without the reading of them."""
    answers = []
    for n in range(100):
        source = Source(f"s{n}", f"s{n}", "feed", f"https://s{n}.example")
        text = f'Pier {n} took {{}} people.\n"We sail {n}," Ana Lund, the mayor, said.\n' + "The sea was calm. " * 30
        some = tuple(article(str(i), text.format(i), f"Pier {n}, day {i}", source) for i in range(30))
        answers.append(Answer(source, "ok", SourceState(), some))
    known = {a.id: read(a) for one in answers for a in one.articles}
    head("writing")
    with open_archive(path) as archive:
        for name in ("100 new answers of 30 articles", "the same again"):
            took(name, lambda: [archive.store("r", one, lambda a: known[a.id], NOW) for one in answers], 1e9, 1)
        print(f"  {path.stat().st_size / 3000:.0f} bytes an article")


if __name__ == "__main__":
    main()
