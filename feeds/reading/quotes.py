"""Who said what."""

from feeds.model import Quote
from feeds.reading.page import Page


def read_quotes(page: Page) -> tuple[Quote, ...]:
    """Return the quotes of a page, in the order of the text."""
    del page
    return ()
