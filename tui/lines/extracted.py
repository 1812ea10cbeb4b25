"""The reading of one document for people: `copydesk extract` without --format jsonl."""

from typing import Any

from feeds.intake.cleaning import one_line
from feeds.model import Figure, Quote, Reading
from tui.lines.formats import marked
from tui.output import write_line


def show_text(head: dict[str, Any], reading: Reading) -> None:
    """Print a document's figures, the weightiest first, and its quotes in the order of the text."""
    title = head.get("title")
    write_line(one_line(str(head["id"])) + (f": {one_line(title)}" if title else ""))
    real = sorted((figure for figure in reading.figures if figure.salience > 0), key=lambda figure: -figure.salience)
    for figure in real:
        write_line(f"  {figure.salience:4.2f}  {_figure(figure)}")
    for quote in reading.quotes:
        if quote.kind not in ("term", "title"):
            write_line(f"        {_quote(quote)}")
    write_line("")


def _figure(figure: Figure) -> str:
    about = f"  about {one_line(figure.about)}" if figure.about else ""
    given = f"  given by {one_line(figure.attribution)}" if figure.attribution else ""
    return f"{one_line(figure.text)}{about}{given}"


def _quote(quote: Quote) -> str:
    words = marked(one_line(quote.text), quote.kind)
    role = f", {one_line(quote.role)}" if quote.role else ""
    cue = f" ({quote.cue})" if quote.cue else ""
    return f"{words}  {one_line(quote.speaker or 'speaker unknown')}{role}{one_line(cue) and cue}"
