"""Runs the shared polite and hostile server against our own refresh; fails below 35 of 36 or at a wrong answer."""

import argparse
import asyncio
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.request
from contextlib import aclosing
from importlib.util import find_spec
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVER = ROOT.parent / "shared" / "net" / "hostile_server.py"
sys.path.insert(0, str(ROOT))

from _hostile_board import METER, resident, watch  # noqa: E402

START = 1_795_000_000
HOURS = [0, 1, 7, 14, 21, 28, 35, 42, 49]
"""When the virtual clock lets a refresh begin."""
MOST_WAIT = 100
"""Milliseconds within which 95 % of the board's keys are answered; the machine may have other work too."""
MOST_MEMORY = 200
"""MiB of the whole process tree, less the parser child with its own limit."""

# endpoint -> (status of the source, a word of its error, items stored after all cycles, cycles)
ERROR, OK = "error", "ok"
EXPECTED: dict[str, tuple[str, str, int | None, int]] = {
    "gzip-bomb": (ERROR, "too big", 0, 1),
    "gzip-twice": (ERROR, "codings", 0, 1),
    "br-bomb": (ERROR, "too big", 0, 1),
    "zstd-bomb": (ERROR, "not offered", 0, 1),
    "gzip-lie": (ERROR, "gzip", 0, 1),
    "endless": (ERROR, "too big", 0, 1),
    "drip": (ERROR, "25 s", 0, 1),
    "drip-headers": (ERROR, "10 s", 0, 1),
    "silent": (ERROR, "10 s", 0, 1),
    "endless-headers": (ERROR, "headers", 0, 1),
    "loop": (ERROR, "loop", 0, 1),
    "chain": (ERROR, "redirects", 0, 1),
    "to-file": (ERROR, "file:///etc/passwd", 0, 1),
    "to-private": (ERROR, "not public", 0, 1),
    "moved-to-portal": (ERROR, "HTML page", 0, 2),
    "html-200": (ERROR, "HTML page", 0, 2),
    "empty-200": (ERROR, "empty", 0, 1),
    "short-body": (ERROR, "cut short", 0, 1),
    "reset": (ERROR, "", 0, 1),
    "laughs": (OK, "", 2, 1),
    "quadratic": (OK, "", 1, 1),
    "xxe": (OK, "", 1, 1),
    "newlines": (OK, "", 3, 1),
    "attributes": (OK, "", 1, 1),
    "comments": (OK, "", 1, 1),
    "nesting": (OK, "", 1, 1),
    "escapes": (OK, "", 17, 1),
    "markup": (OK, "", 15, 1),
    "html-js": (OK, "", 3, 1),
    "giant-title": (ERROR, "too big", 0, 1),
    "many-items": (ERROR, "too big", 0, 1),
    "dates": (OK, "", 12, 1),
    "guids": (OK, "", 4, 3),
    "encodings": (OK, "", None, 4),
    "path-body": (ERROR, "not a feed", 0, 1),
    "traversal": (OK, "", 13, 1),
    "absurd-cache": (ERROR, "503", 3, 4),
    "auth": (ERROR, "password", 0, 1),
    "wrong-type": (OK, "", 3, 1),
}


class Server:
    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(SERVER), "--hold", "90"], stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL
        )
        assert self.process.stdout is not None
        self.base = "http://" + self.process.stdout.readline().split()[2]

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.base + path, timeout=30) as answer:
            return str(answer.read().decode("utf-8", "replace"))

    def urls(self, kind: str) -> list[str]:
        return self.get(f"/_urls?set={kind}").split()


async def polite(server: Server, folder: pathlib.Path) -> int:
    """Drive every polite endpoint through real refreshes on a virtual clock; return how many rules hold."""
    from feeds.archive import open_archive
    from feeds.intake import Settings
    from feeds.model import Source
    from feeds.refresh import run

    sources = [Source(url, url.rpartition("/")[2], "feed", url, full_text="never") for url in server.urls("p")]
    clock = {"now": START}
    settings = Settings(clock=lambda: clock["now"])
    with open_archive(folder / "polite.sqlite3") as archive:
        for hour in HOURS:
            clock["now"] = START + hour * 3600
            server.get(f"/_cycle?t={hour * 3600}")
            async with aclosing(run(archive, sources, settings)) as events:
                async for _ in events:
                    pass
    score = server.get("/_score")
    print(score)
    return sum("  PASS" in line for line in score.splitlines())


def refresh(command: list[str], environment: dict[str, str]) -> tuple[int, list[dict[str, Any]], float, float]:
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, resident(process.pid, children=False))
            time.sleep(0.02)
        out.seek(0)
        events = [json.loads(line) for line in out]
    return process.returncode, events, time.monotonic() - began, peak


