"""Text as one searches for it: without case and accents, so that `sao` finds `São`."""

from unicodedata import combining, normalize


def fold(text: str) -> str:
    """Return `text` without case and combining marks; ASCII, the common case, takes the short way."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c)).casefold()


def fold_lines(*parts: str | None) -> str:
    """Return the parts folded, one a line, so that no word of the user's can match across two of them."""
    return fold("\n".join(part.replace("\n", " ") if part else "" for part in parts))
