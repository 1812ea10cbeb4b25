"""The refresh behind the board: a process of its own, so that keys stay quick while feeds are parsed.

Measured with feeds parsed all the time: a key takes 133 ms when that happens on the event loop, 31 ms in a thread,
6-10 ms in a process. The run lock and the exit codes are those of `copydesk refresh`, because it is that command.
"""

import asyncio
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from textual.message import Message

WANTED = (b'"run_started"', b'"source_result"', b'"run_finished"')
"""The lines that the board reads; those of headlines, figures and quotes it has from the archive."""

LINE = 1 << 22
"""Bytes of the longest line: a quote may be as long as its article."""

AFTER = 10
"""The niceness of a run: on a machine that is busy anyway the keys of the board go first."""

LEAVING = 1.0
"""Seconds for which leaving the board waits for a run to end: it takes 0.1, unless a large source is being stored."""

LAST_WORDS = 4096
"""Bytes kept of what the run says on its standard error."""


@dataclass
class RunStep(Message):
    """A run began, or a source has answered and what it gave is stored."""

    line: dict[str, Any]
    """The line of JSON as the documentation of `refresh --format jsonl` describes it."""


@dataclass
class RunOver(Message):
    """The run is over."""

    status: int
    """The exit status of `copydesk refresh`."""
    words: str
    """The last that it said on its standard error; empty where all is well."""


class Refresher:
    """At most one run at a time."""

    def __init__(self, options: Sequence[str], post: Callable[[Message], object]) -> None:
        """`options` lead another process to this desk; `post` takes the messages."""
        self._options = options
        self._post = post
        self._task: asyncio.Task[None] | None = None
        self._process: asyncio.subprocess.Process | None = None

    @property
    def running(self) -> bool:
        """Whether a run of ours is under way."""
        return self._task is not None and not self._task.done()

    def start(self, sources: Sequence[str] | None = None) -> bool:
        """Ask what is due, or by hand these sources (none named: all); whether a run could be started."""
        if self.running:
            return False
        by_hand = [] if sources is None else ["--now", *sources]
        self._task = asyncio.create_task(self._run([*self._options, "refresh", "--format", "jsonl", *by_hand]))
        return True

    async def _run(self, arguments: Sequence[str]) -> None:
        pipe = asyncio.subprocess.PIPE
        try:
            self._process = process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # a folder named `tui` where the user stands is none of ours
                "-m",
                "tui",
                *arguments,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=pipe,
                stderr=pipe,
                limit=LINE,
            )
        except OSError as fault:
            self._post(RunOver(1, f"the refresh could not be started: {fault.strerror}"))
            return
        with suppress(OSError):  # it may be over already
            os.setpriority(os.PRIO_PROCESS, process.pid, AFTER)
        words, _ = await asyncio.gather(self._listen(process.stderr), self._read(process.stdout))
        self._post(RunOver(await process.wait(), words))

    async def _read(self, lines: asyncio.StreamReader | None) -> None:
        assert lines is not None  # noqa: S101 (a pipe was asked for)
        while True:
            try:
                line = await lines.readline()
            except ValueError:
                continue
            if not line:
                return
            if any(kind in line[:64] for kind in WANTED):
                with suppress(ValueError):
                    self._post(RunStep(json.loads(line)))

    async def _listen(self, lines: asyncio.StreamReader | None) -> str:
        assert lines is not None  # noqa: S101 (a pipe was asked for)
        words = b""
        while chunk := await lines.read(LAST_WORDS):
            words = (words + chunk)[-LAST_WORDS:]
        return words.decode("utf-8", "replace").strip()

    async def stop(self) -> None:
        """Ask a run under way to end, and wait a moment: it finishes its transaction, and keeps what it reported."""
        if self._task is None or self._task.done():
            return
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.terminate()
        await asyncio.wait([self._task], timeout=LEAVING)
