"""What `y` copies: the words with their source, so that nobody has to look it up again. Pure."""

from feeds.archive.rows import FigureRow, HeadlineRow, QuoteRow, StoredArticle
from tui.panels import words
from tui.panels.layout import Mark

NO_MARKS = (False, False, False, False)
"""Seen, starred, rejected, new: nothing of it is cited."""


def cited(stored: StoredArticle, mark: Mark | None) -> str:
    """Return the figure or quote that is marked in an article, or the article, as plain text."""
    row = stored.row
    if mark is None or mark.tone == "found":
        return citation(row)
    more = (row.row, "", row.id, row.source, row.source_name, row.title, row.link, row.at, row.first_seen)
    if mark.tone == "first":
        return citation(FigureRow(*more, stored.reading.figures[mark.item], *NO_MARKS))
    return citation(QuoteRow(*more, stored.reading.quotes[mark.item], None, None, *NO_MARKS))


def citation(row: HeadlineRow | FigureRow | QuoteRow) -> str:
    """Return a row as plain text: what it says, then title, source, date and link."""
    if isinstance(row, QuoteRow):
        who = ", ".join(part for part in (row.quote.speaker, row.quote.role) if part)
        said = f"“{row.quote.text}”" if row.quote.kind != "indirect" else row.quote.sentence or row.quote.text
        return f"{said}{' — ' + who if who else ''}\n{_where(row)}"
    if isinstance(row, FigureRow):
        about = f" ({row.figure.about})" if row.figure.about else ""
        return f"{words.value(row.figure)}{about}: {row.figure.sentence or row.figure.text}\n{_where(row)}"
    return _where(row)


def _where(row: HeadlineRow | FigureRow | QuoteRow) -> str:
    link = f"\n{row.link}" if row.link else ""
    return f"{row.title}. {row.source_name}, {words.moment(row.at)}{link}"
