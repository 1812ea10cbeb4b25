"""What stands above an article in the reader: title, source, time, author, link, and what is odd about it."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from feeds.archive.layout.findings import StoredArticle
from tui.panels import words
from tui.panels.layout import wrap
from tui.widgets.cells import Cell, cut, steady
from tui.widgets.rows import Line

BETWEEN = " · "
"""What parts two things on a line."""


def heading(stored: StoredArticle, width: int, now: int) -> list[Line]:
    """Return the lines above the body; the last is blank."""
    article, row = stored.article, stored.row
    lines = _wrapped(article.title, width, "strong")
    when = words.moment(row.at) if row.published else f"no date; first seen {words.moment(row.first_seen)}"
    about = [row.source_name, when, words.ago(row.at, now)]
    if article.author:
        about.append(article.author)
    lines += [(Cell(line, "dim"),) for line in _packed(map(steady, about), width)]
    if article.link:
        lines.append((Cell(cut(article.link, width), "link"),))
    for odd in oddities(stored, now):
        lines += _wrapped(odd, width, "warn")
    return [*lines, ()]


def _packed(parts: Iterable[str], width: int) -> Iterator[str]:
    """Return lines of as many parts as there is room for: each is whole, unless it is longer than a line."""
    line = ""
    for part in parts:
        joined = line + BETWEEN + part if line else part
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *full, line = (part[start:end] for start, end in wrap(part, width))
        yield from full
    yield line


def _wrapped(text: str, width: int, tone: str) -> list[Line]:
    return [(Cell(steady(text[start:end]), tone),) for start, end in wrap(text, width)]


def oddities(stored: StoredArticle, now: int) -> list[str]:
    """Return what a careful reader should know: revisions, copies, a file that is gone, another language."""
    row, odd = stored.row, list(stored.article.notes)
    if row.revision > 1:
        odd.append(f"revision {row.revision}, changed {words.ago(row.changed_at, now)}")
    if stored.copies:
        odd.append("the same text in " + ", ".join(sorted({copy.source_name for copy in stored.copies})))
    if row.gone_at:
        odd.append(f"its file has been gone since {words.clock(row.gone_at, now)}")
    if stored.reading.language != "en":
        odd.append(f"not in English ({stored.reading.language}): digits, money and per cent only, no speakers")
    return odd
