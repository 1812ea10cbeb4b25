"""Text in cells: what any terminal draws at the same width, cut and padded so that no column ever breaks."""

import re
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

UNSTEADY = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
"""Characters that act on the terminal, or whose width terminals disagree about: controls, bidi controls, joiners,
variation selectors, flags (regional indicators), skin tones, surrogates and tags."""

FLAG_A = 0x1F1E6
"""The regional indicator A: a flag is shown as its two letters, which every terminal draws alike."""


class Cell(NamedTuple):
    """A stretch of one line in one tone."""

    text: str
    """Already cut and padded by whoever lays out the line."""
    tone: str = "ink"
    """A name from `tones.py`."""


def steady(text: str) -> str:
    """`text` without anything that acts on a terminal or that two terminals draw at different widths.

    It is the second gate: what comes from outside was cleaned at the door already.
    """
    if text.isascii() and text.isprintable():
        return text
    return UNSTEADY.sub(_replace, text)


def _replace(match: re.Match[str]) -> str:
    code = ord(match[0])
    if FLAG_A <= code < FLAG_A + 26:
        return chr(ord("A") + code - FLAG_A)
    return " " if code in (9, 10, 13, 0x2028, 0x2029) else ""


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where something is lost; one line, steady."""
    if width <= 0:
        return ""
    text = steady(text[: width * 8])
    if cell_len(text) <= width:
        return text
    room = width - 1
    for at, character in enumerate(text):
        room -= get_character_cell_size(character)
        if room < 0:
            return text[:at].rstrip() + "…"
    return text


def fit(text: str, width: int, *, right: bool = False) -> str:
    """`text` in exactly `width` cells: cut, or padded at its end (`right`: at its start)."""
    text = cut(text, width)
    blank = " " * (width - cell_len(text))
    return blank + text if right else text + blank
