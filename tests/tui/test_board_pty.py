"""The board in a real terminal: keys, sizes, signals, and hostile text that stays text."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.headless import COPYDESK
from tests.tui.terminal import Terminal

HOSTILE = "[LIVE] \\x1b]52;c;aGk=\\x07[/][@click=app.quit]x[/] [bold red]loud"


def article(folder: Path, name: str, title: str, text: str) -> None:
    (folder / f"{name}.txt").write_text(f"25 July, 2025\n{name}\n\n{title}\n\n{text}\n", encoding="utf-8")


@pytest.fixture
def wires(tmp_path: Path) -> Path:
    """A folder with three invented articles."""
    folder = tmp_path / "wires"
    folder.mkdir()
    article(
        folder, "harbour", "Harbour of Ellery closed",
        "More than 220,000 litres of oil ran into the basin on Monday, the ministry said.\n\n"
        "“Nobody expects this to be quick,” Orla Venn, the harbour master, told reporters.",
    )  # fmt: skip
    article(folder, "ferry", "Night ferry stays", "“It pays for itself,” said Tomas Adeyr-Lund. It cost $3.2m.")
    article(folder, "hostile", HOSTILE.encode().decode("unicode_escape"), "“\x1b[2J[/] quiet,” said Ann \x9b31m Marsh.")
    return folder


def open_board(wires: Path, size: tuple[int, int] = (120, 36), **environment: str) -> Terminal:
    terminal = Terminal(str(wires), home=wires.parent, size=size, **environment)
    terminal.until("Harbour of Ellery closed")
    return terminal


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
def test_a_walk_through_the_keys(wires: Path, size: tuple[int, int]) -> None:
    with open_board(wires, size) as terminal:
        terminal.until("1 of 3")
        terminal.press("/")
        terminal.until("words · !words")
        terminal.press(*"ferry")
        terminal.until(lambda text: "Harbour of" not in text.partition("0 Reader")[0] and "Night ferry" in text)
        terminal.press("esc")
        terminal.until("Harbour of Ellery closed")
        terminal.press("3", "down")
        terminal.until("2 of")
        terminal.press("enter")
        terminal.until(lambda text: "mark " in text)
        terminal.press("]")
        terminal.press("z")
        terminal.until(lambda text: "1 Headlines" not in text)
        terminal.press("z", "esc", "1", "?")
        terminal.until("type to find")
        terminal.press("esc")
        terminal.until(lambda text: "type to find" not in text)
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored


def test_the_first_start_fills_the_board_by_itself(wires: Path) -> None:
    with open_board(wires) as terminal:
        text = terminal.until(lambda text: "220,000" in text and "Orla Venn" in text)
        assert "1 source" in text


def test_an_edited_file_shows_by_itself(wires: Path) -> None:
    with open_board(wires) as terminal:
        terminal.until("asked ")
        terminal.press("r")
        terminal.until("Nothing new")
        article(wires, "new", "Lighthouse lit again", "About 40 people came.")
        terminal.until("Lighthouse lit again")


def test_a_filled_desk_opens_on_its_first_article(wires: Path) -> None:
    with open_board(wires) as terminal:
        terminal.until("asked ")
        terminal.press("q")
        assert terminal.end() == 0
    with open_board(wires, size=(110, 28)) as terminal:
        terminal.until(lambda text: "ran into the basin" in text or "It pays for itself," in text.split("0 Reader")[1])


def test_the_reader_follows_a_file_that_is_edited_and_removed(wires: Path) -> None:
    with open_board(wires) as terminal:
        terminal.until("asked ")
        terminal.press("/")
        terminal.until("words · !words")
        terminal.press(*"harbour", "enter")
        terminal.until("1 of 1")
        terminal.press("enter")
        terminal.until("] Next mark")
        article(wires, "harbour", "Harbour of Ellery closed", "About 73 litres of oil ran out.")
        terminal.until(lambda text: "0 Reader · changed" in text and "About 73 litres" in text)
        (wires / "harbour.txt").unlink()
        terminal.until("0 Reader · gone")


def test_titles_from_outside_are_text_and_nothing_else(wires: Path) -> None:
    with open_board(wires) as terminal:
        terminal.until("[LIVE] ]52;c;aGk=[/][@click=app.quit]x[/] [bold")
        for keys in (
            ("1", "G"),
            ("3", "G"),
            ("z",),
            ("z",),
            ("0",),
            ("y",),
            ("1",),
            ("/",),
            ("[", "/", "]"),
            ("enter",),
            ("y",),
        ):
            terminal.press(*keys)
            terminal.read(0.3)
        terminal.press("esc", "esc", "q")
        assert terminal.end() == 0
        assert b"\x1b]52;c;aGk" not in terminal.bytes
        assert b"\x9b31m" not in terminal.bytes
        assert b"\xc2\x9b" not in terminal.bytes


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_signals_give_the_terminal_back(wires: Path, number: signal.Signals, status: int) -> None:
    with open_board(wires) as terminal:
        terminal.until("asked ")
        os.kill(terminal.pid, number)
        assert terminal.end() == status
        assert terminal.restored


def test_a_storm_of_sizes_leaves_a_whole_board(wires: Path) -> None:
    with open_board(wires) as terminal:
        for size in [(80, 24), (200, 60), (20, 5), (1, 1), (120, 36), (60, 80), (300, 10), (120, 36)] * 3:
            terminal.resize(*size)
            terminal.read(0.02)
        terminal.press("2", "1")
        parts = ("1 Headlines", "2 Key figures", "0 Reader", "Harbour of Ellery closed")
        terminal.until(lambda text: all(part in text for part in parts))


@pytest.mark.parametrize("given", [{"TERM": "dumb"}, {}])
def test_without_a_terminal_it_says_so(wires: Path, given: dict[str, str]) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(wires.parent), **given}
    done = subprocess.run(
        [COPYDESK, str(wires)], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "copydesk refresh" in done.stderr
    assert done.stdout == ""


def test_no_color_means_no_colour_at_all(wires: Path) -> None:
    with open_board(wires, NO_COLOR="1") as terminal:
        terminal.press("j", "k", "2", "j")
        terminal.until("asked ")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"[38;" not in terminal.bytes
        assert b";38;" not in terminal.bytes
        assert b"48;2;" not in terminal.bytes


def test_stderr_must_be_the_terminal_too(wires: Path) -> None:
    script = """import pty, sys; sys.exit(pty.spawn(["/bin/sh", "-c", '"$0" "$1" 2>/dev/null', *sys.argv[1:]]) >> 8)"""
    command = [sys.executable, "-c", script, COPYDESK, str(wires)]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 2


def test_random_keys_crash_nothing_and_leave_no_way_stuck(wires: Path) -> None:
    from scripts.benches.keys import play

    assert play(150, 7, (100, 30), [str(wires)], wires.parent) == ""
