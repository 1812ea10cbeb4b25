"""Who speaks, over all articles."""

import sqlite3
from collections import Counter

from feeds.archive.layout.findings import SpeakerRow
from feeds.archive.layout.folding import fold
from feeds.archive.layout.rows import Selection, Value
from feeds.archive.lookup import lists


def speaker_rows(db: sqlite3.Connection, limit: int | None, selection: Selection) -> list[SpeakerRow]:
    """Return those who speak in the chosen quotes, the most quoted first; `they` and `the company` are many."""
    where, params = lists.conditions(db, "quotes", selection)
    names = db.execute(
        "SELECT s.key, s.name, count(*), count(DISTINCT x.article), min(x.at), max(x.at), s.why FROM quote x "
        f"NOT INDEXED JOIN speaker s ON s.row = x.speaker WHERE s.key <> '' AND {where} GROUP BY x.speaker",
        params,
    ).fetchall()
    spoken = Counter[str]()
    for key, _, quotes, *_ in names:
        spoken[key] += quotes
    shown = [key for key, _ in sorted(spoken.items(), key=lambda item: (-item[1], item[0]))[:limit]]
    return [_speaker(db, key, [n[1:] for n in names if n[0] == key], where, params) for key in shown]


Named = tuple[str, int, int, int, int, str | None]
"""A name, its quotes, its articles, its first and its latest time, why it is this speaker's."""


def _speaker(db: sqlite3.Connection, key: str, names: list[Named], where: str, params: list[Value]) -> SpeakerRow:
    names.sort(key=lambda named: (fold(named[0]) != key, -named[1], named[0]))
    of_speaker = f"FROM quote x WHERE x.speaker IN (SELECT row FROM speaker WHERE key = ?) AND {where}"
    roles = db.execute(
        f"SELECT x.role {of_speaker} AND x.role IS NOT NULL GROUP BY x.role ORDER BY count(*) DESC, x.role LIMIT 5",
        (key, *params),
    )
    words, kind, cue, cue_class, negated = db.execute(
        f"SELECT x.text, x.kind, x.cue, x.cue_class, x.negated {of_speaker} "
        f"ORDER BY {lists.LISTS['quotes'].order} LIMIT 1",
        (key, *params),
    ).fetchone()
    articles = names[0][2] if len(names) == 1 else _articles(db, of_speaker, (key, *params))
    return SpeakerRow(
        key, names[0][0], tuple(named[0] for named in names[1:]), sum(named[1] for named in names), articles,
        tuple(role for (role,) in roles), min(named[3] for named in names), max(named[4] for named in names), words,
        tuple(named[5] or "" for named in names[1:]), kind, cue, cue_class, bool(negated),
    )  # fmt: skip


def _articles(db: sqlite3.Connection, of_speaker: str, params: tuple[Value, ...]) -> int:
    return int(db.execute(f"SELECT count(DISTINCT x.article) {of_speaker}", params).fetchone()[0])
