"""Tones: the few named inks that every line is written in, taken from the theme so that no colour stands in code."""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.app import App
from textual.color import Color

BOLD = frozenset({"strong", "name", "alarm", "first-now", "second-now", "found-now"})
"""Tones that are bold as well, so that they show without colour."""
UNDERLINED = frozenset({"second-mark", "link"})
"""Where there are no grounds, the second of two kinds of mark is underlined, so that both can be told apart."""
REVERSED = frozenset({"first-now", "second-now", "found", "found-now", "cursor"})
"""What the eye should go to is reversed where there are no colours."""
BARE_BOLD = frozenset({"first-mark", "cursor-away"})
"""Where there are no grounds, these are bold instead."""
GROUNDS = frozenset({"cursor", "cursor-away"})
"""Tones that only lie under others: their ink is not used."""


def tones(app: App[object]) -> Mapping[str, Style]:
    """Return the theme's tones by name, without the background of the line that they stand on.

    A theme gives them as variables `tone-NAME`: `COLOUR`, or `COLOUR on COLOUR` for a marked stretch.
    """
    return _tones(app, app.theme)


@lru_cache(maxsize=8)
def _tones(app: App[object], theme: str) -> Mapping[str, Style]:
    variables = app.available_themes[theme].variables
    return {
        name[5:]: _style(name[5:], value, not app.no_color) for name, value in variables.items() if name[:5] == "tone-"
    }


def _style(name: str, value: str, colour: bool) -> Style:
    ink, _, ground = value.partition(" on ")
    return Style(
        color=None if name in GROUNDS else Color.parse(ink).rich_color,
        bgcolor=Color.parse(ground).rich_color if ground else None,
        bold=name in BOLD or (name in BARE_BOLD and (not ground or not colour or ink == ground)) or None,
        underline=(name in UNDERLINED and (not ground or not colour)) or None,
        reverse=(name in REVERSED and (not colour or ink == ground)) or None,
    )
