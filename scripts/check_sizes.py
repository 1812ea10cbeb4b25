"""Fail where a file has grown past its room: 200 lines for app.py, 250 for a screen, 300 for the rest."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIMITS = (("tui/app.py", 200), ("tui/screens/", 250), ("", 300))


def limit(name: str) -> int:
    return next(most for prefix, most in LIMITS if name.startswith(prefix))


def main() -> int:
    too_long = 0
    for room in ("feeds", "tui", "tests", "scripts"):
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > limit(name):
                too_long += 1
                print(f"{name}: {lines} lines, at most {limit(name)}")
    return 1 if too_long else 0


if __name__ == "__main__":
    sys.exit(main())
