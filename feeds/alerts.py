"""Watch rules on the archive: which rows a rule sees, what it remembers, and which alerts are still to be delivered."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from feeds.archive.archive import Archive
from feeds.archive.errors import in_words
from feeds.archive.layout.clusters import listed
from feeds.archive.layout.records import SPEAKER
from feeds.archive.layout.rows import Selection
from feeds.archive.layout.transaction import writing
from feeds.archive.lookup import lists
from feeds.query import narrow
from feeds.watch import Alert, Candidate, Rule, judge

RETRIES = (60, 300, 1800, 7200, 43200)
"""Seconds to wait after each failed delivery; after the last one the alert is shown as failed."""
MISSED = 86400
"""Seconds before a run for which a rule looks at what it has not seen: a killed run is followed by another by then,
and who brings a rule back after months wants no alerts of months."""
KEPT = 90 * 86400
"""Seconds that an alert that was delivered, or failed, is kept for the list of alerts."""

_TEXTS = {
    "headlines": "x.title, NULL, NULL",
    "figures": "x.text || coalesce(' · ' || x.about, ''), "
    "CASE WHEN abs(x.low) <= abs(x.high) THEN x.low ELSE x.high END, NULL",
    "quotes": f"coalesce({SPEAKER} || ': ', '') || "
    "CASE x.kind WHEN 'indirect' THEN x.text ELSE '“' || x.text || '”' END, NULL, "
    "(SELECT nullif(key, '') FROM speaker WHERE row = x.speaker)",
}
"""What a candidate is made of in each list: its text, its value, its speaker."""


class Due(NamedTuple):
    """An alert that is to be delivered."""

    row: int
    alert: Alert
    tries: int
    """How often it has failed so far."""
    state: str
    """`pending`, `delivered` or `failed`."""
    error: str | None
    """Why the last delivery failed."""
    done: frozenset[str] = frozenset()
    """The actions that have succeeded already, where others failed."""


class Replay(NamedTuple):
    """What a rule would have said of rows that are stored."""

    alerts: list[Alert]
    fitting: int
    """How many rows its query found."""


class Alerts:
    """The alerts of an archive."""

    def __init__(self, archive: Archive) -> None:
        self.path = archive.path
        self._db = archive.db

    @in_words
    def watch(self, rules: Sequence[Rule], since: int, now: int, selection: Selection | None = None) -> list[Alert]:
        """Judge what was first seen at `since` or later, store the alerts as pending, and return the new ones.

        Call it after a run, with the time at which the run began. A rule that was never judged before remembers first
        what the archive held until then, so that it does not take old words for somebody's first. Others see also what
        runs stored that were killed before they came to this.
        """
        raised: list[Alert] = []
        for rule in rules:
            with writing(self._db):
                memory = self._memory(rule, since, now, selection)
                missed = max(min(since, memory.get("judged", since) + 1), since - MISSED)
                alerts, kept = judge(rule, self._candidates(rule, missed, now + 1, now, selection), memory)
                kept["judged"] = now
                raised += [alert for alert in alerts if self._raise(alert, now)]
                values = (rule.name, kept.get("fired") or 0, json.dumps(kept, ensure_ascii=False))
                self._db.execute("INSERT OR REPLACE INTO rule VALUES (?, ?, ?)", values)
        if raised:
            with writing(self._db):
                self._db.execute("DELETE FROM alert WHERE state <> 'pending' AND at < ?", (now - KEPT,))
        return raised

    @in_words
    def replay(self, rule: Rule, since: int, now: int, selection: Selection | None = None) -> Replay:
        """Return what a rule would have raised since a time, and of how many rows; nothing is stored."""
        before = self._candidates(rule, 0, since, now, selection)
        memory = judge(rule._replace(cooldown=0), before, {})[1]
        memory.pop("fired", None)
        fitting = self._candidates(rule, since, now + 1, now, selection)
        return Replay(judge(rule, fitting, memory)[0], len(fitting))

    def _memory(self, rule: Rule, since: int, now: int, selection: Selection | None) -> dict[str, Any]:
        """Return what a rule remembers; one that was never judged, or asked something else then, begins anew."""
        asks = [rule.query, rule.what, rule.when, rule.threshold, rule.falling]
        found = self._db.execute("SELECT memory FROM rule WHERE name = ?", (rule.name,)).fetchone()
        kept = dict(json.loads(found[0])) if found else {}
        if kept.get("asks") == asks:
            return kept
        if rule.when == "appears":
            return {"asks": asks}
        memory = judge(rule._replace(cooldown=0), self._candidates(rule, 0, since, now, selection), {})[1]
        memory.pop("fired", None)
        return memory | {"asks": asks}

    def _candidates(self, rule: Rule, since: int, until: int, now: int, selection: Selection | None) -> list[Candidate]:
        chosen = narrow((selection or Selection())._replace(gone=True), rule.what, rule.query, now)
        where, params = lists.conditions(self._db, rule.what, chosen)
        index = "INDEXED BY article_changed"  # what is first seen in an article has changed it: a run reads its own
        table, changed = lists.LISTS[rule.what].table, "x" if rule.what == "headlines" else "a"
        rows = f"article x {index}" if rule.what == "headlines" else listed(table, index)
        found = self._db.execute(
            f"SELECT x.id, x.first_seen, {_TEXTS[rule.what]} FROM {rows} "
            f"WHERE {changed}.changed_at >= ? AND x.first_seen >= ? AND x.first_seen < ? AND {where} "
            "ORDER BY x.first_seen, x.at, x.row",
            (since, since, until, *params),
        )
        return [Candidate(*values) for values in found]

    def _raise(self, alert: Alert, now: int) -> bool:
        sql = "INSERT OR IGNORE INTO alert (rule, entity, at, old, new, message, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        return self._db.execute(sql, (*alert, now)).rowcount > 0

    @in_words
    def due(self, now: int) -> list[Due]:
        """Return the alerts that are to be delivered now, the oldest first.

        One that is to wait for longer than any does had its time from a clock that has been set back.
        """
        waits = "state = 'pending' AND (next_at <= ? OR next_at > ?) ORDER BY row"
        return self._list(waits, (now, now + RETRIES[-1]))

    @in_words
    def latest(self, limit: int = 50) -> list[Due]:
        """Return the last alerts, whatever became of them, the newest first."""
        return self._list("? ORDER BY row DESC LIMIT ?", (1, limit))

    def _list(self, where: str, params: Iterable[int]) -> list[Due]:
        sql = "SELECT row, tries, state, error, done, rule, entity, at, old, new, message FROM alert WHERE "
        return [
            Due(row, Alert(*fields), tries, state, error, frozenset(done.split()))
            for row, tries, state, error, done, *fields in self._db.execute(sql + where, tuple(params))
        ]

    @in_words
    def delivered(self, row: int) -> None:
        """Write that an alert was delivered; it is not due again."""
        with writing(self._db):
            self._db.execute("UPDATE alert SET state = 'delivered', error = NULL WHERE row = ?", (row,))

    @in_words
    def failed(self, row: int, error: str, now: int, done: Iterable[str] = ()) -> None:
        """Write that a delivery failed, all but what is `done`; it is tried again later and later, and then shown."""
        with writing(self._db):
            tries = self._db.execute("SELECT tries FROM alert WHERE row = ?", (row,)).fetchone()
            if tries is None:
                return
            again = RETRIES[tries[0]] if tries[0] < len(RETRIES) else None
            self._db.execute(
                "UPDATE alert SET tries = tries + 1, error = ?, state = ?, next_at = ?, done = ? WHERE row = ?",
                (error, "failed" if again is None else "pending", now + (again or 0), " ".join(sorted(done)), row),
            )

    @in_words
    def forget(self, rule: str) -> None:
        """Drop what a rule remembers and its alerts."""
        with writing(self._db):
            self._db.execute("DELETE FROM rule WHERE name = ?", (rule,))
            self._db.execute("DELETE FROM alert WHERE rule = ?", (rule,))
