"""The farm of feeds, and the three programs that are measured on it (no benchmark by itself)."""

import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
FARM = ROOT.parent / "shared" / "perf" / "feedfarm.py"
READER_PYTHON = pathlib.Path.home() / ".cache" / "copydesk-peers" / "reader" / "bin" / "python"
"""Where the other reader is looked for: a `python3 -m venv` of its own, then `pip install reader sgmllib3k`."""
READER = """
import sys
from reader import make_reader
reader = make_reader(sys.argv[1])
if len(sys.argv) > 3:
    for line in open(sys.argv[3]):
        reader.add_feed(line.strip(), exist_ok=True)
reader.update_feeds(workers=int(sys.argv[2]), scheduled=False)
"""


INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As where a program is installed: with it set, a fresh clone compiles all that it imports in every run, 0.1 s."""


class Cost(NamedTuple):
    wall: float
    cpu: float
    memory: float
    read: float = 0.0

    @property
    def bare(self) -> float:
        """CPU seconds without reading figures and quotes, which the peers do not do."""
        return self.cpu - self.read


class Farm:
    def __init__(self, feeds: int, hosts: int = 1, port: int = 8700, items: int = 30) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.arguments = ["--feeds", str(feeds), "--hosts", str(hosts), "--port", str(port), "--items", str(items)]
        self.process = subprocess.Popen(
            [sys.executable, str(FARM), "serve", *self.arguments], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.process.stdout.readline()
        listed = subprocess.run(
            [sys.executable, str(FARM), "urls", *self.arguments[:2], *self.arguments[4:]],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        names = ["127.0.0.1"] + [f"127.0.{1 + k // 250}.{1 + k % 250}" for k in range(hosts - 1)]
        self.urls = [url.replace("127.0.0.1", names[n % hosts]) for n, url in enumerate(listed)]

    def control(self, path: str) -> None:
        urllib.request.urlopen(f"{self.base}/ctl/{path}", timeout=30).read()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def tree(pid: int) -> float:
    """MiB of a process and all below it."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
        total = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)
        for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
            total += sum(tree(int(child)) for child in (task / "children").read_text().split())
    except OSError:
        return 0.0
    return total


def run(command: list[str], environment: dict[str, str] | None = None) -> Cost:
    peak = 0.0
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            env={**INSTALLED, **(environment or {})}, cwd=ROOT, start_new_session=True,
        )  # fmt: skip
        alarm = threading.Timer(300, os.killpg, (process.pid, signal.SIGKILL))
        alarm.start()
        watching = True

        def watch() -> None:
            nonlocal peak
            while watching:
                peak = max(peak, tree(process.pid))
                time.sleep(0.05)

        watcher = threading.Thread(target=watch)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        watching = False
        watcher.join()
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 10):
            out.seek(0)
            sys.exit(f"{command[:4]} failed: {process.returncode}\n{out.read()[-2000:].decode()}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak)


class Ours:
    name = "copydesk"

    def __init__(self, home: pathlib.Path, places: list[str]) -> None:
        self.home = home
        home.mkdir()
        key = "url" if places[0].startswith("http") else "path"
        tables = "".join(f'[[source]]\n{key} = "{place}"\ninterval = "1s"\nfull_text = "never"\n' for place in places)
        self.config = home / "config.toml"
        self._desk = f'archive = "{home}/archive.sqlite3"\n{tables}'
        self.config.write_text(self._desk)

    def at_once(self, connections: int) -> None:
        """From now on ask so many at once instead of the default."""
        self.config.write_text(f"connections = {connections}\n{self._desk}")

    def refresh(self, *how: str) -> Cost:
        timing = self.home / "read.txt"
        timing.unlink(missing_ok=True)
        time.sleep(1.1)  # the interval: every source is due again
        cost = run(
            [
                sys.executable,
                str(ROOT / "scripts" / "benches" / "_timed.py"),
                *how,
                str(timing),
                "--config",
                str(self.config),
                "refresh",
            ],
            {"HOME": str(self.home), "XDG_DATA_HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home)},
        )
        return cost._replace(read=float(timing.read_text()) if timing.exists() else 0.0)

    def prime(self) -> None:
        """Store the feeds without reading them: what has not changed is not read."""
        self.refresh("--unread")


class Newsboat:
    name = "newsboat"

    def __init__(self, home: pathlib.Path, places: list[str], threads: int = 10) -> None:
        home.mkdir()
        (home / "urls").write_text("".join(f"{p if p.startswith('http') else 'file://' + p}\n" for p in places))
        (home / "config").write_text(f"reload-threads {threads}\nmax-items 0\n")
        self.home = home

    def refresh(self) -> Cost:
        if (self.home / "cache.db").exists():
            database = sqlite3.connect(self.home / "cache.db")
            database.execute("ANALYZE")  # its planner is lost without: the honest yardstick is its best case
            database.commit()
            database.close()
        files = ("-u", self.home / "urls", "-c", self.home / "cache.db", "-C", self.home / "config")
        return run(["newsboat", *map(str, files), "-x", "reload"], {"HOME": str(self.home)})

    def prime(self) -> None:
        """Reload twice: it keeps validators from its second reload on."""
        self.refresh()
        self.refresh()


class Reader:
    name = "reader"

    def __init__(self, home: pathlib.Path, places: list[str], python: str, workers: int = 1) -> None:
        home.mkdir()
        (home / "urls").write_text("".join(f"{place}\n" for place in places))
        self.command = [python, "-c", READER, str(home / "db.sqlite"), str(workers)]
        self.urls = str(home / "urls")

    def refresh(self) -> Cost:
        command, self.command = self.command, self.command[:5]
        return run([*command, self.urls] if self.urls else command)

    def prime(self) -> None:
        """Fill its database."""
        self.refresh()
