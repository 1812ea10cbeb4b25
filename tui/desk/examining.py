"""The checks of `copydesk doctor`; none of them asks the network or changes anything."""

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from feeds import __version__
from feeds.alerts import Alerts
from feeds.archive import ArchiveError, open_archive
from feeds.config import Config, ConfigError, load, where
from feeds.config.queries import check as check_queries
from feeds.config.watch import Watch, watches
from feeds.intake.schedule import is_loopback
from feeds.spans import words
from tui.lines.formats import number_words, short

Finding = tuple[str, str, str]
"""`ok`, `warn` or `FAIL`; what was looked at; what was found, and what to do."""


def checks(config: str | None, paths: Sequence[str], archive: str | None) -> Iterator[Finding]:
    """Yield what every check found."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield "ok", "program", f"copydesk {__version__}, Python {version}, SQLite {sqlite3.sqlite_version}"
    yield _full_text()
    try:
        desk = load(config, paths=paths, archive=archive)
        check_queries(desk)
        rules = watches(desk)
    except ConfigError as fault:
        yield "FAIL", "config", str(fault)
        return
    yield "ok", "config", str(desk.file or f"none at {where(config)}; the shipped seeds are watched")
    for check in (_place, _stored, _sources, _manners, _rights):
        yield from check(desk)
    if rules:
        yield from _rules(desk, rules)
    yield _terminal()
    yield _clock()


def _full_text() -> Finding:
    try:
        with closing(sqlite3.connect(":memory:")) as db:
            db.execute("CREATE VIRTUAL TABLE t USING fts5 (x)")
    except sqlite3.Error:
        return "FAIL", "sqlite", "this Python's SQLite has no full-text search (FTS5); use another build of Python"
    return "ok", "sqlite", "full-text search is there"


def _place(desk: Config) -> Iterator[Finding]:
    folder = next(place for place in (desk.archive.parent, *desk.archive.parents) if place.is_dir())
    if not os.access(folder, os.W_OK):
        yield "FAIL", "disk", f"{folder} cannot be written; choose another place with `archive = …` or --archive"
        return
    free = shutil.disk_usage(folder).free
    state = "warn" if free < 500_000_000 else "ok"
    yield state, "disk", f"{free / 1e9:.1f} GB free at {folder}"


def _stored(desk: Config) -> Iterator[Finding]:
    if not desk.archive.exists():
        yield "ok", "archive", f"none yet at {desk.archive}; `copydesk refresh` makes it"
        return
    began = time.monotonic()
    try:
        with open_archive(desk.archive, create=False) as archive:
            counts, runs, outdated = archive.counts(), archive.runs(1), archive.outdated()
    except (ArchiveError, OSError) as fault:
        yield "FAIL", "archive", str(fault)
        return
    ms = (time.monotonic() - began) * 1000
    held = number_words(counts._asdict(), "headlines", "figures", "quotes")
    size = desk.archive.stat().st_size / 1e6
    yield "ok", "archive", f"{desk.archive}: {held}, {size:.0f} MB, opened and counted in {ms:.0f} ms"
    if outdated:
        why = f"{outdated} articles were read by an older version, or their reading broke off"
        yield "warn", "reading", f"{why}; every refresh reads some anew, `copydesk reread` all"
    if not runs:
        yield "warn", "refresh", "never ran; `copydesk refresh` reads the sources"
    elif time.time() - runs[0].started > 3 * desk.interval:
        late = words(int(time.time() - runs[0].started))
        yield "warn", "refresh", f"the last one was {late} ago; keep the board open, or run `copydesk refresh` by cron"
    else:
        yield "ok", "refresh", f"the last one: {runs[0].status}, {short(runs[0].started)}"


def _sources(desk: Config) -> Iterator[Finding]:
    whose = "" if desk.own else ", the shipped seeds; `copydesk source add` names your own"
    yield "ok", "sources", f"{len(desk.sources)}{whose}"
    for source in desk.sources:
        if source.kind != "feed" and not Path(source.where).exists():
            yield "warn", "source", f"{source.name}: {source.where} is not there"
    if not desk.archive.exists():
        return
    try:
        with open_archive(desk.archive, create=False) as archive:
            rows = {row.key: row for row in archive.sources()}
    except (ArchiveError, OSError):
        return
    for source in desk.sources:
        row = rows.get(source.key)
        if row and row.state.streak:
            since = short(row.state.failing_since)
            yield "warn", "source", f"{source.name}: failing since {since}: {row.state.error or 'no reason given'}"


def _rules(desk: Config, rules: Sequence[Watch]) -> Iterator[Finding]:
    """Say what keeps the alerts of watch rules from whom they are for."""
    yield "ok", "watch", number_words({"rules": len(rules)}, "rules")
    for watch in rules:
        program = watch.actions.command[0] if watch.actions.command else None
        if program and shutil.which(program) is None:
            yield "warn", "watch", f"{watch.rule.name}: there is no program {program}"
    if not desk.archive.exists():
        return
    try:
        with open_archive(desk.archive, create=False) as archive:
            lost = [due for due in Alerts(archive).latest() if due.state == "failed"]
    except (ArchiveError, OSError):
        return
    for due in lost[:1]:
        many = number_words({"alerts": len(lost)}, "alerts")
        yield "warn", "watch", f"{many} could not be delivered, the last of {due.alert.rule}: {due.error}"


def _manners(desk: Config) -> Iterator[Finding]:
    """Who runs a feed that is asked too often looks for somebody to write to before he shuts us out."""
    asked = [source for source in desk.sources if source.kind == "feed" and not is_loopback(source.where)]
    if asked and not desk.contact and not desk.user_agent:
        many = number_words({"feeds": len(asked)}, "feeds")
        how = f"`contact = …` in {desk.file}: an https://… or mailto:… address where you can be reached"
        yield "warn", "contact", f"{many} asked, and no site can tell by whom; {how}"


def _rights(desk: Config) -> Iterator[Finding]:
    """Only their owner may read what holds a password's command or what somebody watches."""
    for path in (desk.path, desk.archive):
        if path and path.exists() and path.stat().st_mode & 0o022:
            yield "warn", "rights", f"{path} can be written by others; chmod go-w {path}"


def _terminal() -> Finding:
    if not sys.stdout.isatty():
        return "ok", "terminal", "none here; every verb but the board works without one"
    term = os.environ.get("TERM", "")
    if term in ("", "dumb"):
        return "warn", "terminal", f"TERM={term or 'nothing'}: the board cannot draw here"
    utf8 = "utf" in (sys.stdout.encoding or "").lower()
    colours = "16 million colours" if os.environ.get("COLORTERM") in ("truecolor", "24bit") else "256 colours or fewer"
    columns, lines = shutil.get_terminal_size()
    state = "ok" if utf8 and columns >= 80 and lines >= 24 else "warn"
    return state, "terminal", f"{term}, {columns}x{lines}, {colours}, {'UTF-8' if utf8 else 'no UTF-8: set LANG'}"


def _clock() -> Finding:
    built = Path(__file__).stat().st_mtime
    if time.time() < built - 86400:
        return "warn", "clock", f"it says {short(int(time.time()))}, which is before this program was installed"
    return "ok", "clock", f"{short(int(time.time()))} here, {short(int(time.time()), utc=True)} UTC"
