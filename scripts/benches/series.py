"""Serves each publisher's snapshots in time order as one feed: no article twice, changed titles revised, none lost."""

import asyncio
import pathlib
import sys
import tempfile
from contextlib import aclosing
from functools import partial

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERIES = ROOT.parent / "shared" / "net" / "feeds" / "headlines-series"
sys.path.insert(0, str(ROOT))
ERROR_PAGE = b"<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>"


async def one(folder: str, shots: list[bytes], home: pathlib.Path) -> bool:
    from feeds.archive import open_archive
    from feeds.intake import Settings, collect
    from feeds.intake.parsing import choosing as parsing
    from feeds.intake.parsing import entries
    from feeds.model import Reading, Source
    from feeds.refresh import Rooms, run
    from tests.feeds.intake.loopback import Reply, serving

    bodies = [body for shot in shots for body in (shot, ERROR_PAGE)]
    titles: dict[str, str] = {}
    revisions = 0
    for shot in shots:
        with parsing.Parser() as parser:
            for article in entries.articles(parser.read(shot), "s", "", 1_795_000_000):
                revisions += article.guid in titles and titles[article.guid] != article.title
                titles[article.guid] = article.title
    seen = {"new": 0, "changed": 0, "error": 0}
    async with serving() as server:
        server.routes["/f"] = lambda _: Reply(body=bodies.pop(0))
        source = Source("s", "s", "feed", server.base + "/f", interval=1, full_text="never")
        now = 1_795_000_000
        with open_archive(home / f"{folder}.sqlite3") as archive:
            while bodies:
                now += 90_000
                settings = Settings(clock=partial(float, now))
                rooms = Rooms(collect, lambda *_: Reading())
                async with aclosing(run(archive, [source], settings, rooms=rooms)) as events:
                    async for event in events:
                        for found in getattr(event, "found", ()):
                            seen[found.change] += 1
                        seen["error"] += getattr(getattr(event, "answer", None), "status", "") == "error"
    right = seen["new"] == len(titles) and seen["changed"] >= revisions and seen["error"] == len(shots)
    print(f"{folder:18} {len(shots)} snapshots: {seen['new']} articles ({len(titles)} distinct), "
          f"{seen['changed']} revisions ({revisions} changed titles), {seen['error']} error pages "
          f"{'right' if right else 'WRONG'}", flush=True)  # fmt: skip
    return right


def main() -> int:
    if not SERIES.exists():
        print("the shared snapshots are not here: nothing to serve")
        return 0
    with tempfile.TemporaryDirectory() as name:
        right = True
        for folder in sorted(SERIES.iterdir()):
            shots = [path.read_bytes() for path in sorted(folder.iterdir())]
            right &= asyncio.run(one(folder.name, shots, pathlib.Path(name)))
    return int(not right)


if __name__ == "__main__":
    sys.exit(main())
