"""The very same text from several sources shows once: the first that came stands for all."""

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

from feeds.archive.layout.clusters import SPAN, span
from feeds.archive.layout.records import COPY
from feeds.model import Article

ENOUGH = 80
"""Characters of text from which on it alone tells a story apart; with less, the day counts too: "Markets at noon"
without a text is another story every day."""
DAY = 86400


def same_text(article: Article, first_seen: int) -> int:
    """Return a 63-bit hash of title and text, whatever their case and paragraphs, and of the day for short texts.

    Cleaning has left single blanks and the blank lines between paragraphs: no need to take 600 characters into words.
    In the text, accented letters keep their case: folding them took as long as the three other steps.
    """
    text = article.text.replace("\n\n", " ") if "\n" in article.text else article.text
    words = f"{article.title.casefold()} {text}"
    if len(article.text) < ENOUGH:
        words = f"{words}\n{(article.published or first_seen) // DAY}"
    digest = blake2b(words.encode("utf-8", "surrogatepass").lower(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def settle(db: sqlite3.Connection, hashes: Iterable[int]) -> None:
    """Set the copy bit anew for the articles with these texts; inside a transaction of the caller."""
    among = str(list(hashes))
    concerned = db.execute(  # an article alone with its text needs nothing, unless it was a copy until now
        "SELECT same FROM article WHERE same IN (SELECT value FROM json_each(?)) "
        f"GROUP BY same HAVING count(*) > 1 OR max(hidden & {COPY})",
        (among,),
    ).fetchall()
    for (same,) in concerned:
        group = db.execute("SELECT row, hidden FROM article WHERE same = ? ORDER BY row", (same,)).fetchall()
        for place, (row, hidden) in enumerate(group):
            bit = COPY if place else 0
            if hidden & COPY != bit:
                for table, rows in (("article", (row, row)), ("figure", span(row)), ("quote", span(row))):
                    db.execute(f"UPDATE {table} SET hidden = hidden & ~{COPY} | {bit} WHERE {SPAN}", rows)
