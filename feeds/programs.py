"""Runs a program of the user's, one that gives a password or takes an alert: whatever it does, it holds up nobody."""

import asyncio
import os
import signal
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from io import FileIO
from typing import NamedTuple

KEPT = 4096
"""Bytes that are kept of the beginning and of the end of what a program says: it may say any amount."""
LINGER = 0.5
"""Seconds for which the last words of a program that has ended may still come."""


class Ran(NamedTuple):
    """What a program came to."""

    code: int
    """Its exit code; negative: the signal that ended it."""
    first: bytes
    """The beginning of what it said."""
    last: bytes
    """The end of what it said."""


async def run(arguments: Sequence[str], given: bytes = b"", *, stderr: bool = False) -> Ran:
    """Run a program with this on its stdin, and hear its stdout, or its stderr. Raises OSError, ValueError.

    It has a session of its own: when this is cancelled, what it has started ends with it. What it leaves behind when it
    ends by itself is left alone. The pipes are ours: asyncio's own would have us wait for whoever else holds them.
    """
    nothing, heard, loop = asyncio.subprocess.DEVNULL, _Heard(), asyncio.get_running_loop()
    with ExitStack() as stack:
        out, said = map(stack.enter_context, _pipe())
        read, into = map(stack.enter_context, _pipe())
        process = await asyncio.create_subprocess_exec(
            *arguments,
            stdin=read,
            stdout=nothing if stderr else said,
            stderr=said if stderr else nothing,
            start_new_session=True,
        )
        read.close()
        said.close()
        listening, _ = await loop.connect_read_pipe(lambda: heard, out)
        telling, told = await loop.connect_write_pipe(_Told, into)
        try:
            telling.write(given)
            telling.close()
            code = await process.wait()
            with suppress(TimeoutError):  # it has ended, and what it left behind holds the pipe
                await asyncio.wait_for(heard.all.wait(), LINGER)
        except asyncio.CancelledError:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
            raise
        finally:
            listening.close()
            if not told.over:
                telling.abort()
    return Ran(code, heard.first, heard.last)


def _pipe() -> tuple[FileIO, FileIO]:
    """Return the two ends of a pipe: where it is read, and where it is written."""
    read, write = os.pipe()
    return FileIO(read, "r"), FileIO(write, "w")


class _Told(asyncio.BaseProtocol):
    """What a program is given."""

    over = False
    """Whether its stdin is closed, by us or by the program: it need not read what it is given."""

    def connection_lost(self, _: Exception | None) -> None:
        self.over = True


class _Heard(asyncio.Protocol):
    """What a program says: its beginning and its end."""

    def __init__(self) -> None:
        self.first = self.last = b""
        self.all = asyncio.Event()
        """Set once nobody can say more."""

    def data_received(self, data: bytes) -> None:
        self.first += data[: KEPT - len(self.first)]
        self.last = (self.last + data)[-KEPT:]

    def connection_lost(self, _: Exception | None) -> None:
        self.all.set()
