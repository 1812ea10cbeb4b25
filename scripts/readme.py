"""Keeps the README true: fills in its tables from the program, and runs every line of its console blocks.

    scripts/readme.py           rewrite README.md with what the program has and says now
    scripts/readme.py --check   change nothing; exit 1 and show the difference where it is out of date

A console block holds lines `$ COMMAND` and what they print. All run in one empty home, in order, the shipped seeds
beside it. What differs from run to run (VARYING) is compared by its place only.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BIN = ROOT / ".venv" / "bin"
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
VARYING = re.compile(r'("(?:ts|ms|run_id|next_at|first_seen|pid)": )[^,}]+|(last run  )\w+, .*')
"""Fields of JSONL, and words of messages, that no two runs share."""


def cell(words: str) -> str:
    return words.replace("|", "\\|")


def keys() -> Iterator[str]:
    from tui.commands import COMMANDS, PLACES

    for place, name in PLACES.items():
        yield f"| **{name}** | | |"
        for command in COMMANDS:
            if command.place == place:
                pressed = " ".join(f"`{cell(key)}`" for key in command.keys.split(","))
                yield f"| {pressed} | {cell(command.help)} | `{command.id}` |"


def exits() -> Iterator[str]:
    from tui.narration import EXITS

    for code, *_, meaning in EXITS:
        yield f"| {code} | {cell(meaning)} |"


def verbs() -> Iterator[str]:
    from tui.cli import VERBS

    yield "| `copydesk` | open the board on the sources of the configuration |"
    yield "| `copydesk PATH…` | open the board on these files, folders and addresses |"
    for name, what in VERBS.items():
        yield f"| `copydesk {name}` | {cell(what)} |"


def queries() -> Iterator[str]:
    from feeds.query.terms import FIELDS

    for name, meaning in FIELDS.items():
        yield f"| `{name}:` | {cell(meaning)} |"


TABLES: dict[str, Callable[[], Iterator[str]]] = {"keys": keys, "queries": queries, "exits": exits, "verbs": verbs}


def refilled(rows: Callable[[], Iterator[str]], table: re.Match[str]) -> str:
    return table[1] + "".join(f"{row}\n" for row in rows())


def with_tables(text: str) -> str:
    """Fill each `<!-- NAME -->` … `<!-- end NAME -->` with its rows; the table's two head lines stay."""
    for name, rows in TABLES.items():
        pattern = re.compile(rf"(<!-- {name} -->\n\|[^\n]*\n\|[^\n]*\n).*?(?=<!-- end {name} -->)", re.DOTALL)
        text, done = pattern.subn(partial(refilled, rows), text)
        if done != 1:
            sys.exit(f"README.md: {done} tables {name}, not one")
    return text


def commands(block: str) -> Iterator[str]:
    """Yield the commands of a console block; one that ends in a backslash goes on in the next line."""
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command += "\n" + next(lines)
            yield command


def with_output(text: str, home: pathlib.Path) -> str:
    """Run the console blocks in order; each with what its commands print now."""
    (home / "seeds").symlink_to(ROOT / "seeds")
    environment = {
        "HOME": str(home), "PATH": f"{BIN}:{os.defpath}", "TZ": "UTC", "LANG": "C.UTF-8",
        "COLUMNS": "100",
    }  # fmt: skip

    def run(found: re.Match[str]) -> str:
        said = ""
        for command in commands(found[0]):
            done = subprocess.run(
                ["/bin/sh", "-c", command], cwd=home, env=environment, text=True, check=False, timeout=60,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            said += f"$ {command}\n" + done.stdout.replace(str(home), "~")
        return said

    return CONSOLE.sub(run, text)


def steady(text: str) -> str:
    return VARYING.sub(lambda found: (found[1] or found[2]) + "…", text)


def main() -> int:
    old = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        new = with_output(with_tables(old), pathlib.Path(home))
    if steady(new) == steady(old):
        return 0
    if "--check" not in sys.argv[1:]:
        README.write_text(new, encoding="utf-8")
        return 0
    was, now = steady(old).splitlines(), steady(new).splitlines()
    print("\n".join(difflib.unified_diff(was, now, "README.md", "the program", lineterm="")))
    return 1


if __name__ == "__main__":
    sys.exit(main())
