"""One article, figure or quote for people: `copydesk show`."""

from typing import TYPE_CHECKING

from feeds.archive.layout.findings import StoredArticle
from feeds.archive.layout.rows import FigureRow, QuoteRow
from feeds.model import Figure, Quote
from feeds.reading.page import Page
from tui.lines import records
from tui.lines.formats import flat, marked, short
from tui.lines.records import timed
from tui.output import as_json, plain, write_json, write_line

if TYPE_CHECKING:
    from feeds.archive import Archive
    from feeds.archive.lookup.one import Place


def show_json(archive: "Archive", place: "Place", stored: StoredArticle) -> None:
    """Print a figure or quote as `list` does, with the sentences around it; an article with its text and reading."""
    if place.kind == "article":
        figures = [
            {"id": i, **records.figure(f)} for i, f in zip(stored.figure_ids, stored.reading.figures, strict=True)
        ]
        ids = stored.quote_ids
        chains = (None if quote.chain is None else ids[quote.chain] for quote in stored.reading.quotes)
        quotes = [
            {"id": i, **records.quote(q, chain)} for i, q, chain in zip(ids, stored.reading.quotes, chains, strict=True)
        ]
        head = timed(records.headline_row(stored.row))
        revisions = [timed({"revision": r.revision, "at": r.at, "title": r.title}) for r in stored.revisions]
        write_json(
            {
                **head,
                "type": "article",
                "text": stored.article.text,
                "author": stored.article.author,
                "notes": stored.article.notes,
                "figures": figures,
                "quotes": quotes,
                "revisions": revisions,
            }
        )
        return
    row = _row(archive, place)
    record = records.figure_row(row) if isinstance(row, FigureRow) else records.quote_row(row)
    before, after = _neighbours(stored, row)
    write_json({**timed(record), "before": before, "after": after})


def show_article(stored: StoredArticle, *, utc: bool) -> None:
    """Print an article: head, text, figures and quotes."""
    _head(stored, utc=utc)
    for note in stored.article.notes:
        write_line(f"  note: {note}")
    write_line("")
    for paragraph in stored.article.text.split("\n\n"):
        write_line(paragraph + "\n")
    shown = [(i, f) for i, f in zip(stored.figure_ids, stored.reading.figures, strict=True) if f.salience > 0]
    for id_, figure in sorted(shown, key=lambda pair: -pair[1].salience):
        write_line(f"{id_}  {plain(figure.value)} {figure.unit_key or ''}  {flat(figure.text)}")
    for id_, quote in zip(stored.quote_ids, stored.reading.quotes, strict=True):
        write_line(f"{id_}  {quote.speaker or 'speaker unknown'}: {marked(quote.text, quote.kind)}")


def show_mention(archive: "Archive", place: "Place", stored: StoredArticle, *, utc: bool) -> None:
    """Print a figure or a quote between the sentence before it and the one after it."""
    row = _row(archive, place)
    before, after = _neighbours(stored, row)
    _head(stored, utc=utc)
    write_line("")
    for sentence in (before, flat(_mention(row).sentence), after):
        if sentence:
            write_line(f"{'> ' if sentence is not before and sentence is not after else '  '}{sentence}")
    write_line("")
    record = records.figure(row.figure) if isinstance(row, FigureRow) else records.quote(row.quote, row.chain)
    for field, value in record.items():
        if value not in (None, False, ()) and field not in ("sentence", "sentence_start"):
            write_line(f"{field:<13} {as_json(value) if isinstance(value, tuple) else flat(str(value))}")


def _head(stored: StoredArticle, *, utc: bool) -> None:
    row = stored.row
    write_line(row.title)
    copies = "".join(f", {copy.source_name}" for copy in stored.copies)
    write_line(f"  {row.source_name}{copies}, {short(row.at, utc=utc)}, revision {row.revision}")
    if row.link:
        write_line(f"  {row.link}")
    if row.gone_at:
        write_line(f"  gone from its source since {short(row.gone_at, utc=utc)}")


def _row(archive: "Archive", place: "Place") -> FigureRow | QuoteRow:
    return archive.figures([place.row])[0] if place.kind == "figure" else archive.quotes([place.row])[0]


def _mention(row: FigureRow | QuoteRow) -> Figure | Quote:
    return row.figure if isinstance(row, FigureRow) else row.quote


def _neighbours(stored: StoredArticle, row: FigureRow | QuoteRow) -> tuple[str | None, str | None]:
    """Return the sentence before this one and the one after it, in the newest text that it stands in."""
    sentence, start = _mention(row).sentence, _mention(row).sentence_start
    texts = [stored.article.text, *(revision.text for revision in reversed(stored.revisions))]
    text = next((text for text in texts if text.startswith(sentence, start)), texts[0])
    spans = Page(text).sentences
    before = [span for span in spans if span[1] <= start]
    after = [span for span in spans if span[0] >= start + len(sentence)]
    return (
        flat(text[slice(*before[-1])]) if before else None,
        flat(text[slice(*after[0])]) if after else None,
    )
