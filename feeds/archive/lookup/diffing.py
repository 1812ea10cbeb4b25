"""What changed since a time: articles that are new, changed or gone, figures that moved, words that were changed."""

import sqlite3

from feeds.archive.layout.clusters import SPAN, span
from feeds.archive.layout.findings import Diff, Moved, Reworded
from feeds.archive.layout.records import GONE
from feeds.archive.layout.rows import Selection
from feeds.archive.lookup import lists
from feeds.archive.lookup.lines import figure_rows, headline_rows, quote_rows
from feeds.archive.lookup.pairing import moved_figures, moved_quotes


def diff(db: sqlite3.Connection, since: int, selection: Selection) -> Diff:
    """Compare what is with what was at `since`; the newest first."""
    where, params = lists.conditions(db, "headlines", selection)
    order = lists.LISTS["headlines"].order

    def among(condition: str) -> list[int]:
        sql = f"SELECT x.row FROM article x WHERE {condition} AND {where} ORDER BY {order}"
        return [row for (row,) in db.execute(sql, (*[since] * condition.count("?"), *params))]

    new = among("x.first_seen >= ?")
    changed = among("x.changed_at >= ? AND x.first_seen < ?")
    gone = among("x.gone_at >= ?")
    moves = [_moves(db, row, since) for row in changed]
    return Diff(
        headline_rows(db, new), headline_rows(db, changed), headline_rows(db, gone),
        [moved for figures, _ in moves for moved in figures], [moved for _, quotes in moves for moved in quotes],
    )  # fmt: skip


def _moves(db: sqlite3.Connection, article: int, since: int) -> tuple[list[Moved], list[Reworded]]:
    went, came = (figure_rows(db, rows) for rows in _went_and_came(db, "figure", article, since))
    figures = {row.id: row for row in (*went, *came)}
    pairs = moved_figures({row.id: row.figure for row in went}, {row.id: row.figure for row in came})
    said, says = (quote_rows(db, rows) for rows in _went_and_came(db, "quote", article, since))
    quotes = {row.id: row for row in (*said, *says)}
    words = moved_quotes({row.id: row.quote for row in said}, {row.id: row.quote for row in says})
    return (
        [Moved(figures[old], figures[new]) for new, old in pairs.items()],
        [Reworded(quotes[old], quotes[new]) for new, old in words.items()],
    )


def _went_and_came(db: sqlite3.Connection, table: str, article: int, since: int) -> tuple[list[int], list[int]]:
    sql, rows = f"SELECT row FROM {table} x WHERE {SPAN} AND ", span(article)
    went = db.execute(f"{sql} first_seen < ? AND gone_at >= ? ORDER BY n", (*rows, since, since))
    came = db.execute(f"{sql} first_seen >= ? AND NOT hidden & {GONE} ORDER BY n", (*rows, since))
    return [row for (row,) in went], [row for (row,) in came]
