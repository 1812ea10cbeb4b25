"""Rings a terminal's bell and raises a notice on the desktop, where the terminal knows how."""

import os
from collections.abc import Mapping


def notice(words: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return what makes this terminal raise a notice, or nothing. `words` is one clean line.

    OSC 99 is kitty's, OSC 777 urxvt's and foot's, OSC 9 that of iTerm2, WezTerm, Ghostty and Windows Terminal.
    """
    terminal = f"{environment.get('TERM', '')} {environment.get('TERM_PROGRAM', '')}".lower()
    text = "".join(mark for mark in words if mark.isprintable()).replace(";", ",")
    if "kitty" in terminal:
        return f"\x1b]99;;{text}\x1b\\"
    if any(name in terminal for name in ("foot", "rxvt")):
        return f"\x1b]777;notify;copydesk;{text}\x1b\\"
    known = any(name in terminal for name in ("iterm", "wezterm", "ghostty")) or "WT_SESSION" in environment
    return f"\x1b]9;{text}\x1b\\" if known else ""
