"""The five themes: every colour of the board stands here, and nowhere else.

The tones `first` and `second` mark figures and quotes; in each theme they differ in lightness as well as in hue, and
their marks differ in form (`tones.py`), so that no meaning hangs on colour alone.
"""

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

DEFAULT = "dark"
TERMINAL = "terminal"
"""The terminal's own 16 colours; with NO_COLOR, none at all."""


SAID: Mapping[str, str] = {
    "dark": "bright on dark",
    "light": "dark on bright",
    "high-contrast": "bright inks on black",
    "blue-orange": "for eyes that take red for green",
    TERMINAL: "the terminal’s own 16 colours",
}
"""What each theme is, in a few words."""


def _theme(name: str, tones: Mapping[str, str], ground: str, line: str, *, dark: bool = True) -> Theme:
    variables = {f"tone-{tone}": colour for tone, colour in tones.items()}
    accent, ink = tones["accent"], tones["ink"]
    variables |= {
        "line": line,
        "cursor-ground": tones["cursor"].partition(" on ")[2],
        "border": accent,
        "border-blurred": line,
        "footer-key-foreground": accent,
        "scrollbar": line,
        "scrollbar-hover": tones["dim"],
        "scrollbar-active": accent,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "input-selection-background": tones["cursor"].partition(" on ")[2],
        "block-cursor-background": accent,
        "block-cursor-foreground": ground,
    }
    return Theme(
        name=name,
        primary=accent,
        secondary=tones["second"],
        accent=accent,
        warning=tones["warn"],
        error=tones["alarm"],
        success=tones["good"],
        foreground=ink,
        background=ground,
        surface=ground,
        panel=tones["cursor-away"].partition(" on ")[2],
        boost=ground,
        dark=dark,
        variables=variables,
    )


_DARK = {
    "ink": "#c9d1d9",
    "dim": "#7d8794",
    "faint": "#4a525e",
    "strong": "#f0f3f6",
    "name": "#f0f3f6",
    "accent": "#5fd7a7",
    "first": "#e9b949",
    "first-mark": "#f5cf74 on #3a2f14",
    "first-now": "#1a1405 on #e9b949",
    "second": "#7cb7ff",
    "second-mark": "#a5cdff on #16283f",
    "second-now": "#06121f on #7cb7ff",
    "found": "#10141a on #b48ef2",
    "found-now": "#10141a on #e0c8ff",
    "good": "#5fd7a7",
    "warn": "#f0a35e",
    "alarm": "#ff7b72",
    "claim": "#c9a6ff",
    "link": "#8fb8d8",
    "cursor": "#ffffff on #263445",
    "cursor-away": "#c9d1d9 on #1b212a",
}
_LIGHT = {
    "ink": "#24292f",
    "dim": "#68707a",
    "faint": "#b3b8bf",
    "strong": "#000000",
    "name": "#000000",
    "accent": "#0b7a55",
    "first": "#8a5200",
    "first-mark": "#6b3f00 on #fdeec9",
    "first-now": "#ffffff on #8a5200",
    "second": "#0a58b0",
    "second-mark": "#0a4488 on #deecfc",
    "second-now": "#ffffff on #0a58b0",
    "found": "#ffffff on #7a3ec8",
    "found-now": "#ffffff on #4d1a94",
    "good": "#0b7a55",
    "warn": "#a24a00",
    "alarm": "#b3201b",
    "claim": "#6d35b8",
    "link": "#2f5f86",
    "cursor": "#000000 on #cfe3f5",
    "cursor-away": "#24292f on #ecebe6",
}
_CONTRAST = {
    "ink": "#ffffff",
    "dim": "#d0d0d0",
    "faint": "#a0a0a0",
    "strong": "#ffffff",
    "name": "#ffffff",
    "accent": "#00ff88",
    "first": "#ffff00",
    "first-mark": "#ffff00 on #333300",
    "first-now": "#000000 on #ffff00",
    "second": "#66e0ff",
    "second-mark": "#66e0ff on #00303d",
    "second-now": "#000000 on #66e0ff",
    "found": "#000000 on #ff9cf5",
    "found-now": "#000000 on #ffffff",
    "good": "#00ff88",
    "warn": "#ffb347",
    "alarm": "#ff8080",
    "claim": "#e0b0ff",
    "link": "#a8d8ff",
    "cursor": "#ffffff on #0000a8",
    "cursor-away": "#ffffff on #303030",
}
_BLUE_ORANGE = _DARK | {
    "accent": "#4da3ff",
    "first": "#ff9f40",
    "first-mark": "#ffc48a on #40260c",
    "first-now": "#1d0f00 on #ff9f40",
    "second": "#6fc3ff",
    "second-mark": "#b3defe on #0f2c44",
    "second-now": "#00121f on #6fc3ff",
    "good": "#6fc3ff",
    "warn": "#ffc48a",
    "alarm": "#ff9f40",
    "claim": "#d8d8d8",
    "found": "#10141a on #d8d8d8",
    "found-now": "#000000 on #ffffff",
}
_TERMINAL = {
    "ink": "ansi_default",
    "dim": "ansi_default",
    "faint": "ansi_bright_black",
    "strong": "ansi_default",
    "name": "ansi_default",
    "accent": "ansi_green",
    "first": "ansi_yellow",
    "first-mark": "ansi_yellow",
    "first-now": "ansi_black on ansi_yellow",
    "second": "ansi_cyan",
    "second-mark": "ansi_cyan",
    "second-now": "ansi_black on ansi_cyan",
    "found": "ansi_black on ansi_magenta",
    "found-now": "ansi_black on ansi_white",
    "good": "ansi_green",
    "warn": "ansi_yellow",
    "alarm": "ansi_red",
    "claim": "ansi_magenta",
    "link": "ansi_blue",
    "cursor": "ansi_default on ansi_default",
    "cursor-away": "ansi_default on ansi_default",
}


def themes() -> tuple[Theme, ...]:
    """All themes, in the order in which they are offered."""
    terminal = _theme(TERMINAL, _TERMINAL, "ansi_default", "ansi_bright_black")
    terminal.ansi = True
    terminal.variables = BUILTIN_THEMES["ansi-dark"].variables | terminal.variables
    return (
        _theme("dark", _DARK, "#0f1318", "#2b323c"),
        _theme("light", _LIGHT, "#faf9f5", "#d3d1c9", dark=False),
        _theme("high-contrast", _CONTRAST, "#000000", "#8a8a8a"),
        _theme("blue-orange", _BLUE_ORANGE, "#0f1318", "#2b323c"),
        terminal,
    )
