"""An empty home and a fresh clone: seconds until each command of the README has begun, first and second time."""

import json
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Clone:
    """A clone of the newest commit, and a home with nothing in it."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.at = folder / "copydesk"
        home = folder / "home"
        home.mkdir()
        self.environment = {
            **{
                name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_")) or name == "PATH"
            },
            "HOME": str(home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        subprocess.run(["git", "clone", "--quiet", ROOT, self.at], check=True)

    def timed(self, *command: str) -> str:
        began = time.monotonic()
        done = subprocess.run(
            command,
            cwd=self.at,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        print(f"{' '.join(command):<40} {time.monotonic() - began:7.2f} s   exit {done.returncode}")
        if done.returncode:
            sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout

    def board(self, until: bytes) -> None:
        """Open the board in a terminal, wait for some words, and leave it with q."""
        began = time.monotonic()
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.at)
            termios.tcsetwinsize(0, (36, 120))
            os.execve("scripts/run", ["scripts/run"], self.environment)
        seen = b""
        while until not in seen and select.select([terminal], [], [], 20)[0]:
            seen += os.read(terminal, 65536)
        shown = time.monotonic() - began
        os.write(terminal, b"q")
        try:
            while os.read(terminal, 65536):
                pass
        except OSError:
            pass  # the other end is closed
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        print(f"{'scripts/run: the board with its seeds':<40} {shown:7.2f} s   exit {status}")
        if status or until not in seen:
            sys.exit("the board did not show its seeds")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        clone = Clone(pathlib.Path(folder))
        for _ in range(2):
            clone.timed("scripts/run", "--version")
        clone.board(until=b"Cyclone Nadine")
        for _ in range(2):
            lines = clone.timed("scripts/run", "refresh", "--format", "jsonl").splitlines()
            print(f"    {len(lines)} lines of JSON, the last a {json.loads(lines[-1])['type']}")
        clone.timed("scripts/run", "list", "headlines", "--limit", "3")
        for _ in range(2):
            clone.timed("scripts/test", "--version")
        if "--test" in sys.argv[1:]:
            print(clone.timed("scripts/test").splitlines()[-1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
