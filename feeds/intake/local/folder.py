"""A folder or a single file of articles: the files are the truth, and an unchanged one is only stat'ed."""

import os
from collections.abc import Mapping, Sequence

from feeds.intake import cleaning
from feeds.intake.local.ondisk import RefusedError, failed, good, stamp
from feeds.model import Answer, Article, Source, SourceState

SUFFIXES = (".txt", ".md")
"""What a folder's articles end in."""
NAMED = 50
"""So many refused files are named; the rest are counted."""


def ask_folder(source: Source, state: SourceState, known: Mapping[str, str], now: int) -> Answer:
    """Return what is in the folder: the articles whose file changed since `known` (guid -> stamp)."""
    try:
        with os.scandir(source.where) as entries:
            found = sorted((entry.name, entry) for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        return failed(source, state, now, _cannot(error))
    files: list[tuple[str, str]] = []
    others = 0
    refused: list[str] = []
    for name, entry in found:
        if not name.lower().endswith(SUFFIXES):
            others += 1
        elif _is_folder(entry):
            refused.append(f"{cleaning.one_line(name)}: a folder, not a file")
        else:
            files.append((name, entry.path))
    answer = _read(source, state, files, known, refused, now)
    if not others:
        return answer
    skipped = f"{others} other {'file' if others == 1 else 'files'} skipped (articles are *.txt and *.md)"
    return answer._replace(asides=(skipped,))


def ask_file(source: Source, state: SourceState, known: Mapping[str, str], now: int) -> Answer:
    """Return the one article of a file; a file that cannot be one is an error of the source."""
    files = [(os.path.basename(source.where), source.where)]
    answer = _read(source, state, files, known, [], now)
    if answer.notes and not answer.articles and answer.status == "ok":
        return failed(source, state, now, answer.notes[0].partition(": ")[2])
    return answer


def _read(
    source: Source,
    state: SourceState,
    files: list[tuple[str, str]],
    known: Mapping[str, str],
    refused: list[str],
    now: int,
) -> Answer:
    articles: list[Article] = []
    present: set[str] = set()
    for name, path in files:
        guid = cleaning.one_line(name) if not _is_plain(name) else name
        if guid in present:
            refused.append(f"{guid}: another file's name reads the same")
            continue
        try:
            if known.get(guid) == stamp(os.stat(path)):
                present.add(guid)
                continue
        except OSError:
            pass  # reading it names the reason
        try:
            articles.append(_article(path, source.key, guid))
            present.add(guid)
        except RefusedError as why:
            refused.append(f"{cleaning.one_line(name)}: {why}")
            if guid in known and os.path.exists(path):
                present.add(guid)
    notes = refused[:NAMED] + ([f"{len(refused) - NAMED} more refused"] if len(refused) > NAMED else [])
    nothing_new = not articles and not refused and present == known.keys() and state.ok_at is not None
    return Answer(
        source,
        "not_modified" if nothing_new else "ok",
        good(state, source, now)._replace(note=_in_short(refused)),
        tuple(articles),
        frozenset(present),
        tuple(notes),
    )


def _in_short(refused: Sequence[str]) -> str | None:
    """Return what is remembered of the files that were refused: the first, and how many there are."""
    more = f" (and {len(refused) - 1} more)" if len(refused) > 1 else ""
    return cleaning.one_line(refused[0], cleaning.LINE - len(more)) + more if refused else None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself, or into a place that is closed to us: reading it names the reason
        return False


def _article(path: str, source: str, guid: str) -> Article:
    from feeds.intake.local.seedfile import read_seed  # noqa: PLC0415 (its dates cost 5 ms, and most files have not changed)

    return read_seed(path, source, guid)


def _is_plain(name: str) -> bool:
    return name.isprintable() and len(name) <= cleaning.LINE


def _cannot(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such folder"
    if isinstance(error, NotADirectoryError):
        return "not a folder"
    return (error.strerror or str(error)).lower()
