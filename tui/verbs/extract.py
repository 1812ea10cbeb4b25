"""`copydesk extract`: figures and quotes of texts, without storing anything."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from feeds.model import Reading
from feeds.reading import read
from tui.lines import records
from tui.narration import part, say
from tui.output import SCHEMA, write_json

if TYPE_CHECKING:
    from io import BufferedReader

EXAMPLES = """
copydesk extract seeds/*.txt
copydesk extract --format jsonl - < documents.jsonl | jq '.figures[] | select(.salience > 0.8) | .text'
"""

DESK = False
"""It knows no configuration and no archive."""

Show = Callable[[dict[str, Any], Reading], None]
"""Prints one document's reading; its own fields come first."""


class Tally:
    """How many documents were read, and how many could not be."""

    def __init__(self) -> None:
        self.done = 0
        """Documents that were read."""
        self.failed = 0
        """Files and lines that could not be read; each has been named."""

    def refuse(self, name: str, reason: str) -> None:
        """Name what cannot be read, and why."""
        self.failed += 1
        say(f"{name}: {reason}")


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="an article, a *.jsonl of documents, or - for stdin")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="of the output (default: text)")


def run(args: Namespace) -> int:
    """Read every document in order; what cannot be read is named, and the others go on."""
    tally = Tally()
    show = _shower(args.format)
    for name in args.files:
        try:
            if name == "-":
                _stdin(show, tally)
            elif name.endswith(".jsonl"):
                with open(name, "rb") as lines:
                    _documents(name, lines, show, tally)
            else:
                _article(name, show, tally)
        except OSError as fault:
            if fault.filename is None:  # stdout's: full, closed, or nobody reads it any more
                raise
            tally.refuse(name, fault.strerror or str(fault))
    return part(tally.failed, tally.done)


def _shower(form: str) -> Show:
    if form == "jsonl":
        return _show_json
    from tui.lines.extracted import show_text  # words and columns are for people only

    return show_text


def _show_json(head: dict[str, Any], reading: Reading) -> None:
    figures = [records.figure(figure) for figure in reading.figures]
    quotes = [records.quote(quote, quote.chain) for quote in reading.quotes]
    write_json({"type": "reading", "schema": SCHEMA, **head, "figures": figures, "quotes": quotes})


def _stdin(show: Show, tally: Tally) -> None:
    stream = cast("BufferedReader", sys.stdin.buffer)
    first = stream.peek(1)[:1]
    if not first:
        say("-: empty")
        return
    if first == b"{":
        _documents("-", stream, show, tally)
        return
    show({"id": "-"}, read(stream.read().decode("utf-8-sig", "replace"), None))
    tally.done += 1


def _documents(name: str, lines: BinaryIO | Iterable[bytes], show: Show, tally: Tally) -> None:
    for count, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = _document(line)
        except ValueError as fault:
            tally.refuse(f"{name}:{count}", str(fault))
            continue
        show({"id": document["id"]}, read(document["text"], document.get("title")))
        tally.done += 1


def _document(line: bytes) -> dict[str, Any]:
    try:
        document = json.loads(line)
    except json.JSONDecodeError as fault:
        raise ValueError(f"no JSON: {fault.msg} at column {fault.colno}") from None
    except (UnicodeDecodeError, RecursionError):
        raise ValueError("no JSON in UTF-8") from None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str) or "id" not in document:
        raise ValueError('not a document: it needs "id" and "text"')
    if "title" in document and not isinstance(document["title"], str | None):
        raise ValueError('not a document: its "title" is no text')
    return document


def _article(name: str, show: Show, tally: Tally) -> None:
    from feeds.intake import read_article_file  # documents on stdin do without

    try:
        article = read_article_file(name)
    except ValueError as fault:
        tally.refuse(name, str(fault))
        return
    head = {"id": name, "title": article.title, "date": records.moment(article.published), "text": article.text}
    show(head, read(article.text, article.title))
    tally.done += 1
