"""What the program is for: text to figures and quotes. Pure: no I/O, no clock, no globals that change."""

from feeds.model import Reading
from feeds.reading.figures import read_figures
from feeds.reading.page import Page
from feeds.reading.quotes import read_quotes


def read(text: str, title: str | None = None) -> Reading:
    """Read one text as it stands.

    `title` is context only (salience, names, about); no mention is ever placed in it. Never raises, whatever the code
    points, and takes time linear in the text. Every offset counts code points of `text`.
    """
    page = Page(text, title)
    quotes = read_quotes(page)
    return Reading(read_figures(page, quotes), quotes, page.language)
