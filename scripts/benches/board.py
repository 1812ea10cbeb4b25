"""The board in a real terminal against an empty Textual app, a list of Textual's, and newsboat on the same articles.

board.py [--archive BIG] [--runs 3] [--only first,keys,filter,rows,refresh]: with an archive made by big_archive.py
(made anew where none is named). Needs the terminal meter ptybench.py beside the project; where newsboat is installed,
its first screen is measured too, and where the farm of feeds is, the keys during a refresh of 200 feeds.
"""

import argparse
import importlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts/benches")]

import _live  # noqa: E402
import _newsboat  # noqa: E402
from _peers import FARM, Farm  # noqa: E402

METER = ROOT.parent / "shared/tools/ptybench.py"
COPYDESK = str(Path(sys.executable).parent / "copydesk")
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Ready")
Empty().run()
"""
LIST = """
from textual.app import App
from textual.widgets import OptionList
class List(App):
    animation_level = "none"
    def compose(self):
        yield OptionList(*(f"Ready: headline {n} of the harbour" for n in range(1000)))
List().run()
"""
PARTS = ("first", "keys", "filter", "rows", "refresh")
FEEDS = 200
NEW = 2000


def meter(command: list[str], wait: str, runs: int, *more: str) -> dict[str, Any]:
    base = [sys.executable, str(METER), "--size", "120x36", "--wait", wait, "--runs", str(runs), "--json", *more]
    done = subprocess.run([*base, "--", *command], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


class Desk:
    """A configuration over an archive, its sources known and none of them asked, and more sources where named."""

    def __init__(self, folder: Path, archive: Path, more: Sequence[str] = ()) -> None:
        self.archive = archive
        self.config = folder / f"{archive.stem}-{len(more)}.toml"
        rows = [f'[[source]]\nname = "source-{n}"\npath = "{folder}"\npaused = true\n' for n in range(100)]
        named = [f'[[source]]\n{"url" if "://" in one else "path"} = "{one}"\n' for one in more]
        self.config.write_text(f'archive = "{archive}"\n' + "".join([*rows, *named]))

    @property
    def board(self) -> list[str]:
        return [COPYDESK, "--config", str(self.config)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    args = parser.parse_args()
    if not METER.exists():
        print(f"no terminal meter at {METER}")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = args.archive or folder / "big.sqlite3"
        if not archive.exists():
            subprocess.run([sys.executable, str(ROOT / "scripts/benches/big_archive.py"), str(archive)], check=True)
        for part in args.only.split(","):
            globals()[f"measure_{part}"](folder, archive, args.runs)
    return 0


def measure_first(folder: Path, archive: Path, runs: int) -> None:
    """First rows, and memory once all keys are known."""
    empty = folder / "empty.py"
    empty.write_text(EMPTY)
    bare = meter([sys.executable, str(empty)], "Ready", runs * 2)
    ours = meter(Desk(folder, archive).board, "1 of", runs * 2)
    show("an empty Textual app", bare, ["first_text"])
    show("the board", ours, ["first_text", "settled", "rss_mb"])
    if _newsboat.here():
        them = meter(_newsboat.command(folder, archive), "source-0", runs * 2, "--quit", "q")
        show("newsboat, the same articles", them, ["first_text", "rss_mb"])
    ratio = ours["first_text"]["median"] / bare["first_text"]["median"]
    print(f"first rows: {ratio:.2f} times the empty app (must: 1.7)", flush=True)


def measure_keys(folder: Path, archive: Path, runs: int) -> None:
    """Each key alone on each panel, beside Textual's own list: what a key costs on this machine now."""
    listing = folder / "list.py"
    listing.write_text(LIST)
    floor = meter([sys.executable, str(listing)], "Ready", runs, "--key", "down", "--count", "40")
    show("a list of Textual's, down", floor, ["key_last", "key_cpu"])
    for panel in "1", "2", "3":
        for key in "down", "pagedown":
            more = ["--before", panel, "--key", key, "--count", "40", "--idle", "3"]
            found = meter(Desk(folder, archive).board, "of 100,000", runs, *more)
            show(f"panel {panel}, {key}", found, ["key_last", "key_cpu", "idle_cpu", "rss_end_mb"])


def measure_filter(folder: Path, archive: Path, runs: int) -> None:
    """From a letter of the filter to its first rows."""
    tell("filter, a letter to its rows", _live.filter_waits(ptybench(), Desk(folder, archive).board, runs), 100)


def measure_rows(folder: Path, archive: Path, runs: int) -> None:
    """What new rows cost on the event loop."""
    costs = []
    for _ in range(runs):
        with copied(folder, archive) as big:
            files = _live.feed_files(folder, NEW)
            cost, came = _live.new_rows(Desk(folder, big, [str(file) for file in files]).config)
            costs.append(cost)
            if came != NEW:
                print(f"{came} rows came instead of {NEW}")
    tell(f"{NEW:,} new rows, CPU of the event loop", costs, 30)


def measure_refresh(folder: Path, archive: Path, runs: int) -> None:
    """Keys while 200 feeds are read."""
    if not FARM.exists():
        print(f"no farm of feeds at {FARM}")
        return
    waits = []
    for run in range(runs):
        farm = Farm(FEEDS, port=8790 + run)
        try:
            with copied(folder, archive) as big:
                waits += _live.keys_during_refresh(ptybench(), Desk(folder, big, farm.urls).board, FEEDS)
        finally:
            farm.stop()
    tell(f"down during a refresh of {FEEDS} feeds ({len(waits)} keys)", waits, 50)


@contextmanager
def copied(folder: Path, archive: Path) -> Iterator[Path]:
    """A copy of the archive that may be written to."""
    big = folder / "copy.sqlite3"
    shutil.copyfile(archive, big)
    try:
        yield big
    finally:
        for one in folder.glob("copy.sqlite3*"):
            one.unlink()


def ptybench() -> Any:
    """The meter as a module."""
    sys.path.insert(0, str(METER.parent))
    return importlib.import_module("ptybench")


def tell(name: str, waits: list[float], most: int) -> None:
    """One line of milliseconds: the least, the median, the 95th of a hundred, and what it must be."""
    ordered = sorted(waits) or [0.0]
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    said = f"{ordered[0]:.0f}/{statistics.median(ordered):.0f}/{p95:.0f}"
    print(f"{name} (least/median/p95): {said} ms (must: {most})", flush=True)


def show(name: str, found: dict[str, Any], figures: list[str]) -> None:
    """One line: the least, the median and the 95th of a hundred."""
    said = (f"{one} {found[one]['min']:.0f}/{found[one]['median']:.0f}/{found[one]['p95']:.0f}" for one in figures)
    print(f"{name} (least/median/p95): " + ", ".join(said), flush=True)


if __name__ == "__main__":
    sys.exit(main())