def unclean(value: object) -> bool:
    """Whether any string in a JSONL object holds what steers a terminal."""
    if isinstance(value, dict):
        return any(unclean(part) for part in value.values())
    if isinstance(value, list):
        return any(unclean(part) for part in value)
    if not isinstance(value, str):
        return False
    kept = value.replace("\n", "").replace("\u200d", "").replace("\u200c", "")
    return any(unicodedata.category(char) in ("Cc", "Cs", "Cf") for char in kept)


def hostile(server: Server, folder: pathlib.Path, only: list[str]) -> int:
    """Refresh each hostile endpoint by itself, as a user would; return how many answers are wrong."""
    wrong = 0
    for bomb in ("gzip-bomb", "br-bomb", "zstd-bomb"):
        urllib.request.urlopen(f"{server.base}/h/{bomb}", timeout=120).read(100)  # the server packs its bombs once
    for name, (status, word, items, cycles) in EXPECTED.items():
        if only and name not in only:
            continue
        if name == "zstd-bomb" and find_spec("zstandard") is None:
            print(f"{name:16} not tried: the server needs zstandard to make it")
            continue
        home = folder / name
        home.mkdir()
        config = home / "config.toml"
        config.write_text(
            f'archive = "{home}/archive.sqlite3"\n[[source]]\nname = "{name}"\nurl = "{server.base}/h/{name}"\n'
            'full_text = "never"\n'
        )
        environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        command = [sys.executable, "-m", "tui", "--config", str(config), "refresh", "--format", "jsonl", "--now"]
        faults: list[str] = []
        stored: set[str] = set()
        slowest = peak = 0.0
        for _ in range(cycles):
            code, events, wall, rss = refresh(command, environment)
            slowest, peak = max(slowest, wall), max(peak, rss)
            result = next((event for event in events if event["type"] == "source_result"), {})
            stored |= {event["id"] for event in events if event["type"] == "headline"}
            if any(unclean(event) for event in events):
                faults.append("a control character")
            if code not in (0, 4):
                faults.append(f"exit {code}")
        if result.get("status") != status or word not in (result.get("error") or ""):
            faults.append(f"{result.get('status')}: {result.get('error')}")
        if items is not None and len(stored) != items:
            faults.append(f"{len(stored)} items, not {items}")
        if peak > MOST_MEMORY:
            faults.append(f"{peak:.0f} MiB")
        wrong += bool(faults)
        print(
            f"{name:16} {slowest:5.1f} s {peak:4.0f} MiB {len(stored):3} items  "
            f"{'; '.join(faults) or 'right'}  {result.get('error') or ''}",
            flush=True,
        )
    return wrong


def board(server: Server, folder: pathlib.Path) -> bool:
    """Use the board while every hostile endpoint is asked; whether its keys and its memory stay within their limits."""
    if not METER.exists():
        print("the terminal meter is not here: the board was not tried")
        return True
    # The slow ones last: two at a time are asked, for all are one host.
    names = sorted(EXPECTED, key=lambda name: name in ("drip", "drip-headers", "silent", "absurd-cache"))
    calm = sorted(watch(folder / "calm", [], 5.0).waits)
    before = len(server.get("/_log").splitlines())
    seen = watch(folder / "board", [f"{server.base}/h/{name}" for name in names])
    asked = {json.loads(line)["path"] for line in server.get("/_log").splitlines()[before:]}
    waits = sorted(seen.waits)
    print(
        f"the board while {sum(f'/h/{name}' in asked for name in names)} of {len(names)} endpoints were asked: "
        f"{len(waits)} keys, median {middle(waits):.0f} ms (with nothing to ask {middle(calm):.0f}), 95 % within "
        f"{waits[int(0.95 * len(waits))]:.0f} ms (must {MOST_WAIT}), slowest {waits[-1]:.0f} ms; whole tree "
        f"{seen.tree:.0f} MiB, without the parser's children {seen.without:.0f} MiB (must {MOST_MEMORY})"
    )
    return waits[int(0.95 * len(waits))] < MOST_WAIT and seen.without < MOST_MEMORY


def middle(waits: list[float]) -> float:
    return waits[len(waits) // 2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("endpoints", nargs="*", help="hostile endpoints to try alone")
    parser.add_argument("--polite", action="store_true", help="the polite set alone")
    options = parser.parse_args()
    if not SERVER.exists():
        print("the shared server is not here: nothing to run")
        return 0
    with tempfile.TemporaryDirectory() as name:
        server = Server()
        try:
            folder = pathlib.Path(name)
            score = 36 if options.endpoints else asyncio.run(polite(server, folder))
            wrong = 0 if options.polite else hostile(server, folder, options.endpoints)
            quick = options.polite or bool(options.endpoints) or board(server, folder)
            secret = "_internal" in server.get("/_log")
        finally:
            server.process.terminate()
    print(f"polite: {score} of 36 rules hold; hostile: {wrong} wrong answers; internal address asked: {secret}")
    return int(score < 35 or wrong > 0 or secret or not quick)


if __name__ == "__main__":
    sys.exit(main())
