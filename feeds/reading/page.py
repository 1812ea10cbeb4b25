"""One text laid out for reading: its sentences, paragraphs and language, worked out once and shared by all readers."""

from functools import cached_property

from feeds.model import Span
from feeds.reading.language import language
from feeds.reading.sentences import split_paragraphs, split_sentences
from feeds.reading.words import BEYOND


class Page:
    """A text, its title as context, and its layout."""

    def __init__(self, text: str, title: str | None = None) -> None:
        self.text = text
        self.title = title

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs, in order, without the blank lines between them."""
        return split_paragraphs(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, in order, without the blanks around them; none crosses a paragraph."""
        return split_sentences(self.text, self.paragraphs)

    @cached_property
    def latin(self) -> bool:
        """Whether all letters are Latin: then tables of them do for patterns that else ask Unicode."""
        return not BEYOND.search(self.text)

    @cached_property
    def language(self) -> str:
        """ISO 639-1, `en` where the text is too short to tell."""
        return language(self.text)
