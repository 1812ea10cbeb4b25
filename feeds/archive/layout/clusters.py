"""Where figures and quotes lie: those of one article side by side in the file, and need no index to be found.

row = article << 24 | place. An index by article, by id and by time would each cost a page for every row that a refresh
brings: together they took two thirds of the time in which an archive takes in an article.
"""

from feeds.archive.layout.rows import NEAR
from feeds.identity import SHARED

SHIFT = 24
"""Bits of a row that tell its place within the article."""
PLACES = 1 << SHIFT
"""Places that an article has; they are taken once each, also by what is gone meanwhile."""

ALIKE = f"a.id >= substr(m.id, 1, {SHARED}) AND a.id < substr(m.id, 1, {SHARED}) || 'g'"
"""The article `a` that something with the id `m.id` belongs to: their ids begin alike, and hardly any other's do."""
SPAN = "row BETWEEN ? AND ?"
"""The rows of one article; its parameters are `span(article)`."""


def span(article: int) -> tuple[int, int]:
    """Return the first and the last row that figures or quotes of an article may have."""
    return article << SHIFT, (article << SHIFT) + PLACES - 1


def within(article: str, row: str) -> str:
    """Return the SQL that says that a row is one of an article's: of the one in the column `article`."""
    return f"{row}.row BETWEEN {article} << {SHIFT} AND ({article} << {SHIFT}) + {PLACES - 1}"


def listed(table: str, index: str = "", x: str = "x", a: str = "a") -> str:
    """Return what `FROM` says to go from articles, by an index of theirs, to their figures or quotes.

    By row alone: with the index of speakers SQLite looked for each of 20 names in each of 4,000 articles, 30 ms.
    """
    return f"article {a} {index} CROSS JOIN {table} {x} NOT INDEXED ON {within(f'{a}.row', x)}"


def near_rows(where: str, since: int) -> str:
    """Return a query's SQL such that what it asks of other tables is asked of the newest articles alone."""
    for table in ("figure", "quote"):
        near = f"{listed(table, 'INDEXED BY article_newest', 'y', 'b')} AND b.at >= {since}"
        where = where.replace(f"{table} y {NEAR}", near)
    return where.replace(f"article y {NEAR}", f"(SELECT * FROM article WHERE at >= {since}) y")


def marked(table: str, mark: str, columns: str = "x.row") -> str:
    """Return the SQL that finds the figures or quotes with a mark: `seen`, `starred` or `rejected`."""
    rows = f"mark m CROSS JOIN {listed(table)}"
    return f"SELECT {columns} FROM {rows} WHERE {ALIKE} AND x.id = m.id AND m.{mark} IS NOT NULL"
