"""A program of the user's: whatever it says or leaves behind, whoever runs it goes on."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from feeds.programs import KEPT, run


async def test_the_beginning_and_the_end_of_what_it_says() -> None:
    ran = await run(["sh", "-c", "echo first; seq 100000; echo last; exit 3"])
    assert (ran.code, ran.first[:6], ran.last[-5:]) == (3, b"first\n", b"last\n")
    assert (len(ran.first), len(ran.last)) == (KEPT, KEPT)
    assert (await run(["sh", "-c", "echo out; echo err >&2"], stderr=True)).last == b"err\n"
    assert (await run(["cat"], b"given")).first == b"given"
    assert (await run(["true"], b"x" * 1_000_000)).code == 0, "it need not read what it is given"
    assert (await run(["sh", "-c", "kill -9 $$"])).code == -signal.SIGKILL


@pytest.mark.parametrize("talk", ["yes", "yes >&2", "sleep 60", "trap '' TERM; yes & wait"])
async def test_one_that_does_not_end_is_ended_with_all_that_it_started(talk: str, tmp_path: Path) -> None:
    held = tmp_path / "held"  # by the program and by whatever it starts
    os.mkfifo(held)
    pipe = os.fdopen(os.open(held, os.O_RDONLY | os.O_NONBLOCK), "rb", 0)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await run(["sh", "-c", f'exec 3> "$0"; echo begun >&3; {talk}', str(held)], stderr=">&2" in talk)
    ended = asyncio.StreamReader()
    listening, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(ended), pipe)
    async with asyncio.timeout(10):
        assert await ended.read() == b"begun\n"
    listening.close()


async def test_what_it_leaves_behind_is_not_waited_for(tmp_path: Path) -> None:
    try:
        async with asyncio.timeout(5):
            ran = await run(["sh", "-c", f"echo said; sleep 60 & echo $! > {tmp_path}/pid"])
        assert (ran.code, ran.first) == (0, b"said\n")
    finally:
        os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)


async def test_one_that_there_is_not_is_an_error() -> None:
    with pytest.raises(OSError, match="No such file"):
        await run(["/nowhere/at/all"])
