"""The board with the mouse, in a real terminal: rows, panels, tabs, the wheel, and `mouse = false`."""

from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

TITLES = [f"Ferry number {number} stays in port" for number in range(40)]


@pytest.fixture
def wires(tmp_path: Path) -> Path:
    """A folder with forty invented articles, the last of them long."""
    folder = tmp_path / "wires"
    folder.mkdir()
    for number, title in enumerate(TITLES):
        day = number % 28 + 1
        lines = "\n\n".join(f"Paragraph {at} of the log tells nothing new." for at in range(60))
        text = f"“It cost {number + 100} talers,” said Orla Venn, the harbour master.\n\n{lines}"
        (folder / f"f{number:02}.txt").write_text(
            f"{day} {'May' if number < 28 else 'June'}, 2025\nf\n\n{title}\n\n{text}\n"
        )
    return folder


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
def test_a_walk_with_the_mouse(wires: Path, size: tuple[int, int]) -> None:
    with Terminal(str(wires), home=wires.parent, size=size) as terminal:
        terminal.until("1 of 40")
        terminal.until("asked ")
        column, row = terminal.place("Ferry number")
        terminal.click(column, row + 2)
        terminal.until("3 of 40")
        terminal.until(lambda text: text.count("Ferry number 39") == 1)  # the reader has it no longer
        terminal.wheel(column, row, down=4)
        terminal.until(lambda text: "Ferry number 39" not in text)
        terminal.click(column, row + 1)
        terminal.until(lambda text: "3 of 40" not in text)
        terminal.click(column, row + 1, times=2)
        terminal.until("mark")
        article = terminal.until("Paragraph 1 of the log")
        assert "0 Reader" in article
        column, row = terminal.place("Paragraph 1 of")
        terminal.wheel(column, row, down=12)
        terminal.until(lambda text: "Paragraph 1 of the log" not in text and "Paragraph 1" in text)
        panels = {"2 Key figures": "talers", "3 Quotes": "Orla Venn"}
        for panel, words in panels.items():
            terminal.click(*terminal.place(panel))
            terminal.until(lambda text, words=words: words in text)  # type: ignore[misc]
            terminal.click(*terminal.place(words, after=panel))
            terminal.until("of ")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored


def test_the_tabs_of_a_narrow_board_are_clicked(wires: Path) -> None:
    with Terminal(str(wires), home=wires.parent, size=(80, 24)) as terminal:
        terminal.until("1 of 40")
        for tab, words in (("4 People", "Orla Venn"), ("0 Reader", "Paragraph"), ("3 Quotes", "It cost 139")):
            terminal.click(*terminal.place(tab))
            terminal.until(f"[{tab}]")
            terminal.until(words)


def test_a_storm_of_sizes_and_clicks_leaves_a_whole_board(wires: Path) -> None:
    with Terminal(str(wires), home=wires.parent, size=(120, 36)) as terminal:
        terminal.until("1 of 40")
        for turn, size in enumerate(
            [(80, 24), (200, 60), (30, 8), (2, 1), (100, 44), (60, 80), (300, 10), (120, 36)] * 3
        ):
            terminal.resize(*size)
            for at in range(6):
                terminal.click((turn * 37 + at * 11) % size[0], (turn * 13 + at * 5) % size[1])
            terminal.wheel(size[0] // 2, size[1] // 2, down=3)
        terminal.press("esc", "esc", "1")
        parts = ("1 Headlines", "2 Key figures", "0 Reader", "of 40")
        terminal.until(lambda text: all(part in text for part in parts))
        terminal.press("q")
        assert terminal.end() == 0


def test_without_the_mouse_the_terminal_keeps_it(wires: Path) -> None:
    config = wires.parent / "config.toml"
    config.write_text(f'mouse = false\n[[source]]\npath = "{wires}"\n')
    with Terminal("--config", str(config), home=wires.parent) as terminal:
        terminal.until("1 of 40")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"\x1b[?1000h" not in terminal.bytes
        assert b"\x1b[?1003h" not in terminal.bytes
