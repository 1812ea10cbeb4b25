"""What the tests of figures share: one reader, and the figures of a text without the typed ones."""

from feeds.model import Figure
from feeds.reading.figures import read_figures
from feeds.reading.figures.typed import TYPED
from feeds.reading.page import Page


def figures(text: str, title: str | None = None) -> list[Figure]:
    return [f for f in read_figures(Page(text, title), ()) if f.kind not in TYPED]


def figure(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


def typed(text: str) -> list[tuple[str, str]]:
    return [(f.text, f.kind) for f in read_figures(Page(text), ()) if f.kind in TYPED]
