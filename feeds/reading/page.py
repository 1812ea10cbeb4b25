"""One text laid out for reading: its sentences, paragraphs and language, worked out once and shared by all readers."""

from feeds.reading.language import language
from feeds.reading.sentences import split_paragraphs, split_sentences
from feeds.reading.words import BEYOND


class Page:
    """A text, its title as context, and its layout."""

    def __init__(self, text: str, title: str | None = None) -> None:
        self.text = text
        self.title = title
        self.paragraphs = split_paragraphs(text)
        """The paragraphs, in order, without the blank lines between them."""
        self.sentences = split_sentences(text, self.paragraphs)
        """The sentences, in order, without the blanks around them; none crosses a paragraph."""
        self.latin = text.isascii() or not BEYOND.search(text)
        """Whether all letters are Latin: then tables of them do for patterns that else ask Unicode."""
        self.language = language(text)
        """ISO 639-1, `en` where the text is too short to tell."""
