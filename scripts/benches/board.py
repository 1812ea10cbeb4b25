"""The board in a real terminal against an empty Textual app: first rows, keys on every panel, idle, memory.

board.py [--archive BIG] [--runs 3]: with an archive made by big_archive.py (made anew where none is named). Needs the
terminal meter ptybench.py beside the project.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
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


def meter(command: list[str], wait: str, runs: int, *more: str) -> dict[str, Any]:
    base = [sys.executable, str(METER), "--size", "120x36", "--wait", wait, "--runs", str(runs), "--json", *more]
    done = subprocess.run([*base, "--", *command], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def desk(folder: Path, archive: Path) -> Path:
    """A configuration over the sources of the archive, none of them asked."""
    config = folder / "config.toml"
    rows = [f'[[source]]\nname = "source-{n}"\npath = "{folder}"\npaused = true\n' for n in range(100)]
    config.write_text(f'archive = "{archive}"\n' + "".join(rows))
    return config


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    if not METER.exists():
        print(f"no terminal meter at {METER}")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = args.archive or folder / "big.sqlite3"
        if not archive.exists():
            subprocess.run([sys.executable, str(ROOT / "scripts/benches/big_archive.py"), str(archive)], check=True)
        board = [COPYDESK, "--config", str(desk(folder, archive))]
        empty = folder / "empty.py"
        empty.write_text(EMPTY)
        bare = meter([sys.executable, str(empty)], "Ready", args.runs * 2)
        first = meter(board, "1 of", args.runs * 2)
        show("an empty Textual app", bare, ["first_text"])
        show("the board", first, ["first_text", "settled", "rss_mb"])
        for panel in "1", "2", "3":
            for key in "down", "pagedown":
                found = meter(
                    board, "of 100,000", args.runs, "--before", panel, "--key", key, "--count", "40", "--idle", "3"
                )
                show(f"panel {panel}, {key}", found, ["key_last", "key_cpu", "idle_cpu", "rss_end_mb"])
    return 0


def show(name: str, found: dict[str, Any], figures: list[str]) -> None:
    """One line: the least, the median and the 95th of a hundred."""
    said = (f"{one} {found[one]['min']:.0f}/{found[one]['median']:.0f}/{found[one]['p95']:.0f}" for one in figures)
    print(f"{name} (least/median/p95): " + ", ".join(said), flush=True)


if __name__ == "__main__":
    sys.exit(main())
