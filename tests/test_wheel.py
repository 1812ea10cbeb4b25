"""The wheel by itself, far from the repository: it holds all that it needs, runs on its seeds, leaves no trace."""

import os
import pty
import select
import subprocess
import sys
import sysconfig
import termios
import time
import zipfile
from pathlib import Path

import pyte
import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", into],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = into.glob("*.whl")
    return built


class Installed:
    """An environment that holds only the wheel; what that depends on is lent by the one that runs the tests."""

    def __init__(self, at: Path, wheel: Path) -> None:
        self.at = at
        self.home = at / "home"
        self.home.mkdir(parents=True)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", at / "env"], check=True)
        self.pip("install", "--no-index", "--no-deps", "--no-compile", str(wheel))
        (self.site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    @property
    def site(self) -> Path:
        return next((self.at / "env" / "lib").glob("python*/site-packages"))

    @property
    def command(self) -> str:
        return str(self.at / "env" / "bin" / "copydesk")

    @property
    def environment(self) -> dict[str, str]:
        return {"HOME": str(self.home), "PATH": os.defpath, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC"}

    def pip(self, *arguments: str) -> None:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(self.at / "env")]
        subprocess.run([*pip, *arguments], check=True, capture_output=True, cwd=self.at)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.command, *arguments], capture_output=True, text=True, cwd=self.home, env=self.environment, check=False
        )

    def board(self, until: str, seconds: float = 30) -> tuple[str, int]:
        """Open the board in a terminal until it shows some words, press q; return its screen and exit status."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.home)
            termios.tcsetwinsize(0, (36, 120))
            os.execve(self.command, [self.command], self.environment)
        screen = pyte.Screen(120, 36)
        stream = pyte.ByteStream(screen)
        shown = ""
        end = time.monotonic() + seconds
        while time.monotonic() < end and until not in shown and feed(terminal, stream):
            shown = "\n".join(screen.display)
        os.write(terminal, b"q")
        while feed(terminal, stream):
            pass
        os.close(terminal)
        return shown, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def feed(terminal: int, stream: pyte.ByteStream, patience: float = 20) -> bool:
    """Take what the program writes; false when it is gone, or silent for too long."""
    if not select.select([terminal], [], [], patience)[0]:
        return False
    try:
        data = os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return False
    stream.feed(data)
    return bool(data)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("far") / "away", wheel)


def test_it_holds_the_packages_the_seeds_and_every_file_that_is_not_code(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for seed in (ROOT / "seeds").iterdir():
        assert f"feeds/seeds/{seed.name}" in names
    for package in ("feeds", "tui"):
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(ROOT).as_posix() in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith((".dist-info", ".data"))} == {"feeds", "tui"}
    assert any(name.endswith("share/man/man1/copydesk.1") for name in names)


def test_it_runs_from_its_own_files(installed: Installed) -> None:
    done = installed.run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("copydesk ")
    where = subprocess.run(
        [installed.at / "env" / "bin" / "python", "-c", "import feeds, tui; print(feeds.__file__, tui.__file__)"],
        capture_output=True, text=True, cwd=installed.home, check=True,
    )  # fmt: skip
    assert all(path.startswith(str(installed.site)) for path in where.stdout.split())


def test_it_lists_its_seeds_with_no_configuration(installed: Installed) -> None:
    assert installed.run("refresh").returncode == 0
    done = installed.run("list", "headlines", "--limit", "100")
    assert done.returncode == 0, done.stderr
    assert "Rovers end 58-year wait" in done.stdout
    assert len(done.stdout.strip().splitlines()) >= len(list((ROOT / "seeds").glob("*.txt")))


def test_its_board_opens_on_its_seeds_and_leaves(installed: Installed) -> None:
    shown, status = installed.board(until="Cyclone Nadine")
    assert "Cyclone Nadine" in shown
    assert status == 0


def test_it_goes_without_a_trace(wheel: Path, tmp_path: Path) -> None:
    there = Installed(tmp_path / "away", wheel)
    before = set(there.site.iterdir())
    there.pip("uninstall", "--yes", "copydesk")
    left = {path.name for path in before if path.exists()}
    assert left == {"lent.pth"}
    assert not Path(there.command).exists()
