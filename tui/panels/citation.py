"""What `y` copies: the words with their source, so that nobody has to look it up again. Pure."""

from feeds.archive.layout.findings import SpeakerRow, StoredArticle
from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow
from tui.lines.formats import marked
from tui.panels import words
from tui.panels.layout import Mark

SHORT = 60
"""Cells of what was copied that a note names."""


def as_row(stored: StoredArticle, mark: Mark | None) -> HeadlineRow | FigureRow | QuoteRow:
    """Return the figure or quote that is marked in an article, or the article, as a row of a list."""
    row = stored.row
    if mark is None or mark.tone == "found":
        return row
    ids = stored.figure_ids if mark.tone == "first" else stored.quote_ids
    one = ids[mark.item]
    more = (row.row, one, row.id, row.source, row.source_name, row.title, row.link, row.at, row.first_seen)
    marks = (False, one in stored.starred, one in stored.rejected, row.new)
    if mark.tone == "first":
        return FigureRow(*more, stored.reading.figures[mark.item], *marks)
    quote = stored.reading.quotes[mark.item]
    return QuoteRow(*more, quote, None, None, *marks)


def citation(row: HeadlineRow | FigureRow | QuoteRow | SpeakerRow) -> str:
    """Return a row as plain text: what it says, then title, source, date and link."""
    if isinstance(row, SpeakerRow):
        said = marked(row.words, row.kind)
        who = ", ".join([row.name, *row.roles[:1]])
        told = f" ({words.cue(row.cue, row.negated) or 'said'})" if row.kind == "indirect" else ""
        return f"{who}{told}: {said}"
    if isinstance(row, QuoteRow):
        who = ", ".join(part for part in (row.quote.speaker, row.quote.role) if part)
        indirect = row.quote.kind == "indirect"
        said = row.quote.sentence or row.quote.text if indirect else marked(row.quote.text, row.quote.kind)
        return f"{said}{' — ' + who if who else ''}\n{_where(row)}"
    if isinstance(row, FigureRow):
        about = f" ({row.figure.about})" if row.figure.about else ""
        return f"{words.value(row.figure)}{about}: {row.figure.sentence or row.figure.text}\n{_where(row)}"
    return _where(row)


def _where(row: HeadlineRow | FigureRow | QuoteRow) -> str:
    link = f"\n{row.link}" if row.link else ""
    return f"{row.title}. {row.source_name}, {words.moment(row.at)}{link}"
