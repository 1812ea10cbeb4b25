"""Reads every real feed with the quick reader and with feedparser: the same to the letter, and the entries expected."""

import argparse
import csv
import pathlib
import sys
import time
import warnings
from collections import Counter

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEEDS = ROOT.parent / "shared" / "net" / "feeds"
sys.path.insert(0, str(ROOT))
NOW = 1_795_000_000


def compare(body: bytes, counts: Counter[str], seconds: dict[str, float]) -> str:
    """Return in what the two readers differ, or nothing."""
    from feeds.intake.parsing import quick, syndication
    from feeds.intake.parsing.prefilter import prefilter
    from feeds.intake.parsing.quick_names import UnsureError

    began = time.process_time()
    try:
        found = quick.read(prefilter(body))
    except UnsureError:
        counts["left to feedparser"] += 1
        return ""
    finally:
        seconds["quick"] += time.process_time() - began
    began = time.process_time()
    want = syndication.read(body)
    seconds["feedparser"] += time.process_time() - began
    counts["read quickly"] += 1
    if found == want:
        counts["identical"] += 1
        return ""
    pairs = zip(found.entries, want.entries, strict=False)
    return str(
        next(((a, b) for one, other in pairs for a, b in zip(one, other, strict=True) if a != b), (found, want))
    )[:300]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth file only")
    options = parser.parse_args()
    if not FEEDS.exists():
        print("the shared feeds are not here: nothing to compare")
        return 0
    from feeds.intake.parsing import choosing as parsing
    from feeds.intake.parsing import entries
    from feeds.intake.parsing.document import NotAFeedError

    warnings.simplefilter("ignore")
    counts = Counter[str]()
    seconds = {"quick": 0.0, "feedparser": 0.0}
    faults = 0
    rows = list(csv.DictReader((FEEDS / "manifest.tsv").open(encoding="utf-8"), delimiter="\t"))[:: options.every]
    with parsing.Parser() as reading:
        for row in rows:
            if row["kind"] == "opml":
                continue
            body = (FEEDS / row["file"]).read_bytes()
            want = int(row["expected_entries"] or row["feedparser_6_0_14_entries"] or 0)
            try:
                document = reading.read(body)
                count, why = len(document.entries), ""
                articles = entries.articles(document, "s", "", NOW)
                distinct = len({name for name in entries.identities(document.entries) if name})
                if len(articles) != distinct:
                    why = f"{len(articles)} articles of {distinct} distinct entries"
            except NotAFeedError as error:
                count, why = 0, f"not a feed: {error}"
            if row["kind"] != "jsonfeed" and row["kind"] != "json" and (differs := compare(body, counts, seconds)):
                faults += 1
                print(f"{row['file']}: the readers differ: {differs}")
            counts["entries as expected" if count == want else "other number of entries"] += 1
            counts["news files as expected"] += bool(row["news_publisher"]) and count == want and not why
            if count != want:
                faults += bool(row["expected_entries"])
                print(f"{row['file']} ({row['kind']}): {count} entries, {want} expected; {why}")
    for name, count in counts.items():
        print(f"{count:5} {name}")
    print(f"quick {seconds['quick']:.2f} s, feedparser on the same {seconds['feedparser']:.2f} s of CPU")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
