"""Make a big archive of invented news: big_archive.py PATH --headlines 100000 --figures 300000 --quotes 100000."""

import argparse
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from feeds.archive import open_archive
from feeds.archive.layout.clusters import SHIFT
from feeds.archive.layout.folding import fold
from feeds.archive.layout.records import NOTHING, Place
from feeds.archive.layout.sources import know
from feeds.archive.writing.adding import INSERT, count
from feeds.archive.writing.readings import Rows
from feeds.archive.writing.sameness import same_text
from feeds.identity import article_id
from feeds.model import READING, Article, Figure, Quote, Reading, Source

NOW = 1_753_430_400  # 25 July 2025, 08:00 UTC
SPAN = 365 * 86400
FIRST = "Ana Bo Carla Dmitri Elif Farid Gita Hans Ines Jorge Kira Luis Mina Nils Olga Pavel Rosa Sven Tara Ulrik"
LAST = "Lund Moreau Okafor Petrov Quist Rahman Sato Tamm Ueda Vance Weiss Xu Yilmaz Zeller Brandt Costa Dahl"
PEOPLE = [f"{first} {last}" for first in FIRST.split() for last in LAST.split()]
PLACES = [
    "Aldova",
    "Brenn",
    "Calder",
    "Dorsk",
    "Elmark",
    "Fjeld",
    "Garda",
    "Hollin",
    "Istra",
    "Jarrow",
    "Kelm",
    "Lorne",
    "Marsk",
    "Norra",
    "Ostrava",
]
ROLES = ["mayor", "Finance Minister", "spokeswoman", "chief executive", "harbour master", "professor", "coach"]
CUES = [("said", "say", "said"), ("warned", "warn", "warned"), ("denied", "deny", "denied"), ("told", "tell", "said")]
UNITS = [
    ("drones", "drone", "count"), ("people", "person", "count"), ("ships", "ship", "count"), ("$", "USD", "money"),
    ("per cent", "percent", "percent"), ("tonnes", "tonne", "measure"), ("kilometres", "kilometre", "measure"),
]  # fmt: skip
SUBJECTS = [
    "grain exports",
    "harbour traffic",
    "winter power",
    "the rail strike",
    "school repairs",
    "river levels",
    "tax income",
]
VERBS = ["rise", "fall", "stall", "return", "slow", "double", "wait"]
FILLER = [
    "The council met in the morning and heard from engineers, teachers and fishermen before it broke for lunch.",
    "Trains ran late on the coast line while crews cleared the track, and ferries took some of the load.",
    "A second report is expected next week, once the numbers of the other districts have come in.",
]
KEYS = [f"source-{n}" for n in range(100)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    for name, many in (("headlines", 100_000), ("figures", 300_000), ("quotes", 100_000)):
        parser.add_argument(f"--{name}", type=int, default=many)
    wanted = parser.parse_args()
    began = time.perf_counter()
    build(wanted.path, wanted.headlines, wanted.figures, wanted.quotes)
    size = wanted.path.stat().st_size
    print(f"{wanted.path}: {size / 1e6:.0f} MB in {time.perf_counter() - began:.1f} s")


def build(path: Path, headlines: int, figures: int, quotes: int) -> None:
    """Fill the archive at `path` (made where it is not); the same numbers give the same archive."""
    with open_archive(path) as archive:
        db = archive.db
        db.execute("PRAGMA cache_size = -200000")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN IMMEDIATE")
        indexes = _drop_indexes(db)
        know(db, [Source(key, key.replace("-", " ").title(), "feed", f"https://{key}.example/rss") for key in KEYS])
        db.execute("UPDATE source SET status = 'ok', asked_at = ?, ok_at = ?", (NOW, NOW))
        _insert(db, random.Random(7), headlines, figures, quotes)
        for index in indexes:
            db.execute(index)
        db.execute("INSERT INTO search (search) VALUES ('rebuild')")
        db.execute("INSERT OR REPLACE INTO meta VALUES ('checked_at', ?)", (int(time.time()),))
        db.execute("COMMIT")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _drop_indexes(db: sqlite3.Connection) -> list[str]:
    """Drop what indexes can be dropped, and return their statements: filled at the end they are quicker."""
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in found:
        db.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def _insert(db: sqlite3.Connection, dice: random.Random, headlines: int, figures: int, quotes: int) -> None:
    rows, heads, bodies, held = Rows(), list[tuple[object, ...]](), list[tuple[int, str]](), list[tuple[int, int]]()
    for n in range(headlines):
        share = [total * (n + 1) // headlines - total * n // headlines for total in (figures, quotes)]
        article, reading = _article(dice, n, NOW - SPAN + SPAN * n // headlines, *share)
        heads.append(_head(n, article, reading))
        bodies.append((n + 1, article.text))
        held.append((len(reading.figures), len(reading.quotes)))
        place = Place(n % len(KEYS) + 1, article.published or 0, 0, frozenset(), article.text, article.published or 0)
        rows.add(article.id, reading, place, ((n + 1) << SHIFT, (n + 1) << SHIFT))
        if len(heads) == 2000 or n == headlines - 1:
            db.executemany(INSERT, heads)
            db.executemany("INSERT INTO body VALUES (?, ?)", bodies)
            rows.write(db)
            count(db, held)
            rows, heads, bodies, held = Rows(), [], [], []


def _head(n: int, article: Article, reading: Reading) -> tuple[object, ...]:
    at = article.published or 0
    return (
        n + 1, article.id, n % len(KEYS) + 1, at, same_text(article, at), article.guid, article.title,
        fold(article.title), article.link, NOTHING, at, at, at, "en", article.guid, "", len(reading.figures),
        len(reading.quotes), READING,
    )  # fmt: skip


def _article(dice: random.Random, n: int, at: int, figures: int, quotes: int) -> tuple[Article, Reading]:
    key, place, subject = KEYS[n % len(KEYS)], dice.choice(PLACES), dice.choice(SUBJECTS)
    title = f"{place}: {subject} {dice.choice(VERBS)} as talks enter day {n}"
    parts, made = [f"{subject.capitalize()} in {place} were discussed again."], (list[Figure](), list[Quote]())
    length = len(parts[0]) + 1
    for sentence, thing in _mentions(dice, figures, quotes, subject, place):
        if isinstance(thing, Figure):
            start = length + thing.start
            spans = ((start, start + len(thing.text)),)
            made[0].append(thing._replace(start=start, end=spans[0][1], mentions=spans, sentence_start=length))
        else:
            start, who = length + thing.start, length + (thing.speaker_span or (0, 0))[0]
            span = (who, who + len(thing.speaker or ""))
            made[1].append(
                thing._replace(start=start, end=start + len(thing.text), speaker_span=span, sentence_start=length)
            )
        parts.append(sentence)
        length += len(sentence) + 1
    article = Article(
        article_id(key, str(n)), key, str(n), title, " ".join((*parts, *FILLER)), f"https://{key}.example/{n}",
        published=at,
    )  # fmt: skip
    return article, Reading(tuple(made[0]), tuple(made[1]))


def _mentions(
    dice: random.Random, figures: int, quotes: int, subject: str, place: str
) -> Iterator[tuple[str, Figure | Quote]]:
    for _ in range(figures):
        unit, unit_key, kind = dice.choice(UNITS)
        value = dice.randrange(1, 99_999)
        text = f"${value:,}" if unit == "$" else f"{value:,} {unit}"
        sentence = f"More than {text} were counted for {subject} by the office in {place}."
        yield sentence, Figure(
            text, 10, 0, (), Decimal(value), None, unit, unit_key, kind, bound=">", about=subject,
            attribution=f"the office in {place}", sentence=sentence, salience=round(dice.uniform(0.05, 1), 3),
            confidence=0.9,
        )  # fmt: skip
    for _ in range(quotes):
        name, role, cue = dice.choice(PEOPLE), dice.choice(ROLES), dice.choice(CUES)
        words = f"We will {dice.choice(VERBS)} {subject} in {dice.choice(PLACES)} before day {dice.randrange(999)},"
        sentence = f"“{words}” {name}, the {role}, {cue[0]}."
        who = len(words) + 3
        yield sentence, Quote(
            words, 1, 0, "direct", name, name, (who, 0), role, cue[0], None, cue[1], cue[2], sentence=sentence,
            confidence=round(dice.uniform(0.4, 1), 2),
        )  # fmt: skip


if __name__ == "__main__":
    main()
