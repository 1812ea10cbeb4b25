"""Warm children that parse, each killable: a document that takes longer than its deadline costs a child, no more."""

import contextlib
import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from feeds.intake.parsing.document import Document, Entry, NotAFeedError
from feeds.intake.parsing.parser_child import FRAME

DEADLINE = 8.0
"""Seconds for one document; the slowest of 300 real news feeds takes 0.3."""
SIZE = 2
"""Children at most: as many as small machines have cores."""
_FIELDS = Document._fields
_SCRIPT = Path(__file__).with_name("parser_child.py")


class Pool:
    """Children that are started when the first document needs one, and kept until `close`. Safe from many threads."""

    def __init__(self, size: int = SIZE, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._free: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(size):
            self._free.put(None)
        self._alive: set[_Child] = set()
        self._closed = False

    def read(self, body: bytes, content_type: str = "") -> Document:
        """Return what feedparser reads in a body. Raises `NotAFeedError`, also where it took too long."""
        answer = self.ask(body, {"content_type": content_type})
        answer["entries"] = [Entry(*entry) for entry in answer["entries"]]
        return Document._make(
            tuple(answer[name]) if isinstance(answer[name], list) else answer[name] for name in _FIELDS
        )

    def ask(self, body: bytes, options: dict[str, str]) -> dict[str, Any]:
        """Return a child's answer to one document. Raises `NotAFeedError` where it has none, or took too long."""
        child = self._free.get()
        try:
            if child is None or not child.running:
                self._drop(child)
                child = self._started()
            answer = child.ask(body, options, self._deadline)
        except (OSError, EOFError) as error:
            self._drop(child)
            child = None
            raise NotAFeedError(f"took longer than {self._deadline:.0f} s to read, or too much memory") from error
        finally:
            self._free.put(child)
        if "not_a_feed" in answer:
            raise NotAFeedError(answer["not_a_feed"])
        return answer

    def close(self) -> None:
        """End every child at once; what is under way in them fails."""
        self._closed = True
        for child in list(self._alive):
            self._drop(child)

    def _started(self) -> "_Child":
        if self._closed:
            raise EOFError
        child = _Child()
        self._alive.add(child)
        return child

    def _drop(self, child: "_Child | None") -> None:
        if child is not None:
            self._alive.discard(child)
            child.kill()


class _Child:
    """One process, and one document at a time."""

    def __init__(self) -> None:
        # -I: no user site, nothing from the environment; the script finds the package by its own place.
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and file)
            [sys.executable, "-I", str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._ends = False

    @property
    def running(self) -> bool:
        return not self._ends and self._process.poll() is None

    def ask(self, body: bytes, options: dict[str, str], deadline: float) -> dict[str, Any]:
        # A timer that kills is the one thing that ends both a write that nobody reads and a read that nobody writes.
        timer = threading.Timer(deadline, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            head = json.dumps(options).encode("ascii")
            requests, answers = self._process.stdin, self._process.stdout
            if requests is None or answers is None:
                raise EOFError
            requests.write(FRAME.pack(len(head), len(body)) + head)
            requests.write(body)
            requests.flush()
            lengths = answers.read(FRAME.size)
            if len(lengths) < FRAME.size:
                raise EOFError
            length, self._ends = FRAME.unpack(lengths)
            answer = answers.read(length)
        finally:
            timer.cancel()
        if len(answer) < length:
            raise EOFError
        return json.loads(answer)  # type: ignore[no-any-return]

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                # What could not be flushed to it is lost with it.
                with contextlib.suppress(OSError):
                    pipe.close()
