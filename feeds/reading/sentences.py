"""Paragraphs and sentences, as half-open spans of the text."""

import re

from feeds.model import Span

PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")


def split_paragraphs(text: str) -> list[Span]:
    """Return the stretches between blank lines."""
    return [(m.start(), m.end()) for m in PARAGRAPH.finditer(text)]


def split_sentences(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the sentences of each paragraph."""
    spans: list[Span] = []
    for start, end in paragraphs:
        at = start
        for found in SENTENCE_END.finditer(text, start, end):
            spans.append((at, found.end()))
            at = found.end()
        if at < end:
            spans.append((at, end))
    return spans
