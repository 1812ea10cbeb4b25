"""The log on stderr or in a file: one line an event, fit to run for months under cron, systemd or a terminal.

A line that a log file cannot take (a full disk, say) is lost, and that is said once on stderr: the work is the news.

By hand rather than by `logging`: its import costs 8 ms, it has neither logfmt nor journald's priorities, and a handler
that reopens its file on SIGHUP is not in it (WatchedFileHandler looks at the file before every line).
"""

import os
import time
from collections.abc import Mapping
from io import FileIO

from tui.narration import narrate, say
from tui.output import as_json

LEVELS = {"debug": 7, "info": 6, "warning": 4, "error": 3}
"""Our levels as syslog's priorities (RFC 5424, 6.2.1), which journald reads as `<6>` at the start of a line."""

Field = str | int | float | bool | None
"""What a log line may say of an event."""


class Log:
    """Writes events as text, logfmt or JSON; a file is opened anew by `reopen`, so that logrotate can move it away."""

    def __init__(self, form: str = "text", file: str | None = None, level: str = "info") -> None:
        self.form = form
        """`text`, `logfmt` or `json`."""
        self.file = file
        """Where it goes; nothing: to stderr."""
        self._most = LEVELS[level]
        self._journal = file is None and _is_journal()
        self._lost = False
        self._opened = _opened(file) if file else None

    def reopen(self) -> None:
        """Open the log file anew, at the place where it was first opened; where that fails, the old one stays."""
        if self.file is None or self._opened is None:
            return
        try:
            old, self._opened = self._opened, _opened(self.file)
        except OSError as fault:
            self._lose(fault)
        else:
            old.close()

    def close(self) -> None:
        """Close the log file."""
        if self._opened is not None:
            self._opened.close()

    def debug(self, event: str, **fields: Field) -> None:
        """Log what only a developer wants to know."""
        self._write("debug", event, fields)

    def info(self, event: str, **fields: Field) -> None:
        """Log what happened as it should."""
        self._write("info", event, fields)

    def warning(self, event: str, **fields: Field) -> None:
        """Log what somebody may have to look at."""
        self._write("warning", event, fields)

    def error(self, event: str, **fields: Field) -> None:
        """Log what stops the work."""
        self._write("error", event, fields)

    def _write(self, level: str, event: str, fields: dict[str, Field]) -> None:
        if LEVELS[level] > self._most:
            return
        said = {key: value for key, value in fields.items() if value is not None}
        head: dict[str, Field] = {} if self._journal else {"ts": _now()}
        if self.form == "json":
            line = as_json({**head, "level": level, "event": event, **said})
        elif self.form == "logfmt":
            line = _logfmt({**head, "level": level, "event": event, **said})
        else:
            line = _text(event, said) if self.file is None else f"{_now()} {_text(event, said)}"
        self._put(f"<{LEVELS[level]}>{line}\n" if self._journal else f"{line}\n")

    def _put(self, line: str) -> None:
        if self._opened is None:
            narrate(line)
            return
        try:
            self._opened.write(line.encode("utf-8", "backslashreplace"))
            self._lost = False
        except OSError as fault:
            self._lose(fault)

    def _lose(self, fault: OSError) -> None:
        if not self._lost:
            say(f"{self.file}: {fault.strerror}; what happens goes on, and is not logged there")
        self._lost = True


def _opened(file: str) -> FileIO:
    os.makedirs(os.path.dirname(os.path.abspath(file)), exist_ok=True)
    return FileIO(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "w")


def _now() -> str:
    at = time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at)) + f".{int(at % 1 * 1000):03d}Z"


def _text(event: str, fields: Mapping[str, Field]) -> str:
    said = ", ".join(str(value) if key == "message" else f"{key} {value}" for key, value in fields.items())
    return f"copydesk: {event}: {said}" if said else f"copydesk: {event}"


def _logfmt(fields: Mapping[str, Field]) -> str:
    return " ".join(f"{key}={_value(value)}" for key, value in fields.items())


def _value(value: Field) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    bare = text.isascii() and text.isprintable() and text and not any(mark in text for mark in ' "=\\')
    return text if bare else as_json(text)


def _is_journal() -> bool:
    """Whether stderr is journald's own stream (systemd.exec(5), $JOURNAL_STREAM)."""
    stream = os.environ.get("JOURNAL_STREAM", "")
    if not stream:
        return False
    try:
        stderr = os.fstat(2)
    except OSError:
        return False
    return stream == f"{stderr.st_dev}:{stderr.st_ino}"
