"""Makes the README's pictures in docs/: the board on the shipped seeds, drawn by Textual's own export."""

import asyncio
import pathlib
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parent.parent
FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)

FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class Picture(NamedTuple):
    """One picture: its name, the size of the terminal, and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()


PICTURES = (
    Picture("board", (120, 36), ("down", "up", "2")),
    Picture("board-80x24", (80, 24)),
    Picture("board-200x60", (200, 60), ("down", "down", "3", "down")),
)


async def draw(picture: Picture, archive: pathlib.Path) -> str:
    """Open the board, press the keys, and return what it shows as SVG that fetches nothing."""
    from feeds.config import load
    from tui.app import Copydesk

    app = Copydesk(load(archive=archive))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(1.0)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        svg = app.export_screenshot(title="copydesk")
    return FONT_FACE.sub("", svg).replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")


def main() -> int:
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            archive = pathlib.Path(folder) / "archive.sqlite3"
            command = [sys.executable, "-m", "tui", "--archive", str(archive), "refresh"]
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            into = ROOT / "docs" / f"{picture.name}.svg"
            into.write_text(asyncio.run(draw(picture, archive)), encoding="utf-8")
            print(into.relative_to(ROOT), f"{into.stat().st_size >> 10} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
