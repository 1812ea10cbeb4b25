"""Real news feeds as sources, on disk and over loopback: each distinct entry is stored, what is no feed is named."""

import argparse
import collections
import csv
import functools
import http.server
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
from typing import Any

import feedparser

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FEEDS = ROOT.parent / "shared" / "net" / "feeds"
Row = dict[str, Any]
"""A line of JSONL."""
NO_FEEDS = {
    "page.html": b"<!doctype html><html><head><title>Welcome</title></head><body><p>Hello.</p></body></html>",
    "empty.xml": b"",
    "cutoff.xml": b'<?xml version="1.0"?><rss version="2.0"><chan',
}


def distinct_entries(body: bytes) -> int:
    """Count entries by guid, else link, else title; one guid on several links is several entries."""
    entries = feedparser.parse(io.BytesIO(body)).entries
    links = collections.defaultdict(set)
    for entry in entries:
        if entry.get("id"):
            links[entry["id"]].add(entry.get("link"))
    names = set()
    for entry in entries:
        guid, link, title = entry.get("id"), entry.get("link"), entry.get("title")
        if not (guid or link or title):
            continue
        names.add((guid, link) if guid and len(links[guid]) > 1 else (guid or link or title,))
    return len(names)


def refresh(folder: pathlib.Path, sources: dict[str, str]) -> tuple[int, dict[str, Row]]:
    """Run one refresh over `sources` (name -> a line of TOML); its exit status and result by source."""
    config = folder / "config.toml"
    lines = [f'archive = "{folder / "archive.sqlite3"}"']
    for name, where in sources.items():
        lines += ["[[source]]", f"name = {json.dumps(name)}", where]
    config.write_text("\n".join(lines), encoding="utf-8")
    command = [str(ROOT / ".venv/bin/copydesk"), "--config", str(config), "refresh", "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, {row["source"]: row for row in rows if row["type"] == "source_result"}


def judge(label: str, status: int, results: dict[str, Row], wanted: dict[str, int]) -> int:
    wrong = 0
    for name, count in wanted.items():
        row = results.get(name)
        if row is None or row["status"] != "ok" or row["new"] != count:
            wrong += 1
            print(f"{label}: {name}: {count} entries wanted, got {row and (row['status'], row['new'], row['error'])}")
    for name in NO_FEEDS:
        row = results[name]
        print(f"{label}: {name}: {row['status']}: {row['error']}")
        wrong += row["status"] != "error"
    wrong += status != 3
    total = sum(wanted.values())
    print(f"{label}: {len(wanted)} feeds, {total} distinct entries, exit status {status}, {wrong} wrong")
    return wrong


def serve(folder: pathlib.Path) -> http.server.ThreadingHTTPServer:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=os.fspath(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth feed only")
    options = parser.parse_args()
    if not FEEDS.exists():
        print(f"{FEEDS} is not here; nothing to check")
        return 0
    with (FEEDS / "manifest.tsv").open(encoding="utf-8", newline="") as table:
        files = [row["file"] for row in csv.DictReader(table, delimiter="\t") if row["news_publisher"]]
    files = files[:: options.every]
    wanted = {name: distinct_entries((FEEDS / name).read_bytes()) for name in files}
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        served = folder / "served"
        for name in files:
            (served / name).parent.mkdir(parents=True, exist_ok=True)
            (served / name).symlink_to(FEEDS / name)
        for name, body in NO_FEEDS.items():
            (served / name).write_bytes(body)
        everything = [*files, *NO_FEEDS]
        for label in ("on disk", "over HTTP"):
            place = folder / label.replace(" ", "-")
            place.mkdir()
            server = serve(served)
            base = f"http://127.0.0.1:{server.server_port}"
            sources = {
                name: f"path = {json.dumps(str(served / name))}" if label == "on disk" else f'url = "{base}/{name}"'
                for name in everything
            }
            wrong += judge(label, *refresh(place, sources), wanted)
            server.shutdown()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
