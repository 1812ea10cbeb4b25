"""A text file -> Article: a date, a slug, a blank line, then paragraphs; made do with where it does not fit."""

import os
import re

from feeds.identity import article_id
from feeds.intake import cleaning
from feeds.intake.local.dates import read_date
from feeds.intake.local.ondisk import RefusedError, read_bytes, stamp
from feeds.model import Article

HEADLINE = 120
"""A first paragraph of at most so many characters without a final stop is the headline."""

_SLUG = re.compile(r"[\w'’.]+(?:[-_][\w'’.]+)+")
_STOPS = (".", "!", "?", "…", "。")
_CLOSING = "\"'”’»›“)]"


def read_article_file(path: str | os.PathLike[str]) -> Article:
    """Return the article in a file by itself: its id and guid are the path as given, and it has no source.

    Raises `RefusedError` where it cannot be read, or is no text.
    """
    name = os.fspath(path)
    data, stat = read_bytes(name)
    return parse(data, os.path.basename(name), int(stat.st_mtime))._replace(id=name, guid=name)


def read_seed(path: str, source: str, guid: str) -> Article:
    """Return the article of a file that is part of a folder or file source. Raises `RefusedError`."""
    data, stat = read_bytes(path)
    article = parse(data, os.path.basename(path), int(stat.st_mtime))
    return article._replace(id=article_id(source, guid), source=source, guid=guid, stamp=stamp(stat))


def parse(data: bytes, name: str, changed_at: int) -> Article:
    """Return the article in a file's bytes; `name` and `changed_at` stand in for a slug and a date that it lacks.

    Raises `RefusedError` where the bytes are no text.
    """
    lines = _decoded(data).splitlines()
    lines = lines[next((n for n, line in enumerate(lines) if line.strip()), len(lines)) :]
    notes = []
    published = read_date(lines[0]) if lines else None
    if published is not None:
        lines = lines[1:]
    elif _is_heading(lines):
        notes.append(f"date not understood, the file's time is used: {cleaning.one_line(lines[0], 40)}")
        lines = lines[1:]
    else:
        notes.append("no date in line 1: the file's time is used")
    published = changed_at if published is None else published
    slug, lines = _slug(lines)
    if slug is None:
        slug = os.path.splitext(name)[0]
        notes.append("no slug in line 2: the file's name is used")
    headline, text = _parts("\n".join(lines))
    title = cleaning.one_line(headline or _title(slug))
    if not title and not text:
        raise RefusedError("empty")
    if not text:
        notes.append("no text below the heading")
    return Article(
        id="", source="", guid="", title=title or _title(name), text=text, published=published, notes=tuple(notes)
    )


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise RefusedError("empty")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise RefusedError("not a text: ill-formed UTF-16") from error
    if b"\0" in data:
        raise RefusedError("not a text: it holds NUL bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(f"not a text in UTF-8: byte {error.start}") from error


def _is_heading(lines: list[str]) -> bool:
    """Whether line 1 stands where the date should: short, a slug below it, and then a blank line."""
    return (
        len(lines) > 1
        and len(lines[0]) <= 40
        and bool(_SLUG.fullmatch(lines[1].strip()))
        and (len(lines) == 2 or not lines[2].strip())
    )


def _slug(lines: list[str]) -> tuple[str | None, list[str]]:
    """Return the slug in the first line that is not blank, and the lines below it; a slug holds no blank."""
    start = next((n for n, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return None, []
    line = lines[start].strip()
    alone = start + 1 == len(lines) or not lines[start + 1].strip()
    if len(line) <= cleaning.LINE and (_SLUG.fullmatch(line) or (alone and start == 0 and " " not in line)):
        return line, lines[start + 1 :]
    return None, lines[start:]


def _title(slug: str) -> str:
    words = slug.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _parts(text: str) -> tuple[str | None, str]:
    """Return the headline, where the first paragraph is one, and the paragraphs that are the text."""
    text = cleaning.body(text)
    first, _, rest = text.partition("\n\n")
    if rest and len(first) <= HEADLINE and not first.rstrip(_CLOSING).endswith(_STOPS):
        return first.lstrip("# "), rest
    return None, text
