"""The board left for the shell and taken up again, in a real terminal."""

import os
import shlex
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.headless import COPYDESK
from tests.tui.terminal import Terminal
from tui.job import Job


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("1 May, 2025\none\n\nFerry number one stays in port\n\nIt cost 140 talers.\n")
    return tmp_path


def test_it_goes_to_the_shell_and_comes_back_as_it_was(folder: Path) -> None:
    with Terminal("-i", home=folder, size=(80, 24), program="/bin/sh", PS1="shell> ") as terminal:
        terminal.until("shell> ")
        terminal.press(shlex.join([COPYDESK, f"{folder}/one.txt"]), "enter")
        terminal.until("1 of 1")
        terminal.until("asked ")
        terminal.press("2", "\x1a")
        terminal.until("topped")
        assert terminal.restored
        terminal.press("echo still $((20 + 1))", "enter")
        terminal.until("still 21")
        terminal.resize(100, 30)
        terminal.press("fg", "enter")
        terminal.until(lambda text: "1 Headlines" in text and "talers" in text and "still 21" not in text)
        terminal.press("1", "q")
        terminal.until("shell> ")
        assert terminal.restored
        terminal.press("exit", "enter")
        assert terminal.end() == 0


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """What a driver's handlers of being put aside and going on hear; the process has its own again afterwards."""
    found: list[int] = []
    before = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    for number in before:
        signal.signal(number, lambda number, _: found.append(number))
    yield found
    for number, handler in before.items():
        signal.signal(number, handler)


async def test_it_goes_on_only_where_it_was_put_aside(heard: list[int]) -> None:
    """A terminal that is closed sends SIGHUP and SIGCONT: a thread that read keys was begun anew, and spun for ever."""
    async with Job().run_test():
        os.kill(os.getpid(), signal.SIGCONT)
        assert heard == []
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGTSTP)
            os.kill(os.getpid(), signal.SIGCONT)
            os.kill(os.getpid(), signal.SIGCONT)
        assert heard == [signal.SIGTSTP, signal.SIGCONT] * 2


def test_without_a_shell_behind_it_it_stays(folder: Path) -> None:
    with Terminal(f"{folder}/one.txt", home=folder, size=(80, 24)) as terminal:
        terminal.until("asked ")
        terminal.press("\x1a")
        terminal.until("no shell here")
        terminal.press("q")
        assert terminal.end() == 0
