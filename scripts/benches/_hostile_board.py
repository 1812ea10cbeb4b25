"""The board while hostile feeds are asked: how long a key waits, what the whole tree holds (no benchmark by itself)."""

import importlib
import pathlib
import sys
import threading
import time
from typing import Any, NamedTuple

from _live import answered_by

METER = pathlib.Path(__file__).resolve().parents[3] / "shared" / "tools" / "ptybench.py"
COPYDESK = str(pathlib.Path(sys.executable).parent / "copydesk")
ARTICLES = 40
SECONDS = 30.0
"""So long keys are pressed: the slowest answers end after 25 s, the parser's worst documents within 8."""


class Seen(NamedTuple):
    waits: list[float]
    """Milliseconds from each key to the changed list."""
    tree: float
    """MiB of the board, its refresh and the parser's children at most."""
    without: float
    """The same without the children, which have a limit of their own."""


def resident(pid: int, *, children: bool) -> float:
    """MiB of a process and all below it, with the parser's children or without."""
    total = 0.0
    try:
        command = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
        if children or b"parser_child" not in command:
            status = pathlib.Path(f"/proc/{pid}/status").read_text()
            total = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)
        for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
            below = (task / "children").read_text().split()
            total += sum(resident(int(child), children=children) for child in below)
    except OSError:
        pass
    return total


def watch(home: pathlib.Path, addresses: list[str], seconds: float = SECONDS) -> Seen:
    """Open a board on a folder and on these feeds, and go up and down in its list while they are asked."""
    wires = home / "wires"
    wires.mkdir(parents=True)
    for n in range(ARTICLES):
        (wires / f"{n}.txt").write_text(f"25 July, 2025\nferry-{n}-leaves-ellery\n\nMore than {n + 100} people left.\n")
    named = [f'[[source]]\nurl = "{address}"\nfull_text = "never"\n' for address in addresses]
    config = home / "config.toml"
    config.write_text(
        f'archive = "{home}/archive.sqlite3"\n[[source]]\nname = "wires"\npath = "{wires}"\n' + "".join(named)
    )
    sys.path.insert(0, str(METER.parent))
    meter: Any = importlib.import_module("ptybench")
    session = meter.Session([COPYDESK, "--config", str(config)], 120, 36, frozenset())
    peaks = [0.0, 0.0]
    done = threading.Event()

    def sample() -> None:
        while not done.wait(0.1):
            peaks[0] = max(peaks[0], resident(session.pid, children=True))
            peaks[1] = max(peaks[1], resident(session.pid, children=False))

    sampling = threading.Thread(target=sample)
    sampling.start()
    try:
        meter.measure_start(session, "1 of ", 0.05, 60.0)
        chunks: list[tuple[float, bytes]] = []
        pressed: list[float] = []
        ends = time.perf_counter() + seconds
        while time.perf_counter() < ends:
            pressed.append(session.press("down" if len(pressed) // 30 % 2 == 0 else "up"))
            due = pressed[-1] + 0.1
            while (left := due - time.perf_counter()) > 0:
                chunks += session.record(left, left)
    finally:
        done.set()
        sampling.join()
        session.close("ctrl+q")
    return Seen(answered_by(session, chunks, pressed), *peaks)
