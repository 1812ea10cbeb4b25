"""The installed command in a process of its own, on a desk of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COPYDESK = str(Path(sys.executable).parent / "copydesk")

ARTICLE = """\
25 July, 2025
{slug}

More than {dead} people were killed in Harwick on Friday, the ministry said.

“We will rebuild every house,” Orla Fenwick, the mayor of Harwick, told reporters.
"""


class Desk:
    """A home, a configuration and an archive in a folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.archive = home / "desk.sqlite3"
        self.config = home / "config.toml"
        self.folder = home / "wires"
        self.folder.mkdir(parents=True)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "COPYDESK_CONFIG": str(self.config),
        }
        self.sources({"path": str(self.folder)})

    def sources(self, *tables: Mapping[str, Any], top: str = "") -> None:
        """Write the configuration: these sources."""
        rows = "".join(
            "\n[[source]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in table.items())
            for table in tables
        )
        self.config.write_text(f"archive = {json.dumps(str(self.archive))}\n{top}{rows}")

    def article(self, slug: str, dead: int = 70) -> Path:
        """Write an article into the folder."""
        path = self.folder / f"{slug}.txt"
        path.write_text(ARTICLE.format(slug=slug, dead=dead))
        return path

    def run(
        self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Run the command to its end."""
        done = subprocess.run(
            [COPYDESK, *arguments], input=stdin, capture_output=True, timeout=30, check=False, cwd=self.home,
            env={**self.environment, **(environment or {})},
        )  # fmt: skip
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    @contextmanager
    def started(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> "Iterator[subprocess.Popen[str]]":
        """Start the command; what is left of it at the end is killed."""
        with subprocess.Popen(
            [COPYDESK, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            encoding="utf-8", cwd=self.home, env={**self.environment, **(environment or {})},
        ) as process:  # fmt: skip
            try:
                yield process
            finally:
                process.kill()


def lines(stdout: str) -> list[dict[str, Any]]:
    """Read JSONL."""
    return [json.loads(line) for line in stdout.split("\n")[:-1]]


def ids(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the ids of records."""
    return [record["id"] for record in records]
