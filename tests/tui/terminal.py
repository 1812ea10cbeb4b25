"""The installed command in a real pseudo-terminal, with an emulated screen."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from tests.tui.headless import COPYDESK

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "backtab": "\x1b[Z", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdn": "\x1b[6~",
}  # fmt: skip

UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)

ALONE = 0.5
"""Seconds after Esc before the next key: sooner, the two are one key with Alt, or it goes to the screen left."""

PATIENCE = 20.0
"""Seconds after which something that is waited for will not come."""


class Terminal:
    """A program in a pty: its screen, every byte that it wrote, and its end."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        size: tuple[int, int] = (120, 36),
        program: str = COPYDESK,
        **environment: str,
    ) -> None:
        self.size = size
        self.screen = pyte.Screen(*size)
        self.stream = pyte.Stream(self.screen)
        self.bytes = b""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        env: Mapping[str, str] = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            **environment,
        }
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(program, [program, *arguments], dict(env))
        self.resize(*size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)
        self.size = (columns, rows)

    def read(self, seconds: float = 0.05) -> bool:
        """Take what comes within some seconds; whether the program is still there."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return True
        try:
            chunk = os.read(self.fd, 65536)
        except OSError:
            return False
        self.bytes += chunk
        self.stream.feed(UNKNOWN_TO_PYTE.sub("", self._decode(chunk)))
        return bool(chunk)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def until(self, holds: str | Callable[[str], bool]) -> str:
        """Read until the screen shows some words, or something holds of it."""
        test = (lambda text: holds in text) if isinstance(holds, str) else holds
        ends = time.monotonic() + PATIENCE
        while not test(self.text):
            if time.monotonic() > ends or not self.read():
                raise AssertionError(f"{holds!r} never came:\n{self.text}")
        return self.text

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())
            ends = time.monotonic() + (ALONE if key == "esc" else 0.01)
            while time.monotonic() < ends:
                self.read(0.01)

    def place(self, words: str, *, after: str = "") -> tuple[int, int]:
        """Return column and row, from 0, of where some words begin; `after`: below the first row that holds these."""
        rows = self.screen.display
        first = next((at for at, row in enumerate(rows) if after in row), 0)
        at = next(at for at, row in enumerate(rows) if at >= first and words in row)
        return rows[at].index(words), at

    def click(self, column: int, row: int, *, times: int = 1) -> None:
        """Click with the left button on a cell, counted from 0."""
        for _ in range(times):
            os.write(self.fd, f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m".encode())
            self.read(0.05)

    def wheel(self, column: int, row: int, *, down: int) -> None:
        """Turn the wheel over a cell so many steps down."""
        os.write(self.fd, f"\x1b[<65;{column + 1};{row + 1}M".encode() * down)
        self.read(0.05)

    def end(self) -> int:
        """Read to the end; the exit status, 128 and more for a signal that nobody caught."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            self.read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while select.select([self.fd], [], [], 0.05)[0] and self.read():
                    pass
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"it never ended:\n{self.text}")

    @property
    def restored(self) -> bool:
        """Whether the terminal was given back: no alternate screen, no mouse, a cursor."""
        last = {mode: self.bytes.rfind(b"\x1b[?%bh" % mode) for mode in (b"1049", b"1000", b"1003")}
        off = {mode: self.bytes.rfind(b"\x1b[?%bl" % mode) for mode in (b"1049", b"1000", b"1003")}
        return all(off[mode] >= last[mode] for mode in last) and self.bytes.rfind(b"\x1b[?25h") > 0
