"""The one gate that all text from outside passes: what comes out can neither steer a terminal nor break a line.

Control characters (C0, DEL, C1), bidirectional and invisible marks, surrogates and
non-characters go, at most four combining marks stay on a letter, and the rest is Unicode NFC.
"""

import re
import unicodedata
from functools import cache, partial

LINE = 500
"""Most characters of a title, name, link or error; a longer one ends in an ellipsis."""
BODY = 1 << 20
"""Most characters of a body."""
WRAPPED = 100
"""A text whose longest line is no longer than this is taken for hard-wrapped: its line ends are blanks."""

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BANNED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)
# Blanks of every kind (tab, line ends, U+0085, U+2028 …) are not in it: str.split folds them.
_DROPPED = f"[{_BANNED}]+"
_ODD = f"[{_BANNED}\u200c\u200d\ufe00-\ufe0f]"
_JOINED = "\u0600-\u109f\u1780-\u18af\ua800-\uabff"
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_STRAY_JOINERS = (
    f"(?<![{_JOINED}{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])(?<![{_JOINED}]\u200d)"
    f"|(?<![{_JOINED}])\u200c|(?<=[\u200c\u200d])[\u200c\u200d]"
)
_STRAY_SELECTORS = "(?:(?<=[\\s\ufe00-\ufe0f])|^)[\ufe00-\ufe0f]+"
_MAYBE_MARKS = (
    "[\u0300-\u036f\u0483-\u0489\u0590-\u109f\u135d-\u135f\u1700-\u18ff\u1a00-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\u2ce0-\u2dff"
    "\u3020-\u30ff\ua66f-\ua6f1\ua800-\uabff\ufb1e\ufe00-\ufe2f\U00010000-\U00011fff\U00016000-\U0001e9ff]{5,}"
)
_PRINTABLE = bytes(range(0x20, 0x7F))
_HOST = re.compile(r"[^/?#]+")
_ITEM = re.compile(r"(?:[-*•‣▪–—]|\d{1,3}[.)])\s")


def one_line(text: str, most: int = LINE) -> str:
    """Return a title, name, link or message as one clean line of at most `most` characters."""
    text = text[: 8 * most]
    folded = _folded(text) if _is_plain(text) else " ".join(_scrubbed(text).split())
    return folded if len(folded) <= most else folded[: most - 1].rstrip() + "…"


def body(text: str, most: int = BODY) -> str:
    """Return a text as clean paragraphs, each on one line, parted by blank lines; at most `most` characters.

    A single line end inside a hard-wrapped text is a blank, in any other a new paragraph; so is one before an item of a
    list.
    """
    text = text[: 2 * most]
    broken = "\n" in text
    plain = _is_plain(text.replace("\n", "") if broken else text)
    if plain and not broken:
        return _folded(text)[:most].rstrip()
    if not plain:
        text = _scrubbed(_BREAKS.sub("\n", text))
    lines = text.split("\n")
    wrapped = max(map(len, lines)) <= WRAPPED
    paragraphs: list[str] = []
    held: list[str] = []
    for raw in lines:
        line = " ".join(raw.split())
        if held and (not line or not wrapped or _ITEM.match(line)):
            paragraphs.append(" ".join(held))
            held.clear()
        if line:
            held.append(line)
    if held:
        paragraphs.append(" ".join(held))
    joined = "\n\n".join(paragraphs)
    if len(joined) > most:
        joined = joined[:most].rstrip()
    # Joining two lines can bring a letter and its mark together that stood apart.
    return joined if plain else _normal(joined)


def link(text: str | None) -> str | None:
    """Return an address that may be opened, http or https with a host and no blank in it, or nothing."""
    if not text:
        return None
    text = text.strip()
    if len(text) > 2048 or not text.isprintable() or " " in text:
        return None
    if not text.isascii() and _compiled(_DROPPED).search(text):
        return None
    scheme, parted, rest = text.partition("://")
    if not parted or scheme.lower() not in ("http", "https"):
        return None
    host = _HOST.match(rest)
    return text if host and "\\" not in host[0] and host[0][0] not in "@:" else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile at the first text that needs it: the classes cost 8 ms, and a `list` sees plain text alone."""
    return re.compile(pattern)


def _is_plain(text: str) -> bool:
    """Whether there is nothing to do: printable Western text, which is NFC and has no marks; ten times as fast.

    What is not printable ASCII, most often a few quotation marks, is looked at alone: half the time of a look at all.
    """
    try:
        rest = text.encode().translate(None, _PRINTABLE)
        if rest:
            odd = rest.decode()
            odd.encode("cp1252")
            return odd.isprintable()
    except UnicodeEncodeError:
        return False
    return True


def _folded(text: str) -> str:
    """Return plain text, in which nothing but a blank is white, with single ones; most has no others."""
    return " ".join(text.split()) if "  " in text else text.strip()


def _scrubbed(text: str) -> str:
    # Looked for first: one search for what few texts hold costs a fifth of the three substitutions.
    if _compiled(_ODD).search(text):
        text = _compiled(_STRAY_SELECTORS).sub("", _compiled(_STRAY_JOINERS).sub("", _compiled(_DROPPED).sub("", text)))
    return text if text.isascii() else _normal(text)


def _normal(text: str) -> str:
    # Before anything that puts marks into their order: a run of 80,000 took it 4 s, and four times as long a run 70.
    stacked = _compiled(_MAYBE_MARKS).search(text) is not None
    if stacked:
        text = _compiled(_MAYBE_MARKS).sub(partial(_fewer_marks, 30), text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        stacked = _compiled(_MAYBE_MARKS).search(text) is not None
    if stacked:
        text = unicodedata.normalize("NFC", _compiled(_MAYBE_MARKS).sub(partial(_fewer_marks, 4), text))
    return text


def _fewer_marks(most: int, found: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for char in found[0]:
        run = run + 1 if unicodedata.category(char)[0] == "M" else 0
        if run <= most:
            kept.append(char)
    return "".join(kept)
